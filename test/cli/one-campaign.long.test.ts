import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { relief } from './run.ts';

/** Lists of five departments, of which none keeps what the others do: only rosters say who on them is one person. */
const MESSY = 'test/cli/messy/campaign.yaml';
const DISTRICT = 'samples/district/campaign.yaml';

const folder = mkdtempSync(join(tmpdir(), 'relief-one-campaign-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a command says, each figure by its name. */
type Figures = Readonly<Record<string, unknown>>;
// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
type Json = any;

const run = async (...args: readonly string[]) =>
  (await relief([...args, '--fail-on', 'never'], { today: '2026-03-10' })).stdout;
const json = async (command: string, ...args: readonly string[]): Promise<Json> =>
  JSON.parse(await run(command, ...args, '--format', 'json'));

const named = (names: readonly string[], figures: Figures | null): Figures =>
  Object.fromEntries(Object.entries(figures ?? {}).map(([figure, value]) => [[...names, figure].join(' '), value]));

/** What is listed, for the whole, a department or a measure. */
const listed = ({ payouts, persons, households, amount, withoutAmount }: Json): Figures => ({
  payouts,
  persons,
  households,
  amount,
  withoutAmount,
});

const found = (byRule: Figures): Figures => named(['found'], byRule);

function countBy(rules: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

/** Payouts and money of each measure of the campaign, whichever department a row says it is of. */
function ofMeasures(sums: readonly { id: string | null; payouts: number; amount: string }[]): Figures {
  const figures: Record<string, number> = {};
  const add = (figure: string, value: number) => {
    figures[figure] = (figures[figure] ?? 0) + value;
  };
  for (const { id, payouts, amount } of sums) {
    if (id === null || payouts === 0) continue;
    add(`measure ${id} payouts`, payouts);
    add(`measure ${id} fen`, Math.round(Number(amount) * 100));
  }
  return figures;
}

/** What `withLists` adds to a record, in all and by department and measure. */
const added = ({ totals, byDepartment }: Json): Figures =>
  Object.assign(
    listed(totals),
    named(['range'], totals.personsRange),
    named(['identity'], totals.identity),
    ofMeasures(byDepartment.flatMap(({ measures }: Json) => measures)),
    ...byDepartment.flatMap(({ department, measures, ...sums }: Json) => [
      named([department], listed(sums)),
      ...measures.map(({ measure, ...each }: Json) => named([department, measure], listed(each))),
    ]),
  );

const covered = ({ eligible, reached, rate }: Json): Figures => ({ eligible, reached, rate });

const COMMANDS: Readonly<Record<string, (...args: readonly string[]) => Promise<Figures>>> = {
  budget: async (...args) => {
    const record = await json('budget', ...args);
    const ofPlan = Object.assign(
      {},
      ...record.departments.flatMap(({ name, actual, measures }: Json) => [
        named([name], actual && listed(actual)),
        ...measures.map((each: Json) => named([name, each.name], each.actual?.payouts ? listed(each.actual) : null)),
      ]),
    );
    expect(added(record)).toMatchObject({ ...ofPlan, ...listed(record.total.actual) });
    return { ...added(record), ...found(countBy(record.findings.map(({ rule }: Json) => rule))) };
  },
  dedupe: async (...args) => {
    const record = await json('dedupe', ...args);
    return { ...added(record), ...found(record.summary.byRule) };
  },
  status: async (...args) => {
    const { total, departments } = await json('status', ...args);
    const { count, amount } = total.paid;
    return Object.assign(
      { ...listed(total.listed), 'paid count': count, paid: amount },
      ...departments.map(({ name, listed: its }: Json) => named([name], its && listed(its))),
    );
  },
  cover: async (...args) => {
    const { total, summary } = await json('cover', ...args);
    return { ...covered(total), ...found(summary.byRule) };
  },
  reconcile: async (...args) => {
    const { total, byMeasure, summary } = await json('reconcile', ...args);
    const { listed: all, paid } = total;
    return Object.assign(
      { payouts: all.count, amount: all.amount, 'paid count': paid.count, paid: paid.amount },
      found(summary.byRule),
      ofMeasures(byMeasure.map(({ id, listed: { count, amount } }: Json) => ({ id, payouts: count, amount }))),
    );
  },
  export: async (...args) => {
    const { sheets } = await json('export', ...args);
    const [{ columns, rows }] = sheets;
    const at = (title: string) => columns.findIndex((column: Json) => column.title === title);
    return Object.assign(
      {},
      ...rows.map(({ level, cells }: Json) => {
        const amount = cells[at('实际金额')];
        const payouts = cells[at('实际人次')];
        const names = { item: [1, 2], subtotal: [1] }[level as string]?.map((column) => cells[column]) ?? [];
        if (level === 'detail' || !payouts) return {};
        const [households, persons] = [cells[at('实际户')], cells[at('实际人')]];
        return named(names, { payouts, persons, households, amount: amount.low ?? amount });
      }),
    );
  },
  report: async (...args) => {
    const page = await run('report', ...args);
    const [, persons] = /名单人数<\/dt><dd><b>([\d,]+)人/.exec(page) ?? [];
    const [, payouts] = /<span>([\d,]+)人次[<（]/.exec(page) ?? [];
    const [, eligible, reached] = /应覆盖([\d,]+)人，已覆盖([\d,]+)人/.exec(page) ?? [];
    const number = (digits = '') => Number(digits.replaceAll(',', ''));
    const rules = [...page.matchAll(/<tr data-severity="\w+" data-rule="([^"]+)">/g)].map(([, rule = '']) => rule);
    return {
      persons: number(persons),
      payouts: number(payouts),
      eligible: number(eligible),
      reached: number(reached),
      ...found(countBy(rules)),
    };
  },
};

/** Every figure that several commands give, by what they say of it: one value where they agree. */
async function figuresOf(args: readonly string[], more: Readonly<Record<string, Figures>> = {}) {
  const said = new Map<string, Map<unknown, string[]>>();
  const all = { ...more };
  for (const [command, figures] of Object.entries(COMMANDS)) all[command] = await figures(...args);
  for (const [command, figures] of Object.entries(all)) {
    for (const [figure, value] of Object.entries(figures)) {
      const values = said.get(figure) ?? new Map<unknown, string[]>();
      said.set(figure, values.set(value, [...(values.get(value) ?? []), command]));
    }
  }
  const shared = [...said].filter(([, values]) => [...values.values()].flat().length > 1);
  return { all, shared, disputed: shared.filter(([, values]) => values.size > 1) };
}

describe('every command of one campaign', () => {
  it('names the same people, households and money of messy lists', async () => {
    const { lists } = (await json('budget', MESSY)).inputs.reduce(
      ({ lists }: { lists: string[] }, { file, rows }: Json) => ({
        lists: rows === undefined ? lists : [...lists, file],
      }),
      { lists: [] },
    );
    const { totals } = await json('check', MESSY, ...lists);
    const { all, shared, disputed } = await figuresOf([MESSY], { check: listed(totals) });
    expect(disputed).toEqual([]);
    expect(shared.length).toBeGreaterThan(60);
    for (const figure of ['persons', 'households', 'payouts', 'amount'])
      expect(Object.values(all).filter((figures) => figure in figures).length, figure).toBeGreaterThanOrEqual(4);
    expect(all.dedupe?.persons).toBe(12);
  });

  it('names the same people, households and money of the sample', async () => {
    const { shared, disputed } = await figuresOf([DISTRICT]);
    expect(disputed).toEqual([]);
    expect(shared.length).toBeGreaterThan(120);
  });

  it('names the same people where only what is certain counts', async () => {
    const { all, disputed } = await figuresOf([MESSY, '--certain']);
    expect(disputed).toEqual([]);
    expect(all.budget).toMatchObject({ 'range low': all.budget?.persons, 'range high': all.budget?.persons });
  });

  it('knows by its rosters who is one person on lists that have nothing in common', async () => {
    const lines = readFileSync(MESSY, 'utf8')
      .replaceAll('file: ', `file: ${resolve('test/cli/messy')}/`)
      .split('\n');
    const [from, to] = [lines.indexOf('rosters:'), lines.indexOf('returns:')];
    const without = join(folder, 'campaign.yaml');
    writeFileSync(without, [...lines.slice(0, from), ...lines.slice(to)].join('\n'));
    for (const command of ['budget', 'dedupe']) {
      expect((await json(command, without, '--certain')).totals.persons).toBe(16);
    }
    const blocked = ['--blocked', resolve('test/cli/messy/rosters/低保名册.csv')];
    expect((await json('dedupe', without, '--certain', ...blocked)).totals.persons).toBe(13);
  });

  it('names the same people with what was paid earlier', async () => {
    const against = ['--against', 'test/cli/messy/earlier.csv'];
    expect((await json('dedupe', MESSY, '--certain', ...against)).totals.persons).toBe(13);
    expect((await json('cover', MESSY, ...against)).total).toMatchObject(covered((await json('cover', MESSY)).total));
  });
});
