import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { TITLES } from '../../src/domain/row/field-titles.ts';
import { LIST_FIELDS, type ListField } from '../../src/domain/row/list-field.ts';
import { readTitle } from '../../src/domain/row/list-title.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

/** The cells of a Markdown table's rows. */
function tableUnder(title: string): string[][] {
  const [, section = ''] = readFileSync('docs/lists.md', 'utf8').split(`## ${title}\n`);
  const [table = ''] = section.split('\n## ');
  const lines = table.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).map((line) => line.slice(2, -2).split(' | '));
}

const asText = (lines: readonly string[]) => saved(`${lines.join('\n').replaceAll('⇥', '\t')}\n`);

/** A workbook of rows whose arrows are merged cells. */
function asWorkbook(lines: readonly string[]): string {
  const rows = lines.map((line) => line.split(','));
  const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (/[↑←]/.test(cell) ? '' : cell))));
  const starts = rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) => {
      if (/[↑←]/.test(cell)) return [];
      let [bottom, right] = [r, c];
      while (rows[bottom + 1]?.[c] === '↑') bottom += 1;
      while (rows[r]?.[right + 1] === '←') right += 1;
      return bottom > r || right > c ? [{ s: { r, c }, e: { r: bottom, c: right } }] : [];
    }),
  );
  sheet['!merges'] = starts;
  return saved(write({ SheetNames: ['名单'], Sheets: { 名单: sheet } }, { type: 'buffer', bookType: 'xlsx' }), '.xlsx');
}

const campaignOf = (text: string) => readCampaign(saved(text, '.yaml')).campaign;

async function outcome(name: string, file: string): Promise<string> {
  const given = /standard of (\S+)/.exec(name)?.[1];
  const campaign =
    given === undefined
      ? null
      : campaignOf(
          `relief: 1\nid: c\ntitle: t\nissued: 2025-01-01\ndepartments: [{name: 民政局, measures: [{id: a, name: 补助, standard: ${given}}]}]\n`,
        );
  const said = campaign ? { department: '民政局', measure: 'a' } : {};
  try {
    return await withLists(
      [inputOf(file, said)],
      async ({ lists, database }) => {
        const { fen } = await database.one<{ fen: bigint }>(
          'select coalesce(sum(amount), 0)::bigint as fen from payout',
        );
        const count = (of: 'payouts' | 'rejected') => lists.reduce((sum, list) => sum + list[of], 0);
        const [payouts, rejected] = [count('payouts'), count('rejected')];
        const money = `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
        return `${payouts} ${payouts === 1 ? 'payout' : 'payouts'}, ${money}${rejected > 0 ? `, ${rejected} rejected` : ''}`;
      },
      { campaign },
    );
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return `refused: ${error.problems.map(({ code }) => code).join(', ')}`;
  }
}

const SHAPES = tableUnder('Shapes').map(
  ([name = '', example = '', result = '']) =>
    [name, example.split('<br>').map((line) => line.slice(1, -1)), result] as const,
);

describe('docs/lists.md', () => {
  it('has a table of shapes', () => {
    expect(SHAPES.length).toBeGreaterThan(20);
  });

  it.each(SHAPES)('%s', async (name, lines, result) => {
    const has = (signs: RegExp) => lines.some((line) => signs.test(line));
    if (!has(/[↑←]/)) expect(await outcome(name, asText(lines))).toBe(result);
    if (!has(/⇥/)) expect(await outcome(name, asWorkbook(lines))).toBe(result);
  });

  it('names every field and every title', () => {
    const rows = LIST_FIELDS.map((field) => [
      `\`${field}\``,
      TITLES[field]
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/(^| )\| /, '$1¦ '),
    ]);
    expect(tableUnder('Headers and fields')).toEqual(rows);
  });

  it('says what each title is', () => {
    const misread = tableUnder('Headers and fields').flatMap(([field = '', titles = '']) =>
      titles
        .split(/[\s¦]+/)
        .filter((title) => title !== '' && readTitle(title).field !== (field.slice(1, -1) as ListField)),
    );
    expect(misread).toEqual([]);
  });
});
