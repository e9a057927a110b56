import { shownText } from '../../domain/shown/masking.ts';
import type { Cell, Column, Report, Row, Sheet } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { readingText } from '../cell-text.ts';
import { shownSheet } from '../door.ts';
import { PAGE_STYLE } from './html-style.ts';

/** Text as HTML, as it may be shown: nothing in it is markup. */
export function escapeHtml(text: string): string {
  return shownText(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text as CSS, as it may be shown: nothing in it ends the text, or the style. */
export function cssText(text: string): string {
  return `"${shownText(text).replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}

/** Reports as one page of HTML that needs nothing else: no script, no picture, no network. */
export function renderHtml(reports: readonly Report[], catalogue: Catalogue): string {
  const body = reports.map(({ title, sheets }) =>
    [
      `<h1>${escapeHtml(title)}</h1>`,
      ...sheets
        .filter(({ isPicture }) => !isPicture)
        .map((sheet, index) => sheetHtml(sheet, index === 0 ? null : sheet.name)),
    ].join('\n'),
  );
  return page(reports[0]?.title ?? '', `<main>\n${body.join('\n')}\n</main>`, catalogue);
}

/** A whole document around a body. */
export function page(title: string, body: string, { language }: Catalogue, extraHead = ''): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>${extraHead}
</head>
<body>
${body}
</body>
</html>
`;
}

interface TableOptions {
  /** Whether its rows stack on a phone, a card each, in which cells say what they are. */
  readonly stacks?: boolean;
}

/** A table with what stands above and below it; `heading` where it has one of its own. */
export function sheetHtml(given: Sheet, heading: string | null, options: TableOptions = {}): string {
  const sheet = shownSheet(given);
  const lines = (texts: readonly string[]) => texts.map((text) => `<p class="note">${escapeHtml(text)}</p>`);
  const { form } = sheet;
  return [
    '<section>',
    ...(heading === null ? [] : [`<h2>${escapeHtml(heading)}</h2>`]),
    ...(form
      ? [`<div class="form"><span>${escapeHtml(form.left)}</span><span>${escapeHtml(form.right)}</span></div>`]
      : []),
    ...lines(sheet.above),
    ...(sheet.rows.length > 0 ? [tableHtml(sheet, options)] : []),
    ...lines(sheet.below),
    ...(form
      ? [`<div class="form">${form.signatures.map((each) => `<span>${escapeHtml(each)}</span>`).join('')}</div>`]
      : []),
    '</section>',
  ].join('\n');
}

function tableHtml({ name, columns, rows }: Sheet, { stacks = false }: TableOptions): string {
  const shown = columns.flatMap((column, at) =>
    column.use === 'data' || column.use === 'group' ? [] : [{ ...column, at }],
  );
  const group = columns.findIndex(({ use }) => use === 'group');
  const head = shown.map(
    ({ title, kind }) => `<th scope="col"${kind === 'text' ? '' : ' class="n"'}>${escapeHtml(title)}</th>`,
  );
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(name)}"><table${stacks ? ' class="stacks"' : ''}>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => rowHtml(row, shown, group, stacks)),
    '</tbody></table></div>',
  ].join('\n');
}

type ShownColumn = Column & { readonly at: number };

/** A group's name takes the place of its heading row's first cell; a band runs over the whole row. */
function rowHtml({ level, cells }: Row, columns: readonly ShownColumn[], group: number, stacks: boolean): string {
  const isHeading = level === 'subtotal' || level === 'total' || level === 'band';
  const name = group >= 0 && isHeading ? cells[group] : undefined;
  if (level === 'band') {
    const first =
      name && textOf(name) !== ''
        ? name
        : (columns.map(({ at }) => cells[at]).find((cell) => cell && textOf(cell) !== '') ?? null);
    return `<tr class="band"><th scope="rowgroup" colspan="${columns.length}"${classOf(first)}>${first ? escapeHtml(textOf(first)) : ''}</th></tr>`;
  }
  const shown = columns.map(({ at, kind, title }, index) => {
    const cell = index === 0 && name && textOf(name) !== '' ? name : cells[at];
    const text = cell ? escapeHtml(textOf(cell)) : '';
    const names = [kind === 'text' ? '' : 'n', cell?.style && cell.style !== 'plain' ? cell.style : '']
      .filter(Boolean)
      .join(' ');
    const attributes = (names ? ` class="${names}"` : '') + (stacks ? ` data-title="${escapeHtml(title)}"` : '');
    return index === 0 ? `<th scope="row"${attributes}>${text}</th>` : `<td${attributes}>${text}</td>`;
  });
  return `<tr class="${level}">${shown.join('')}</tr>`;
}

const textOf = (cell: Cell): string => readingText(cell);
const classOf = (cell: Cell | null) => (cell?.style && cell.style !== 'plain' ? ` class="${cell.style}"` : '');
