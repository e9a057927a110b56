import { closeSync, createWriteStream, openSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import excel from 'exceljs';
import { cellValue } from './cell-value.ts';
import { columnsOf } from './columns.ts';
import { byteOrderMark, delimited, type Encoding, encode } from './delimited.ts';
import type { AnswerKey, Place } from './key.ts';
import type { ListShape } from './payout.ts';
import type { Plan } from './plan.ts';
import type { Tally } from './tally.ts';
import { atRandom, type Planted, type Written, write } from './written.ts';

const COLUMNS = columnsOf([
  ...(['serial', 'name', 'id', 'department', 'measure', 'amount', 'subdistrict', 'committee'] as const),
  ...(['address', 'phone', 'bank', 'account', 'household', 'paidOn'] as const),
]);

export const RECIPIENT_FORMATS = ['csv', 'gbk', 'utf16', 'tsv', 'xlsx'] as const;
export type RecipientFormat = (typeof RECIPIENT_FORMATS)[number];

const TEXT: Readonly<Record<Exclude<RecipientFormat, 'xlsx'>, { encoding: Encoding; delimiter: string }>> = {
  csv: { encoding: 'utf8', delimiter: ',' },
  gbk: { encoding: 'gbk', delimiter: ',' },
  utf16: { encoding: 'utf16', delimiter: ',' },
  tsv: { encoding: 'utf8', delimiter: '\t' },
};

export function recipientsFile(format: RecipientFormat): string {
  return `recipients.${format === 'xlsx' || format === 'tsv' ? format : 'csv'}`;
}

const SHEET = '发放名单';
const MOST_IN_A_SHEET = 1_048_575; // and the header
const CHUNK = 1 << 20; // characters

interface Given {
  readonly plan: Plan;
  readonly rows: number;
  readonly format: RecipientFormat;
  readonly path: string;
  readonly tally: Tally;
  readonly planted: Planted;
}

/** Writes the single list for everybody, row by row, and says how its rows divide. */
export async function writeRecipients(given: Given): Promise<AnswerKey['files'][number]> {
  const { plan, rows, format, tally, planted } = given;
  const shape: ListShape = { columns: COLUMNS, workbook: format === 'xlsx', unit: '元' };
  const file = recipientsFile(format);
  const sheet = format === 'xlsx' ? SHEET : null;
  const placeOf = (row: number): Place => ({ file, sheet, row: row + 2 }); // rows count from 1, the first is the header
  const written = (row: number) => write({ plan, row, shape, serial: row + 1, choose: atRandom });
  let rejected = 0;
  const next = (row: number): Written => {
    const made = written(row);
    tally.add(made.payout);
    if (made.planned.further !== undefined) tally.addPair(written(made.planned.further).payout, made.payout);
    if (made.payout.rejected) rejected += 1;
    planted.note(made, row, placeOf);
    return made;
  };
  await (format === 'xlsx' ? asWorkbook(given, next) : asText(given, next, TEXT[format]));
  return { file, sheet, rows: rows + 1, payouts: rows - rejected, setAside: 1, rejected };
}

/** Writes at once, so that no more than a chunk is ever in memory. */
function asText(
  { path, rows }: Given,
  next: (row: number) => Written,
  { encoding, delimiter }: { encoding: Encoding; delimiter: string },
): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, byteOrderMark(encoding));
    let text = delimited(
      COLUMNS.map(({ header }) => header),
      delimiter,
    );
    for (let row = 0; row < rows; row += 1) {
      const { cells, beyond } = next(row).payout;
      text += delimited([...COLUMNS.map(({ field }) => cells[field]), ...beyond], delimiter);
      if (text.length < CHUNK) continue;
      writeSync(file, encode(text, encoding));
      text = '';
    }
    writeSync(file, encode(text, encoding));
  } finally {
    closeSync(file);
  }
}

async function asWorkbook({ path, rows }: Given, next: (row: number) => Written): Promise<void> {
  if (rows > MOST_IN_A_SHEET) throw new RangeError(`a sheet holds at most ${MOST_IN_A_SHEET} rows`);
  const stream = createWriteStream(path);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream });
  const sheet = workbook.addWorksheet(SHEET);
  sheet.addRow(COLUMNS.map(({ header }) => header)).commit();
  for (let row = 0; row < rows; row += 1) {
    const { payout } = next(row);
    sheet.addRow(COLUMNS.map(({ field }) => cellValue(payout, field))).commit();
    if (row % 1000 === 0) await setImmediate(); // lets the file take what was committed
  }
  await workbook.commit();
}
