import type { NoticePaper } from '../../report/publish/notice-paper.ts';
import { NOTICE_WORDS } from '../../text/notice-words.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../workbook/write/cell.ts';
import { workbookOf } from '../../workbook/write/workbook.ts';
import { wrap } from '../width.ts';
import { madeAt } from '../xlsx/made-at.ts';
import { cellValue, FORM_FONTS, textValue } from '../xlsx/xlsx-cell.ts';

const LINE = 'FF000000';
const TITLE: CellStyle = { font: FORM_FONTS.title, horizontal: 'center', wrapped: true };
const TEXT: CellStyle = { font: FORM_FONTS.text, horizontal: 'left', wrapped: true };
const SIGNED: CellStyle = { ...TEXT, horizontal: 'right' };
const HEADING: CellStyle = {
  font: { ...FORM_FONTS.heading, size: 12 },
  horizontal: 'center',
  wrapped: true,
  line: LINE,
};
const CELL: CellStyle = { font: FORM_FONTS.text, horizontal: 'center', wrapped: true, line: LINE };
const MONEY: CellStyle = { ...CELL, horizontal: 'right', format: '#,##0.00' };
const LINE_HEIGHT = 18;

/** A notice as a workbook of one sheet. */
export function renderNoticeXlsx(paper: NoticePaper): AsyncIterable<Uint8Array> {
  return workbookOf(sheets(paper), madeAt());
}

async function* sheets({
  title,
  paragraphs,
  objections,
  columns,
  rows,
  note,
  unit,
  date,
}: NoticePaper): AsyncGenerator<Worksheet> {
  const across = columns.length;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const line = (words: string, style = TEXT): WorkbookRow => ({
    cells: [{ value: textValue(words), style, across }],
    height: LINE_HEIGHT * wrap(words, Math.floor(whole / 1.15)).length + 2,
  });
  const titleLines = wrap(title, Math.floor(whole / 1.9)).length;
  const above: WorkbookRow[] = [
    { cells: [{ value: textValue(title), style: TITLE, across }], height: 30 * titleLines + 6 },
    ...[...paragraphs, objections].map((words) => line(`　　${words}`)),
  ];
  yield {
    name: NOTICE_WORDS.sheet,
    widths: columns.map(({ width }) => width),
    frozen: { rows: above.length + 1, columns: 0 },
    headings: [above.length + 1, above.length + 1],
    hasFilter: false,
    isPortrait: true,
    rows: [
      ...above,
      { cells: columns.map(({ title: words }) => ({ value: words, style: HEADING })), height: 24 },
      ...rows.map((cells): WorkbookRow => {
        const shown = cells.map(
          (cell): WorkbookCell => ({ value: cellValue(cell), style: cell.kind === 'money' ? MONEY : CELL }),
        );
        const lines = shown.map(({ value }, at) =>
          typeof value === 'string' ? wrap(value, (columns[at]?.width ?? 10) - 2).length : 1,
        );
        return { cells: shown, height: LINE_HEIGHT * Math.max(1, ...lines) + 4 };
      }),
      ...(note === null ? [] : [line(note)]),
      line(unit + NOTICE_WORDS.unit, SIGNED),
      line(date, SIGNED),
    ],
  };
}
