import { invalidFile } from '../file-fault.ts';
import type { Spill } from '../spill.ts';
import { decodeFile, headOf, type Surveyed, surveyUtf8 } from './csv-bytes.ts';
import { readCsvHead } from './csv-dialect.ts';
import { rewriteCsv } from './csv-rewrite.ts';
import { CsvSurvey } from './csv-survey.ts';
import { type Encoding, sniffEncoding } from './encoding.ts';
import { headOrFaults } from './head-faults.ts';
import type { ListInput, ListSource } from './list-source.ts';

const HEAD_BYTES = 256 << 10;

/**
 * A list in a CSV file at `path` (which is not `input.file` for standard input), understood but not read.
 * @throws InvalidInput when it is empty, no text, has no header that is understood, or a quote that swallows rows.
 */
export function openCsv(input: ListInput, path: string, spill: Spill): ListSource {
  const { bytes, whole } = headOf(path, HEAD_BYTES);
  if (bytes.length === 0) throw invalidFile(input.file, 'file-empty', {});
  const sniffed = sniffEncoding(bytes, whole);
  if (sniffed.startsWith('utf-8') && bytes.includes(0)) throw invalidFile(input.file, 'file-binary', {});
  const text = new TextDecoder(sniffed).decode(bytes, { stream: !whole });
  const { delimiter, head } = readCsvHead(text, input.columns);
  const { surveyed, encoding, utf8 } = survey(path, sniffed, delimiter, hasNonAscii(bytes), spill);
  const { shape, sha256 } = surveyed;
  if (shape.records === 0) throw invalidFile(input.file, 'file-empty', {});
  if (shape.runaway) {
    const { row, lines, closed } = shape.runaway;
    throw invalidFile(input.file, 'csv-quote-runaway', { lines, closed }, { row });
  }
  const understood = headOrFaults(head, input, null);
  const width = understood.columns.length;
  return {
    input,
    origin: { file: input.file, sha256, encoding },
    sheet: null,
    head: understood,
    body:
      shape.regular && shape.lineEnd && width > 1
        ? {
            ...shape,
            path: utf8,
            delimiter,
            lineEnd: shape.lineEnd,
            width,
            numbered: false,
            rows: shape.records,
            hiddenRows: 0,
          }
        : null,
    rewrite: async () => rewriteCsv({ file: input.file, path: utf8, delimiter, width }, spill.file('.csv')),
  };
}

/** The file's bytes surveyed as UTF-8: as they are, or decoded first. */
function survey(
  path: string,
  sniffed: Encoding,
  delimiter: string,
  headIsUtf8: boolean,
  spill: Spill,
): { surveyed: Surveyed; encoding: Encoding; utf8: string } {
  if (sniffed === 'utf-8') {
    const surveyed = surveyUtf8(path, new CsvSurvey(delimiter));
    if (surveyed) return { surveyed, encoding: 'utf-8', utf8: path };
  }
  // A head of plain ASCII says nothing; one with Chinese in good UTF-8 makes a bad byte further down mere damage.
  const encoding = sniffed === 'utf-8' && !headIsUtf8 ? 'gb18030' : sniffed;
  const utf8 = spill.file('.csv');
  return { surveyed: decodeFile(path, encoding, utf8, new CsvSurvey(delimiter)), encoding, utf8 };
}

function hasNonAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f);
}
