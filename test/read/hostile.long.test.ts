import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';

/**
 * Files made to hang or break the program. Each is read, and checked if that is asked for, in another process, since a hang in
 * this one could not be stopped: it may work for so many milliseconds, and is killed when it does not answer for so many.
 */
const MOST_WORK = 20_000;
const LONGEST_SILENCE = 200_000;

const folder = mkdtempSync(join(tmpdir(), 'relief-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOURCES = `
export { readCampaign } from ${JSON.stringify(resolve('src/read/campaign-file.ts'))};
export { budgetOf } from ${JSON.stringify(resolve('src/totals/budget/budget.ts'))};
export { checkCampaign } from ${JSON.stringify(resolve('src/checks/campaign/check-campaign.ts'))};
`;
const READER = `
import { budgetOf, checkCampaign, readCampaign } from './relief.mjs';
process.on('message', ({ path, check }) => {
  const before = process.cpuUsage();
  const says = said(path, check);
  const { user, system } = process.cpuUsage(before);
  process.send({ says, work: (user + system) / 1000 });
});
function said(path, check) {
  try {
    const { campaign, place } = readCampaign(path);
    if (check) checkCampaign(budgetOf(campaign), place, '2017-01-01');
    return 'valid';
  } catch (error) {
    if (!Array.isArray(error.problems)) throw error;
    return [...new Set(error.problems.map(({ code }) => code))].sort().join(' ');
  }
}
`;

beforeAll(async () => {
  writeFileSync(join(folder, 'relief.ts'), SOURCES);
  const bundle = await rolldown({ input: join(folder, 'relief.ts'), platform: 'node' });
  await bundle.write({ file: join(folder, 'relief.mjs'), format: 'esm', codeSplitting: false });
  writeFileSync(join(folder, 'run.mjs'), READER);
});

let reader: ChildProcess | undefined;
afterAll(() => reader?.kill());

/** The process that reads, one file after the other; a new one after a file that ended it. */
function running(): ChildProcess {
  if (reader?.connected) return reader;
  reader = fork(join(folder, 'run.mjs'), { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  return reader;
}

/** The codes of all problems, `valid`, or how the process ended. */
function read(content: string, check?: 'check'): Promise<string> {
  const path = join(folder, 'campaign.yaml');
  writeFileSync(path, content);
  const child = running();
  return new Promise((resolved) => {
    let [stderr, killed] = ['', false];
    const note = (data: Buffer) => {
      stderr += data;
    };
    const hangs = setTimeout(() => {
      killed = true;
      child.kill('SIGKILL');
    }, LONGEST_SILENCE);
    const answer = ({ says, work }: { says: string; work: number }) =>
      end(work > MOST_WORK ? `killed: it took ${work} ms` : says);
    const end = (says: string) => {
      clearTimeout(hangs);
      child.off('message', answer).off('close', broke).stderr?.off('data', note);
      resolved(says);
    };
    const broke = (code: number | null, signal: string | null) => {
      const reason = /^\w*Error: .*/m.exec(stderr)?.[0] ?? `exit ${code ?? signal}`;
      end(killed ? 'killed' : `broke: ${reason}`);
    };
    child.on('message', answer).on('close', broke).stderr?.on('data', note);
    child.send({ path, check });
  });
}

const HEAD = 'relief: 1\nid: hostile\ntitle: 帮困送温暖\n';
const EMPTY = `${HEAD}departments: []\n`;
const measure = (key: string, value: string) =>
  `${HEAD}departments:\n  - name: 民政部门\n    measures:\n      - {id: a, name: 慰问, ${key}: ${value}}\n`;
const lines = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');

const DEEP = 'yaml-too-deep';
const FIELD = 'bad-field';

it.each<[name: string, content: () => string, says: string | RegExp]>([
  // Deep
  ['100,000 [', () => '['.repeat(100_000), DEEP],
  ['500,000 [', () => '['.repeat(500_000), DEEP],
  ['100,000 [ and as many ]', () => '['.repeat(100_000) + ']'.repeat(100_000), DEEP],
  ['100,000 “- ”', () => '- '.repeat(100_000), DEEP],
  ['40 {', () => `${'{'.repeat(40)}a${'}'.repeat(40)}`, /./],
  ['500,000 {', () => '{'.repeat(500_000), DEEP],
  ['100,000 “{a: ”', () => '{a: '.repeat(100_000), DEEP],
  ['100,000 “? ”', () => '? '.repeat(100_000), DEEP],
  ['700 [ and a quote that is never closed', () => `${'['.repeat(700)}"`, DEEP],
  ['700 levels behind an alias', () => `a: &a 1\nb: *a\nc: ${'['.repeat(700)}${']'.repeat(700)}\n`, DEEP],
  ['1,500 levels of indentation', () => lines(1500, (i) => `${' '.repeat(i)}a:`), DEEP],
  // Aliases
  ['an alias to what it is in', () => '&a [*a]', DEEP],
  [
    'billion laughs',
    () => `a: &a [哈, 哈]\n${lines(40, (i) => `a${i}: &a${i} [*a${i ? i - 1 : ''}, *a${i ? i - 1 : ''}]`)}`,
    'yaml-aliases',
  ],
  ['9,000 aliases', () => `${EMPTY}parts: [&a 街道.yaml, ${'*a, '.repeat(9000)}]\n`, 'valid'],
  [
    '9,000 aliases among 100,000 values',
    () => `${EMPTY}parts: [&a 街道.yaml, ${'*a, '.repeat(9000)}${'b, '.repeat(100_000)}]\n`,
    'valid',
  ],
  ['200,000 aliases', () => `${EMPTY}parts: [&a 街道.yaml, ${'*a, '.repeat(200_000)}]\n`, 'yaml-aliases'],
  // Long
  ['a scalar of 1 MB', () => 'x'.repeat(1_000_000), 'not-a-campaign'],
  ['a title of 1 MB', () => EMPTY.replace('帮困送温暖', '帮'.repeat(330_000)), 'valid'],
  ['an id of 1 MB', () => EMPTY.replace('hostile', 'a-'.repeat(500_000)), FIELD],
  ['a word of 1 MB', () => `${EMPTY}type: ${'x'.repeat(1_000_000)}\n`, 'wrong-word'],
  ['a key of 1 MB', () => `${EMPTY}? ${'x'.repeat(1_000_000)}\n: 1\n`, 'unknown-key'],
  ['an amount of 1,000,000 digits', () => measure('amount', '9'.repeat(1_000_000)), FIELD],
  ['an amount of 1,000,000 decimals', () => measure('amount', `0.${'9'.repeat(1_000_000)}元`), FIELD],
  ['an amount of 300,000 万', () => measure('amount', `${'万'.repeat(300_000)}x`), FIELD],
  ['an amount of 1 and 300,000 亿', () => measure('amount', `1${'亿'.repeat(300_000)}元`), FIELD],
  ['a count of 300,000 一', () => measure('reach', `${'一'.repeat(300_000)}人`), FIELD],
  ['a count of 300,000 十', () => measure('reach', `${'十'.repeat(300_000)}人`), FIELD],
  ['an amount with 500,000 commas', () => measure('amount', `"1${',000'.repeat(250_000)}x"`), FIELD],
  ['a standard of 500,000 “1-”', () => measure('standard', `${'1-'.repeat(500_000)}x`), FIELD],
  ['a standard of 1,000,000 -', () => measure('standard', `1${'-'.repeat(1_000_000)}x`), FIELD],
  ['a standard of 300,000 补助', () => measure('standard', `${'补助'.repeat(160_000)}x`), FIELD],
  ['a standard of 300,000 blanks', () => measure('standard', `"5${' '.repeat(300_000)}x"`), FIELD],
  ['a date of 300,000 至', () => `${EMPTY}deadlines: [{name: 发放, until: 1月${'至'.repeat(300_000)}}]\n`, FIELD],
  ['an age of 300,000 —', () => measure('eligible', `{age: 1${'—'.repeat(300_000)}x}`), FIELD],
  // Many
  ['100,000 keys', () => lines(100_000, (i) => `k${i}: 1`), 'missing-key unknown-key'],
  ['100,000 keys, all the same', () => EMPTY + lines(100_000, () => 'note: a'), 'yaml-duplicate-key'],
  ['50,000 rules that are none', () => `${EMPTY}rules:\n${lines(50_000, (i) => `  k${i}: off`)}`, 'valid'],
  ['50,000 wrong severities', () => `${EMPTY}rules:\n${lines(50_000, (i) => `  k${i}: loud`)}`, 'wrong-word'],
  ['50,000 categories', () => `${EMPTY}categories:\n${lines(50_000, (i) => `  k${i}: [a]`)}`, 'valid'],
  ['200,000 numbers for departments', () => `${HEAD}departments:\n${lines(200_000, () => '- 1')}`, 'yaml-too-many'],
  ['100,000 wrong words', () => `${EMPTY}stages: [{name: 发放, kind: [${'x, '.repeat(100_000)}]}]\n`, 'wrong-word'],
  [
    '10,000 measures of one id',
    () => `${HEAD}departments:\n- name: a\n  measures:\n${lines(10_000, () => '  - {id: a, name: a}')}`,
    FIELD,
  ],
  ['100,000 documents', () => '---\n'.repeat(100_000), /yaml-several-documents/],
  ['100,000 quotes on a line', () => '"'.repeat(100_000), 'yaml-syntax'],
  ['50,000 anchors on a line', () => '&a '.repeat(50_000), 'yaml-syntax'],
  ['100,000 commas in brackets', () => `[${','.repeat(100_000)}]`, 'yaml-syntax'],
  ['50,000 }, one a line', () => lines(50_000, () => '}'), 'yaml-syntax'],
  ['500,000 empty lines', () => '\n'.repeat(500_000), 'not-a-campaign'],
])('%s', async (_, content, says) => {
  const said = await read(content());
  if (typeof says === 'string') expect(said).toBe(says);
  else expect(said).toMatch(says);
  expect(said).not.toMatch(/killed|broke/);
});

const measures = (count: number, rest: (i: number) => string) =>
  `${HEAD}departments:\n- name: 民政部门\n  measures:\n${lines(count, (i) => `  - {id: m${i}, name: 慰问, ${rest(i)}}`)}`;

it.each<[name: string, content: () => string]>([
  ['categories, each of them in the next, 500 times', () => EMPTY + categories(500, (i) => `k${i + 1}`)],
  ['10,000 categories', () => EMPTY + categories(10_000, () => 'a')],
  ['5,000 measures, each for others', () => measures(5000, (i) => `to: a${i}, reach: 5人`)],
  ['1,000 measures for the same', () => measures(1000, () => 'to: a, reach: 5人')],
  ['2,000 exclusions of nothing', () => measures(2000, (i) => `excludes: x${i}, reach: 5人`)],
])('%s are checked', async (_, content) => {
  expect(await read(content(), 'check')).toBe('valid');
});

function categories(count: number, inner: (i: number) => string): string {
  return `categories:\n${lines(count, (i) => `  k${i}: [${inner(i)}]`)}`;
}
