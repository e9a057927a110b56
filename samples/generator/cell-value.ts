import type { Field, Payout } from './payout.ts';

/** A formula has no value: a program wrote it, and nobody opened and saved the workbook. */
export type Value = string | number | Date | null | { readonly formula: string };

const NUMBERS: readonly Field[] = ['serial', 'size', 'amount', 'quantity'];
const DAYS: readonly Field[] = ['birth', 'paidOn'];

/** What a list holds for a field: text, or in a workbook a number or a date where Excel would have made one. */
export function cellValue(payout: Payout, field: Field): Value {
  const text = payout.cells[field];
  if (!payout.shape.workbook) return text;
  if (text === '') return null;
  if (NUMBERS.includes(field) && /^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (DAYS.includes(field) && /^\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text}T00:00:00Z`);
  return field === 'id' && payout.idIsNumber ? Number(text) : text;
}
