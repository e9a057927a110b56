import { Chalk } from 'chalk';
import Table from 'cli-table3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import { type Cell, type Sheet, text } from '../../src/report/sheet.ts';
import catalogue from '../../src/text/zh/catalogue.ts';

const NO_LINES = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right'].flatMap((side) =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`].map((name) => [name, '']),
  ),
);

/** The lines of a table as cli-table3 lays it out: two blanks between columns, texts to the left, numbers to the right. */
function witnessed(
  head: readonly string[],
  numbers: readonly boolean[],
  rows: readonly (readonly string[])[],
): string[] {
  const table = new Table({
    head: [...head],
    colAligns: numbers.map((isNumber) => (isNumber ? 'right' : 'left')),
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    chars: { ...NO_LINES, middle: '  ' },
  });
  table.push(...rows.map((row) => [...row]));
  return linesOf(table.toString());
}

const linesOf = (drawn: string) =>
  drawn
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !/^─+$/.test(line));

const word = fc
  .array(fc.constantFrom(...'王秀英民政局ab cd·“”（），。—≥12'), { minLength: 1, maxLength: 12 })
  .map((characters) => `字${characters.join('').replace(/ +/g, ' ').trim()}`);
const count = fc.bigInt({ min: 0n, max: 10_000_000n });

it('a table is laid out as cli-table3 does it, where there is room', () => {
  const row = fc.tuple(word, count, word, count);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const head = ['姓名', '人次', '部门', '合计'];
      const sheet: Sheet = {
        name: '表',
        above: [],
        columns: head.map((title, index) => ({ title, kind: index % 2 === 1 ? 'count' : 'text' })),
        rows: rows.map((cells) => ({
          level: 'item',
          cells: cells.map((each): Cell => (typeof each === 'bigint' ? { kind: 'count', value: each } : text(each))),
        })),
        below: [],
      };
      const options = { width: 400, chalk: new Chalk({ level: 0 }), catalogue };
      const [, ...drawn] = linesOf(renderTerminal({ title: '题', sheets: [sheet] }, options));
      const shown = rows.map((cells) => cells.map((each) => each.toLocaleString('en-US')));
      expect(drawn).toEqual(witnessed(head, [false, true, false, true], shown));
    }),
  );
});
