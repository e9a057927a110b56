import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '../../src/engine/database.ts';
import { whatFor } from '../../src/engine/step.ts';
import { TABLES } from '../../src/engine/tables.ts';
import { relief } from '../cli/run.ts';
import { expectGolden } from '../golden.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-tables-'));
const sources = globSync('src/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const OTHER_COLUMNS = join(folder, 'other-columns.csv');
writeFileSync(OTHER_COLUMNS, '姓名,家庭人口,困难类型,备注,工作单位,金额\n王秀英,2,低保,补发,纺织厂,500\n');
const DISTRICT = 'samples/district/campaign.yaml';
/** A list so long that SQL reads it, and a return. */
const long = (file: string) => {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const path = join(folder, basename(file));
  const times = Math.ceil((256 << 10) / Buffer.byteLength(rows.join('\n')));
  writeFileSync(path, [header, ...Array.from({ length: times }, () => rows).flat(), ''].join('\n'));
  return path;
};
const CREATED = /^\s*create (?:or replace )?(?:temp )?(?:table|view) (?:if not exists )?(\w+)/i;

/** The columns of every table that was made, in the order in which any of that name had them. */
const columns = new Map<string, Set<string>>();

/** Notes the columns of the table that a statement made, if it did. */
async function note(database: Database, sql: string): Promise<void> {
  const [, made] = CREATED.exec(sql) ?? [];
  if (!made) return;
  const name = made.replace(/\d+/, 'N');
  const own = await database.all<{ name: string }>(
    'select column_name as name from duckdb_columns() where table_name = $1 order by column_index',
    [made],
  );
  columns.set(name, new Set([...(columns.get(name) ?? []), ...own.map((column) => column.name)]));
}

beforeAll(async () => {
  const { run, made } = Database.prototype;
  vi.spyOn(Database.prototype, 'run').mockImplementation(async function (this: Database, sql, values) {
    await run.call(this, sql, values);
    await note(this, sql);
  });
  vi.spyOn(Database.prototype, 'made').mockImplementation(async function (this: Database, sql, values) {
    const count = await made.call(this, sql, values);
    await note(this, sql);
    return count;
  });
  for (const args of [
    ['check', DISTRICT],
    ['dedupe', DISTRICT],
    ['dedupe', DISTRICT, '--explain-match', '民政局.xlsx[南屏街道]:19', '慈善基金会.xlsx:18'],
    ['cover', DISTRICT],
    ['reconcile', DISTRICT, '--complete'],
    ['dedupe', DISTRICT, '-o', join(folder, 'duplicates.xlsx')],
    [
      'dedupe',
      DISTRICT,
      ...['clean', 'removed', 'held'].flatMap((kind) => [`--${kind}`, join(folder, kind)]),
      '--strict',
    ],
    ['budget', DISTRICT],
    ['dedupe', 'test/cli/day-of-work/campaign.yaml'],
    [
      'reconcile',
      long('samples/district/recipients.csv'),
      ...globSync('samples/district/returns/*.csv').flatMap((file) => ['--returns', long(file)]),
    ],
    ['check', DISTRICT, long(OTHER_COLUMNS), '--only'],
    ...globSync(['samples/district/lists/*.{csv,tsv}', 'test/cli/day-of-work/lists/*.{csv,tsv}']).map((file) => [
      'check',
      long(file),
    ]),
    ['dedupe', 'samples/district/lists/残联.csv', '--against', 'samples/district/lists/残联-走访.csv'],
    ...globSync('test/cases/{not-on-roster,omitted-from-measure,totals-disagree}/*/campaign.yaml').map((file) => [
      'check',
      file,
    ]),
    ...globSync('test/cases/{not-on-roster,omitted-from-measure}/*/campaign.yaml').map((file) => ['cover', file]),
  ])
    await relief([...args, '--fail-on', 'never', '--threads', '1']);
  const key = join(folder, 'seal.key');
  await relief(['seal', '--new-key', key]);
  const lists = ['samples/district/lists/残联.csv', 'samples/district/lists/残联-走访.csv'];
  await relief(['seal', ...lists, '--key-file', key, '-o', join(folder, 'sealed'), '--fail-on', 'never']);
  await relief(['dedupe', ...globSync(join(folder, 'sealed', '*.csv')), '--fail-on', 'never', '--threads', '1']);
  await relief([
    'compare',
    ...['残联', '残联-走访'].map((list) => `samples/district/lists/${list}.csv`),
    '--threads',
    '1',
  ]);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('the tables of a run', () => {
  it('are all known by name, and what each is for', () => {
    expect([...columns.keys()].filter((name) => !TABLES[name])).toEqual([]);
    expect(columns.size).toBeGreaterThan(120);
  });

  it('are those that the program makes, and no others', () => {
    const made = [
      ...sources.matchAll(/create (?:or replace )?(?:temp )?(?:table|view|type) (?:if not exists )?(\w+)/gi),
    ];
    const named = new Set([...made.map(([, name = '']) => name), ...columns.keys()]);
    const words = ['department_word', 'measure_word']; // types, whose names are put together
    expect(Object.keys(TABLES).filter((name) => !named.has(name) && !words.includes(name))).toEqual([]);
    expect([...named].filter((name) => !whatFor(name))).toEqual([]);
  });

  it('are told with their columns', () => {
    // Of a table that no run came to, what its statement says.
    const said = (name: string) =>
      new RegExp(`create (?:or replace )?(?:temp )?table ${name} \\(([^)$]*)\\)`).exec(sources)?.[1] ?? '';
    const written = (name: string) =>
      said(name)
        .split(',')
        .flatMap((column) => column.trim().split(' ')[0] || []);
    const rows = Object.entries(TABLES).map(
      ([name, why]) => `| \`${name}\` | ${why} | ${[...(columns.get(name) ?? written(name))].join(', ') || '—'} |`,
    );
    const head = ['# The tables of a run', '', HEAD, '', '| table | what it holds | columns |', '| --- | --- | --- |'];
    expectGolden('docs/tables.md', [...head, ...rows, ''].join('\n'));
  });
});

const HEAD =
  'Made by a test from `src/engine/tables.ts` and from runs on the sample: every table and view of the database, in the order in which a run comes to them. `N` stands for a number; columns are those that any of the name had, and “—” is a type, or a table that these runs do not come to. `--debug` tells of each statement with its milliseconds, its rows and these words.';
