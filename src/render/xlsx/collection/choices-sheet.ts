import type { CollectionForm, FormMeasure } from '../../../answer/forms.ts';
import { printStandard } from '../../../text/figures.ts';
import { FORM_MARK, FORM_WORDS } from '../../../text/form-words.ts';
import type { DefinedName, WorkbookCell, WorkbookRow, Worksheet } from '../../../workbook/write/cell.ts';
import { type Layout, STYLES, shown } from './layout.ts';

const FEN_PER_YUAN = 100;
const { sheets } = FORM_WORDS;

export const standardOf = ({ plan: { measure } }: FormMeasure): string =>
  measure.standard ? shown(printStandard(measure.standard, 'zh')) : FORM_WORDS.open;

/**
 * The hidden sheet behind the drop-downs: measures with their standards, departments, streets and committees; and in its first row what
 * makes the form known when it comes back.
 */
export function choicesSheet({ form }: Layout): Worksheet {
  const { measures } = form;
  const pairs = committeesOf(form);
  const streets = streetNames(form);
  const departments = [...new Set(measures.map(({ department }) => shown(department)))];
  const height = Math.max(measures.length, pairs.length, streets.length, departments.length);
  const others = [sheets.signing, sheets.statistics, sheets.help, sheets.choices];
  const rows: WorkbookRow[] = [
    row([FORM_MARK, form.unit, ...others]),
    ...Array.from({ length: height }, (_, at) => {
      const measure = measures[at];
      return row([
        ...(measure ? ofMeasure(measure) : ['', '', '', '', '']),
        departments[at] ?? '',
        streets[at] ?? '',
        ...(pairs[at] ?? ['', '']),
      ]);
    }),
  ];
  return {
    name: sheets.choices,
    widths: [30, 24, 10, 10, 16, 16, 14, 14, 16],
    frozen: { rows: 1, columns: 0 },
    headings: [1, 1],
    hasFilter: false,
    isHidden: true,
    rows,
  };
}

const row = (values: readonly (string | number)[]): WorkbookRow => ({
  cells: values.map((value): WorkbookCell | undefined => (value === '' ? undefined : { value, style: STYLES.further })),
});

function ofMeasure(measure: FormMeasure): (string | number)[] {
  const { bounds, department, plan } = measure;
  const yuan = (fen: bigint | undefined) => (fen === undefined ? FORM_WORDS.open : Number(fen) / FEN_PER_YUAN);
  return [shown(plan.measure.name), standardOf(measure), yuan(bounds?.low), yuan(bounds?.high), shown(department)];
}

export const streetNames = ({ streets }: CollectionForm): string[] =>
  streets.flatMap(({ name }) => (name === '' ? [] : [shown(name)]));

const committeesOf = ({ streets }: CollectionForm) =>
  streets.flatMap(({ name, committees }) => committees.map((committee) => [shown(name), shown(committee)] as const));

/** Names for what stands there: every program knows them on all sheets, in drop-downs as well as in marks. */
export function choiceNames({ form }: Layout): DefinedName[] {
  const pairs = committeesOf(form).length;
  const departments = new Set(form.measures.map(({ department }) => department)).size;
  const streets = streetNames(form).length;
  const range = (from: string, to: string, length: number) => `${sheets.choices}!$${from}$2:$${to}$${length + 1}`;
  return [
    { name: 'form_measures', refersTo: range('A', 'A', form.measures.length) },
    { name: 'form_standards', refersTo: range('A', 'D', form.measures.length) },
    { name: 'form_measures_of', refersTo: range('E', 'E', form.measures.length) },
    { name: 'form_departments', refersTo: range('F', 'F', departments) },
    ...(streets > 0 ? [{ name: 'form_streets', refersTo: range('G', 'G', streets) }] : []),
    ...(pairs > 0
      ? [
          { name: 'form_streets_of', refersTo: range('H', 'H', pairs) },
          { name: 'form_committees', refersTo: range('I', 'I', pairs) },
        ]
      : []),
  ];
}
