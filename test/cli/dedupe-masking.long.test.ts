import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/output.ts';
import { deduped } from './deduped.ts';
import { cellsOf } from './workbooks.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-dedupe-masking-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nothing that is shorter is somebody’s number: dates have 8 digits, and money fewer. */
const NUMBER = /(?<![0-9A-Za-z])\d{10,}[\dXx](?![0-9A-Za-z])/g;
/** What JSON tells of a file is no row of it. */
const HASH = /"sha256": "[0-9a-f]{64}"/g;

const numbersIn = (text: string) =>
  new Set((text.normalize('NFKC').replace(HASH, '').match(NUMBER) ?? []).map((number) => number.toUpperCase()));

/** Every text of a list, as a spreadsheet would show it. */
async function textOf(path: string): Promise<string> {
  if (path.endsWith('.xlsx')) return (await cellsOf(path)).join('\n');
  const bytes = readFileSync(path);
  const utf8 = bytes.toString('utf8');
  if (!utf8.includes('\ufffd') && !utf8.includes('\0')) return utf8;
  return iconv.decode(bytes, bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf16' : 'gb18030');
}

async function numbersOf(paths: readonly string[]): Promise<Set<string>> {
  const texts = await Promise.all(paths.map(textOf));
  return numbersIn(texts.join('\n').replace(/['\s]/g, (gap) => (gap === '\n' ? '\n' : ' ')));
}

/** All that dedupe says of lists, by format and language. */
async function everything(input: readonly string[], showIds = false): Promise<Map<string, string>> {
  // The cells of a workbook that hold numbers are the same in both languages.
  const wanted = { zh: FORMATS, en: FORMATS.filter((format) => format !== 'xlsx') };
  const { shown, stderr } = await deduped(input, { limit: 1000, width: 300, showIds }, wanted);
  const texts = new Map<string, string>();
  for (const [what, bytes] of shown) {
    const path = join(folder, 'shown.xlsx');
    if (what === 'xlsx zh') writeFileSync(path, bytes);
    texts.set(what, stderr + (what === 'xlsx zh' ? (await cellsOf(path)).join('\n') : bytes.toString()));
  }
  return texts;
}

const LIST = 'samples/district/recipients.csv';
const LISTS = 'samples/district/lists';

describe.each([
  ['recipients', [LIST], [LIST]],
  ['district', ['samples/district/campaign.yaml'], [LIST, ...readdirSync(LISTS).map((name) => join(LISTS, name))]],
])('of the sample %s', (_, input, files) => {
  it('no number is shown in any format', async () => {
    const known = await numbersOf(files);
    expect(known.size).toBeGreaterThan(900);
    for (const [what, text] of await everything(input)) {
      expect(text, what).toContain('990'); // there was something to mask
      expect(
        [...numbersIn(text)].filter((number) => known.has(number)),
        what,
      ).toEqual([]);
      expect([...numbersIn(text)], what).toEqual([]);
    }
  });
});

describe('where that is asked, there is shown', () => {
  it('every number of a finding', async () => {
    const shown = await everything([LIST], true);
    const { findings }: { findings: { rows?: [] }[] } = JSON.parse(shown.get('json zh') ?? '');
    const rows: Record<'id' | 'account' | 'phone', string | null>[] = findings.flatMap(({ rows = [] }) => rows);
    const numbers = new Set(
      rows
        .flatMap(({ id, account, phone }) => [id ?? '', account ?? '', phone ?? ''])
        .filter((number) => /^\d{11,}$/.test(number)),
    );
    expect(numbers.size).toBeGreaterThan(100);
    const known = await numbersOf([LIST]);
    expect([...numbers].filter((number) => !known.has(number))).toEqual([]);
    for (const [what, text] of shown) {
      if (/csv|xlsx|json/.test(what))
        expect(
          [...numbers].filter((number) => !text.includes(number)),
          what,
        ).toEqual([]);
      else expect(numbersIn(text).size, what).toBeGreaterThan(100);
    }
  });
});

describe('of the cases of the rules', () => {
  const lists = readdirSync('test/cases').flatMap((rule) =>
    readdirSync(join('test/cases', rule))
      .map((scenario) => join('test/cases', rule, scenario, 'list.csv'))
      .filter((path) => existsSync(path)),
  );

  it('no number is shown in any format', async () => {
    const known = await numbersOf(lists);
    expect(known.size).toBeGreaterThan(30);
    for (const [what, text] of await everything(lists)) {
      expect(
        [...numbersIn(text)].filter((number) => known.has(number)),
        what,
      ).toEqual([]);
    }
  });
});
