import type { FindingData } from '../domain/finding.ts';
import { maskedId, maskText } from '../domain/shown/masking.ts';
import type { PayoutRow } from './payout-row.ts';

/**
 * 16 hex digits that name a finding by its rule and by what it shows, whatever line or row it stands on. Findings show
 * masked identifiers only, so the hash is never one of hidden digits (those could be enumerated).
 */
export function fingerprint(rule: string, data: FindingData): string {
  const { hash } = process.getBuiltinModule('node:crypto'); // loaded only when a fingerprint is asked for
  return hash('sha256', `${rule} ${canonical(data)}`).slice(0, 16);
}

/** JSON in which neither the order of keys nor that of a list's items matters: both follow the order of the file. */
function canonical(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}"`;
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.sort().join()}}`;
}

/**
 * 16 hex digits that name a row by what it says of who gets what, masked, wherever it stands. It is a hash of what anybody may see:
 * one of a whole number could be tried out.
 */
export function rowPrint({ name, id, idClass, department, measure, amount, amountText, paidOn }: PayoutRow): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  const number = id === null || idClass === 'placeholder' ? '' : maskedId(id);
  const says = [
    maskText(name ?? ''),
    number,
    maskText(department),
    maskText(measure),
    String(amount ?? ''),
    maskText(amountText ?? ''),
    paidOn ?? '',
  ];
  return hash('sha256', JSON.stringify(says)).slice(0, 16);
}
