import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { ruleOf } from '../../src/checks/index.ts';
import { InvalidInput, type Problem } from '../../src/domain/problem.ts';
import { type CampaignFile, readCampaign } from '../../src/read/campaign-file.ts';
import en from '../../src/text/en/problems.ts';
import zh from '../../src/text/zh/problems.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-any-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'campaign.yaml');

const PUTUO = readFileSync('campaigns/putuo-2017.yaml');

/** A campaign or problems; any other error is a bug and is thrown on. */
function read(content: Uint8Array): CampaignFile | readonly Problem[] {
  writeFileSync(path, content);
  try {
    return readCampaign(path);
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
}

const isValid = (outcome: ReturnType<typeof read>): outcome is CampaignFile => 'campaign' in outcome;

/** What YAML and the notices are made of, so that chance gets further than the first byte. */
const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ', ',
    '- ',
    ': ',
    '? ',
    '\n',
    '\n  ',
    '\n    ',
    '\t',
    '"',
    "'",
    '|\n',
    '>-\n',
    '#',
    '%',
    '@',
    '`',
    '~',
  ],
  ...['&a ', '*a', '!!str ', '!x ', '<<: *a', '---\n', '...\n', '\r\n', '\u2028', '\ufeff', '\u0001', '🧧', '𠮷'],
  ...[
    'relief: 1\n',
    'id',
    'title',
    'departments',
    'measures',
    'name',
    'reach',
    'amount',
    'standard',
    'to',
    'funds',
    'year',
    'until',
  ],
  ...[
    '约',
    '近',
    '余',
    '万',
    '亿',
    '元',
    '人',
    '户',
    '每户',
    '/户',
    '户均',
    '最高',
    '一般',
    '至',
    '-',
    '不超过',
    '以上',
    '春节前',
    '12月下旬',
  ],
  ...[
    '0',
    '1',
    '-5',
    '1e9',
    '.nan',
    '0x1F',
    '0.001',
    '1,000',
    '99999999999999999999',
    '２０',
    '三千五百',
    '2+',
    'true',
    'null',
  ],
];
interface Edit {
  readonly what: 'flip' | 'delete' | 'insert' | 'delete line' | 'double line' | 'move line' | 'new value';
  readonly at: number;
  readonly by: number;
  readonly piece: string;
}

const edits = fc.array(
  fc.record<Edit>({
    what: fc.constantFrom('flip', 'delete', 'insert', 'delete line', 'double line', 'move line', 'new value'),
    at: fc.nat(),
    by: fc.nat({ max: 40 }),
    piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 8 })),
  }),
  { minLength: 1, maxLength: 4 },
);

function edited(original: Uint8Array, { what, at, by, piece }: Edit): Uint8Array {
  if (original.length === 0) return original;
  const bytes = Buffer.from(original);
  const offset = at % bytes.length;
  switch (what) {
    case 'flip':
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (by % 8));
      return bytes;
    case 'delete':
      return Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + 1 + by)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, offset), Buffer.from(piece), bytes.subarray(offset)]);
  }
  const lines = bytes.toString().split('\n');
  const row = at % lines.length;
  const line = lines[row] ?? '';
  if (what === 'delete line') lines.splice(row, 1);
  if (what === 'double line') lines.splice(row, 0, line);
  if (what === 'move line') lines.splice((row + by) % lines.length, 0, ...lines.splice(row, 1));
  if (what === 'new value') lines[row] = line.replace(/: [^:]*$/, () => `: ${piece}`);
  return Buffer.from(lines.join('\n'));
}

/** How a file is made, so that a counterexample is short to read. */
type Recipe =
  | { readonly edits: readonly Edit[] }
  | { readonly pieces: readonly string[] }
  | { readonly text: string }
  | { readonly bytes: Uint8Array };

function made(recipe: Recipe): Uint8Array {
  if ('edits' in recipe) return recipe.edits.reduce<Uint8Array>(edited, PUTUO);
  if ('pieces' in recipe) return Buffer.from(recipe.pieces.join(''));
  return 'text' in recipe ? Buffer.from(recipe.text) : recipe.bytes;
}

const mutated = fc.record({ edits });
const anything = fc.oneof<fc.MaybeWeightedArbitrary<Recipe>[]>(
  { weight: 3, arbitrary: mutated },
  { weight: 2, arbitrary: fc.record({ pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }) }) },
  fc.record({ text: fc.string({ unit: 'binary', maxLength: 1000 }) }),
  fc.record({ bytes: fc.uint8Array({ maxLength: 2000 }) }),
);
const runs = { numRuns: 150 };

describe('any bytes at all', () => {
  it('are a campaign or invalid input', () => {
    fc.assert(
      fc.property(anything, (recipe) => {
        const outcome = read(made(recipe));
        if (!isValid(outcome)) expect(outcome.length).toBeGreaterThan(0);
      }),
      runs,
    );
  });

  it('that are invalid are so for reasons that can be said, at places that are there', () => {
    fc.assert(
      fc.property(anything, (recipe) => {
        const outcome = read(made(recipe));
        if (isValid(outcome)) return;
        const lines = Buffer.from(made(recipe))
          .toString()
          .replace(/^\ufeff/, '')
          .split('\n');
        for (const { code, data, place, excerpt } of outcome) {
          for (const { describe: words } of [zh, en]) {
            const [what, mend] = (words[code] as (data: Problem['data']) => readonly [string, string])(data);
            expect([what, mend]).not.toContain('');
          }
          expect(place.file).toBe(path);
          if (place.row === null) continue;
          expect(place.row).toBeGreaterThanOrEqual(1);
          expect(place.row).toBeLessThanOrEqual(lines.length);
          expect(Number(place.column)).toBeGreaterThanOrEqual(1);
          if (code === 'not-a-campaign') {
            expect(excerpt).toBeNull(); // it may be a list
            continue;
          }
          expect(excerpt?.line).toBe(lines[place.row - 1]?.replace(/\r$/, ''));
          expect(Number(place.column)).toBe((excerpt?.from ?? 0) + 1);
          expect(excerpt?.to).toBeGreaterThan(excerpt?.from ?? 0);
        }
      }),
      runs,
    );
  });

  it('that are invalid have their problems in file order', () => {
    fc.assert(
      fc.property(anything, (recipe) => {
        const outcome = read(made(recipe));
        if (isValid(outcome)) return;
        const places = outcome.map(({ place }) => [Number(place.row), Number(place.column)] as const);
        expect(places).toEqual(
          [...places].sort(([row, column], [otherRow, other]) => row - otherRow || column - other),
        );
      }),
      runs,
    );
  });

  it('that are a campaign can be added up and checked, and every finding can be said', () => {
    fc.assert(
      fc.property(mutated, (recipe) => {
        const outcome = read(made(recipe));
        if (!isValid(outcome)) return;
        const { findings } = checkCampaign(budgetOf(outcome.campaign), outcome.place, '2017-01-01');
        for (const { rule, data, places, fingerprint } of findings) {
          expect(ruleOf(rule)?.message.zh(data)).toMatch(/./);
          expect(ruleOf(rule)?.message.en(data)).toMatch(/./);
          expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
          for (const { row, column } of places) expect([Number(row) >= 1, Number(column) >= 1]).toEqual([true, true]);
        }
      }),
      runs,
    );
  });
});

describe('reading', () => {
  it('the same bytes twice gives the same', () => {
    fc.assert(
      fc.property(mutated, (recipe) => {
        const [first, second] = [read(made(recipe)), read(made(recipe))];
        if (isValid(first) && isValid(second)) {
          expect(JSON.stringify(second.campaign, jsonOf)).toBe(JSON.stringify(first.campaign, jsonOf));
        } else {
          expect(second).toEqual(first);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('takes comments and empty lines for nothing', () => {
    const original = read(PUTUO);
    const lines = PUTUO.toString().split('\n');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: lines.length }), fc.constantFrom('', '# 注', '      # 注'))),
        (added) => {
          const copy = [...lines];
          for (const [row, line] of added) copy.splice(row, 0, line);
          const outcome = read(Buffer.from(copy.join('\n')));
          expect(isValid(outcome) && isValid(original)).toBe(true);
          if (!isValid(outcome) || !isValid(original)) return;
          expect(JSON.stringify(outcome.campaign, jsonOf)).toBe(JSON.stringify(original.campaign, jsonOf));
        },
      ),
      { numRuns: 50 },
    );
  });
});

function jsonOf(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
