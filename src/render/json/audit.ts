import type { AuditAnswer } from '../../answer/audit.ts';
import type { AuditRecord } from '../../contract/audit.ts';
import { AsIs } from '../door.ts';
import type { Made } from './json.ts';

/** `relief/audit@1`: whether a journal of runs is as it was written. */
export const auditRecord = ({ seal, ...answer }: AuditAnswer): Made<AuditRecord> => ({
  schema: 'relief/audit@1',
  ...answer,
  seal: new AsIs(seal),
});
