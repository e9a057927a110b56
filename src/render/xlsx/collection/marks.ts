import type { Mark } from '../../../workbook/write/cell.ts';
import type { Layout } from './layout.ts';

/** What has to be put right, and what has to be looked at. */
const WRONG = { fill: 'FFFFC7CE', colour: 'FF9C0006' };
const DOUBTFUL = { fill: 'FFFFEB9C', colour: 'FF7F4F00' };

/**
 * The check digit that the first seventeen of a number ask for (GB 11643, ISO 7064 MOD 11-2): the weights are powers of two. Nothing
 * newer than SUMPRODUCT, and no array written out, which rules of cells may not hold.
 */
export const checkSign = (number: string): string =>
  `MID("10X98765432",MOD(SUMPRODUCT(MID(${number},ROW(INDIRECT("1:17")),1)*2^(18-ROW(INDIRECT("1:17")))),11)+1,1)`;

/**
 * Marks that change as one types: numbers of ID cards by length, day of birth and check digit; the same person with the same measure
 * twice; amounts that are no numbers or outside the standard. Numbers are compared as texts: as numbers, eighteen digits are equal
 * when their first fifteen are.
 */
export function formMarks(layout: Layout): Mark[] {
  const { cell, range } = layout;
  const marks: Mark[] = [];
  const mark = (at: string | undefined, formula: string, look: typeof WRONG) => {
    if (at !== undefined) marks.push({ range: at, formula, ...look });
  };
  const name = cell('name') ?? '';
  const id = cell('id_number') ?? '';
  const bare = `SUBSTITUTE(UPPER(${id})," ","")`;
  const ids = range('id_number');
  mark(range('name'), `AND(${name}="",${id}<>"")`, WRONG);
  mark(ids, `ISNUMBER(${id})`, WRONG);
  mark(ids, `AND(LEN(${bare})<>18,LEN(${bare})<>15,LEFT(${bare})>="0",LEFT(${bare})<="9")`, WRONG);
  mark(
    ids,
    `IF(LEN(${bare})<>18,FALSE,ISERROR(DATEVALUE(MID(${bare},7,4)&"-"&MID(${bare},11,2)&"-"&MID(${bare},13,2))))`,
    WRONG,
  );
  // Whether it is another sign or can't be worked out: 1/TRUE is 1, 1/FALSE is an error.
  mark(ids, `IF(LEN(${id})<>18,FALSE,ISERROR(1/(${checkSign(id)}=UPPER(RIGHT(${id})))))`, WRONG);
  mark(ids, twice(layout, bare), DOUBTFUL);
  mark(ids, `AND(${name}<>"",${id}="")`, DOUBTFUL);
  marks.push(...ofMeasures(layout, name), ...ofAmounts(layout, name));
  const account = cell('account') ?? '';
  mark(
    range('account'),
    `OR(ISNUMBER(${account}),AND(${account}<>"",OR(LEN(${account})<8,LEN(${account})>32)))`,
    WRONG,
  );
  const phone = cell('phone') ?? '';
  mark(range('phone'), `AND(${phone}<>"",OR(LEN(${phone})<7,LEN(${phone})>14))`, DOUBTFUL);
  return marks;
}

/** Is the same number there again, with the same measure? */
function twice({ cell, form, range }: Layout, bare: string): string {
  const id = cell('id_number') ?? '';
  const fixed = (column: 'id_number' | 'measure') => (range(column) ?? '').replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  const measure = form.columns.includes('measure') ? `*(${fixed('measure')}=${cell('measure')})` : '';
  return `IF(${id}="",FALSE,SUMPRODUCT((SUBSTITUTE(UPPER(${fixed('id_number')})," ","")=${bare})${measure})>1)`;
}

function ofMeasures({ cell, range }: Layout, name: string): Mark[] {
  const measure = cell('measure');
  const cells = range('measure');
  if (measure === undefined || cells === undefined) return [];
  return [
    { range: cells, formula: `IF(${measure}="",FALSE,ISNA(MATCH(${measure},form_measures,0)))`, ...WRONG },
    { range: cells, formula: `AND(${name}<>"",${measure}="")`, ...DOUBTFUL },
  ];
}

function ofAmounts({ cell, range, form }: Layout, name: string): Mark[] {
  const amount = cell('amount');
  const cells = range('amount');
  if (amount === undefined || cells === undefined) return [];
  const bound = (column: 3 | 4) => {
    const measure = cell('measure');
    return measure === undefined
      ? `INDEX(form_standards,1,${column})`
      : `VLOOKUP(${measure},form_standards,${column},FALSE)`;
  };
  const isCash = form.measures.some(({ plan }) => plan.measure.form.includes('goods'));
  return [
    { range: cells, formula: `AND(${amount}<>"",ISTEXT(${amount}))`, ...WRONG },
    { range: cells, formula: `AND(ISNUMBER(${amount}),${amount}<=0)`, ...WRONG },
    // Compared with a text (—, the standard leaves it open), a number is never greater; text is never less than a number.
    {
      range: cells,
      formula: `IF(ISNUMBER(${amount}),IF(ISNUMBER(${bound(3)}),OR(${amount}<${bound(3)},${amount}>${bound(4)}),FALSE),FALSE)`,
      ...DOUBTFUL,
    },
    ...(isCash ? [] : [{ range: cells, formula: `AND(${name}<>"",${amount}="")`, ...DOUBTFUL }]),
  ];
}
