import type { FormColumn } from '../../../answer/forms.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { Validation } from '../../../workbook/write/cell.ts';
import { streetNames } from './choices-sheet.ts';
import type { Layout } from './layout.ts';
import { checkSign } from './marks.ts';

type Told = keyof typeof FORM_WORDS.errors;

/** What may be typed into each column. Refused is only what can't be meant; the rest is asked about. */
export function formValidations({ form, cell, range }: Layout): Validation[] {
  const rule = (
    column: FormColumn & Told,
    type: Validation['type'],
    formula: string,
    refusal: Validation['refusal'],
  ) => {
    const cells = range(column);
    if (cells === undefined) return [];
    const [title, text] = FORM_WORDS.errors[column];
    const prompt = column === 'id_number' || column === 'account' ? FORM_WORDS.prompts[column] : undefined;
    const validation: Validation = {
      ...{ range: cells, type, formula, refusal, error: { title, text } },
      ...(prompt && { prompt: { title: prompt[0], text: prompt[1] } }),
    };
    return [validation];
  };
  const id = cell('id_number') ?? '';
  const account = cell('account') ?? '';
  const phone = cell('phone') ?? '';
  const department = cell('department');
  const measures =
    department === undefined
      ? 'form_measures'
      : `OFFSET(form_measures,MATCH(${department},form_measures_of,0)-1,0,COUNTIF(form_measures_of,${department}),1)`;
  const street = cell('subdistrict') ?? '';
  const committees = form.streets.length === 1 ? 'form_committees' : ofStreet(street);
  const hasCommittees = form.streets.some((each) => each.committees.length > 0);
  return [
    ...rule('department', 'list', 'form_departments', 'stop'),
    ...rule('measure', 'list', measures, 'stop'),
    ...rule('id_number', 'custom', `OR(LEN(${id})=15,LEN(${id})<10,${checkSign(id)}=UPPER(RIGHT(${id})))`, 'warning'),
    ...rule('amount', 'decimal', '0', 'stop'),
    ...rule('quantity', 'whole', '1', 'stop'),
    ...rule('household_size', 'whole', '1', 'stop'),
    ...(streetNames(form).length > 0 ? rule('subdistrict', 'list', 'form_streets', 'warning') : []),
    ...(hasCommittees ? rule('committee', 'list', committees, 'warning') : []),
    ...rule('phone', 'custom', `AND(LEN(${phone})>=7,LEN(${phone})<=14)`, 'warning'),
    ...rule('account', 'custom', `AND(LEN(${account})>=8,LEN(${account})<=32)`, 'warning'),
  ];
}

/** The committees of the street that a row names. They stand together, street by street. */
const ofStreet = (street: string) =>
  `OFFSET(form_committees,MATCH(${street},form_streets_of,0)-1,0,COUNTIF(form_streets_of,${street}),1)`;
