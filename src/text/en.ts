import type { ProblemData } from '../domain/problem.ts';
import type { Catalogue } from './zh.ts';

const example: Record<ProblemData['bad-field']['kind'], string> = {
  money: 'write an amount as 33万元, 约190万元, 100余万元, or a bare number of yuan',
  count: 'write a count as 约600人, 1000户, 640份, 近5000人次',
  rate: 'write a standard as 550元/人, 每户200-500元, 户均2000元, 最高5000元/户',
  date: 'write a date as 2017-02-09, 2016年12月底前, 12月下旬, 春节前',
  id: 'an id has small letters, digits and hyphens only, like low-income',
  condition: 'write a condition as 1, 2-4 or 2+',
  text: 'fill it in, or take the line out',
  year: 'add year: 2017 (the year the Spring Festival falls in) at the top',
};

const fieldProblem: Record<ProblemData['bad-field']['problem'], (got: string) => string> = {
  'not-a-figure': (got) => `can't read “${got}” as a figure`,
  'not-money': (got) => `“${got}” is not an amount of money`,
  'range-reversed': (got) => `“${got}”: the first figure is more than the second`,
  'not-a-count': (got) => `“${got}” is money, a count is needed here`,
  'bad-grouping': (got) => `thousands separators are misplaced in “${got}”`,
  'too-vague': (got) => `“${got}” has no definite figure`,
  'contradictory-qualifiers': (got) => `the qualifiers of “${got}” contradict each other`,
  negative: (got) => `“${got}” is negative`,
  'below-fen': (got) => `“${got}” is finer than a fen`,
  'not-whole': (got) => `“${got}” is not a whole number`,
  absurd: (got) => `“${got}” is impossibly large`,
  'not-a-date': (got) => `can't read “${got}” as a date`,
  'not-an-id': (got) => `“${got}” can't be an id`,
  'not-a-condition': (got) => `“${got}” is not a condition`,
  'empty-text': () => 'this is blank',
  'reach-unit-missing': (got) => `“${got}” has no unit: people, households or packages?`,
  'year-missing': (got) => `which year is “${got}” in? The file has neither issued nor year`,
  'repeated-id': (got) => `the id “${got}” is used twice`,
};

const type = (expected: string) =>
  expected
    .split('|')
    .map(
      (one) =>
        ({
          word: 'one word, not a list',
          string: 'text',
          number: 'a number',
          boolean: 'true or false',
          object: '“key: value” lines',
          array: 'a list',
          record: '“key: value” lines',
        })[one] ?? one,
    )
    .join(' or ');

const didYouMean = (nearest: string | null) => (nearest === null ? '' : `; did you mean “${nearest}”?`);
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** Everything that relief says in English, apart from the rules' own words, which stand with each rule. */
const en: Catalogue = {
  language: 'en',
  list: (items) => items.join(', '),
  parenthesised: (inner) => ` (${inner})`,
  colon: ': ',

  budget: {
    sheet: 'Budget',
    columns: {
      department: 'Department',
      measure: 'Measure',
      to: 'To',
      form: 'Form',
      reach: 'Reach',
      count: 'Count',
      unit: 'Unit',
      standard: 'Standard',
      stated: 'Stated',
      statedText: 'As printed',
      computed: 'Computed',
      adopted: 'Adopted',
      lowerBound: 'Lower bound',
      basis: 'Basis',
      check: 'Check',
      funds: 'Funds',
      source: 'Source',
      note: 'Note',
    },
    unit: 'Amounts in 万元 (10,000 yuan)',
    lowerBound: 'yes',
    total: 'Total',
    subtotal: 'Subtotal',
    noMeasures: '(no measures listed)',
    hidden: (columns) => `Not shown at this width: ${columns} (use a wider terminal, or -o FILE.csv or .xlsx)`,
    difference: (amount) => `difference ${amount}万元`,
    status: { planned: 'planned', expected: 'expected', actual: 'actual' },
    history: 'not counted in this campaign',
    overlapping: 'overlaps other items, not added up',
    excludes: (measures) => `without those who get “${measures}”`,
    asOf: (date) => `as of ${date}`,
    age: (age) => `aged ${age}`,
    rosterOf: (roster) => `roster: ${roster}`,
    delivery: { bank: 'through a bank', procurement: 'by public procurement', visit: 'visit', hand: 'by hand' },
  },
  mark: {
    exact: ['', ''],
    about: ['~', ''],
    over: ['', '+'],
    atLeast: ['≥', ''],
    nearly: ['≲', ''],
    atMost: ['≤', ''],
  },
  form: { cash: 'cash', goods: 'goods', service: 'service' },
  basis: { stated: 'stated', computed: 'computed', unknown: 'unknown' },
  check: {
    exact: 'exact',
    rounded: 'rounded',
    'in-range': 'in range',
    approximate: 'approximate',
    contradicted: 'contradicted',
    unknown: '—',
    'not-itemised': 'not itemised',
    history: 'not counted',
    overlapping: 'overlaps',
  },
  totals: {
    sheet: 'Totals',
    columns: { what: 'Figure', itemised: 'Items', stated: 'Stated', check: 'Check' },
    amount: 'Amount (万元)',
    firm: 'of which firm',
    approximate: 'of which approximate',
    reach: 'Reach (all items, as 人次)',
    unit: (word) => `of which ${word}`,
    share: (share) => `${share} of it`,
    atLeast: '≥: some measures have no amount, so that the total is a lower bound.',
    note: (note) => `Note: ${note}`,
    useStated: 'Items overlap: the total is the stated one, and they are not added up.',
    statedOnly: 'No item has an amount: the total is the stated one.',
    distinct:
      '人次, 户次 and money add up. People (人) and households (户) may be the same ones in several measures: their sums are not numbers of people or households.',
  },
  funds: {
    sheet: 'Funds',
    columns: {
      fund: 'Fund',
      measures: 'Measures',
      known: 'Known amount',
      ceiling: 'Ceiling',
      income: 'Income',
      earmark: 'Earmarked for',
      note: 'Note',
      source: 'Source',
    },
    partly: 'and a part not stated',
    thisCampaign: 'this campaign',
  },
  schedule: {
    sheet: 'Schedule',
    columns: {
      what: 'Stage / task',
      from: 'From',
      until: 'Until',
      text: 'As written',
      owners: 'Who',
      binding: 'Binding',
      source: 'Source',
      note: 'Note',
    },
    binding: { hard: 'must', soft: 'in principle' },
    deadline: (name) => `Deadline: ${name}`,
  },
  rules: {
    sheet: 'Delivery rules',
    columns: { form: 'Form', through: 'Through', except: 'Except', source: 'Source', note: 'Note' },
  },
  roles: { sheet: 'Roles', columns: { name: 'Unit', duty: 'Duty', source: 'Source' } },
  findings: {
    sheet: 'Findings',
    columns: { rule: 'Rule', message: 'Finding', place: 'Place' },
    none: 'No findings.',
    others: (places) => `and ${places - 1} more`,
    excepted: (finding, reason, until) => `Exception (until ${until}): ${finding}: ${reason}`,
    off: (rules) => `Rules turned off: ${rules}`,
    summary: (errors, warnings, hints) =>
      `${count(errors, 'error')}, ${count(warnings, 'warning')}, ${count(hints, 'hint')}`,
    explain: 'Why a rule matters and what to do: relief explain RULE',
    notRead: (what) => `Not read by this command: ${what}`,
  },
  csv: { campaign: 'Campaign' },
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  inputs: { lists: 'lists', rosters: 'rosters', returns: 'bank returns', parts: 'parts' },

  check_: {
    valid: (file, departments, measures) =>
      `${file}: valid, ${count(departments, 'department')}, ${count(measures, 'measure')}`,
  },

  explain: {
    list: 'Rules (severity, id, title):',
    why: 'Why',
    example: 'Example',
    mend: 'What to do',
    unknown: (rule, nearest) => `no rule “${rule}”${didYouMean(nearest)} (relief explain lists them all)`,
  },

  init: {
    written: (file) => `Wrote ${file}. Edit it beside the notice, then run:`,
    exists: (file) => `${file} exists and was left as it is. Name another folder, or move it away first.`,
  },

  problems: {
    'file-missing': () => ['there is no such file', 'check the path and the name'],
    'file-unreadable': ({ reason }) => [
      `it can't be read (${reason})`,
      'check its permissions, and whether another program holds it',
    ],
    'file-is-folder': () => ['this is a folder', 'name the file in it, like FOLDER/campaign.yaml'],
    'file-too-large': ({ limit }) => [
      `more than ${limit / 1024 / 1024} MB can't be a campaign file`,
      'check whether it is the right file',
    ],
    'file-empty': () => ['the file is empty', 'relief init writes one to start from'],
    'file-binary': () => [
      'this is not a text file',
      'a campaign file is YAML text, not a workbook, document or picture',
    ],
    'file-encoding': ({ looksLike }) => [
      looksLike ? `it is not UTF-8 but, by its looks, ${looksLike}` : 'it is not UTF-8 text',
      'save it as UTF-8 in an editor',
    ],
    'yaml-syntax': ({ detail }) => [
      `this is not YAML: ${detail}`,
      'check the indentation (spaces only), the space after each colon, and the quotes',
    ],
    'yaml-duplicate-key': ({ key, firstLine }) => [
      `“${key}” stands twice, first on line ${firstLine}`,
      'keep one of them',
    ],
    'yaml-aliases': ({ limit }) => [
      `aliases (*) repeat more than ${limit} values`,
      'write the values out instead of nesting aliases',
    ],
    'yaml-too-deep': ({ limit }) => [`nested more than ${limit} levels deep`, 'check the indentation and the brackets'],
    'yaml-too-many': () => ['too much is wrong with this to be a campaign file', 'check whether it is the right file'],
    'yaml-several-documents': () => ['several campaigns in one file (---)', 'one campaign, one file'],
    'not-a-campaign': () => [
      'this is no campaign file: it should start with “key: value” lines',
      'relief init writes one to start from',
    ],
    'unknown-key': ({ key, nearest, known }) => [
      `unknown key “${key}”${didYouMean(nearest)}`,
      known.length > 0 ? `known here: ${known.join(', ')}` : 'take the line out',
    ],
    'missing-key': ({ key }) => [`“${key}” is missing`, `add ${key}: …`],
    'wrong-type': ({ expected, got }) => [
      `${got ? `“${got}” does not fit: ` : ''}${type(expected)} is needed here`,
      /string/.test(expected) ? 'put a number that is meant as text in quotes' : `make it ${type(expected)}`,
    ],
    'wrong-word': ({ got, nearest, allowed }) => [
      `“${got}” is not one of the words allowed${didYouMean(nearest)}`,
      `one of: ${allowed.join(', ')}`,
    ],
    'too-few': ({ minimum }) => [`at least ${minimum} needed`, 'add to it, or take the line out'],
    'bad-field': ({ problem, kind, got }) => [
      fieldProblem[problem](got),
      problem === 'repeated-id' ? 'choose another id, and change what refers to it' : example[kind],
    ],
  },
  problemCount: (number, shown) =>
    `${count(number, 'problem')}${shown < number ? `, the first ${shown} above` : ''}. Mend them, then run again.`,
  mend: 'to mend',

  cli: {
    description:
      'Budgets, checks and reconciles 元旦春节帮困送温暖 relief campaigns (reach all, miss none, pay nobody twice)',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    globalOptions: 'Global options:',
    defaultValue: (value) => `default ${value}`,
    choices: (values) => `one of ${values}`,
    help: 'show help',
    helpCommand: 'show help for a command',
    version: 'show the version',
    examples: 'Examples:',
    budget: 'what it costs and reaches, and whether the document’s figures add up',
    check: 'check only whether campaign files are valid',
    explain: 'explain a rule: what it checks, why, what to do',
    init: 'write a commented campaign file to start from',
    schema: 'print the JSON Schema of campaign files, for editors',
    completion: 'print a shell completion script',
    campaigns: 'campaign files (YAML)',
    rule: 'a rule’s id; none lists all',
    folder: 'the folder to write to',
    shell: 'which shell',
    format: 'output format; by default from the ending of -o',
    output: 'write to a file or, for several campaigns, to a folder (ending in /)',
    lang: 'language',
    failOn: 'exit with 1 when there is a finding of this severity or worse',
    quiet: 'no messages',
    color: 'always use colour',
    noColor: 'never use colour',
    width: 'width of tables, in columns',
    bom: 'start csv with a UTF-8 mark, for Excel',
    debug: 'show internals when something goes wrong',
    exitCodes: 'Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 wrong usage or input; 70 a bug.',
    written: (file) => `Wrote ${file}`,
    unknownCommand: (word, nearest) => `no command “${word}”${didYouMean(nearest)}`,
    unknownOption: (word, nearest) => `no option “${word}”${didYouMean(nearest)}`,
    missingArgument: (name) => `missing argument: ${name}`,
    missingValue: (option) => `${option} needs a value`,
    excessArguments: 'too many arguments',
    badChoice: (option, got, allowed) => `${option} can't be “${got}”; one of: ${allowed}`,
    badWidth: (got) => `--width needs a whole number from 40, not “${got}”`,
    unknownEnding: (file, allowed) => `can't tell the format of ${file}: end it in ${allowed}, or say --format`,
    needsFile: (format) => `${format} can't be shown on a terminal: use -o FILE.${format}, or a pipe`,
    needsFolder: 'several campaigns are written to a folder: -o FOLDER/',
    isInput: (file) => `${file} is an input and is not overwritten; choose another name`,
    writeFailed: (file, reason) => `can't write ${file} (${reason})`,
    tryHelp: (command) => `usage: ${command} --help`,
    bug: (message) => `relief went wrong; this is a bug, not your mistake: ${message}`,
    report: 'Please send the line above and the command (without any list) to the maintainers; --debug shows more.',
  },
};

export default en;
