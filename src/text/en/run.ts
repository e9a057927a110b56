import type { HowMuch, RunWords } from '../zh/run.ts';

const money = (amount: string | null) => (amount === null ? '' : `, ${amount} yuan in all`);
const ofUnits = (units: string | null) => (units === null ? '' : ` (${units} units)`);

/** The same in English. */
const en: RunWords = {
  files: {
    budget: 'budget',
    check: 'check',
    dedupe: 'duplicates',
    cover: 'coverage',
    reconcile: 'reconciliation',
    export: 'statistics',
    cases: 'cases',
    page: 'report',
  },
  folders: { clean: 'to-be-paid', removed: 'taken-out', unsent: 'to-be-sent', sent: 'sent', changed: 'changed' },
  summary: 'today',
  title: (things) =>
    things === 0
      ? 'Nothing has to be done first today'
      : `Do ${['', 'this one thing', 'these two things', 'these three things'][things] ?? 'these'} first today`,
  about: (campaign, day) => `${campaign}, ${day}`,
  columns: { number: 'no.', what: 'what to do', where: 'see' },
  todo: {
    register: ({ count }) =>
      `${count} lines of the register are not as relief wrote them: find out who changed them; until then nothing in it counts as closed`,
    outliers: ({ count, amount }: HowMuch) =>
      `${count} amounts are out of all proportion${money(amount)}, most likely 元 taken for 万元: correct the lists and run again; until then no sum can be trusted`,
    stop: ({ count, amount }) =>
      `${count} payouts must not be made${money(amount)}: pay by the clean lists, not by the old ones`,
    failed: ({ count, amount }) =>
      `the bank could not make ${count} payouts${money(amount)}: find out why, correct and pay again`,
    unpaid: ({ count, amount }) => `${count} payouts should have arrived and did not${money(amount)}: ask the bank`,
    omitted: ({ count }) => `${count} people should be reached and are on no list: pay them, or say why not`,
    overdue: ({ count, units }) => `${count} cases are overdue${ofUnits(units)}: remind (relief cases send --remind)`,
    plan: ({ count }) => `the plan has ${count} errors, or disagrees with the lists: correct it, or find out why`,
    place: ({ count, amount }) =>
      `${count} rows belong to no department or measure of the campaign${money(amount)}, so standard and delivery were not checked: say which they are`,
    fix: ({ count }) =>
      `${count} rows of the clean lists have errors (numbers, accounts, amounts): send them back to be corrected`,
    settle: ({ count, amount }) =>
      `${count} cases are confirmed and not settled${money(amount)}: stop, recover or explain`,
    again: ({ count, units }) => `${count} cases were answered and have changed${ofUnits(units)}: ask again`,
    send: ({ count, units }) =>
      `${count} cases have not gone out${ofUnits(units)}: look at them, then record with --send that they do`,
    review: ({ count, amount }) => `${count} pairs of people may be one${money(amount)}: look at each (relief review)`,
    lacking: ({ count }) =>
      `${count} people are on a list and lack a measure that is due to them: pay it, or say why not`,
    lists: () => 'there are no lists, so nobody can see who is paid twice, left out or paid: name them under lists:',
    rosters: () =>
      'there are no rosters, so nobody can see who is left out or must not be paid: name them under rosters:',
    returns: () =>
      'there are no bank returns, so nobody knows whether money arrived: name them under returns: once it is paid',
  },
  rest: 'What else is to be done',
  results: {
    sheet: 'The files',
    columns: { file: 'file', says: 'what it says' },
    export: (hasLists) =>
      hasLists ? 'planned and listed, by department and measure' : 'the plan alone: no lists were read',
    clean: (rows) => `the lists without ${rows} rows, in their own formats`,
    removed: (rows, amount) => `the ${rows} rows that were taken out, ${amount} yuan`,
    noLetter: (unit) => `${unit} is the one that sends and gets no letter`,
    own: (cases) => `${cases} cases are the host’s own`,
    separator: '; ',
    unsent: (cases, units) => `${cases} cases, a sheet and a letter for each of ${units} units, not recorded as sent`,
    sent: (cases, units) => `${cases} cases, a sheet and a letter for each of ${units} units, recorded as sent`,
    page: 'a page for leaders',
  },
  changes: {
    sheet: (since) => (since === null ? 'Since the run before' : `Since the run before (${since})`),
    columns: { what: 'what', before: 'before', now: 'now' },
    first: 'the first run: there is nothing to compare it with',
    none: 'no list, figure or case has changed',
    inputs: { added: 'new lists, rosters and returns', changed: 'changed', gone: 'gone' },
    cases: { added: 'new cases', closed: 'newly closed', reopened: 'open again', gone: 'no longer recorded' },
    nothing: '—',
  },
  figures: {
    payouts: 'payouts on lists',
    persons: 'people on lists',
    amount: 'money on lists (yuan)',
    takenOut: 'payouts not to be made',
    takenOutAmount: 'their money (yuan)',
    errors: 'errors',
    warnings: 'warnings',
    hints: 'hints',
    eligible: 'people to be reached',
    reached: 'people reached',
    omitted: 'people omitted',
    paid: 'payouts that arrived',
    paidAmount: 'their money (yuan)',
    failed: 'payouts that failed',
    failedAmount: 'their money (yuan)',
  },
  notLooked: {
    sheet: 'What was not looked at',
    columns: { what: 'there is', so: 'so nobody looked at' },
    why: {
      lists: ['no list', 'who is paid twice, who is left out, what arrived; and there are no clean lists'],
      rosters: ['no roster', 'who should be reached and is not, and who has died or must not be paid'],
      returns: ['no bank return', 'whether the money arrived'],
      'lists-of-parts': ['nothing read of the parts’ own lists', 'who is on those as well (see relief budget)'],
    },
    all: 'there are lists, rosters and returns; which rule did not run, for want of a column or because it is off, stands in each file',
  },
  done: (folder, changed, unchanged, removed) =>
    `written to ${folder}: ${changed} files new or changed, ${unchanged} as they were${removed === '0' ? '' : `, ${removed} no longer needed removed`}`,
  setAside: (file, to) => `${file} was changed by somebody: moved to ${to}, nothing is lost`,
  strangers: (files) =>
    `among the clean lists are files that were not written here and were left alone: ${files}; move them away before you hand on the folder`,
  badManifest: (file) =>
    `${file} is not as relief run wrote it: what the run before wrote is unknown, so nothing is removed, and what stands where something is written is moved aside first`,
};

export default en;
