import type { ExplainMatchWords } from '../zh/explain-match.ts';

/** The same in English. */
const en: ExplainMatchWords = {
  title: (one, other) => `${one} and ${other}: are they one person?`,
  sheet: 'How two rows were compared',
  row: (row) => `row ${row}`,
  second: ' (the second of a couple)',
  columns: {
    field: 'Field',
    found: 'Found',
    household: 'Against others of the household',
    unrelated: 'Against unrelated people',
  },
  fields: {
    name: 'Name',
    id: 'ID number',
    birth: 'Birth',
    sex: 'Sex',
    phone: 'Telephone',
    account: 'Account',
    place: 'Home',
    spouse: 'Spouse',
    guardian: 'Guardian or head',
    workplace: 'Employer or school',
    household: 'Household',
    number: 'Other document',
    list: 'List',
  },
  untold: {
    'id:area-fits': 'the same first six digits (area) of the ID numbers',
    'list:same': 'on the same list',
    'list:other': 'not on the same list',
  },
  oneIn: (people) => `which fits about one in ${people} people`,
  separator: ', ',
  overlap: 'The two lists',
  overlaps: {
    same: 'both are on one list, which says nothing more',
    more: (one, other) => `${one} and ${other} have more people in common than other lists`,
    fewer: (one, other) => `${one} and ${other} have fewer people in common than other lists`,
    even: (one, other) => `${one} and ${other} have as many people in common as other lists`,
  },
  lists: (names) => names.join(', '),
  rivals: 'Other candidates',
  rivalsFound: {
    none: 'neither has another strong candidate, which speaks for these two',
    some: 'one of the two may match somebody else, and nobody is two people',
  },
  prior: 'Before comparing',
  priors: (same, household) =>
    `of any two people, one pair in ${same} is one person, and one in ${household} one household`,
  score: 'Sum',
  posterior: 'Probably one person',
  conclusion: 'Conclusion',
  bands: {
    certain: 'certainly one person',
    confirmed: 'very probably one person, and treated as one',
    review: 'perhaps one person, to be verified',
    apart: 'not treated as one person',
  },
  ground: (place) => `Ground of ${place}`,
  grounds: {
    id: 'a valid ID number',
    number: 'another document’s number and the name',
    repaired: 'an ID number that is the same once one mistake is corrected, and a name that fits',
    partial: 'a masked or cut ID number whose digits, with the name, fit this person only',
    account: 'the account and the name',
    phone: 'the telephone and the name',
    alone: 'this row alone',
  },
  notWeighed: {
    'certain-only': 'not compared: with --certain only what is certain counts',
    'two-numbers':
      'not one person: each (or a row taken for the same person as it) has a valid ID number, and they differ; nothing else is compared',
    'one-number': 'not treated as one person: one ID number under names that differ too much is a finding, not a merge',
    'nothing-in-common':
      'not compared: nearly all have a valid ID number, and one of these has nothing in common with whoever has none',
  },
  notes: {
    weights:
      'The figures are logarithms to base 2: above zero speaks for one person (1 is twice as likely, 10 about a thousand times), below zero against; fields that are blank in either row are left out',
    sum: 'Probability = 1 ÷ (1 + 2^−sum against the household + 2^−sum against the unrelated)',
    throughOthers:
      'These rows are one person through other rows; above, only the two (and rows that are certainly theirs) are compared',
    people: (one, other) =>
      `Rows treated as one person are compared as one: the former has ${one}, the latter ${other}`,
    notCompared:
      'These two were not compared when the lists were: they share none of the values by which pairs are found, or too many people share it; they have been compared now',
    provenApart:
      'Each has a valid ID number and they differ, so they are not joined: these were compared before other rows were joined to them',
    notJoined: {
      'name-differs': 'Not joined: names this different take the day of birth or an ID number that agrees too',
      contradicted: 'Not joined: that would contradict other rows, or they are as like several people',
    },
    notAsked: 'Not to be verified: it follows from others that are, or enough likelier pairs are asked about already',
  },
  refused: {
    badRow: (got) =>
      `a row of --explain-match is written FILE:ROW, as list.csv:12 or list.xlsx[Sheet1]:12, not “${got}”`,
    which: (got, lists) => `“${got}” does not say which list it is of: ${lists}`,
    unknownList: (got, lists) => `no list “${got}” was read: there are ${lists}`,
    severalLists: (got, lists) => `“${got}” may be several lists, write it in full: ${lists}`,
    more: (lists) => ` and others, ${lists} in all`,
    noName: (place) => `${place} has no name and can’t be compared`,
    nonPayout: (place, reason) => `${place} is not a payout (${reason}) and can’t be compared`,
    missing: (place, first, last) =>
      first === null
        ? `there is no ${place}: this list has no payouts`
        : `there is no ${place}: payouts are in rows ${first} to ${last}`,
    sameRow: (place) => `the same row twice: ${place}`,
  },
};

export default en;
