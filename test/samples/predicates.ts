import type { Cell } from './read.ts';

/** A row of a list by field, with what the campaign says of its measure. */
export interface Read {
  readonly cells: Partial<Record<string, Cell>>;
  readonly known: { readonly departments: ReadonlySet<string>; readonly measures: ReadonlySet<string> };
  /** Fen, by the campaign's own standard; absent where it judges no row. */
  readonly standard: { readonly low: bigint | null; readonly high: bigint | null } | undefined;
  readonly isBanked: boolean;
  readonly is80Plus: boolean;
  /** 100 in a list in 元, 1,000,000 in one in 万元. */
  readonly fenPerUnit: number;
  /** The middle amount of the measure's rows, in fen. */
  readonly median: number;
}

const text = (cell: Cell | undefined) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''));

export function idOf({ cells }: Read): string {
  return text(cells.id)
    .normalize('NFKC')
    .replace(/[\s'="]/g, '')
    .toUpperCase();
}

/** Fen; undefined where it can't be read, null where there is none to read. */
export function fenOf({ cells, fenPerUnit }: Read): number | null | undefined {
  if (!('amount' in cells)) return null;
  const folded = text(cells.amount)
    .normalize('NFKC')
    .replace(/[¥￥,元整]/g, '');
  const said = CAPITALS[folded] ?? folded;
  return /^\d+(\.\d+)?$/.test(said) ? Math.round(Number(said) * fenPerUnit) : undefined;
}

/** The amounts that are written out in the sample, looked up and not parsed. */
const CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'壹贰叁肆伍陆柒捌玖'].flatMap((digit, index) => [
    [`${digit}仟`, `${index + 1}000`],
    [`${digit}佰`, `${index + 1}00`],
    [`${digit}拾`, `${index + 1}0`],
    ...[...'壹贰叁肆伍陆柒捌玖'].flatMap((next, place) => [
      [`${digit}仟${next}佰`, `${index + 1}${place + 1}00`],
      [`${digit}佰${next}拾`, `${index + 1}${place + 1}0`],
    ]),
  ]),
);

function dayOf({ cells }: Read): string {
  const said = text(cells.paidOn);
  if (/^\d{5}$/.test(said)) return new Date((Number(said) - 25569) * 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = '', day = ''] = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D?$/.exec(said)?.slice(1) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const is18 = (row: Read) => typeof row.cells.id !== 'number' && /^\d{17}[\dX]$/.test(idOf(row));
const checks = (row: Read) => {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(idOf(row).charAt(place)), 0);
  return idOf(row).charAt(17) === '10X98765432'.charAt(sum % 11);
};
const isValid = (row: Read) => is18(row) && checks(row);
const bornOn = (row: Read) =>
  idOf(row)
    .slice(6, 14)
    .replace(/^(\d{4})(\d\d)/, '$1-$2-');
/** Another unit, and no other amount. */
const isFar = ({ median }: Read, fen: number) => fen >= 1000 * median || fen <= median / 1000;
const isDay = (day: string) => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(day);
};

/** Whether a row trips a rule, told from what stands in it and from nothing that the generator knows. */
export const TRIPS: Readonly<Record<string, (row: Read) => boolean>> = {
  'id-missing': (row) => ['', '无'].includes(idOf(row)) && text(row.cells.name) !== '',
  'id-malformed': (row) => !/^$|^无$|^\d{17}[\dX]$|^\d{15}$|^\d\.\d+E\+17$/.test(idOf(row)),
  'id-checksum': (row) => is18(row) && !checks(row),
  'id-birth-date': (row) => isValid(row) && !isDay(bornOn(row)),
  'id-damaged-by-spreadsheet': (row) => typeof row.cells.id === 'number' || /E\+17$/.test(idOf(row)),
  'id-legacy-15': (row) => /^\d{15}$/.test(idOf(row)),
  'id-area-unknown': (row) => isValid(row) && !idOf(row).startsWith('9900'),
  'id-disagrees-with-row': (row) => {
    if (!isValid(row)) return false;
    const { sex, birth } = row.cells;
    const isMan = Number(idOf(row).charAt(16)) % 2 === 1;
    return (sex !== undefined && isMan !== (sex === '男')) || (birth !== undefined && text(birth) !== bornOn(row));
  },
  'amount-unreadable': (row) => fenOf(row) === undefined,
  'amount-off-standard': (row) => {
    const fen = fenOf(row);
    if (!row.standard || typeof fen !== 'number' || isFar(row, fen)) return false;
    const { low, high } = row.standard;
    return (low !== null && fen < Number(low)) || (high !== null && fen > Number(high));
  },
  'amount-outlier': (row) => {
    const fen = fenOf(row);
    return typeof fen === 'number' && isFar(row, fen);
  },
  'unknown-department': ({ cells, known }) =>
    cells.department !== undefined && !known.departments.has(text(cells.department)),
  'unknown-measure': ({ cells, known }) => cells.measure !== undefined && !known.measures.has(text(cells.measure)),
  'late-payout': (row) => dayOf(row) > '2026-02-13',
  'not-through-bank': ({ cells, isBanked }) => isBanked && cells.account === '',
  'signature-missing': ({ cells }) => cells.sign === '',
  'age-not-eligible': (row) => row.is80Plus && isValid(row) && Number(bornOn(row).slice(0, 4)) > 2026 - 80,
};
