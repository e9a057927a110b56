import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { nameEvidence, namesakesOf } from '../../../src/identity/probable/calibration.ts';
import { expectedEvidence } from '../../../src/identity/probable/estimate.ts';
import { RARITIES } from '../../../src/identity/probable/model.ts';
import { resolveProbable } from '../../../src/identity/probable/resolve-probable.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { random } from '../../random.ts';

/** Two lists of people with numbers, of whom a half are on both; a few names are those of many. */
function lists(seed: number): string[] {
  const next = random(seed);
  const below = (end: number) => Math.floor(next() * end);
  const people = Array.from({ length: 400 }, (_, order) => {
    const first17 = `990001195${below(10)}0${1 + below(9)}1${below(9)}${String(order).padStart(3, '0')}`;
    const isCommon = below(2) === 0;
    const given = isCommon ? '秀英' : String.fromCodePoint(0x5000 + 17 * order, 0x6000 + 13 * order);
    return `${['王', '张', '李'][below(3)]}${given},${below(8) === 0 ? '' : first17 + checkDigit(first17)},民政局,500`;
  });
  return [people.slice(0, 270), people.slice(130)].map((rows) => `姓名,身份证号,部门,金额\n${rows.join('\n')}\n`);
}

describe.each([1, 2, 3])('what rows with numbers tell of names, in world %i', (seed) => {
  it('is more, the rarer a name is, whatever was expected', async () => {
    await withLists(
      lists(seed).map((text) => inputOf(saved(text))),
      async (read) => {
        await resolveIdentities(read, { certain: true });
        await resolveProbable(read, { year: 2026 });
        const expectations = [expectedEvidence, () => 3, (rarity: number) => 20 - rarity / 4];
        for (const expected of expectations) {
          const evidence = await nameEvidence(read, expected);
          expect(evidence).toHaveLength(RARITIES);
          expect(evidence).toEqual(evidence.toSorted((a, b) => a - b));
          expect(evidence.every(Number.isFinite)).toBe(true);
        }
        // Nearly everybody with a name of nobody else's is the same person.
        const { 4: common = 0, 18: rare = 0 } = await nameEvidence(read, expectedEvidence);
        expect(rare - common).toBeGreaterThan(3);
      },
    );
  });

  it('is a share for each of what namesakes have in common', async () => {
    await withLists(
      lists(seed).map((text) => inputOf(saved(text))),
      async (read) => {
        await resolveIdentities(read, { certain: true });
        await resolveProbable(read, { year: 2026 });
        const { years, sameSex } = await namesakesOf(read);
        const [same, one, two] = years;
        // Born in one of ten years each: the same in a tenth of cases, one or two apart in nearly two.
        expect(same).toBeCloseTo(0.1, 1);
        expect(one).toBeCloseTo(0.18, 1);
        expect(two).toBeCloseTo(0.16, 1);
        expect(sameSex).toBeCloseTo(0.5, 1);
      },
    );
  });
});
