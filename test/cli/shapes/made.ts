import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { ID_CLASSES, wholeNumber } from '../../../src/domain/people/id-number.ts';
import { maskText } from '../../../src/domain/shown/masking.ts';
import { readCampaign } from '../../../src/read/campaign-file.ts';
import type { ListInput } from '../../../src/read/list/list-input.ts';
import { inputOf, payouts, saved, withLists } from '../../engine/reading.ts';
import { relief } from '../run.ts';

/** Invented people; their numbers lie under area 990000. */
export const PEOPLE = {
  A: ['张建国', '990000195001020014'],
  B: ['李秀英', '990000195203040021'],
  C: ['王志强', '990000196105060031'],
  D: ['陈桂花', '990000194807080249'],
  E: ['赵铁柱', '990000197009100050'],
  F: ['孙小梅', '99000019851112006X'],
} as const;
type Person = keyof typeof PEOPLE;

/** Lines of a list, cells apart by commas: `@A` is somebody's name, `#A` the number, `⇥` a tab, `⏎` a line's end in a cell. */
const written = (line: string): string =>
  line
    .replace(/([@#])([A-F])/g, (_, sign: string, who: Person) => PEOPLE[who][sign === '@' ? 0 : 1])
    .replaceAll('⇥', '\t')
    .replaceAll('⏎', '\n');

const cellsOf = (lines: readonly string[]) => lines.map((line) => written(line).split(','));

interface TextForm {
  readonly separator?: string;
  readonly encoding?: 'utf-8' | 'gb18030' | 'utf16le' | 'utf16be';
  readonly quoted?: boolean;
  readonly bom?: boolean;
  readonly newline?: string;
  readonly ending?: string;
}

/** A text file of these lines. */
export function text(lines: readonly string[], form: TextForm = {}): string {
  const { separator = ',', encoding = 'utf-8', quoted = false, bom = false, newline = '\r\n', ending } = form;
  const rows = cellsOf(lines).map((cells) => cells.map((cell) => (quoted ? `"${cell}"` : cell)).join(separator));
  return saved(iconv.encode(rows.join(newline) + newline, encoding, { addBOM: bom }), ending);
}

/** A sheet of these lines: `↑` and `←` are merged with the cell above and on the left, `=…` is a number, `!…` an error. */
export function sheet(lines: readonly string[]): WorkSheet {
  const rows = cellsOf(lines);
  const made = utils.aoa_to_sheet(
    rows.map((cells) =>
      cells.map((cell) => {
        if (/^[↑←]$/.test(cell) || cell === '') return null;
        if (cell.startsWith('!')) return { t: 'e', v: ERRORS[cell.slice(1)] ?? 0x2a, w: cell.slice(1) };
        return cell.startsWith('=') ? Number(cell.slice(1)) : cell;
      }),
    ),
  );
  made['!merges'] = rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) => {
      if (/^[↑←]$/.test(cell)) return [];
      let [bottom, right] = [r, c];
      while (rows[bottom + 1]?.[c] === '↑') bottom += 1;
      while (rows[r]?.[right + 1] === '←') right += 1;
      return bottom > r || right > c ? [{ s: { r, c }, e: { r: bottom, c: right } }] : [];
    }),
  );
  return made;
}
const ERRORS: Readonly<Record<string, number>> = { '#REF!': 0x17, '#N/A': 0x2a, '#VALUE!': 0x0f, '#NAME?': 0x1d };

/** A workbook of a kind, with a sheet of lines for each name. */
export function book(
  sheets: readonly string[] | Readonly<Record<string, readonly string[]>>,
  bookType: BookType = 'xlsx',
  ending = `.${bookType === 'biff8' ? 'xls' : bookType}`,
): string {
  const all: Readonly<Record<string, readonly string[]>> = Array.isArray(sheets)
    ? { 名单: sheets as readonly string[] }
    : (sheets as Readonly<Record<string, readonly string[]>>);
  const Sheets = Object.fromEntries(Object.entries(all).map(([name, lines]) => [name, sheet(lines)]));
  return saved(write({ SheetNames: Object.keys(all), Sheets }, { type: 'buffer', bookType }), ending);
}

interface Asked {
  readonly said?: Partial<ListInput>;
  /** The measures of 民政局, as YAML. */
  readonly measures?: string;
}

const campaignText = (measures: string) =>
  `relief: 1\nid: c\ntitle: 虚构\nissued: 2024-12-20\ndepartments: [{name: 民政局, measures: ${measures}}]\n`;

/** Who is paid what, in the order of the rows: `A 500`, with the account's last four digits and the measure where there are. */
export function paid(file: string, { said = {}, measures }: Asked = {}): Promise<string[]> {
  const campaign = measures ? readCampaign(saved(campaignText(measures), '.yaml')).campaign : null;
  return withLists(
    [inputOf(file, said)],
    async (lists) => {
      for (const list of lists.lists)
        if (list.rows !== list.payouts + list.setAside + list.rejected) throw new Error('rows are lost');
      const rows = await payouts(lists, 'name, person, id, id_class, amount, account, measure');
      const rejected = lists.lists.reduce((sum, list) => sum + list.rejected, 0);
      const shown = rows.map((row) => {
        const isValid = ID_CLASSES[Number(row.id_class)] === 'valid18';
        const id = isValid ? wholeNumber(row.person as bigint) : (row.id as string | null);
        const known = Object.entries(PEOPLE).find(([, [name, number]]) => name === row.name && number === id)?.[0];
        const who = known ?? [row.name, ...(id === null ? [] : [maskText(id)])].join(' ');
        const bank = row.account === null ? [] : [`…${String(row.account).slice(-4)}`];
        const of = lists.assignments.measures[Number(row.measure)]?.measure.name;
        return [who, yuan(row.amount as bigint | null), ...bank, ...(of ? [of] : [])].join(' ');
      });
      return rejected > 0 ? [...shown, `${rejected} rejected`] : shown;
    },
    { campaign },
  );
}

const yuan = (fen: bigint | null) => (fen === null ? '?' : String(Number(fen) / 100));

/** What `check` finds of a list: `error id-checksum 3`, by row, hints too. */
export async function found(file: string, ...args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await relief(['check', file, ...args, '-f', 'json', '--fail-on', 'never']);
  if (stdout === '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { severity: string; rule: string; places: readonly { row: number }[] }[];
  };
  return findings.map(({ severity, rule, places }) => `${severity} ${rule} ${places.map(({ row }) => row)}`);
}

/** What is said of a list that is not read, in one line; it is exit 2, and nothing is printed but that. */
export async function refusal(file: string): Promise<string> {
  const { code, stdout, stderr } = await relief(['check', file]);
  if (code !== 2 || stdout !== '') throw new Error(`not refused: ${code} ${stdout.slice(0, 200)}`);
  if (/ {4}at /.test(stderr)) throw new Error(stderr);
  return stderr.replaceAll(file, '名单').replace(/\s+/g, '');
}
