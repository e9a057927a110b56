import type { ChalkInstance } from 'chalk';
import type { Report, Sheet, Style, VerdictLine } from '../report/sheet.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { shownReport } from './door.ts';
import { type Drawn, hasContent, type Layout, layout, spans } from './terminal-layout.ts';
import { comfortable, GAPS, shareOut, total, widthsOf } from './terminal-widths.ts';
import { width, wrap } from './width.ts';

export interface TerminalOptions {
  /** Columns of the terminal. */
  readonly width: number;
  /** Decides whether there is colour at all. */
  readonly chalk: ChalkInstance;
  readonly catalogue: Catalogue;
}

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
  const tables = sheets.map((sheet, index) => renderSheet(sheet, index, options)).filter((table) => table !== '');
  // The answer stands last as well, where tables have moved it off the screen.
  const answer = first && tables.length > 0 ? [said(first).join('\n')] : [];
  return `${[heading.join('\n'), ...tables, ...answer].join('\n\n')}\n`;
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
