import type { ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import type { Cell, Column, Report, Row, Sheet, Style } from '../report/sheet.ts';
import type { Catalogue } from '../text/zh.ts';
import { oneLine, readingText } from './cell-text.ts';
import { width, wrap } from './width.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Decides whether there is colour at all. */
  readonly chalk: ChalkInstance;
  readonly catalogue: Catalogue;
}

const GAP = 2;

/** A report as text for a terminal: no line is wider than `width`, Chinese characters counted as two columns. */
export function renderTerminal({ title, sheets }: Report, options: TerminalOptions): string {
  const heading = wrap(title, options.width).map((line) => options.chalk.bold(line));
  return `${[heading.join('\n'), ...sheets.map((sheet, index) => renderSheet(sheet, index, options))].join('\n\n')}\n`;
}

function renderSheet(sheet: Sheet, index: number, options: TerminalOptions): string {
  const { chalk } = options;
  const name = index === 0 ? [] : [chalk.bold(sheet.name)];
  const muted = (lines: readonly string[]) => lines.flatMap((line) => wrap(line, options.width)).map((line) => chalk.dim(line));
  const table = sheet.rows.length > 0 ? [renderTable(sheet, options)] : [];
  return [...name, ...muted(sheet.above), ...table, ...muted(sheet.below)].join('\n');
}

function renderTable(sheet: Sheet, options: TerminalOptions): string {
  const group = sheet.columns.findIndex(({ use }) => use === 'group');
  const shown = (wide: boolean) =>
    sheet.columns.flatMap(({ use }, index) => (use === 'group' || use === 'data' || (use === 'wide' && !wide) ? [] : [index]));
  const all = layout(sheet, shown(true), group);
  const wide = comfortable(all, options.width);
  const chosen = wide ? all : layout(sheet, shown(false), group);
  const widths = fit(chosen, options.width);
  const hidden = sheet.columns.filter(({ use, title }, index) => use === 'wide' && !wide && title && hasContent(sheet, index));
  const note = hidden.length > 0 ? [options.catalogue.budget.hidden(options.catalogue.list(hidden.map(({ title }) => title)))] : [];
  return [
    draw(chosen, widths, options),
    ...note.flatMap((line) => wrap(line, options.width)).map((line) => options.chalk.dim(line)),
  ].join('\n');
}

function hasContent({ rows }: Sheet, column: number): boolean {
  return rows.some(({ cells }) => {
    const cell = cells[column];
    return cell !== undefined && !['', '—'].includes(readingText(cell));
  });
}

/** The cells that will be drawn, as text, with their style. */
interface Layout {
  readonly columns: readonly Column[];
  readonly rows: ReadonlyArray<{ readonly level: Row['level']; readonly cells: readonly Drawn[] }>;
}
interface Drawn {
  readonly text: string;
  readonly style: Style;
  readonly right: boolean;
}

/** Drops the columns that are not shown; a group's name takes the place of its heading row's first cell. */
function layout({ columns, rows }: Sheet, shown: readonly number[], group: number): Layout {
  return {
    columns: shown.flatMap((index) => columns[index] ?? []),
    rows: rows.map(({ level, cells }) => ({
      level,
      cells: shown.map((index, position): Drawn => {
        const heading = group >= 0 && position === 0 && (level === 'subtotal' || level === 'total' || level === 'band');
        return drawn(cells[heading ? group : index], columns[index]?.kind ?? 'text', position === 0 ? indent(level, group >= 0) : '');
      }),
    })),
  };
}

function indent(level: Row['level'], grouped: boolean): string {
  const depth = (grouped && (level === 'item' || level === 'detail') ? 1 : 0) + (level === 'detail' ? 1 : 0);
  return '  '.repeat(depth);
}

function drawn(cell: Cell | undefined, kind: Cell['kind'], indentation: string): Drawn {
  if (!cell) return { text: '', style: 'plain', right: false };
  return { text: indentation + oneLine(readingText(cell)), style: cell.style ?? 'plain', right: cell.kind !== 'text' && kind !== 'text' };
}

/** A heading over its whole row, when nothing else stands in it. */
function spans({ cells }: Layout['rows'][number]): boolean {
  return cells.length > 1 && cells.slice(1).every(({ text }) => text === '');
}

function naturalWidths({ columns, rows }: Layout): number[] {
  return columns.map(({ title }, index) =>
    Math.max(width(title), ...rows.filter((row) => !spans(row)).map(({ cells }) => width(cells[index]?.text ?? ''))),
  );
}

/** The width below which a column can't go: a number is never broken (a range may be, at its dash). */
function leastWidths({ columns, rows }: Layout): number[] {
  const longest = (text: string) => Math.max(...text.split(/(?<=–)/).map(width));
  return columns.map(({ title, kind }, index) =>
    kind === 'text'
      ? Math.min(10, Math.max(width(title), ...rows.map(({ cells }) => width(cells[index]?.text ?? ''))))
      : Math.max(width(title), ...rows.filter((row) => !spans(row)).map(({ cells }) => longest(cells[index]?.text ?? ''))),
  );
}

const total = (widths: readonly number[]) => widths.reduce((sum, each) => sum + each, 0) + GAP * (widths.length - 1);

/** Wide columns are worth showing when every text column can have at least 16 columns or all that it needs. */
function comfortable(all: Layout, most: number): boolean {
  const natural = naturalWidths(all);
  const least = leastWidths(all);
  return total(natural.map((want, index) => Math.max(least[index] ?? 0, Math.min(want, 16)))) <= most;
}

/** Shares out the width: numbers get what they need, texts what is left, the longest giving way first. */
function fit(chosen: Layout, most: number): number[] {
  const widths = naturalWidths(chosen);
  const least = leastWidths(chosen);
  while (total(widths) > most) {
    const slack = widths.map((each, index) => each - (least[index] ?? each));
    const giving = widths.map((each, index) => ((slack[index] ?? 0) > 0 ? each : -1));
    const widest = giving.indexOf(Math.max(...giving));
    if ((giving[widest] ?? -1) < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

const RULE = '─';
const NO_BORDERS = {
  ...Object.fromEntries(
    ['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'].map((part) => [part, '']),
  ),
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' '.repeat(GAP) },
};

function draw({ columns, rows }: Layout, widths: readonly number[], { chalk }: TerminalOptions): string {
  const paint = painter(chalk);
  const table = new Table({
    chars: NO_BORDERS,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
    colWidths: [...widths],
    colAligns: columns.map(({ kind }) => (kind === 'text' ? 'left' : 'right')),
    head: columns.map(({ title }, index) => paint('strong', wrap(title, widths[index] ?? 0).join('\n'))),
  });
  for (const row of rows) {
    if (spans(row)) {
      const [heading] = row.cells;
      const lines = wrap(heading?.text ?? '', total(widths));
      table.push([{ colSpan: columns.length, content: paint(heading?.style ?? 'plain', lines.join('\n')) }]);
      continue;
    }
    table.push(
      row.cells.map(({ text, style, right }, index) => {
        const lines = wrapCell(text, widths[index] ?? 0);
        return { content: paint(style, lines.join('\n')), hAlign: right ? ('right' as const) : ('left' as const) };
      }),
    );
  }
  const lines = table.toString().split('\n').map((line) => line.trimEnd());
  const rule = chalk.dim(RULE.repeat(total(widths)));
  const headHeight = Math.max(...columns.map(({ title }, index) => wrap(title, widths[index] ?? 0).length));
  return [...lines.slice(0, headHeight), rule, ...lines.slice(headHeight)].join('\n');
}

/** Continuation lines keep the indentation of the first; a range breaks after its dash. */
function wrapCell(text: string, most: number): string[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  const inner = text.slice(indentation.length);
  if (width(text) <= most) return [text];
  const [low, high, ...more] = inner.split(/(?<=–)/);
  if (low !== undefined && high !== undefined && more.length === 0 && width(low) <= most && width(high) <= most) return [low, high];
  return wrap(inner, Math.max(2, most - indentation.length)).map((line) => indentation + line);
}

function painter(chalk: ChalkInstance): (style: Style, text: string) => string {
  const paints: Record<Style, (line: string) => string> = {
    plain: (line) => line,
    strong: chalk.bold,
    muted: chalk.dim,
    good: chalk.green,
    hint: chalk.cyan,
    warning: chalk.yellow,
    error: chalk.red.bold,
  };
  return (style, text) =>
    text
      .split('\n')
      .map((line) => (line === '' ? '' : paints[style](line)))
      .join('\n');
}
