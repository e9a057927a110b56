import { existsSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Severity } from '../domain/finding.ts';
import type { VerdictLine } from '../report/sheet.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { SheetFlags } from './flags.ts';
import { type Output, pieces } from './io.ts';

export const FORMATS = ['table', 'json', 'jsonl', 'csv', 'md', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** Those of commands that make a page as well. */
export const REPORT_FORMATS = [...FORMATS, 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How the names of files in a format end. */
export const ENDING_OF: Readonly<Record<ReportFormat, string>> = {
  table: '.txt',
  json: '.json',
  jsonl: '.jsonl',
  csv: '.csv',
  md: '.md',
  xlsx: '.xlsx',
  html: '.html',
};

/** Where a report goes: standard output, one file, or a folder with a file for each campaign. */
export type Destination<F extends ReportFormat = Format> =
  | { readonly to: 'stdout'; readonly format: F }
  | { readonly to: 'file'; readonly format: F; readonly path: string }
  | { readonly to: 'folder'; readonly format: F; readonly path: string };

/** @throws UsageError when the format can't be told, or can't go there. */
export function destination<F extends ReportFormat = Format>(
  { format, output }: SheetFlags,
  campaigns: number,
  { catalogue, io }: Context,
  formats: readonly F[] = FORMATS as readonly ReportFormat[] as readonly F[],
): Destination<F> {
  const { cli } = catalogue;
  const asked = format as F | undefined;
  const usual = (formats.find((each) => each === 'table') ?? formats[0]) as F;
  if (output === undefined) {
    if (asked === 'xlsx' && io.stdout.isTTY) throw new UsageError(cli.needsFile('xlsx'));
    if (asked === 'xlsx' && campaigns > 1) throw new UsageError(cli.needsFolder);
    return { to: 'stdout', format: asked ?? usual };
  }
  if (/[/\\]$/.test(output) || (existsSync(output) && statSync(output).isDirectory())) {
    return { to: 'folder', format: asked ?? formats.find((each) => each === 'xlsx') ?? usual, path: output };
  }
  const known = formats.find((each) => ENDING_OF[each] === extname(output).toLowerCase());
  if (!asked && !known)
    throw new UsageError(cli.unknownEnding(output, formats.map((each) => ENDING_OF[each]).join(' ')));
  const chosen = asked ?? known ?? usual;
  if (chosen === 'xlsx' && campaigns > 1) throw new UsageError(cli.needsFolder);
  return { to: 'file', format: chosen, path: output };
}

/** Something to write and the name it would have in a folder, without its ending. */
export interface Rendered {
  readonly name: string;
  readonly data: Output;
}

/** Writes what was rendered: all of it to one place, or each to its own file in a folder; what else was written goes with it. */
export async function deliver(
  rendered: readonly Rendered[],
  target: Destination<ReportFormat>,
  context: Context,
): Promise<void> {
  const { outputs } = context;
  if (target.to !== 'stdout') for (const each of rendered) await outputs.write(pathOf(each, target), each.data);
  outputs.put();
  if (target.to === 'stdout') for (const { data } of rendered) await print(data, context);
}

/** Where something goes that is written to a file. */
export function pathOf(
  { name }: Pick<Rendered, 'name'>,
  { to, path, format }: Exclude<Destination<ReportFormat>, { readonly to: 'stdout' }>,
): string {
  return to === 'file' ? path : join(path, name + ENDING_OF[format]);
}

/** Says what came out, where it is not on the screen: what it comes to, and how much of each severity. */
export function sayOutcome(
  { to }: Destination<ReportFormat>,
  [first]: readonly VerdictLine[],
  { error, warning, hint }: Readonly<Record<Severity, number>>,
  { catalogue, say }: Context,
): void {
  if (to === 'stdout') return;
  const { findings, clauses } = catalogue;
  say(clauses([...(first ? [first[1]] : []), findings.summary(error, warning, hint)]));
}

/** Writes to standard output, no faster than whoever reads it. */
export async function print(data: Output, { io: { stdout } }: Context): Promise<void> {
  for await (const piece of pieces(data)) {
    const full = stdout.write(piece) === false;
    if (full && stdout.once) await new Promise<void>((resolve) => stdout.once?.('drain', resolve));
  }
}
