import type { FindingData } from '../domain/finding.ts';

/**
 * 16 hex digits that name a finding by its rule and by what it shows, whatever line or row it stands on. Findings show
 * masked identifiers only, so the hash is never one of hidden digits (those could be enumerated).
 */
export function fingerprint(rule: string, data: FindingData): string {
  const shown = JSON.stringify([rule, data], (_, value) => (typeof value === 'bigint' ? value.toString() : value));
  const { createHash } = process.getBuiltinModule('node:crypto'); // loaded only when a fingerprint is asked for
  return createHash('sha256').update(shown).digest('hex').slice(0, 16);
}
