import { statSync } from 'node:fs';
import { type Encoding, sniffEncoding } from '../../file/encoding.ts';
import { invalidFile } from '../../file/fault.ts';
import type { Spill } from '../spill.ts';
import { proseKind } from '../text-kind.ts';
import { decodeFile, headOf, type Surveyed, surveyUtf8 } from './csv-bytes.ts';
import { readCsvHead } from './csv-dialect.ts';
import { rewriteCsv } from './csv-rewrite.ts';
import { CsvSurvey } from './csv-survey.ts';
import { headsOrFaults } from './head-faults.ts';
import type { HeadFault, ListHead } from './list-head.ts';
import { type ListInput, needsAmount } from './list-input.ts';
import {
  inputOf,
  type ListBody,
  type ListBytes,
  type ListFile,
  type ListSource,
  type PromisedBody,
  type StoredFile,
  type Turn,
} from './list-source.ts';
import { hasOtherTitles, wholeHeader } from './other-titles.ts';
import { saidColumns } from './said-columns.ts';

const HEAD_BYTES = 256 << 10;

/**
 * The lists in a CSV file at `path` (which is not `input.file` for standard input), of which only the head has been read; `made`
 * where the file was made from another.
 * @throws InvalidInput when it is empty, no text, or has no header that is understood.
 */
export function openCsv(input: ListInput, path: string, spill: Spill, made?: StoredFile): ListSource[] {
  const { bytes, whole } = headOf(path, HEAD_BYTES);
  const sniffed = sniffEncoding(bytes, whole);
  if (!sniffed.startsWith('utf-16') && bytes.includes(0)) throw invalidFile(input.file, 'file-binary', {});
  const text = new TextDecoder(sniffed).decode(bytes, { stream: !whole });
  if (whole && text.trim() === '') throw invalidFile(input.file, 'file-empty', {});
  const { delimiter, read } = readCsvHead(text, saidColumns(input), input.role, needsAmount(input));
  if (!made && 'faults' in read) refuseProse(input.file, text, read.faults);
  const facts = {
    path,
    delimiter,
    encoding: sniffed,
    hasChinese: bytes.some((byte) => byte > 0x7f),
    lineEnd: /\r?\n/.exec(text)?.[0] === '\r\n' ? ('\r\n' as const) : ('\n' as const),
    made,
  };
  return headsOrFaults(read, input, null).map((head) => new CsvSource(inputOf(input, head), head, spill, facts));
}

/** A file in which no header was found, but which is something else that people have: told is what it is, not what it lacks. */
function refuseProse(file: string, text: string, faults: readonly HeadFault[]): void {
  if (faults.some(({ code }) => code !== 'list-no-header')) return;
  const kind = proseKind(text);
  if (kind !== null) throw invalidFile(file, 'list-foreign', { kind });
}

/** What a CSV file's head shows. */
interface CsvHeadFacts {
  readonly path: string;
  readonly delimiter: string;
  readonly encoding: Encoding;
  readonly hasChinese: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly made: StoredFile | undefined;
}

/** What a pass over the whole file gives. */
interface SurveyedCsv {
  readonly origin: ListFile;
  readonly isCutOff: boolean;
  readonly body: ListBody | null;
  /** Where its text stands in UTF-8. */
  readonly utf8: string;
}

class CsvSource implements ListSource {
  readonly input: ListInput;
  readonly sheet = null;
  readonly head: ListHead;
  readonly #spill: Spill;
  readonly #facts: CsvHeadFacts;
  #surveyed: SurveyedCsv | undefined;

  constructor(input: ListInput, head: ListHead, spill: Spill, facts: CsvHeadFacts) {
    this.input = input;
    this.head = head;
    this.#spill = spill;
    this.#facts = facts;
  }

  get promised(): PromisedBody | null {
    const { path, delimiter, lineEnd, encoding } = this.#facts;
    const width = this.head.columns.length;
    return encoding === 'utf-8' && width > 1 ? { path, delimiter, lineEnd, width, numbered: false } : null;
  }

  get bytes(): ListBytes {
    const { path, delimiter, made } = this.#facts;
    return made ? { path: made.path, delimiter: null } : { path, delimiter };
  }

  get size(): number {
    return statSync(this.#facts.path).size;
  }

  get origin(): ListFile {
    if (!this.#surveyed) throw new Error(`${this.input.file} has not been surveyed`);
    return this.#surveyed.origin;
  }

  get isCutOff(): boolean {
    return this.#surveyed?.isCutOff ?? false;
  }

  async survey(): Promise<ListBody | null> {
    return (await this.#survey()).body;
  }

  async rewrite(turn?: Turn): Promise<ListBody> {
    const { utf8 } = await this.#survey();
    const { delimiter } = this.#facts;
    const { head } = this;
    const header = wholeHeader(head);
    const csv = {
      file: this.input.file,
      path: utf8,
      delimiter,
      width: head.columns.length,
      hasOtherTitles: (cells: readonly string[]) => hasOtherTitles(cells, header),
    };
    return rewriteCsv(csv, this.#spill.file('.csv'), turn);
  }

  /** Goes through the whole file, once. */
  async #survey(): Promise<SurveyedCsv> {
    if (this.#surveyed) return this.#surveyed;
    const { input, head } = this;
    const { delimiter, made } = this.#facts;
    const { surveyed, encoding, utf8 } = await this.#read();
    const { regular, lineEnd, records, starts, runaway } = surveyed.shape;
    if (runaway) {
      const { row, lines, closed } = runaway;
      throw invalidFile(input.file, 'csv-quote-runaway', { lines, closed }, { row });
    }
    const width = head.columns.length;
    const inOrder = regular && lineEnd !== null && width > 1;
    this.#surveyed = {
      origin: made?.origin ?? { file: input.file, sha256: surveyed.sha256, encoding },
      isCutOff: surveyed.isCutOff,
      body: inOrder
        ? {
            path: utf8,
            delimiter,
            lineEnd,
            width,
            numbered: false,
            rows: records,
            starts,
            otherHeads: [],
            hiddenRows: 0,
          }
        : null,
      utf8,
    };
    return this.#surveyed;
  }

  /** The file's bytes surveyed as UTF-8: as they are, or decoded first. */
  async #read(): Promise<{ surveyed: Surveyed; encoding: Encoding; utf8: string }> {
    const { path, delimiter, encoding: sniffed, hasChinese } = this.#facts;
    if (sniffed === 'utf-8') {
      const surveyed = await surveyUtf8(path, new CsvSurvey(delimiter));
      if (surveyed) return { surveyed, encoding: 'utf-8', utf8: path };
    }
    // A head of plain ASCII says nothing; one with Chinese in good UTF-8 makes a bad byte further down mere damage.
    const encoding = sniffed === 'utf-8' && !hasChinese ? 'gb18030' : sniffed;
    const utf8 = this.#spill.file('.csv');
    return { surveyed: decodeFile(path, encoding, utf8, new CsvSurvey(delimiter)), encoding, utf8 };
  }
}
