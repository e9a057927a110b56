import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { listedTotals } from '../../src/totals/lists/listed.ts';
import { withText } from '../engine/reading.ts';

const whole = (order: number) => {
  const first17 = `99000019500101${100 + order}`;
  return first17 + checkDigit(first17);
};

describe('lists of hundreds of departments and measures', () => {
  it('count everybody once in each, and once in all', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => ({
      department: `部门${at % 211}`,
      measure: `项目${at % 3}`,
      person: (at * 31) % 397,
    }));
    const text = `部门,项目,姓名,身份证号,金额\n${rows
      .map(({ department, measure, person }) => `${department},${measure},王秀英,${whole(person)},100`)
      .join('\n')}\n`;
    await withText(text, async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const { total, departments } = await listedTotals(resolved);
      const people = (is: (row: (typeof rows)[number]) => boolean) =>
        new Set(rows.filter(is).map(({ person }) => person)).size;
      expect(total.persons).toBe(397);
      const named = lists.assignments;
      expect(departments).toHaveLength(211);
      for (const { department, persons, measures } of departments) {
        const of = named.departments[department]?.name;
        expect(persons).toBe(people((row) => row.department === of));
        for (const { measure, persons: own } of measures) {
          const its = named.measures[measure]?.measure.name;
          expect(own).toBe(people((row) => row.department === of && row.measure === its));
        }
      }
    });
  });
});
