import type { DoubtsWords } from '../zh/doubts.ts';

/** The same in English. */
const en: DoubtsWords = {
  title: (campaign) => `${campaign}: doubts by person`,
  verdict: {
    none: 'there are no doubts',
    all: (people, cases) => `${people} people have doubts, ${cases} cases, all listed below`,
    cut: (shown, people, cases) =>
      `the first ${shown} people of ${people} with doubts (${cases} cases), by the money that may be lost`,
    rest: (people, amount) => `${people} people are left out, with ${amount} yuan at stake`,
    missed: (money, low, high, answered) =>
      `by ${answered} people of the sample, about ${money} yuan of what is left out is true (between ${low} and ${high}, in about 95 of 100 such samples)`,
    unknown: (answered, sample) =>
      `how much of what is left out is true can’t be said yet: of a sample of ${sample} people ${answered} are answered; have the sample looked at too`,
    noSample: 'there is no sample, so nobody can say how much of what is left out is true (--sample)',
  },
  sheet: 'To be looked at',
  sample: 'Sample',
  sampleNote:
    'drawn by chance from those left out, the same people of the same lists; once they are looked at, it can be estimated how much of the rest is true',
  columns: {
    number: 'no.',
    people: 'name, ID number',
    atStake: 'at stake',
    expected: 'may be lost',
    cases: 'cases',
    says: 'doubts',
    units: 'units',
    ids: 'case numbers',
    places: 'places',
    state: 'verdict',
  },
  nobody: '(of no one person)',
  below:
    'may be lost = at stake × how much evidence there is; it decides the order and no more. No payout counts twice.',
};

export default en;
