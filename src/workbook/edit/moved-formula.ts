import { columnLetters } from '../../domain/column-letters.ts';
import { columnIn } from '../address.ts';

/** Texts, names of sheets and tables, then cells, columns and rows that a formula names; then whatever else is a word. */
const WORD =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.!])|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w(.!])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.])|[\p{L}\p{N}_.]+/gu;

/** A formula as it is when it stands so many rows and columns further: what it names moves with it, unless fixed by a `$`. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const row = (fixed: string, number: string) => fixed + (fixed === '' ? Number(number) + rows : number);
  const column = (fixed: string, name: string) =>
    fixed + (fixed === '' ? columnLetters((columnIn(name) ?? 0) + columns) : name);
  return formula.replace(WORD, (word, a, b, c, d, e, f, g, h, i, j, k, l) => {
    if (b !== undefined) return column(a, b) + row(c, d);
    if (f !== undefined) return `${column(e, f)}:${column(g, h)}`;
    return j === undefined ? word : `${row(i, j)}:${row(k, l)}`;
  });
}
