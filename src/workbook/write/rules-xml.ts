import { xmlText } from '../xml-text.ts';
import type { Mark, Validation } from './cell.ts';

/** Excel refuses a whole file over a title of more than 32 characters, a text of more than 255, or a formula of more (18.3.1.32). */
const LONGEST = { title: 32, text: 255, formula: 255 };

/** What a spreadsheet lets people type (ECMA-376 part 1, 18.3.1.32); '' where everything goes. */
export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return '';
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join('')}</dataValidations>`;
}

function validationXml({ range, type, formula, refusal, error, prompt }: Validation): string {
  if (formula.length > LONGEST.formula) throw new RangeError(`a validation of ${formula.length} characters`);
  const words = (name: string, title: string, text: string) =>
    ` ${name}Title="${xmlText(title.slice(0, LONGEST.title))}" ${name}="${xmlText(text.slice(0, LONGEST.text))}"`;
  const attributes = [
    ` type="${type}"`,
    refusal === 'warning' ? ' errorStyle="warning"' : '',
    type === 'decimal' || type === 'whole' ? ' operator="greaterThanOrEqual"' : '',
    ' allowBlank="1" showInputMessage="1" showErrorMessage="1"',
    words('error', error.title, error.text),
    prompt ? words('prompt', prompt.title, prompt.text) : '',
    ` sqref="${range}"`,
  ];
  return `<dataValidation${attributes.join('')}><formula1>${xmlText(formula)}</formula1></dataValidation>`;
}

/** Marks by formulas (18.3.1.18), first things first; `lookOf` numbers how they look. */
export function marksXml(marks: readonly Mark[], lookOf: (mark: Mark) => number): string {
  return marks
    .map(
      (mark, index) =>
        `<conditionalFormatting sqref="${mark.range}"><cfRule type="expression" dxfId="${lookOf(mark)}" priority="${index + 1}" stopIfTrue="1"><formula>${xmlText(mark.formula)}</formula></cfRule></conditionalFormatting>`,
    )
    .join('');
}
