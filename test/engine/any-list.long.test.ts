import { describe, expect, it } from 'vitest';
import { ID_CLASSES, wholeNumber } from '../../src/domain/people/id-number.ts';
import type { Lists } from '../../src/engine/lists.ts';
import { draws } from '../draws.ts';
import { anyList } from './any-list/any-list.ts';
import { endingOf } from './any-list/file.ts';
import { inputOf, payouts, saved, withLists } from './reading.ts';

/** Who is paid what by a list that is read. */
function paidBy(file: string, bySql: boolean): Promise<string[]> {
  const paid = async (lists: Lists) => {
    for (const { rows, payouts, setAside, rejected } of lists.lists) expect(rows).toBe(payouts + setAside + rejected);
    const rows = await payouts(lists, 'name, person, id_class, amount');
    return rows.map(({ name, person, id_class, amount }) => {
      const isWhole = ID_CLASSES[Number(id_class)] === 'valid18';
      return `${name} ${isWhole ? wholeNumber(person as bigint) : '-'} ${amount}`;
    });
  };
  return withLists([inputOf(file)], paid, { bySql });
}

describe('a list in any shape and kind of file', () => {
  it('pays whom it names, and nobody else', async () => {
    for (let seed = 1; seed <= draws(80); seed++) {
      const { shape, format, sheet, bytes, paid } = anyList(seed);
      const found = await paidBy(saved(bytes, endingOf(format)), seed % 2 === 0).catch(({ problems }) => [
        `refused: ${problems?.[0]?.code}`,
      ]);
      const numbered = sheet.rows.some((cells) => cells.some((cell) => String(cell).startsWith('990000')));
      const wanted = paid.map(({ name, id, fen }) => `${name} ${numbered ? id : '-'} ${fen}`);
      expect({ seed, shape, format, found }).toEqual({ seed, shape, format, found: wanted });
    }
  }, 600_000);
});
