import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LENIENT } from '../../../src/read/list/csv-dialect.ts';
import { type CsvShape, CsvSurvey } from '../../../src/read/list/csv-survey.ts';

function surveyed(text: string, cuts: readonly number[] = [], delimiter = ','): CsvShape {
  const bytes = Buffer.from(text);
  const survey = new CsvSurvey(delimiter);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  let from = 0;
  for (const end of ends) {
    survey.update(bytes.subarray(from, end));
    from = end;
  }
  return survey.finish();
}

/** Records up to the last that is not an empty line. */
function recordsIn(text: string): number {
  const rows = parse(`${text}\n`, { ...LENIENT, raw: true }) as unknown as { readonly raw: string }[];
  return rows.findLastIndex(({ raw }) => /[^\r\n]/.test(raw)) + 1;
}

const anyCsv = fc
  .array(
    fc.constantFrom('a', '王', ',', ',', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '"x"', '"y\nz"', '"y\r\nz"', '\n\n'),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const goodCell = fc.constantFrom('', '王', 'a b', '"a,b"', '"a""b"', '"a\nb"', '"a\r\nb"');
const goodCsv = fc
  .tuple(
    fc.array(fc.array(goodCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([rows, end, last]) => ({
    text: rows.map((row) => row.join(',')).join(end) + (last ? end : ''),
    rows: rows.map((row) => row.join(',')),
    end,
    last,
  }));
const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe('the survey of a CSV file', () => {
  it('does not depend on how its bytes come', () => {
    const same = (text: string, at: readonly number[]) => {
      const [cut, whole] = [surveyed(text, at), surveyed(text)];
      const startsOf = ({ starts, records }: CsvShape) =>
        Array.from({ length: records }, (_, row) => starts.of(row + 1));
      expect({ ...cut, starts: startsOf(cut) }).toEqual({ ...whole, starts: startsOf(whole) });
    };
    fc.assert(fc.property(anyCsv, cuts, same), { numRuns: 2000 });
  });

  it('counts the records that csv-parse finds, where it calls the file regular', () => {
    let regular = 0;
    fc.assert(
      fc.property(anyCsv, (text) => {
        const shape = surveyed(text);
        if (!shape.regular) return;
        regular += 1;
        expect(shape.records).toBe(recordsIn(text));
      }),
      { numRuns: 3000 },
    );
    expect(regular).toBeGreaterThan(300);
  });

  it('calls what RFC 4180 writes regular, with its line end', () => {
    fc.assert(
      fc.property(goodCsv, cuts, ({ text, rows, end, last }, at) => {
        const { starts, ...shape } = surveyed(text, at);
        const lineEnd = rows.length > 1 || last ? end : '\n';
        expect(shape).toEqual({ records: rows.length, regular: true, runaway: null, lineEnd });
        const before = rows.map((_, row) =>
          Buffer.byteLength(
            rows
              .slice(0, row)
              .map((text) => text + end)
              .join(''),
          ),
        );
        expect(rows.map((_, row) => starts.of(row + 1))).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['a quote in a plain cell', 'a,b"c\n1,2\n', { regular: false, records: 2 }],
    ['text after a closing quote', 'a,"b"c\n1,2\n', { regular: false, records: 2 }],
    ['an empty line between', 'a,b\n\n1,2\n', { regular: false, records: 3 }],
    ['an empty line before', '\na,b\n', { regular: false, records: 2 }],
    ['empty lines after', 'a,b\n\n\n\n', { regular: true, records: 1, lineEnd: '\n' }],
    ['mixed line ends', 'a,b\r\n1,2\n', { lineEnd: null, records: 2 }],
    ['a lone return', 'a,b\r1,2\r', { lineEnd: null, records: 2 }],
    ['a lone return among others', 'a,b\n1\r,2\n', { lineEnd: null, records: 3 }],
    ['no line end', 'a,b', { lineEnd: '\n', records: 1, regular: true }],
    ['nothing', '', { records: 0 }],
    ['empty lines only', '\n\n', { records: 0 }],
    ['cells that are all empty', ',\n,\n', { records: 2, regular: true }],
  ])('says what %s is', (_, text, shape) => {
    expect(surveyed(text)).toMatchObject(shape);
  });

  it('tells a quote that swallows rows, and where it opened', () => {
    const lines = (count: number) => Array.from({ length: count }, (_, row) => `${row},b`).join('\n');
    expect(surveyed(`a,b\n1,"b\n${lines(60)}\n`).runaway).toEqual({ row: 2, lines: 51, closed: true });
    expect(surveyed(`a,b\n1,"b\n${lines(10)}\n`).runaway).toEqual({ row: 2, lines: 11, closed: false });
    expect(surveyed(`a,b\n1,"${'x\n'.repeat(50)}",c\n`)).toMatchObject({ runaway: null, regular: true, records: 2 });
  });

  it('takes the delimiter that it is told', () => {
    expect(surveyed('a;"b"\n1;2\n', [], ';').regular).toBe(true);
    expect(surveyed('a;"b"\n1;2\n', [], ',').regular).toBe(false);
  });
});
