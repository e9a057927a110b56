import type { Report, Row, Sheet } from '../report/sheet.ts';
import { readingText } from './cell-text.ts';
import { shownReport } from './door.ts';

/** Reports as Markdown (GitHub's tables): a heading for each report and sheet. */
export function renderMarkdown(reports: readonly Report[]): string {
  return reports
    .map((report) => shownReport(report))
    .map(({ title, verdict = [], read, sheets }) =>
      [
        `# ${escaped(title)}`,
        ...verdict.map(([, words], index) => (index === 0 ? `**${escaped(words)}**` : escaped(words))),
        ...(read === undefined ? [] : [escaped(read)]),
        ...sheets.filter(({ isPicture }) => !isPicture).map(renderSheet),
      ].join('\n\n'),
    )
    .join('\n\n')
    .concat('\n');
}

function renderSheet(sheet: Sheet): string {
  const paragraphs = (lines: readonly string[]) => lines.map(escaped).join('\n\n');
  const { name, form, above, below } = sheet;
  const around = form ? { above: [`${form.left}，${form.right}`], below: [form.signatures.join('　　')] } : null;
  return [
    `## ${escaped(name)}`,
    paragraphs([...(around?.above ?? []), ...above]),
    table(sheet),
    paragraphs([...below, ...(around?.below ?? [])]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function table({ columns, rows }: Sheet): string {
  if (rows.length === 0) return '';
  const shown = columns.flatMap(({ use }, index) => (use === 'data' ? [] : [index]));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map((index) => escaped(columns[index]?.title ?? ''))),
    line(shown.map((index) => (columns[index]?.kind === 'text' ? '---' : '---:'))),
    ...rows.map((row) => line(shown.map((index) => cellText(row, index, columns[index]?.use === 'group')))),
  ].join('\n');
}

/** A group's name stands once, in bold, on its heading row. */
function cellText({ level, cells }: Row, index: number, isGroup: boolean): string {
  const cell = cells[index];
  const heading = level === 'subtotal' || level === 'total' || level === 'band';
  if (!cell || (isGroup && !heading)) return '';
  const text = escaped(readingText(cell));
  return heading && text !== '' ? `**${text}**` : text;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&');
}
