import type { Place } from './place.ts';
import type { FieldKind, FieldProblem } from './row/fields.ts';
import type { ListField } from './row/list-field.ts';

/** The reasons for which an input can't be used at all, each with what its message needs to know. */
export interface ProblemData {
  'file-missing': Record<never, never>;
  'list-pattern-too-wide': { limit: number };
  'file-unreadable': { reason: string };
  'file-is-folder': Record<never, never>;
  'file-too-large': { limit: number };
  'file-empty': Record<never, never>;
  'file-binary': Record<never, never>;
  'list-changed': Record<never, never>;
  /** A file called like a register of cases, or a ledger of payments, that is none. */
  'register-foreign': Record<never, never>;
  /** Lines of a ledger of payments that somebody has changed, or that nobody can read. */
  'payment-ledger-changed': { lines: readonly number[] };
  /** The key of a ledger's digests is not there, is that of another ledger, or is none. */
  'payment-key': { why: 'missing' | 'foreign' | 'unreadable' };
  /** A file that is no key for sealing lists, or one that chance did not make. */
  'sealing-key': { why: 'foreign' | 'weak' };
  /** A sealed list of a version that is not known here. */
  'sealed-version': { version: number; known: number };
  /** A sealed list of which the beginning is changed, the end is missing, or the rows are not those that were written. */
  'sealed-changed': { why: 'head' | 'cut' | 'rows' };
  /** A list sealed with another key or algorithm than `other`. */
  'sealed-other': { other: string; what: 'key' | 'algorithm' };
  /** A list that is not sealed, beside one that is. */
  'sealed-mixed': { other: string };
  /** A bank's workbook that can't be filled: its columns, or what stands below them. */
  'payment-template': TemplateFault;
  'file-encoding': { looksLike: string | null };
  'workbook-encrypted': Record<never, never>;
  'parquet-damaged': Record<never, never>;
  /** In bytes, of what it unfolds to. */
  'parquet-too-large': { limit: number };
  'workbook-damaged': { detail: WorkbookDamage };
  /** In bytes, of what the workbook holds once it is unpacked. */
  'workbook-too-large': { limit: number };
  'workbook-not-a-workbook': Record<never, never>;
  'workbook-sheet-missing': { sheet: string; sheets: readonly string[] };
  'archive-not-supported': { kind: string };
  /** A file that is whole, but no list. */
  'list-foreign': { kind: ForeignKind };
  /** What a document is that is no notice to be drafted from; null for a list or an archive. */
  'notice-foreign': { kind: ForeignKind | null };
  'notice-damaged': { kind: 'docx' | 'pdf' | 'doc' };
  'notice-encrypted': Record<never, never>;
  'notice-too-long': Record<never, never>;
  /** A PDF of scanned pages. */
  'notice-is-picture': { pages: number };
  /** A file to be published of which nothing can be looked at. */
  'public-unread': { why: 'picture' | 'foreign' | 'damaged' | 'encrypted' };
  /** Of a kind of file that is read, and can't be written as two. */
  'list-not-written': Record<never, never>;
  /** A web page whose tables can't be read beyond doubt. */
  'list-page-irregular': Record<never, never>;
  /** A formula whose result nobody has worked out yet, in a column that counts. */
  /** `shown`: the first texts of the file that may be titles, of which `nearest` may be a misspelt one. */
  'list-no-header': {
    rows: number;
    /** Whether so many are all that are looked at, and a header may stand below them. */
    isCut: boolean;
    isEmpty: boolean;
    shown: readonly string[];
    nearest: { title: string; known: string } | null;
    garbled: boolean;
  };
  /** Columns by their printed title and index from 0. */
  'list-column-ambiguous': { field: ListField; choices: ReadonlyArray<{ title: string; index: number }> };
  /** A campaign that names itself among its parts. */
  'part-of-itself': Record<never, never>;
  /** `nearest` is a title that looks like the missing one; `payable` one of amounts that are only owed. */
  'list-column-missing': {
    field: ListField;
    titles: readonly string[];
    nearest: string | null;
    payable: string | null;
  };
  /** A quote that is closed only so many lines below, or never. */
  'csv-quote-runaway': { lines: number; closed: boolean };
  'csv-record-too-long': { limit: number };
  /** `lists`: so many have no such column. */
  'list-given-column-unknown': { title: string; nearest: string | null; titles: readonly string[]; lists: number };
  'list-given-field-unknown': { title: string; field: string; nearest: string | null };
  /** The YAML library's name for the fault, and its English words. */
  'yaml-syntax': { code: string; detail: string };
  'yaml-duplicate-key': { key: string; firstLine: number };
  'yaml-aliases': { limit: number };
  'yaml-too-deep': { limit: number };
  'yaml-too-many': Record<never, never>;
  'yaml-several-documents': Record<never, never>;
  'not-a-campaign': Record<never, never>;
  /** `within`: a key known here, under which this one would be known. */
  'unknown-key': { key: string; nearest: string | null; known: readonly string[]; within?: string };
  'missing-key': { key: string };
  'wrong-type': { expected: string; got: string };
  'wrong-word': { got: string; nearest: string | null; allowed: readonly string[] };
  'too-few': { minimum: number };
  'bad-field': { problem: FieldProblem; kind: FieldKind; got: string; at?: string };
}
export type ProblemCode = keyof ProblemData;

/** Why a bank's workbook can't be filled. */
type TemplateFault =
  | { readonly why: 'not-xlsx' }
  /** No sheet has all of these titles in one row. */
  | { readonly why: 'no-header'; readonly titles: readonly string[] }
  /** There is something below the titles in a column that is to be filled. */
  | { readonly why: 'not-empty'; readonly row: number };

/** What a file is that can't be a list. */
export type ForeignKind =
  | 'document' // .docx, .doc, .wps, .odt, .rtf
  | 'slides'
  | 'pdf'
  | 'ofd' // 版式文件, GB/T 33190
  | 'image'
  | 'dbf'
  | 'database' // Access, SQLite
  | 'xlsb'
  | 'iwork' // Numbers, Pages
  | 'mail'
  | 'xml' // XML that is no spreadsheet
  | 'web-page' // without any table
  | 'shortcut'
  | 'program'
  | 'notice' // prose: a 通知, 方案, 总结
  | 'campaign';

/** What is wrong inside a workbook that looked like one from outside. */
export type WorkbookDamage =
  | 'archive' // the zip is cut short, or its directory or compressed data makes no sense
  | 'checksum' // a part is not what was put in
  | 'xml' // a part is not well-formed
  | 'document-type' // a part declares entities, which no spreadsheet writes and attacks do
  | 'part-missing' // the workbook names a part that is not there
  | 'part-repeated' // two parts have one name
  | 'row-order' // rows are repeated or not in order
  | 'reference' // a row, a cell or a merged range has no valid address, or one that is taken
  | 'shared-string' // a cell points to a text that is not there
  | 'xls'; // the old format, which can't be read further

/** One reason, with its place and the text that stands there. */
export type Problem = {
  [C in ProblemCode]: {
    readonly code: C;
    readonly data: ProblemData[C];
    readonly place: Place;
    readonly excerpt: Excerpt | null;
  };
}[ProblemCode];

/** A line of the input and the part of it that is meant, as offsets into it. */
export interface Excerpt {
  readonly line: string;
  readonly from: number;
  readonly to: number;
}

/** Input that can't be used. Everything wrong with it is in `problems`. */
export class InvalidInput extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`invalid input: ${problems.map(({ code }) => code).join(', ')}`);
    this.problems = problems;
  }
}

/** The operating system refused something that it had allowed before: a file went away, or may no longer be read. */
export class SystemFault extends Error {
  readonly code: string;
  readonly path: string;
  constructor(code: string, path: string, cause: unknown) {
    super(`${code} ${path}`, { cause });
    this.code = code;
    this.path = path;
  }
}

/** What the machine can run out of. */
export type Scarce = 'memory' | 'disk' | 'open-files';

/** The machine ran out of something that the user can give more of; no fault of any input. */
export class Shortage extends Error {
  readonly of: Scarce;
  constructor(of: Scarce, cause: unknown) {
    super(`out of ${of}`, { cause });
    this.of = of;
  }
}
