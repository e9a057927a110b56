import { readHead } from '../read/list/list-head.ts';
import { needsAmount } from '../read/list/list-input.ts';
import type { ListSource, Turn } from '../read/list/list-source.ts';
import { hasTitles } from '../read/list/other-titles.ts';
import { saidColumns } from '../read/list/said-columns.ts';
import { withoutDitto } from './ditto-cells.ts';
import type { Irregular } from './odd-rows.ts';
import { type Block, stackedTables } from './stacked-tables.ts';

/** A header has at most so many rows. */
const MOST_HEADER_ROWS = 3;

/** The list with its rows as its head has them: those of other tables below it in its columns, and no mark for what is above. */
export async function turnedSource(source: ListSource, { otherHeads, hasDitto }: Irregular): Promise<ListSource> {
  const { head, turn } = stackedTables(source.head, await blocksOf(source, otherHeads));
  const filled: Turn = hasDitto ? withoutDitto(head, turn) : turn;
  return {
    input: source.input,
    get origin() {
      return source.origin;
    },
    get isCutOff() {
      return source.isCutOff;
    },
    bytes: source.bytes,
    size: null,
    sheet: source.sheet,
    head,
    promised: null,
    isTurned: true,
    survey: async () => {
      await source.survey();
      return null;
    },
    rewrite: () => source.rewrite(filled),
  };
}

const ascending = (a: number, b: number) => a - b;

/** The heads of the other tables, read from their rows and those below; below one of them the first one's titles may come again. */
async function blocksOf(source: ListSource, otherHeads: readonly number[]): Promise<Block[]> {
  if (otherHeads.length === 0) return [];
  const heads = new Set(otherHeads);
  const first = Math.min(...otherHeads);
  const isNear = (row: number) =>
    Array.from({ length: MOST_HEADER_ROWS }, (_, at) => row - at).some((at) => heads.has(at));
  const cellsOf = new Map<number, readonly string[]>();
  await source.rewrite({
    width: 0,
    turn: (row, cells) => {
      if (row > first && !source.head.part && hasTitles(cells)) heads.add(row);
      if (isNear(row)) cellsOf.set(row, cells);
      return [];
    },
  });
  const { input } = source;
  const { own, anywhere, ...others } = saidColumns(input);
  const said = { ...others, own: new Map<string, string>(), anywhere: new Map([...anywhere, ...own]) };
  return [...heads].sort(ascending).map((row): Block => {
    const rows = Array.from({ length: MOST_HEADER_ROWS }, (_, at) => cellsOf.get(row + at) ?? []);
    const head = readHead(rows, said, input.role, needsAmount(input));
    const isRead =
      !('faults' in head) && head.titles === 0 && (!source.head.part || source.head.part.beside !== undefined);
    return { row, head: isRead ? head : null };
  });
}
