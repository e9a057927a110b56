import type { ListRole } from '../../domain/list-role.ts';
import type { LoadedList } from '../../engine/load.ts';
import { roleOf } from '../../read/list/list-source.ts';
import idAreaUnknown from './id-area-unknown.ts';
import idBirthDate from './id-birth-date.ts';
import idChecksum from './id-checksum.ts';
import idDamagedBySpreadsheet from './id-damaged-by-spreadsheet.ts';
import idDisagreesWithRow from './id-disagrees-with-row.ts';
import idLegacy15 from './id-legacy-15.ts';
import idMalformed from './id-malformed.ts';
import idMissing from './id-missing.ts';
import rowRejected from './row-rejected.ts';
import type { RowRule } from './row-rule.ts';

/** The rules that also hold where nobody is paid: of numbers by which people on rosters are found, and of rows that can't be read. */
const BESIDES_PAYOUTS: Readonly<Record<Exclude<ListRole, 'payouts' | 'earlier'>, readonly RowRule[]>> = {
  roster: [
    rowRejected,
    idMissing,
    idDamagedBySpreadsheet,
    idMalformed,
    idBirthDate,
    idChecksum,
    idDisagreesWithRow,
    idLegacy15,
    idAreaUnknown,
  ],
  return: [rowRejected],
};

/** Is a list asked by this rule? What was paid earlier is only compared with. */
export function isAsked(rule: RowRule, { source }: LoadedList): boolean {
  const role = roleOf(source.input);
  if (role === 'payouts') return true;
  return role !== 'earlier' && BESIDES_PAYOUTS[role].includes(rule);
}
