import type { Cell } from '../../report/sheet.ts';
import { type Form, openForm } from '../../workbook/edit/form.ts';
import type { Asked } from '../../workbook/edit/form-cells.ts';
import { spliced } from '../../workbook/edit/runs.ts';
import { neutralised, readingText } from '../cell-text.ts';
import { shownCell } from '../door.ts';
import { cellValue, LONGEST, textValue } from './xlsx-cell.ts';

/** `{{total.amount}}` */
const PLACEHOLDER = /\{\{\s*([^{}]+?)\s*\}\}/g;
/** A cell's name can hold neither a full stop nor a hyphen. */
const nameOf = (key: string) => key.replace(/[.\-\s]/g, '_').toLowerCase();

/** A form, and the placeholders in it that name nothing, each once. */
export interface Filled extends Form {
  readonly unknown: ReadonlySet<string>;
}

/**
 * A bureau's own workbook with its `{{placeholders}}`, and its cells that are named after them (`total_amount`), filled: a
 * placeholder alone in its cell becomes a number where it is one. Each cell keeps its own look.
 * @throws InvalidInput when it is no workbook.
 */
export async function fillWorkbook(path: string, given: ReadonlyMap<string, Cell>): Promise<Filled> {
  const values = new Map([...given].map(([key, cell]) => [key, shownCell(cell)] as const));
  const byName = new Map([...values].map(([key, cell]) => [nameOf(key), cellValue(cell)]));
  const unknown = new Set<string>();
  const asked = (text: string): Asked | null => {
    const found = [...text.matchAll(PLACEHOLDER)];
    if (found.length === 0) return null;
    const replaced = found.map(({ 0: printed, 1: key = '', index: at }) => {
      const cell = values.get(key);
      if (!cell) unknown.add(key);
      const by = cell ? readingText(cell) : printed;
      return { at, length: printed.length, by: at === 0 ? neutralised(by) : by };
    });
    const [first] = found;
    const only = first?.[0] === text.trim() ? values.get(first[1] ?? '') : undefined;
    const value = only && cellValue(only);
    const whole = spliced(text, replaced);
    return {
      number: typeof value === 'number' ? value : null,
      replaced: whole.length > LONGEST ? [{ at: 0, length: text.length, by: textValue(whole) }] : replaced,
    };
  };
  const named = (name: string) => byName.get(name.toLowerCase());
  const form = await openForm(path, { asks: (text) => text.includes('{{'), asked, named });
  return { ...form, unknown };
}
