import { grouped } from '../../domain/money.ts';
import type { ForeignKind, ProblemData, WorkbookDamage } from '../../domain/problem.ts';
import { LIST_FIELDS, type ListField } from '../../domain/row/list-field.ts';
import { LIST_FIELD_WORDS } from '../list-fields.ts';
import type { ProblemWords } from '../zh/problems.ts';

const example: Record<ProblemData['bad-field']['kind'], string> = {
  money: 'write an amount as 33万元, 约190万元, 100余万元, or a bare number of yuan',
  count: 'write a count as 约600人, 1000户, 640份, 近5000人次',
  rate: 'write a standard as 550元/人, 每户200-500元, 户均2000元, 最高5000元/户',
  duration: 'write how long as 3个月, 90天 or 一学年',
  date: 'write a date as 2017-02-09, 2016年12月底前, 12月下旬, 春节前',
  id: 'an id has small letters, Chinese characters, digits and hyphens only, like low-income; it may be left out, and the name used instead',
  condition: 'write a condition as 1, 2-4 or 2+',
  text: 'fill it in, or take the line out',
  year: 'add year: 2017 (the year the Spring Festival falls in) at the top',
  layout:
    'write fields as {账号}, {户名}, {金额} or {代发编号}, and behind a colon how: :分 in fen, :012 zeros before it to 12 bytes, :<20 spaces behind it; see docs/pay.md',
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
  'not-a-duration': (got) => `“${got}” is not a span of time`,
  'not-an-id': (got) => `“${got}” can't be an id`,
  'not-a-condition': (got) => `“${got}” is not a condition`,
  'empty-text': () => 'this is blank',
  'not-a-layout': (got) => `“${got}” is not understood`,
  'layout-lacks': (got) => `${got} is missing`,
  'layout-misplaced': (got) => `${got} can’t stand here`,
  'reach-unit-missing': (got) => `“${got}” has no unit: people, households or packages?`,
  'year-missing': (got) => `which year is “${got}” in? The file has neither issued nor year`,
  'repeated-id': (got) => `the id “${got}” is used twice`,
};

/** What to write instead of a figure that stops at `at`. */
function unreadMend(kind: ProblemData['bad-field']['kind'], got: string, at: string): string {
  if (!NUMBER.test(got))
    return kind === 'rate'
      ? 'there is no number in it: write 由某某另定 where somebody else sets it, 低保标准的50% for a share, anything else under note:'
      : 'there is no number in it: leave the line out, and put the words under note:';
  if (/^[（(]/.test(at))
    return `put what is in brackets under note:, and leave “${got.slice(0, Math.max(0, got.search(/[（(]/)))}” here`;
  if (RANGE_OF_COUNTS.test(got) && kind === 'count')
    return 'a count is one number: write its lower end as 不少于100人, and the range under note:';
  if (SEVERAL.test(got)) return severalFigures[kind] ?? example[kind];
  return SAYS_HOW_MUCH.test(at) ? example[kind] : `leave out “${at}”, and put it under note:; ${example[kind]}`;
}

/** What must not be taken out: a number, money, a unit, or what changes a figure. */
const SAYS_HOW_MUCH = /[\d点元每人户名位次一二两三四五六七八九十百千万亿多余不未均平增减比较差缺欠亏剩第]|[上去往]年/;
/** Two numbers with a comma or a 和 between, or 其中 before the second. */
const SEVERAL = /\d[^\d]*(?:其中|[,，;；、和及])[^\d]*\d/;
const RANGE_OF_COUNTS = /\d\s*[-~～—至到]\s*\d/;
const NUMBER = /[\d０-９一二三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾]/;

/** Why a file that is to be published can't be looked at, and what to do then. */
const notPublic: { [W in ProblemData['public-unread']['why']]: readonly [what: string, mend: string] } = {
  picture: [
    'this is a picture, and what it shows cannot be checked',
    'look through it yourself; best publish from the .xlsx or .docx it was made of',
  ],
  foreign: [
    'files of this kind cannot be checked',
    'what can be: .xlsx, .xls, .et, .docx, .doc, .wps, .pptx, .ods, .odt, .ofd, .csv, .txt, .html, .pdf; save it as one of them',
  ],
  damaged: [
    'the file is damaged, and cannot be checked to its end',
    'open it in the program that made it, save a copy, and check that',
  ],
  encrypted: ['the file has a password, and cannot be checked', 'take the password off, save a copy, and check that'],
};

/** What a file is that no campaign can be drafted from. */
const notNotice: { [K in ForeignKind]: string } = {
  document: 'documents of this kind (.odt, .rtf, .wps) are not read',
  slides: 'these are slides, not a document',
  pdf: 'this is a PDF',
  ofd: 'OFD documents are not read',
  image: 'this is a picture, without text',
  dbf: 'this is a table of data, not a document',
  database: 'this is a database, not a document',
  xlsb: 'this is a workbook, not a document',
  iwork: 'documents of Pages and Numbers are not read',
  mail: 'this is an e-mail, not a document',
  xml: 'this is XML, not a document',
  'web-page': 'this web page has no text',
  shortcut: 'this is a shortcut, not the file itself',
  program: 'this is a program, not a document',
  notice: 'this is prose',
  campaign: 'this is a campaign file already',
};

/** Where several figures stand in one place. */
const severalFigures: Partial<Record<ProblemData['bad-field']['kind'], string>> = {
  money:
    'write one amount: what is a part of it (其中) is a measure of its own with of: the whole; several funds go under funds:',
  count:
    'write one count: parts as {total: 18名, parts: [5名, 13名]}, two counts of one fact as 1355户9980人; what is a part (其中) is a measure of its own with of:',
  rate: 'write steps as tiers:, cash and goods as parts:, what is added for each further person as increase:',
};

const workbookDamage: { [D in WorkbookDamage]: string } = {
  archive: 'it is cut short, or what is compressed in it makes no sense',
  checksum: 'its content is not what its checksum says was saved',
  xml: 'its content is not well-formed XML',
  'document-type': 'it declares entities (a DTD), which no spreadsheet does',
  'part-missing': 'a sheet or another part of it is missing',
  'part-repeated': 'two of its parts have the same name, and programs differ in which of them they open',
  'row-order': 'row numbers are repeated or out of order',
  reference: 'a row, a cell or a merged range has an address that is not valid',
  'shared-string': 'a cell refers to a text that is not there',
  xls: 'the content of the .xls can’t be read any further',
};

const foreign: { [K in ForeignKind]: readonly [what: string, mend: string] } = {
  document: [
    'this is a text document (Word, WPS Writer or the like), not a list',
    'if the list is a table in it, copy it into a spreadsheet and save that as .xlsx',
  ],
  slides: ['this is a presentation, not a list', 'ask whoever sent it for the spreadsheet (.xlsx, .xls, .et or .csv)'],
  pdf: [
    'this is a PDF, not a spreadsheet',
    'ask whoever sent it for the spreadsheet it was made from (.xlsx, .xls, .et or .csv)',
  ],
  ofd: ['this is an OFD document, not a spreadsheet', 'ask whoever sent it for the spreadsheet it was made from'],
  image: ['this is a picture, not a spreadsheet', 'ask whoever sent it for the spreadsheet it was made from'],
  dbf: ['this is a dBASE or FoxPro table (.dbf)', 'open it in Excel or WPS and save it as .xlsx'],
  database: ['this is a database (Access or SQLite)', 'export the list from it, as .xlsx or csv'],
  xlsb: ['this is a binary workbook (.xlsb)', 'open it in Excel and save it as .xlsx'],
  iwork: ['this is a Numbers or Pages file', 'export it from Numbers as Excel (.xlsx)'],
  mail: ['this is an e-mail, not a list', 'if the list is attached to it, save the attachment first'],
  xml: ['this is XML, but not a spreadsheet', 'ask whoever sent it for an .xlsx or csv file'],
  'web-page': [
    'this is a web page without any table',
    'check whether it is the right file, or a log-in or error page that was saved by mistake; export the list again',
  ],
  shortcut: ['this is a shortcut, not the file itself', 'name the file that it points to'],
  program: ['this is a program, not a list', 'check whether it is the right file'],
  notice: [
    'this is prose (a notice, a plan or a report), not a list',
    'a list has a header (name or ID number, and amount) and a row for each person; check whether it is the right file',
  ],
  campaign: [
    'this is a campaign file, where a list is needed',
    'name a campaign right after the command; lists:, rosters:, returns:, --roster and --returns take lists only',
  ],
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
          int: 'a whole number',
          boolean: 'true or false',
          object: '“key: value” lines',
          array: 'a list',
          record: '“key: value” lines',
        })[one] ?? one,
    )
    .join(' or ');

const didYouMean = (nearest: string | null) => (nearest === null ? '' : `; did you mean “${nearest}”?`);
const fieldWord = (field: ListField) => LIST_FIELD_WORDS[field].en;
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The same in English. */
const en: ProblemWords = {
  describe: {
    'file-missing': () => ['there is no such file', 'check the path and the name'],
    'list-pattern-too-wide': ({ limit }) => [
      `more than ${grouped(String(limit))} folders would have to be looked through for this pattern`,
      'name the folder that the files are in, as in lists/*.csv',
    ],
    'file-unreadable': ({ reason }) => [
      `it can't be read (${reason})`,
      'check its permissions, and whether another program holds it',
    ],
    'file-is-folder': () => [
      'this is a folder',
      'name what is to be read, like FOLDER/campaign.yaml or FOLDER/*.csv; a folder alone means the lists that are directly in it',
    ],
    'file-too-large': ({ limit }) => [
      `more than ${limit / 1024 / 1024} MB is too much for a campaign file`,
      'check whether it is the right file',
    ],
    'part-of-itself': () => ['the campaign names itself as one of its parts', 'take it out of parts:'],
    'file-empty': () => [
      'the file is empty',
      'check whether it is the right file, and came over whole; relief init writes a campaign to start from',
    ],
    'file-binary': () => [
      'this is not a text file',
      'a campaign file is YAML text, a list is xlsx, xls, et, ods, csv or parquet; not a document or picture',
    ],
    'register-foreign': () => [
      'this is not a register of relief: its headings are not the ones relief writes',
      'cases.csv (cases) and payments.csv (payments) are written by relief: keep their names and columns as they are, and give files for other purposes another name',
    ],
    'payment-ledger-changed': ({ lines }) => [
      `lines of the ledger of payments are not as relief wrote them (changed, removed or unreadable): ${lines.join(', ')}`,
      'who was paid can’t be told from such a ledger, so no batch was made: put back payments.csv from a backup, and never edit it',
    ],
    'payment-key': ({ why }) => [
      {
        missing: 'the key of the ledger of payments is gone',
        foreign: 'this is the key of another ledger of payments',
        unreadable: 'this is no key of a ledger of payments',
      }[why],
      'without it nobody can tell who is in a batch already, so none was made: put back the payments.key that was made with payments.csv',
    ],
    'sealing-key': ({ why }) => [
      {
        foreign:
          'this is no key file for sealing lists (a password is no key: ID numbers are few enough to be found by trying passwords)',
        weak: 'this key was not made by chance: most of its bytes are the same few',
      }[why],
      'make one with relief seal --new-key FILE; whoever leads the work hands it to all departments, who use the same',
    ],
    'sealed-version': ({ version, known }) => [
      `this list was sealed in version ${version}, and only version ${known} is known here; nothing was compared`,
      'seal both with the same version of relief',
    ],
    'sealed-changed': ({ why }) => [
      {
        head: 'the beginning or the header of this sealed list was changed; nothing was compared',
        cut: 'this sealed list is not whole: its last line, which proves it, is missing; nothing was compared',
        rows: 'the rows of this sealed list are not those that its last line proves: changed, or damaged on the way; nothing was compared',
      }[why],
      'have the department send the file again; do not save it from a spreadsheet program',
    ],
    'sealed-other': ({ other, what }) => [
      what === 'key'
        ? `this list was sealed with another key than ${other}; nothing was compared, which does not mean that nobody is on both`
        : `this list was sealed with another algorithm than ${other} (SHA-256 and SM3 do not mix); nothing was compared`,
      what === 'key' ? 'seal all lists again with one key' : 'seal all with --sm3, or all without',
    ],
    'sealed-mixed': ({ other }) => [
      `this list is not sealed and ${other} is: they can't be compared with each other; nothing was compared`,
      'seal this one too, with the same key: relief seal LIST --key-file KEY -o FOLDER',
    ],
    'payment-template': (fault) => {
      switch (fault.why) {
        case 'not-xlsx':
          return ['the bank’s template is no .xlsx', 'save the template as .xlsx in Excel or WPS'];
        case 'no-header':
          return [
            `no row of the template has all of these titles: ${fault.titles.join(', ')}`,
            'write the titles under columns: just as the template has them; say sheet: where it is not the first',
          ];
        case 'not-empty':
          return [
            `row ${fault.row} of the template, below the titles, is not empty`,
            'delete the rows that are there as examples: a bank would pay them too',
          ];
      }
    },
    'list-changed': () => [
      'this file changed while it was being read, so nothing was made of it',
      'wait until nobody changes it, and run again',
    ],
    'file-encoding': ({ looksLike }) => [
      looksLike ? `it is not UTF-8 but, by its looks, ${looksLike}` : 'it is not UTF-8 text',
      'save it as UTF-8 in a text editor',
    ],
    'workbook-encrypted': () => [
      'this workbook needs a password to open',
      'take the password off in Excel or WPS, save it, and try again',
    ],
    'parquet-damaged': () => ['this Parquet file is damaged', 'export or send it again, or save it as CSV or xlsx'],
    'parquet-too-large': ({ limit }) => [
      `it unfolds to more than ${Math.floor(limit / 1024 / 1024)} MB of repeated data, which no real list does`,
      'check whether it is the right file; if it is, export it again as CSV',
    ],
    'workbook-damaged': ({ detail }) => [
      `this workbook is damaged: ${workbookDamage[detail]}`,
      'open it in Excel or WPS and save it as a new .xlsx; if that fails, ask for it to be sent again',
    ],
    'workbook-too-large': ({ limit }) => [
      `unpacked, this workbook has more than ${limit / 1024 / 1024} MB, too much for a list`,
      'check whether it is the right file; if it is, split it or save it as csv',
    ],
    'workbook-not-a-workbook': () => [
      'this is not a workbook, nor any other kind of file that relief knows',
      'check whether it is the right file; if it is a spreadsheet, save it as .xlsx or csv in its own program',
    ],
    'workbook-sheet-missing': ({ sheet, sheets }) => [
      `there is no sheet “${sheet}”`,
      `there are: ${sheets.join(', ')}`,
    ],
    'list-foreign': ({ kind }) => foreign[kind],
    'notice-foreign': ({ kind }) => [
      kind === null ? 'this is a table or an archive, not a document' : notNotice[kind],
      'give the text of a notice, plan, opinion or report: .docx, .pdf, .doc, .txt, .md or a web page',
    ],
    'notice-damaged': ({ kind }) => [
      `this .${kind} is damaged and can't be read any further`,
      'open it in Word, WPS or a viewer and save it again, or copy its whole text to a .txt',
    ],
    'notice-encrypted': () => ['this document has a password', 'save it again without one'],
    'notice-too-long': () => ['this document is too long to be a notice', 'leave nothing but the text of the notice'],
    'notice-is-picture': ({ pages }) => [
      `this PDF has ${pages} ${pages === 1 ? 'page' : 'pages'} of pictures and no text`,
      'ask for the document itself (.docx, .doc, .txt), or recognise its text (OCR) and check that',
    ],
    'public-unread': ({ why }) => notPublic[why],
    'list-not-written': () => [
      'web pages, XML tables and ods can be read but not split in two, so nothing was written',
      'open it in Excel or WPS, save it as .xlsx, and run again with that',
    ],
    'list-page-irregular': () => [
      'this is a web page, and its tables are written in such a way that whose cell is whose would be a guess',
      'open it in Excel or WPS, save it as .xlsx, and try again',
    ],
    'archive-not-supported': ({ kind }) => [
      `this is an archive (${kind}), not a list`,
      'unpack it and name the csv or xlsx file in it',
    ],
    'list-no-header': ({ rows, isCut, isEmpty, shown, nearest, garbled }) => [
      isEmpty
        ? 'the list is empty'
        : `no known header in the first ${count(rows, 'row')}, ${shown.length === 0 ? 'which hold nothing like a title' : `whose first words are: ${shown.join(', ')}`}${nearest ? ` (is “${nearest.title}” meant to be “${nearest.known}”?)` : ''}`,
      garbled
        ? 'this looks like the wrong encoding: save the list again from its own program, as UTF-8 or xlsx'
        : `a header has a name (姓名) or ID number (身份证号) and, but for a roster, an amount (金额) or goods (实物); for other titles use --column TITLE=FIELD, or columns: of the list in the campaign${isCut ? `; if the header is below row ${rows}, delete what stands above it` : ''}`,
    ],
    'list-column-ambiguous': ({ field, choices }) => [
      `several columns may be the ${fieldWord(field)}: ${choices.map(({ title, index }) => `“${title}” (column ${index + 1})`).join(', ')}`,
      choices.every(({ title }) => title === choices[0]?.title)
        ? `their titles are the same: rename one, then say --column TITLE=${field} (or columns: in the campaign)`
        : `say which with --column TITLE=${field} (or columns: in the campaign); TITLE=ignore leaves one out`,
    ],
    'list-column-missing': ({ field, titles, nearest, payable }) => [
      `there is no column for the ${fieldWord(field)}${didYouMean(nearest)}; there are: ${titles.join(', ')}`,
      payable
        ? `“${payable}” is what is owed, perhaps not what was paid; to go by it, say --column ${payable}=${field} (or columns: in the campaign)`
        : `a list needs ${field === 'amount' ? 'an amount, or goods or a quantity' : 'a name or an ID number'}; say which column it is with --column TITLE=${field} (or columns: in the campaign)`,
    ],
    'list-given-column-unknown': ({ title, nearest, titles, lists }) => [
      `${lists === 1 ? 'the list has no' : `none of the ${lists} lists has a`} column “${title}”${didYouMean(nearest)}`,
      `correct the title in --column or columns:; there are: ${titles.join(', ')}`,
    ],
    'list-given-field-unknown': ({ title, field, nearest }) => [
      `there is no field “${field}”${didYouMean(nearest)}`,
      `write --column ${title}=FIELD (or columns: in the campaign) with one of: ${LIST_FIELDS.join(', ')}; or ignore`,
    ],
    'csv-quote-runaway': ({ lines, closed }) => [
      closed
        ? `a quotation mark in this row has its pair only more than ${lines} lines below: everybody in between would vanish into one cell`
        : 'a quotation mark in this row (") has no pair down to the end of the file: everybody below would vanish into one cell',
      'take out the stray mark, or open the file in Excel or WPS and save it as .xlsx',
    ],
    'csv-record-too-long': ({ limit }) => [
      `a row is longer than ${limit / 1024 / 1024} MB: this is not a list`,
      'check that it is the right file',
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
    'yaml-too-many': () => [
      'there is too much wrong with this for it to be a campaign file',
      'check whether it is the right file',
    ],
    'yaml-several-documents': () => ['several campaigns in one file (---)', 'one campaign, one file'],
    'not-a-campaign': () => [
      'this is not a campaign file: it should start with “key: value” lines',
      'relief init writes one to start from',
    ],
    'unknown-key': ({ key, nearest, known, within }) => [
      `unknown key “${key}”${nearest === null && within ? '' : didYouMean(nearest)}`,
      nearest === null && within
        ? `it belongs to “${within}”: ${within}: {${key}: …}`
        : known.length > 0
          ? `known here: ${known.join(', ')}; what each is: docs/campaign.md`
          : 'take the line out',
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
    'bad-field': ({ problem, kind, got, at }) => [
      kind === 'layout'
        ? fieldProblem[problem](at ?? got)
        : `${fieldProblem[problem](got)}${at && at !== got ? `: reading stopped at “${at}”` : ''}`,
      problem === 'repeated-id'
        ? 'choose another id, and change what refers to it'
        : at && kind !== 'layout'
          ? unreadMend(kind, got, at)
          : example[kind],
    ],
  },
  count: (number, shown) =>
    `${count(number, 'problem')}${shown < number ? `, the first ${shown} above` : ''}. Fix them, then run again.`,
  mend: 'to fix',
};

export default en;
