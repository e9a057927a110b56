import type { HiddenNumber } from '../../domain/shown/masking.ts';
import type { DedupeWords } from '../zh/dedupe.ts';

const NUMBERS: Record<HiddenNumber, string> = { id: 'ID numbers', account: 'accounts', phone: 'telephones' };

const some = (count: string, one: string, several: string) => `${count} ${count === '1' ? one : several}`;
const errorsOf = (count: string) => some(count, 'error', 'errors');
const warningsOf = (count: string) => some(count, 'warning', 'warnings');
const people = (count: string) => some(count, 'person', 'people');

/** The same in English. */
const en: DedupeWords = {
  title: (lists, payouts, persons, households, amount) =>
    `${some(String(lists), 'list', 'lists')}: ${payouts} payouts, ${people(persons)}, ${households === null ? '' : `${households} households, `}${amount}万元`,
  against: (lists) => `; compared with ${some(String(lists), 'list', 'lists')} paid earlier`,
  verdict: {
    errors: (errors, warnings) =>
      `Do not pay yet: ${errorsOf(errors)} to fix${warnings === '0' ? '' : `, ${warningsOf(warnings)} to verify`}`,
    warnings: (warnings) => `Verify before paying: no errors, ${warningsOf(warnings)} to verify`,
    hints: (hints) => `Safe to pay: no errors or warnings, ${some(hints, 'hint', 'hints')} to look at`,
    none: 'Safe to pay: nothing found',
    unsettled: (pairs, amount) =>
      `${some(pairs, 'pair of people who may be one is', 'pairs of people who may be one are')} not settled${amount === null ? '' : `, ${amount}万元 in question if they are`} (see probable-same-person)`,
    but: (line) => `No errors or warnings, but ${line}`,
    notChecked: (rules) => `; ${some(String(rules), 'rule', 'rules')} did not run (see the last table)`,
    unnamed: (people, payouts) =>
      `${people} people get two payouts or more, and ${payouts} of those name no measure, so it can’t be told whether they are paid twice for the same one: say --as department/measure, or measure: under lists:`,
    unplaced: (people, payouts) =>
      `${people} people are paid on several lists, and ${payouts} of those payouts name no department, so it can’t be told whether several departments pay them: say --as department/measure, or department: under lists:`,
    namesakes: (rows) =>
      `${rows} rows have no ID number and the name of somebody elsewhere, who may be the same person or not`,
    homeless: (rows) =>
      `${rows} rows of measures per household do not say of which household they are, so it can’t be told whether one is paid twice`,
    off: (rules) => `rules: of the campaign turns off ${rules}, so ${rules.includes(',') ? 'they' : 'it'} did not run`,
    noCampaign:
      'no campaign file was given, so measures that exclude each other, standards and deadlines were not checked',
    narrowed: 'Only the rules or departments asked for were checked; before paying, check everything once',
    blind:
      'Duplicates can’t be found: no list has a column of ID numbers, accounts or telephones, so nobody is certainly known to be the same person; finding nothing does not mean there is nothing',
    sealed: {
      compared:
        'the lists are sealed: compared were only ID numbers that are valid, have one mistake or show six digits and four, with the same or a near name; accounts and telephones, with the same name; and household numbers. Who is probably one, and who lives at one address, was not looked for: no findings does not mean no duplicates',
      rest: (rows) => `not compared, or not fully: ${rows.join('; ')}`,
      silent: (rows) => `${rows} rows without a number, account or telephone`,
      partlyKnown: (rows) =>
        `${rows} rows whose number hides other digits than the eight in the middle, or was cut by a spreadsheet`,
      maskedNames: (rows) => `${rows} rows whose name hides characters`,
      couples: (rows) => `${rows} rows for couples, of whom the second is not sealed`,
      rejected: (rows) => `${rows} rows that could not be read and were not sealed`,
      withoutRosters:
        'the campaign’s rosters are not sealed and were not read: whether anybody who must not be paid, or has died, is paid was not looked for',
      before: (errors, warnings) =>
        `single rows (numbers, ages, standards) were checked by the departments before they sealed them, who had ${errors} errors and ${warnings} warnings; they are not checked here`,
    },
    withoutAmounts: (files) =>
      `${files}: neither amounts nor goods; this shows who is paid more than once, but not by how much`,
    partlyBlind: (files) =>
      `${files}: no column of ID numbers, accounts or telephones; the people there were not compared`,
    onlyNames: (files) =>
      `${files}: no column of ID numbers, accounts, telephones, addresses, births or the like; names alone rarely tell who is who`,
  },
  summary: {
    sheet: 'Summary',
    columns: {
      what: 'What',
      persons: 'People',
      payouts: 'Payouts',
      findings: 'Findings',
      amount: 'Amount (万元)',
    },
    people: 'Paid more than once (lawfully or not: see the findings below)',
    repeated: 'two payouts or more',
    onSeveralLists: 'of these, on several lists',
    ofSeveralDepartments: 'of these, by several departments',
    between: 'Findings between rows',
    single: 'Findings on single rows',
    notCompared: (kinds, more) =>
      `Some values are shared by too many people to compare every pair (pairs with something else in common were compared): ${kinds.join('; ')}${more > 0 ? `; ${some(String(more), 'more kind', 'more kinds')}` : ''}`,
    crowd: (kind, people) => `${kind} (up to ${people} people)`,
    blocks: {
      account: 'the same account',
      name: 'names that sound the same',
      address: 'the same address',
      household: 'the same household number',
      number: 'the same number of another document',
      'birth-surname': 'the same day of birth and surname',
      'id-number': 'the same ID number, under other names',
      'birth-given': 'the same day of birth and given name',
      birth: 'the same day of birth',
      'name-year': 'names that sound the same and the same year of birth',
      'name-workplace': 'the same given name and employer or school',
      'room-surname': 'the same room and surname',
      'building-given': 'the same building and given name',
      'spouse-name': 'spouses of one name and the same surname',
      'last-four-surname': 'the same last four digits of the ID number and surname',
      'last-four-given': 'the same last four digits of the ID number and given name',
      'first-fourteen': 'the same first fourteen digits of the ID number and surname',
      'outline-last-four': 'the same last four digits of the ID number and first and last character of the name',
      phone: 'the same telephone',
      'committee-given': 'the same committee and given name',
      'committee-surname-year': 'the same committee, surname and year of birth',
      'committee-outline': 'the same committee and first and last character of the name',
      'spouse-committee': 'the same committee and spouses of one name',
      'subdistrict-given-year': 'the same subdistrict, given name and year of birth',
      'name-about': 'names that sound the same and about the same age',
    },
    amount:
      'People’s money is all that they get; that of findings is what may be too much or is to be verified. One payment can have several findings: their money does not add up.',
  },
  overlap: {
    sheet: 'Departments in common',
    columns: { one: 'Department', other: 'Department', persons: 'People in common', amount: 'Both pay (万元)' },
    department: 'Department',
    persons: 'People whom both departments pay',
    money: 'What both pay them (万元)',
    own: 'In grey: all people and money of the department itself; departments with nobody in common are left out',
    none: 'Nobody is paid by two departments or more.',
    unplaced: (people) =>
      `${people} people are paid on several lists, of which some name no department: nobody can tell whether several departments pay them`,
    byFile: (files) => `no column of departments, so each list goes by the name of its file: ${files.join(', ')}`,
    unpaired: (persons, departments) =>
      `${some(persons, 'person is', 'people are')} paid by more than ${departments} departments, as if many people shared one number, and not counted between any two of them`,
    more: (pairs) =>
      `${some(String(pairs), 'more pair', 'more pairs')} of departments (all with -o duplicates.xlsx or .json)`,
  },
  findings: {
    sheet: 'Findings',
    columns: {
      place: 'Place',
      name: 'Name',
      id: 'ID number',
      what: 'Department·measure',
      amount: 'Yuan',
      paidOn: 'Paid on',
      about: 'Compare',
    },
    none: 'Nothing found between rows.',
    count: (count, amount) =>
      `${some(count, 'finding', 'findings')}${amount === null ? '' : `, ${amount}万元 at stake`}`,
    atStake: (amount) => ` (${amount} yuan at stake)`,
    row: (row) => `row ${row}`,
    moreRows: (rows) => some(rows, 'more row', 'more rows'),
    moreFindings: (findings) =>
      `${some(findings, 'more finding', 'more findings')} (--limit shows more; all with -o duplicates.xlsx, .csv or .json)`,
    pair: (one, other, persons, amount) => `${one} and ${other}: ${people(persons)}, both pay ${amount}万元`,
    morePairs: (pairs) => `${some(pairs, 'more pair', 'more pairs')}: see departments in common`,
    mend: (mend) => `What to do: ${mend}`,
    positions: (of, positions) => `${NUMBERS[of]} differ in position ${positions.join(', ')}`,
    separator: '; ',
    account: (account) => `account ${account}`,
    phone: (phone) => `tel. ${phone}`,
    household: (household) => `household ${household}`,
    roles: { payouts: '', earlier: 'paid earlier', roster: 'roster', return: 'bank return' },
    noAmount: 'no amount',
  },
  notes: {
    sheet: 'Not checked, not counted',
    columns: { why: 'Why', what: 'Rules, findings' },
    notChecked: 'Rules that did not run: finding nothing does not mean there is nothing',
    off: 'Rules that are turned off',
    offWhy: 'turned off under rules: of the campaign',
    excepted: 'Findings covered by an exception, which no longer count',
    exception: (reason, until) => `${reason} (until ${until})`,
    finding: (rule, people, message) => `${rule} ${people}: ${message}`,
  },
  columns: {
    number: 'No.',
    fingerprint: 'Finding',
    severity: 'Severity',
    rule: 'Rule',
    message: 'Message',
    atStake: 'At stake (yuan)',
    file: 'File',
    sheet: 'Sheet',
    row: 'Row',
    place: 'Place',
    name: 'Name',
    id: 'ID number',
    department: 'Department',
    measure: 'Measure',
    amount: 'Amount (yuan)',
    paidOn: 'Paid on',
    account: 'Account',
    phone: 'Telephone',
    household: 'Household',
    remark: 'Remark',
    verified: 'Verified as',
    opinion: 'To be done',
  },
  workbook: {
    forDepartment: (department) =>
      `For ${department} to verify: each finding with all its rows, this department’s own in bold; please fill in “Verified as” and “To be done”`,
    masked: 'The middle of ID numbers, telephones and accounts is hidden; --show-ids exports them in full',
    notMasked:
      'This workbook has full ID numbers, telephones and accounts: give it only to those who verify, and keep it safe',
    moreDepartments: (count) =>
      `${some(String(count), 'more department has', 'more departments have')} findings but no sheet: export them with --department NAME`,
    noDepartment: '(no department)',
    differences: 'Coloured cells differ between the rows of a finding',
  },
};

export default en;
