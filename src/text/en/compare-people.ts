import type { ComparePeopleWords } from '../zh/compare-people.ts';

/** The same in English. */
const en: ComparePeopleWords = {
  title: (from, to) => `people: ${from} → ${to}`,
  change: { added: 'came', left: 'went', changed: 'changed', same: 'the same' },
  reason: {
    deceased: 'died',
    moved: 'moved away',
    refused: 'wants nothing',
    excluded: 'no longer entitled, as a roster says',
    blocked: 'on a roster of people who must not be paid',
    lifted: 'gets what excludes it, or is not of the age',
    perhaps: 'perhaps the same person under another name or number: to be looked at',
    enrolled: 'on a roster',
    unknown: 'nobody says',
  },
  stillEnrolled: 'still on a roster: perhaps omitted',
  difference: { amount: 'amount', measures: 'measures', department: 'department', place: 'where they live' },
  verdict: {
    moved: (added, left, changed, same) =>
      `${added} people came, ${left} went, ${changed} changed, ${same} are the same`,
    unchanged: (persons) => `both have the same ${persons} people, with the same measures and amounts`,
    omitted: (persons, amount) =>
      `${persons} of those who went are still on a roster (${amount} yuan before): perhaps omitted, to be looked at one by one`,
    unknown: (persons, amount) => `of ${persons} of those who went nobody says why (${amount} yuan before)`,
    stillPaid: (persons) =>
      `of ${persons} of those who came a roster says that they died, moved, are not entitled or must not be paid`,
    perhaps: (pairs) =>
      `${pairs} pairs of one who went and one who came may be one person: until that is known, fewer may have come and gone`,
    confirmed: (persons) =>
      `${persons} people who are on both are written in other ways and are confirmed to be the same`,
    noRosters:
      'there are no rosters: nobody knows whether those who went died, moved or were forgotten (--roster, --blocked)',
    nobody: (side) => `there is nobody on ${side}`,
  },
  sheets: {
    summary: 'People',
    reasons: 'Reasons',
    departments: 'By department',
    measures: 'By measure',
    committees: 'By committee',
    people: 'Person by person',
  },
  columns: {
    what: 'change',
    persons: 'people',
    before: 'people before',
    now: 'people now',
    added: 'came',
    left: 'went',
    changed: 'changed',
    amountBefore: 'amount before',
    amountNow: 'amount now',
    difference: 'difference',
    reason: 'reason',
    name: 'name',
    id: 'ID number',
    department: 'department',
    measure: 'measure',
    place: 'where they live',
    committee: 'committee',
    beforeAt: 'stood at',
    nowAt: 'stands at',
    remark: 'remark',
  },
  total: 'total',
  before: 'the earlier lists',
  now: 'the later lists',
  closes: 'now = before + came − went + what changed, to the fen',
  countedInEach:
    'whoever is in several departments, measures or committees is counted in each: the parts add up to more than the total',
  atLeast: (before, now) => `≥ is a lower bound: ${before} payouts before and ${now} now say no amount`,
  notSaid: '(not said)',
  more: (persons) =>
    `only a few, with the most money, of ${persons} people with a change; all are in xlsx and json by -o, or in a csv of two lists`,
  several: (payouts) => ` and others, ${payouts} payouts`,
  fromTo: (from, to) => `${from} → ${to}`,
  written: (from, to) => `written otherwise: ${from} → ${to}`,
  notSure: 'confirmed to be the same person, not certain',
};

export default en;
