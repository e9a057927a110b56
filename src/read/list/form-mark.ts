import { FORM_MARK } from '../../text/form-words.ts';
import type { Workbook } from '../../workbook/read/workbook.ts';

/** A form of ours that has come back: whose it is, and which of its sheets are no list. */
interface ReturnedForm {
  readonly unit: string;
  readonly others: readonly string[];
}

/** Knows a form by what stands first on a hidden sheet of it; null for any other workbook. */
export async function returnedForm(workbook: Workbook): Promise<ReturnedForm | null> {
  for (const [index, { hidden }] of workbook.sheets.entries()) {
    if (!hidden) continue;
    for await (const [first] of workbook.rows(index)) {
      const [mark, unit = '', ...others] = first?.row === 1 ? first.cells : [];
      if (mark === FORM_MARK && unit !== '') return { unit, others: others.filter((name) => name !== '') };
      break;
    }
  }
  return null;
}
