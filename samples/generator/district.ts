import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignYaml } from './campaign.ts';
import { COMPARED, writeCompared } from './compared.ts';
import { byteOrderMark, delimited, encode } from './delimited.ts';
import { DISTRICT_FILES, type DistrictFile, type DistrictList } from './district-lists.ts';
import { FAULTS } from './faults.ts';
import { equation, type Grid, layOut } from './grid.ts';
import { type AnswerKey, type Place, printKey } from './key.ts';
import { shows } from './payout.ts';
import { Plan } from './plan.ts';
import { Population } from './population.ts';
import { Random } from './random.ts';
import { recipientsFile, writeRecipients } from './recipients.ts';
import { SINGLE_FAULTS } from './single-faults.ts';
import { Tally } from './tally.ts';
import { workbook } from './workbook.ts';
import { type Choose, evenly, Planted, type Written, write } from './written.ts';

const ROWS = 1900;
const RECIPIENTS = 500;
/** Beyond everybody in recipients.csv. */
const FIRST_PERSON = 12_000;
/** Few places, so that a committee's people stand together. */
const PLACES = { subdistricts: 4, committees: 6 };
const DAMAGED = FAULTS.filter(({ rules }) => rules.includes('id-damaged-by-spreadsheet'));

/** Writes the sample district into a folder: the campaign, its lists and the key. */
export async function writeDistrict(seed: number, folder: string): Promise<AnswerKey> {
  mkdirSync(join(folder, 'lists'), { recursive: true });
  const common = { seed, population: new Population(seed, PLACES), faults: 0.05, traps: 0.04, doubts: 0.08 };
  const tally = new Tally();
  const planted = new Planted();
  const files: AnswerKey['files'][number][] = [];

  const plan = new Plan({ ...common, firstPerson: FIRST_PERSON });
  const rowsOf = shareOut(plan);
  const placed = new Map<number, Written & { place: Place }>();
  const choose = evenly();
  const paidAgain = new Set(Array.from({ length: ROWS }, (_, row) => plan.draft(row).further));
  const isAlone = ({ planned, fault, trap }: Written, row: number) =>
    !fault && !trap && !planned.isPinned && planned.further === undefined && !paidAgain.has(row);
  for (const { entry, form, lists, notes } of DISTRICT_FILES) {
    const grids = new Map<string | null, Grid>();
    for (const list of lists) {
      const rows = rowsOf.get(list) ?? [];
      const written = rows.map((row, serial) => writeRow(plan, row, list, serial, choose));
      const isPlain = (made: Written) => isAlone(made, rows[written.indexOf(made)] as number);
      plantSingle(entry.file, written, isPlain);
      const agent = plantAgent(list, written, isPlain);
      const grid = layOut(
        list.shape,
        written.map(({ payout }) => payout),
        list.furniture,
      );
      const lineOf = new Map(grid.lines.map(({ payout }, index) => [payout, index + 1]));
      const at = (line: number) => ({ file: entry.file, sheet: list.sheet, row: line });
      for (const [index, { fault }] of grid.lines.entries())
        if (fault) planted.faults.push({ rule: fault.rule, ...at(index + 1), note: fault.note });
      if (typeof form === 'object' && form.isCutOff)
        planted.faults.push({ rule: 'file-cut-off', ...at(grid.lines.length), note: '文件在半个字处断了' });
      if (agent.length > 0) {
        const lines = agent.map(({ payout }) => at(lineOf.get(payout) as number));
        planted.between.push({ rule: 'same-agent', rows: lines, note: '一人代三户领取' });
      }
      for (const [index, row] of rows.entries()) {
        const made = written[index] as Written;
        const place = at(lineOf.get(made.payout) as number);
        placed.set(row, { ...made, place });
      }
      files.push({ file: entry.file, sheet: list.sheet, ...equation(grid) });
      grids.set(list.sheet, grid);
    }
    if (notes) grids.set(notes.sheet, { lines: notes.lines.map((text) => ({ cells: [text] })), merges: [] });
    writeFileSync(join(folder, entry.file), await bytesOf(form, grids));
  }
  record(placed, tally, planted);

  const path = join(folder, recipientsFile('csv'));
  const recipients = new Plan({ ...common, firstPerson: 0 });
  files.push(await writeRecipients({ plan: recipients, rows: RECIPIENTS, format: 'csv', path, tally, planted }));
  const entries = [...DISTRICT_FILES.map(({ entry }) => entry), { file: recipientsFile('csv') }];
  writeFileSync(join(folder, 'campaign.yaml'), campaignYaml(entries, COMPARED));
  const compared = writeCompared(folder, common.population);
  const key = { ...answerKey(seed, files, tally, planted), compared };
  writeFileSync(join(folder, 'answer-key.json'), printKey(key));
  return key;
}

export function answerKey(seed: number, files: AnswerKey['files'], tally: Tally, planted: Planted): AnswerKey {
  return {
    schema: 'relief/answer-key@1',
    seed,
    files,
    departments: tally.departments(),
    severalDepartments: tally.severalDepartments(),
    faults: planted.faults,
    readable: planted.readable,
    between: planted.between,
  };
}

/** The rows of the plan that each list takes, in the order in which it has them. */
function shareOut(plan: Plan): Map<DistrictList, number[]> {
  const lists = DISTRICT_FILES.flatMap((file) => file.lists);
  const shares = new Map<DistrictList, number[]>();
  for (let row = 0; row < ROWS; row += 1) {
    const draft = plan.draft(row);
    const list = lists.find(({ takes }) => takes(draft));
    if (!list) throw new Error(`no list takes ${draft.measure.name}`);
    shares.set(list, [...(shares.get(list) ?? []), row]);
  }
  const committee = (row: number) => plan.draft(row).person.household.committee;
  for (const [{ furniture }, rows] of shares) {
    if (!furniture.byCommittee) continue;
    const order = [...new Set(rows.map(committee))];
    rows.sort((a, b) => order.indexOf(committee(a)) - order.indexOf(committee(b)) || a - b);
  }
  return shares;
}

function writeRow(plan: Plan, row: number, { shape, damaged }: DistrictList, index: number, choose: Choose): Written {
  const isDamaged = damaged && index >= damaged[0] && index <= damaged[1];
  return write({ plan, row, shape, serial: index + 1, choose, ...(isDamaged && { only: DAMAGED }) });
}

/** Plants what the district shows once, each on the first row of its file that has nothing odd. */
function plantSingle(file: string, written: Written[], isPlain: (made: Written) => boolean): void {
  for (const { rules, fits, plant } of SINGLE_FAULTS.filter((each) => each.file === file)) {
    const index = written.findIndex((made) => isPlain(made) && fits(made.payout));
    const made = written[index];
    if (!made) throw new Error(`${file} has no row for ${rules}`);
    written[index] = { ...made, fault: { rules, note: plant(made.payout, new Random(index)) } };
  }
}

const AGENT = '佟安生';
const HOMES = 3;

/** Has one person sign for several households, where a list says who collects. */
function plantAgent(
  { shape }: DistrictList,
  written: readonly Written[],
  isPlain: (made: Written) => boolean,
): Written[] {
  if (!shows(shape, 'agent')) return [];
  const homes = new Map(
    written
      .filter(isPlain)
      .toReversed()
      .map((made) => [made.payout.draft.person.household.number, made] as const),
  );
  const chosen = [...homes.values()].slice(0, HOMES);
  for (const { payout } of chosen) payout.cells.agent = AGENT;
  return chosen.toSorted((one, other) => written.indexOf(one) - written.indexOf(other));
}

function record(placed: ReadonlyMap<number, Written & { place: Place }>, tally: Tally, planted: Planted): void {
  const placeOf = (row: number) => (placed.get(row) as { place: Place }).place;
  for (let row = 0; row < ROWS; row += 1) {
    const made = placed.get(row) as Written;
    tally.add(made.payout);
    const first = made.planned.further === undefined ? undefined : placed.get(made.planned.further);
    if (first) tally.addPair(first.payout, made.payout);
    planted.note(made, row, placeOf);
  }
}

async function bytesOf(form: DistrictFile['form'], grids: ReadonlyMap<string | null, Grid>): Promise<Uint8Array> {
  if (form === 'workbook') return workbook(new Map([...grids].map(([sheet, grid]) => [sheet ?? '', grid])));
  const lines = [...grids.values()].flatMap((grid) => grid.lines);
  const text = lines.map(({ cells }) =>
    delimited(
      cells.map((cell) => (cell === null ? '' : String(cell))),
      form.delimiter,
    ),
  );
  const bytes = Buffer.concat([byteOrderMark(form.encoding), encode(text.join(''), form.encoding)]);
  // The line's end, the commas of its empty cells and half of the last character.
  return form.isCutOff
    ? bytes.subarray(
        0,
        bytes.findLastIndex((byte) => byte > 0x7f),
      )
    : bytes;
}
