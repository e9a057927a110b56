import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDistrict } from '../../samples/generator/district.ts';
import { DISTRICT_FILES } from '../../samples/generator/district-lists.ts';
import { FAULTS } from '../../samples/generator/faults.ts';
import type { AnswerKey, Place } from '../../samples/generator/key.ts';
import { SINGLE_FAULTS } from '../../samples/generator/single-faults.ts';
import { TRAPS } from '../../samples/generator/traps.ts';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { payoutCost } from '../../src/domain/campaign/standard.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { fenOf, idOf, type Read, TRIPS } from './predicates.ts';
import { type Cell, rowsOf } from './read.ts';

const COMMITTED = 'samples/district';
/** Faults of a whole list. */
const OF_LISTS = ['file-cut-off', 'column-overlooked', 'formula-uncomputed', 'list-total-contradicts-rows'];
const key: AnswerKey = JSON.parse(readFileSync(join(COMMITTED, 'answer-key.json'), 'utf8'));
const { campaign, place } = readCampaign(join(COMMITTED, 'campaign.yaml'));
const measures = campaign.departments.flatMap((department) =>
  department.measures.map((measure) => ({ department: department.name, measure })),
);

const made = mkdtempSync(join(tmpdir(), 'relief-samples-'));
afterAll(() => rmSync(made, { recursive: true }));

const where = ({ file, sheet, row }: Place) => `${file}|${sheet}|${row}`;

const RECIPIENT_FIELDS = {
  序号: 'serial',
  姓名: 'name',
  身份证号: 'id',
  部门: 'department',
  项目: 'measure',
  金额: 'amount',
  街道: 'subdistrict',
  居委会: 'committee',
  家庭住址: 'address',
  联系电话: 'phone',
  开户行: 'bank',
  银行账号: 'account',
  户号: 'household',
  发放日期: 'paidOn',
};

/** The fields of a sheet's columns, by their headers. */
function fieldsOf({ file, sheet }: Omit<Place, 'row'>): {
  fields: Readonly<Record<string, string>>;
  isWan: boolean;
  measure?: string | undefined;
  department?: string | undefined;
} {
  const found = DISTRICT_FILES.find(({ entry }) => entry.file === file);
  const list = found?.lists.find((one) => one.sheet === sheet);
  if (!found || !list) return { fields: RECIPIENT_FIELDS, isWan: false };
  const fields = Object.fromEntries(list.shape.columns.map(({ header, field }) => [header, field]));
  return {
    fields,
    isWan: list.shape.unit === '万元',
    measure: found.entry.measure,
    department: found.entry.department,
  };
}

interface DataRow extends Read {
  readonly place: Place;
  readonly isTooWide: boolean;
  readonly measureId: string | undefined;
}

/** Every data row of every list by its place, and the other rows. */
const data = new Map<string, DataRow>();
const others = new Map<string, Cell[]>();

beforeAll(async () => {
  await writeDistrict(key.seed, made);
  const known = {
    departments: new Set(campaign.departments.map(({ name }) => name)),
    measures: new Set(measures.map(({ measure }) => measure.name)),
  };
  for (const { file, sheet } of key.files) {
    const { fields, isWan, measure: fixed } = fieldsOf({ file, sheet });
    const rows = await rowsOf(COMMITTED, file, sheet);
    const headers = rows.findLast((row) => row.every((header) => String(header) in fields)) ?? [];
    const isHeader = (row: Cell[]) =>
      row.includes('对象信息') || headers.every((header, index) => row[index] === header);
    for (const [index, row] of rows.entries()) {
      const at = { file, sheet, row: index + 1 };
      const isData = /^\d+$/.test(String(row[0])) && !isHeader(row);
      if (!isData) {
        others.set(where(at), row);
        continue;
      }
      const cells = Object.fromEntries(
        headers.flatMap((header, column) => (fields[String(header)] ? [[fields[String(header)], row[column]]] : [])),
      );
      const measure = measures.find(({ measure: { id, name } }) => id === fixed || name === cells.measure)?.measure;
      const standard = measure?.standard;
      const isJudged = standard && !standard.average && standard.rate?.kind !== 'usual';
      data.set(where(at), {
        place: at,
        cells,
        known,
        standard: isJudged ? payoutCost(standard, 'nominal') : undefined,
        isBanked: measure?.form[0] === 'cash' && measure.delivery === undefined,
        is80Plus: measure?.eligible?.age !== undefined,
        fenPerUnit: isWan ? 1_000_000 : 100,
        measureId: measure?.id,
        median: Number.NaN,
        isTooWide: row.length > headers.length,
      });
    }
  }
  for (const { measure } of measures) {
    const mine = [...data].filter(([, { measureId }]) => measureId === measure.id);
    const amounts = mine.flatMap(([, row]) => fenOf(row) ?? []).sort((a, b) => a - b);
    const median = amounts[amounts.length >> 1] ?? Number.NaN;
    for (const [at, row] of mine) data.set(at, { ...row, median });
  }
});

const read = (place: Place) => {
  const row = data.get(where(place));
  if (!row) throw new Error(`no data at ${where(place)}`);
  return row;
};

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

describe('the sample district', () => {
  it('is what the generator makes now, byte for byte', () => {
    expect(files(made)).toEqual(files(COMMITTED));
    for (const name of files(made))
      expect(readFileSync(join(made, name)).equals(readFileSync(join(COMMITTED, name))), name).toBe(true);
  });

  it('is small', () => {
    expect(files(COMMITTED).reduce((sum, name) => sum + statSync(join(COMMITTED, name)).size, 0)).toBeLessThan(
      1_000_000,
    );
    expect(data.size).toBeGreaterThan(2000);
    expect(data.size).toBeLessThan(3000);
  });

  it('has a campaign without errors or warnings, that names every list', () => {
    const { findings } = checkCampaign(budgetOf(campaign), place, '2026-01-01');
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
    expect(new Set(campaign.lists.map(({ file }) => file))).toEqual(new Set(key.files.map(({ file }) => file)));
  });
});

describe('the answer key', () => {
  it('holds every fault, trap and doubt that the generator can plant', () => {
    expect(new Set(key.faults.map(({ rule }) => rule))).toEqual(
      new Set([...[...FAULTS, ...SINGLE_FAULTS].flatMap(({ rules }) => rules), ...OF_LISTS]),
    );
    expect(new Set(key.readable.map(({ trap }) => trap))).toEqual(new Set(TRAPS.map(({ trap }) => trap)));
    expect(new Set(key.between.map(({ rule }) => rule))).toEqual(
      new Set([
        'paid-twice',
        'identity-conflict',
        'excluded-combination',
        'shared-account',
        'shared-phone',
        'same-agent',
      ]),
    );
  });

  it('has the row equation of each sheet', () => {
    for (const { file, sheet, rows, payouts, setAside, rejected } of key.files) {
      const mine = [...data.values()].filter(({ place }) => place.file === file && place.sheet === sheet);
      const notRows = [...others.keys()].filter((at) => at.startsWith(`${file}|${sheet}|`));
      const isRejected = ({ cells, isTooWide }: (typeof mine)[number]) =>
        isTooWide || (cells.name === '' && cells.id === '');
      expect({ rows, payouts, setAside, rejected }, file).toEqual({
        rows: mine.length + notRows.length,
        payouts: mine.filter((row) => !isRejected(row)).length,
        setAside: notRows.length,
        rejected: mine.filter(isRejected).length,
      });
      expect(payouts + setAside + rejected).toBe(rows);
    }
  });

  it.each(Object.keys(TRIPS))('says of %s exactly the rows that trip it', (rule) => {
    const rejected = new Set(key.faults.filter((fault) => fault.rule === 'row-rejected').map(where));
    const tripped = [...data].filter(([at, row]) => !rejected.has(at) && TRIPS[rule]?.(row)).map(([at]) => at);
    expect(tripped.sort()).toEqual(
      key.faults
        .filter((fault) => fault.rule === rule)
        .map(where)
        .sort(),
    );
  });

  it('points with each trap at a row that has it', () => {
    for (const { trap, ...place } of key.readable) {
      const { cells } = read(place);
      const [field = ''] = trap.split('-');
      const written = String(cells[field === 'date' ? 'paidOn' : field]);
      expect(written, trap).toMatch(LOOKS[trap] as RegExp);
    }
  });

  it('points with each doubt at rows that show it', () => {
    for (const { rule, rows } of key.between) {
      const [first, ...rest] = rows.map(read);
      const same = (what: (row: Read) => unknown) =>
        first !== undefined && rest.every((row) => what(row) === what(first));
      const name = (row: Read) => String(row.cells.name).replace(/\s/g, '');
      if (rule === 'same-agent') {
        expect(same(({ cells }) => cells.agent)).toBe(true);
        continue;
      }
      expect(same(idOf), rule).toBe(!rule.startsWith('shared'));
      if (rule.startsWith('shared')) expect(same(({ cells }) => cells[rule.slice(7)])).toBe(true);
      else expect(same(name), rule).toBe(rule !== 'identity-conflict');
      if (rule === 'paid-twice') expect(same(fenOf)).toBe(true);
    }
  });

  it('adds up departments as their lists do', () => {
    const nobodys = new Set(
      key.faults.filter(({ rule }) => rule === 'unknown-department' || rule === 'row-rejected').map(where),
    );
    for (const { department, payouts, amount } of key.departments) {
      const mine = [...data].filter(([at, { cells, place }]) => {
        return !nobodys.has(at) && (cells.department ?? fieldsOf(place).department) === department;
      });
      const fen = mine.reduce((sum, [, row]) => sum + (fenOf(row) ?? 0), 0);
      expect({ department, payouts: mine.length, amount: (fen / 100).toFixed(2) }).toEqual({
        department,
        payouts,
        amount,
      });
    }
  });
});

const LOOKS: Readonly<Record<string, RegExp>> = {
  'id-trailing-tab': /^\d{17}[\dX]\t$/,
  'id-apostrophe': /^'\d{17}[\dX]$/,
  'id-formula': /^="\d{17}[\dX]"$/,
  'id-full-width': /^[０-９]{17}[０-９Ｘ]$/,
  'id-lower-x': /^\d{17}x$/,
  'amount-capitals': /^[壹贰叁肆伍陆柒捌玖].*元整$/,
  'amount-with-sign': /^￥(?:\d,)?\d{2,3}\.00$/,
  'amount-full-width': /^[０-９]+$/,
  'amount-with-unit': /^\d+元$/,
  'name-inner-space': /^\S\s+\S$/,
  'date-compact': /^2026\d{4}$/,
  'date-points': /^2026\.\d+\.\d+$/,
  'date-slashes': /^2026\/\d+\/\d+$/,
  'date-chinese': /^2026年\d+月\d+日$/,
  'date-serial': /^46\d{3}$/,
};
