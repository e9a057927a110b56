import type { CollectionForm } from '../../../answer/forms.ts';
import { FORM_WORDS } from '../../../text/form-words.ts';
import type { Worksheet } from '../../../workbook/write/cell.ts';
import { workbookOf } from '../../../workbook/write/workbook.ts';
import { wrap } from '../../width.ts';
import { madeAt } from '../made-at.ts';
import { choiceNames, choicesSheet } from './choices-sheet.ts';
import { type Layout, layoutOf, STYLES } from './layout.ts';
import { type FormHead, listSheet } from './list-sheet.ts';
import { signingSheet } from './signing-sheet.ts';
import { statisticsSheet } from './statistics-sheet.ts';

/** A form as a workbook for Excel, WPS and LibreOffice, in pieces; `rows` of it are printed with lines. */
export function renderForm(form: CollectionForm, head: FormHead, rows: number): AsyncIterable<Uint8Array> {
  const layout = layoutOf(form, rows);
  return workbookOf(sheetsOf(layout, head), madeAt(), choiceNames(layout));
}

async function* sheetsOf(layout: Layout, head: FormHead): AsyncGenerator<Worksheet> {
  yield listSheet(layout, head);
  if (layout.form.measures.some(({ isSigned }) => isSigned)) yield signingSheet(layout);
  yield statisticsSheet(layout);
  yield helpSheet();
  yield choicesSheet(layout);
}

const HELP_WIDTH = 100;

function helpSheet(): Worksheet {
  const { sheets, help } = FORM_WORDS;
  return {
    name: sheets.help,
    widths: [HELP_WIDTH],
    frozen: { rows: 1, columns: 0 },
    headings: [1, 1],
    hasFilter: false,
    rows: [
      { cells: [{ value: sheets.help, style: STYLES.title }], height: 36 },
      ...help.map((words) => ({
        cells: [{ value: words, style: STYLES.above }],
        height: 18 * wrap(words, HELP_WIDTH * 0.85).length + 4,
      })),
    ],
  };
}
