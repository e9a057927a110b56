import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PEOPLE, type Person, Population } from '../../samples/generator/population.ts';

const population = new Population(7);
const people = Array.from({ length: 48_000 }, (_, index) => population.person(index));
const anybody = fc.integer({ min: 0, max: MOST_PEOPLE - 1 });

/** GB 11643 in its other form: the digits, each times 2^(17 - place), with the check digit come to 1 modulo 11. */
function holds(id: string): boolean {
  const value = [...id].reduce(
    (sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * 2 ** (17 - place),
    0,
  );
  return value % 11 === 1;
}

const count = (fits: (person: Person) => boolean) => people.filter(fits).length;

describe('people', () => {
  it('have valid ID numbers under 9900xx that agree with birth and sex', () => {
    fc.assert(
      fc.property(anybody, (index) => {
        const { idNumber, birth, sex } = population.person(index);
        expect(idNumber).toMatch(/^9900\d{13}[\dX]$/);
        expect(holds(idNumber)).toBe(true);
        expect(idNumber.slice(6, 14)).toBe(birth.replaceAll('-', ''));
        expect(new Date(`${birth}T00:00:00Z`).toISOString().slice(0, 10)).toBe(birth);
        expect(Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女').toBe(sex);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('are the same whoever was asked for before', () => {
    fc.assert(
      fc.property(anybody, anybody, (index, other) => {
        population.person(other);
        expect(population.person(index)).toEqual(new Population(7).person(index));
      }),
      { seed: 1 },
    );
  });

  it('share no ID number, nor with those of whole rounds later', () => {
    const round = 4100 * 12;
    const sample = [
      ...people,
      ...Array.from({ length: 364 * 20 }, (_, i) => population.person(round * (1 + (i % 364)) + i)),
    ];
    const column = Array.from({ length: 365 }, (_, k) => population.person(round * k + 11));
    expect(new Set(sample.map(({ idNumber }) => idNumber)).size).toBe(sample.length);
    expect(new Set(column.map(({ idNumber }) => idNumber.slice(10, 14))).size).toBe(365);
    expect(() => population.person(MOST_PEOPLE)).toThrow(RangeError);
  });

  it('live in households of one to six, at one address, with one head', () => {
    const households = new Map<number, Person[]>();
    for (const person of people) {
      households.set(person.household.number, [...(households.get(person.household.number) ?? []), person]);
    }
    for (const members of households.values()) {
      const [first] = members;
      expect(members).toHaveLength(first?.household.size ?? 0);
      expect(members.filter(({ isHead }) => isHead)).toEqual([first]);
      expect(new Set(members.map(({ household }) => household.address)).size).toBe(1);
    }
    expect(new Set([...households.values()].map((members) => members.length))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('are as those on relief lists: many old, some children, the usual surnames', () => {
    expect(count(({ age }) => age >= 60) / people.length).toBeGreaterThan(0.3);
    expect(count(({ age }) => age < 18) / people.length).toBeGreaterThan(0.08);
    expect(count(({ age }) => age >= 0 && age < 105)).toBe(people.length);
    expect(count(({ name }) => name.startsWith('王')) / people.length).toBeGreaterThan(0.05);
    expect(count(({ name }) => name.startsWith('王')) / people.length).toBeLessThan(0.1);
    expect(count(({ name }) => /^(?:欧阳|诸葛|司马)/.test(name))).toBeGreaterThan(0);
    expect(count(({ name }) => name.includes('·')) / people.length).toBeLessThan(0.02);
    expect(count(({ name }) => name.includes('·'))).toBeGreaterThan(0);
  });

  it('have namesakes, twins with successive numbers, siblings with a character in common, couples with one account', () => {
    const pairs = people.flatMap((person, index) => {
      const next = people[index + 1];
      return next && next.household.number === person.household.number ? [[person, next] as const] : [];
    });
    const twins = pairs.filter(([a, b]) => a.birth === b.birth);
    expect(twins.length).toBeGreaterThan(50);
    for (const [a, b] of twins) {
      const apart = Number(b.idNumber.slice(14, 17)) - Number(a.idNumber.slice(14, 17));
      expect(apart).toBeGreaterThan(0);
      expect(apart).toBeLessThan(4);
    }
    expect(new Set(people.map(({ name }) => name)).size).toBeLessThan(people.length * 0.8);
    expect(
      pairs.filter(([a, b]) => a.name !== b.name && a.name.slice(0, 2) === b.name.slice(0, 2)).length,
    ).toBeGreaterThan(500);
    expect(pairs.filter(([a, b]) => a.isHead && a.account === b.account).length).toBeGreaterThan(500);
  });
});
