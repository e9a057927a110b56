import type { Campaign } from '../../src/domain/campaign/campaign.ts';

interface Exclusion {
  /** The measure that excludes, as the first of two says it, and the other. */
  readonly pair: readonly [string, string];
  readonly ofHousehold: boolean;
  readonly isMutual: boolean;
}

/** Every two measures of which one excludes who gets the other. */
export function exclusions(campaign: Campaign | null): Exclusion[] {
  const said = (campaign?.departments ?? []).flatMap(({ measures }) =>
    measures.flatMap(({ id, excludes }) => excludes.map(({ measure, of }) => ({ id, measure, of }))),
  );
  return said.flatMap(({ id, measure }, index): Exclusion[] => {
    const isSame = (other: (typeof said)[number]) =>
      [id, measure].sort().join() === [other.id, other.measure].sort().join();
    if (said.findIndex(isSame) < index) return [];
    const same = said.filter(isSame);
    return [
      {
        pair: [id, measure],
        ofHousehold: same.some(({ of }) => of === 'household'),
        isMutual: same.some((other) => other.id !== id),
      },
    ];
  });
}
