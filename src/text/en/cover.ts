import type { CoverWords } from '../zh/cover.ts';

const some = (count: string, one: string, several: string) => `${count} ${count === '1' ? one : several}`;
const people = (count: string) => some(count, 'person', 'people');

/** The same in English. */
const en: CoverWords = {
  title: (rosters, lists, eligible, reached, rate) =>
    `${some(String(rosters), 'roster', 'rosters')} against ${some(String(lists), 'list', 'lists')}: ${reached} of ${people(eligible)} reached, ${rate}`,
  verdict: {
    nowhere:
      'whether they are what a roster is for can’t be told: say --as department/measure, department: and measure: under lists:, or add the columns 部门 and 项目',
    omitted: (count) =>
      `${people(count)} omitted: on a roster and on no list. Let the committees verify each (-o FOLDER/ writes a file for each)`,
    lacking: (count, measures) => `${people(count)} on lists, but without a measure that is due to them: ${measures}`,
    unlisted: (measures) => `No list yet, so not checked: ${measures}`,
    ofMeasure: (measure, count) => `${measure} (${people(count)})`,
    unclear: (count) =>
      `${people(count)} to be verified: a list has the name, one of the two without a valid ID number, somebody who may be the same person or is probably of the household, or the number under another name`,
    blocked: (findings) => `Do not pay yet: ${some(findings, 'payee', 'payees')} who must not be paid`,
    none: 'Nobody is omitted: everybody on the rosters who is to be reached is on a list, for every measure that is due',
    nobody:
      'Nobody on the rosters is to be reached: they are empty, or everybody has died, moved, refused or was taken off',
    empty: (files) => `Rosters with nobody on them: ${files}`,
    noLists: 'There are no lists: nobody counts as reached',
    blind:
      'The lists have no ID numbers, accounts or telephones, so nobody is known to be the same person: only names can be looked for',
  },
  coverage: {
    sheet: 'Coverage',
    columns: {
      what: 'Roster',
      onRoster: 'On it',
      eligible: 'Eligible',
      reached: 'Reached',
      rate: 'Rate',
      omitted: 'On no list',
      elsewhere: 'On other lists only',
      unclear: 'To verify',
    },
    due: (measure) => measure ?? 'anything',
    notListed: ' (no list yet)',
    total: 'All (each person once)',
    equation:
      'eligible = reached + on no list + on other lists only + to verify; people. Somebody on several rosters counts in each, and once in all',
    excusedEquation: 'on it = eligible + not counted (see “Not counted”)',
    confirmed: (count) =>
      `of those on lists, ${people(count)} very probably, not certainly: they are not counted as omitted`,
    review: (count) => `of those to verify, ${people(count)} may be somebody on a list (see the findings, omitted)`,
    perPerson: (listed, payouts, average) =>
      `of those eligible, ${people(listed)} on lists: ${some(payouts, 'payout', 'payouts')}, ${average} per person`,
  },
  moreFindings: (findings) =>
    `${some(findings, 'more finding', 'more findings')} (--limit shows more; all with -o coverage.xlsx or .json)`,
  excused: {
    sheet: 'Not counted',
    columns: {
      deceased: 'Deceased',
      moved: 'Moved',
      refused: 'Refused',
      excluded: 'Taken off',
      lifted: 'Outside the age range, or gets a measure that excludes it',
    },
    note: 'By the roster’s status, remark and day of death; only what is said of the very person counts (丈夫已故 does not)',
  },
  places: {
    sheet: 'Subdistricts and committees',
    columns: { subdistrict: 'Subdistrict', committee: 'Committee' },
    unknown: '(not said)',
    all: 'all',
    more: (committees) =>
      `${some(committees, 'more committee has', 'more committees have')} people who were not reached (all with -o cover.xlsx or .json)`,
    omittedFirst: 'Only committees with people who were not reached, the most first',
  },
  picture: 'Coverage by subdistrict',
  categories: { sheet: 'Categories', column: 'Category' },
  list: {
    sheet: 'People not reached',
    columns: {
      number: 'No.',
      subdistrict: 'Subdistrict',
      committee: 'Committee',
      name: 'Name',
      id: 'ID number',
      phone: 'Telephone',
      address: 'Address',
      category: 'Category',
      rosters: 'Rosters',
      what: 'What',
      found: 'Verified as',
      remark: 'Remark',
    },
    fate: {
      omitted: 'on no list',
      elsewhere: 'on other lists only',
      unclear: 'a list has the name, the number or somebody like it; to be verified',
    },
    title: (place) => `${place}: on a roster and not reached`,
    ask: 'Please verify each person and fill in the last two columns (add whoever qualifies to a list; say who has died, moved or refused), and send it back',
    masked:
      'The middle of ID numbers and telephones is hidden, and addresses are left out; --show-ids exports them in full for committees to verify',
    notMasked:
      'This table has full ID numbers, telephones and addresses: give it only to those who verify, and keep it safe',
    noPlace: 'no-place',
    summary: 'coverage',
  },
};

export default en;
