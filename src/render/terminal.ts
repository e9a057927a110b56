import type { ChalkInstance } from 'chalk';
import type { Cell, Column, Report, Row, Sheet, Style, VerdictLine } from '../report/sheet.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { readingText } from './cell-text.ts';
import { shownReport } from './door.ts';
import { width, wrap } from './width.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Decides whether there is colour at all. */
  readonly chalk: ChalkInstance;
  readonly catalogue: Catalogue;
}

/** Blanks between columns: two, or one where that leaves names room to breathe. */
const GAPS = { loose: 2, tight: 1 } as const;
/** What the first column, which names things, does not shrink below. */
const NAME_WIDTH = 20;
/** And any other text. */
const SHORTEST = 9;
/** Two Chinese characters: nothing can be narrower. */
const NARROWEST = 4;

/** A report as text for a terminal: no line is wider than `width`, Chinese characters counted as two columns. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { title, verdict = [], read, sheets } = shownReport(report);
  const { chalk, catalogue } = options;
  const [first, ...more] = verdict;
  const about = (line: string) => (read === undefined ? line : line + catalogue.parenthesised(read));
  const said = ([style, words]: VerdictLine) =>
    wrap(words, options.width).map((line) => painter(chalk)(style === 'plain' ? 'strong' : style, line));
  const heading = [
    ...(first ? said([first[0], about(first[1])]) : []),
    ...more.flatMap(said),
    ...wrap(first ? title : about(title), options.width).map((line) => chalk.bold(line)),
  ];
  const parts = [heading.join('\n'), ...sheets.map((sheet, index) => renderSheet(sheet, index, options))];
  return `${[...parts, ...(first ? [said(first).join('\n')] : [])].join('\n\n')}\n`;
}

function renderSheet(sheet: Sheet, index: number, options: TerminalOptions): string {
  const { chalk } = options;
  const name = index === 0 ? [] : [chalk.bold(sheet.name)];
  const muted = (lines: readonly string[]) =>
    lines.flatMap((line) => wrap(line, options.width)).map((line) => chalk.dim(line));
  const table = sheet.rows.length > 0 ? [renderTable(sheet, options)] : [];
  const unit = sheet.form ? [`${sheet.form.left}  ${sheet.form.right}`] : [];
  return [...name, ...muted([...unit, ...sheet.above]), ...table, ...muted(sheet.below)].join('\n');
}

function renderTable(sheet: Sheet, options: TerminalOptions): string {
  const group = sheet.columns.findIndex(({ use }) => use === 'group');
  const used = sheet.columns.map(({ use }, index) => use !== 'wide' || hasContent(sheet, index));
  const shown = (wide: boolean) =>
    sheet.columns.flatMap(({ use }, index) =>
      use === 'group' || use === 'data' || (use === 'wide' && !wide) || !used[index] ? [] : [index],
    );
  const all = layout(sheet, shown(true), group);
  const allWidths = widthsOf(all);
  const wide = comfortable(allWidths, options.width);
  const chosen = wide ? all : layout(sheet, shown(false), group);
  const wanted = wide ? allWidths : widthsOf(chosen);
  const gap = total(wanted.least, GAPS.loose) <= options.width ? GAPS.loose : GAPS.tight;
  const widths = shareOut(wanted, options.width, gap);
  const hidden = sheet.columns.filter(({ use }, index) => use === 'wide' && !wide && used[index]);
  const note =
    hidden.length > 0
      ? [options.catalogue.budget.hidden(options.catalogue.list(hidden.map(({ title }) => title)))]
      : [];
  return [
    draw(chosen, widths, gap, options),
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
        return drawn(
          cells[heading ? group : index],
          columns[index]?.kind ?? 'text',
          position === 0 ? indent(level, group >= 0) : '',
        );
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
  return {
    text: indentation + readingText(cell),
    style: cell.style ?? 'plain',
    right: cell.kind !== 'text' && kind !== 'text',
  };
}

/** A heading over its whole row, when nothing else stands in it. */
function spans({ cells }: Layout['rows'][number]): boolean {
  return cells.length > 1 && cells.slice(1).every(({ text }) => text === '');
}

/** The widths that a table's columns want, those below which they should not go, and those below which they can't. */
interface Widths {
  readonly natural: readonly number[];
  readonly least: readonly number[];
  readonly utmost: readonly number[];
}

/** A number is never broken (a range may be, at its dash); a text column can always wrap. */
function widthsOf({ columns, rows }: Layout): Widths {
  const dense = rows.filter((row) => !spans(row));
  const longest = (measure: (text: string) => number, ofTitle: (title: string) => number) =>
    columns.map(({ title }, index) =>
      dense.reduce((most, { cells }) => Math.max(most, measure(cells[index]?.text ?? '')), ofTitle(title)),
    );
  const part = (text: string) =>
    text.includes('–')
      ? Math.max(...text.split('–').map((part, index, parts) => width(part) + (index < parts.length - 1 ? 1 : 0)))
      : width(text);
  const natural = longest(width, width);
  const parts = longest(part, () => 0);
  const withTitles = (ofTitle: (title: string) => number) =>
    columns.map(({ title }, index) => Math.max(ofTitle(title), parts[index] ?? 0));
  const unbroken = withTitles(width);
  const bare = withTitles(longestWord);
  const shortest = (index: number) => Math.min(index === 0 ? NAME_WIDTH : SHORTEST, natural[index] ?? 0);
  return {
    natural,
    least: columns.map(({ kind, whole }, index) =>
      kind === 'text' && !whole ? shortest(index) : (unbroken[index] ?? 0),
    ),
    utmost: columns.map(({ kind }, index) => (kind === 'text' ? NARROWEST : (bare[index] ?? 0))),
  };
}

/** A title may wrap where its numbers may not; Chinese breaks anywhere, other words stay whole. */
function longestWord(title: string): number {
  const words = title.match(/[\w-]+/g) ?? [];
  return Math.min(width(title), Math.max(NARROWEST, ...words.map(width)));
}

const total = (widths: readonly number[], gap: number) =>
  widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1);

/** Wide columns are worth showing when every text column can have at least 16 columns or all that it needs. */
function comfortable({ natural, least }: Widths, most: number): boolean {
  return (
    total(
      natural.map((want, index) => Math.max(least[index] ?? 0, Math.min(want, 16))),
      GAPS.loose,
    ) <= most
  );
}

/**
 * Shares out the width: numbers get what they need, texts what is left, the longest giving way first, and below their
 * least only where there is no other way.
 */
function shareOut({ natural, least, utmost }: Widths, most: number, gap: number): number[] {
  return total(least, gap) <= most ? capped(natural, least, most, gap) : capped(least, utmost, most, gap);
}

/** Cuts widths to the largest common cap with which they fit, none below its least. */
function capped(widths: readonly number[], least: readonly number[], most: number, gap: number): number[] {
  const under = (cap: number) => widths.map((each, index) => Math.max(least[index] ?? 0, Math.min(each, cap)));
  let [fits, tooWide] = [0, Math.max(...widths) + 1];
  while (tooWide - fits > 1) {
    const cap = Math.floor((fits + tooWide) / 2);
    if (total(under(cap), gap) <= most) fits = cap;
    else tooWide = cap;
  }
  const cut = under(fits);
  for (const [index, wanted] of widths.entries()) {
    const own = cut[index] ?? 0; // what the cap left over goes to the columns it cut, one each
    if (own < wanted && own === fits && total(cut, gap) < most) cut[index] = own + 1;
  }
  return cut;
}

function draw({ columns, rows }: Layout, widths: readonly number[], gap: number, { chalk }: TerminalOptions): string {
  const paint = painter(chalk);
  const whole = total(widths, gap);
  const drawRow = (cells: readonly Drawn[]) => {
    const wrapped = cells.map(({ text }, index) => wrapCell(text, widths[index] ?? 0));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map(({ style, right }, index) => {
          const text = wrapped[index]?.[line] ?? '';
          const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - width(text)));
          return right ? padding + paint(style, text) : paint(style, text) + padding;
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  };
  const head = columns.map(({ title, kind }): Drawn => ({ text: title, style: 'strong', right: kind !== 'text' }));
  const body = rows.flatMap((row) => {
    const [heading] = row.cells;
    if (!spans(row) || !heading) return drawRow(row.cells);
    return indented(heading.text, whole).map((line) => paint(heading.style, line));
  });
  return [...drawRow(head), chalk.dim('─'.repeat(whole)), ...body].join('\n');
}

/** A range breaks after its dash. */
function wrapCell(text: string, most: number): string[] {
  if (width(text) <= most) return [text];
  const [low, high, ...more] = text.trimStart().split(/(?<=–)/);
  if (low !== undefined && high !== undefined && more.length === 0 && width(low) <= most && width(high) <= most)
    return [low, high];
  return indented(text, most);
}

/** Continuation lines keep the indentation of the first. */
function indented(text: string, most: number): string[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  const inner = text.slice(indentation.length);
  return wrap(inner, Math.max(2, most - indentation.length)).map((line) => indentation + line);
}

function painter(chalk: ChalkInstance): (style: Style, text: string) => string {
  const paints: Record<Style, (text: string) => string> = {
    plain: (text) => text,
    strong: chalk.bold,
    muted: chalk.dim,
    different: chalk.yellow,
    good: chalk.green,
    hint: chalk.cyan,
    warning: chalk.yellow,
    error: chalk.red.bold,
  };
  return (style, text) => (text === '' ? '' : paints[style](text));
}
