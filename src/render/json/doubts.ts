import type { RankedDoubt } from '../../answer/cases/ranked-doubts.ts';
import type { DoubtsRecord } from '../../contract/doubts.ts';
import { yuan } from '../../domain/money.ts';
import { unitName } from '../../report/cases/cases-verdict.ts';
import type { ExaminedDoubts } from '../../report/cases/doubts-report.ts';
import { AsIs } from '../door.ts';
import type { Made } from './json.ts';

/** `relief/doubts@1`: doubts by person, those of the sample apart. */
export function doubtsRecord({ title, cut, cases: words }: ExaminedDoubts): Made<DoubtsRecord> {
  const { chosen, sample, rest, answered, missed } = cut;
  const doubt = ({ people, severity, atStake, expected, cases }: RankedDoubt) => ({
    people: people.map((person) => new AsIs(person)),
    severity,
    atStake: yuan(atStake),
    expected: yuan(expected),
    cases: cases.map(({ id, rule, says, state, finding, units }) => ({
      fingerprint: id,
      rule,
      says,
      state,
      places: [...(finding?.places ?? [])],
      units: units.map((unit) => unitName(unit, words)),
    })),
  });
  return {
    schema: 'relief/doubts@1',
    title,
    rest: { doubts: rest.doubts, cases: rest.cases, atStake: yuan(rest.atStake) },
    answered,
    missed: missed && { money: yuan(missed.money), low: yuan(missed.low), high: yuan(missed.high) },
    doubts: chosen.map(doubt),
    sample: sample.map(doubt),
  };
}
