import { compactCell, saysNothing } from '../../domain/cell-text.ts';
import type { ColumnReading } from './column-claims.ts';

type Cells = readonly string[];

/** Where a list that names a whole household, a row each, says who of them is its head: the one whose row says what is paid. */
export type PaidHeads = { readonly relation: number } | { readonly head: number; readonly name: number };

const RELATION = /^(?:与|同)?(?:户主|申请人|主申请人|本户|家庭)?(?:成员)?(?:之间)?的?关系$/;
const HIMSELF = /^(?:户主|本人|申请人|主申请人|自己|本户)+$/;

/** Does a row name somebody else of the household than its head? */
export function isOtherThanHead(heads: PaidHeads, cells: Cells): boolean {
  const at = (index: number) => compactCell(cells[index] ?? '');
  if ('relation' in heads) {
    const relation = at(heads.relation).replace(/[()/、,]/g, '');
    return !saysNothing(relation) && relation !== '' && !HIMSELF.test(relation);
  }
  const [head, name] = [at(heads.head), at(heads.name)];
  return head !== '' && name !== '' && head !== name;
}

/**
 * Whether only heads of households are paid on a list that names everybody: of the rows that are seen, those of heads have amounts and no
 * other has. Where anybody else is paid, a row without an amount lacks it.
 */
export function paidHeads(body: readonly Cells[], columns: readonly ColumnReading[]): PaidHeads | null {
  const columnOf = (field: ColumnReading['field']) => columns.find((column) => column.field === field)?.index;
  const [amount, head, name] = [columnOf('amount'), columnOf('head'), columnOf('name')];
  const relation = columns.find(
    ({ field, title }) => (field === null || field === 'relation') && RELATION.test(compactCell(title)),
  )?.index;
  if (amount === undefined || name === undefined) return null;
  const heads = relation !== undefined ? { relation } : head !== undefined ? { head, name } : null;
  if (heads === null) return null;
  const isPaid = (cells: Cells) => !saysNothing(compactCell(cells[amount] ?? ''));
  const named = body.filter((cells) => !saysNothing(compactCell(cells[name] ?? '')));
  const others = named.filter((cells) => isOtherThanHead(heads, cells));
  const paid = named.filter((cells) => !isOtherThanHead(heads, cells) && isPaid(cells));
  return others.length > 0 && paid.length > 0 && !others.some(isPaid) ? heads : null;
}
