import { basename } from 'node:path';
import { nearest } from '../../domain/nearest.ts';
import type { ListInput } from './list-input.ts';

/** What is said of a list's columns: of this one, whose titles have to be there, and of whichever lists have them. */
export interface SaidColumns {
  readonly own: ReadonlyMap<string, string>;
  readonly anywhere: ReadonlyMap<string, string>;
  /** Titles of this one's amounts, and the measure that each is of. */
  readonly measures?: ReadonlyMap<string, string>;
  /** Measures that a column may be called after. */
  readonly measureNames?: readonly string[];
  /** The measure that all of it is of. */
  readonly measure?: string;
}

/** A title that was given for one file by its name: 残联.csv:残疾证号. */
const NAMED = /^(.+\.(?:csv|tsv|txt|xlsx|xlsm|xls|et|ods|fods|xml|html?|mht|mhtml|parquet)):(.+)$/i;

/** The title that is meant where something is said of this file alone, by its name as it was given or without its folder. */
function titleIn(file: string, said: string): string | null {
  const name = [file, basename(file)].find((each) => said.startsWith(`${each}:`));
  return name === undefined ? null : said.slice(name.length + 1);
}

/** What is said of the columns of one list. What the command line says goes over the campaign. */
export function saidColumns({
  file,
  columns,
  anywhere = new Map(),
  measures = new Map(),
  measureNames = [],
  measure,
}: Pick<ListInput, 'file' | 'columns' | 'anywhere' | 'measures' | 'measureNames' | 'measure'>): SaidColumns {
  const own = new Map(columns);
  const others = new Map<string, string>();
  for (const [said, field] of anywhere) {
    const title = titleIn(file, said);
    if (title === null) others.set(said, field);
    else own.set(title, field);
  }
  return { own, anywhere: others, measures, measureNames, ...(measure === undefined ? {} : { measure }) };
}

/** Is this said of one of the files, by its name? */
export function isOfOne(said: string, inputs: readonly ListInput[]): boolean {
  return inputs.some(({ file }) => titleIn(file, said) !== null);
}

/** What was probably meant by a file that none is called. */
export function nearestNamed(said: string, inputs: readonly ListInput[]): string | null {
  const [, file, title] = NAMED.exec(said) ?? [];
  if (file === undefined) return null;
  const found = nearest(
    basename(file),
    inputs.map((input) => basename(input.file)),
  );
  return found && `${found}:${title}`;
}
