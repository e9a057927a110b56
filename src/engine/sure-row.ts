import { compactCell } from '../domain/cell-text.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { LoadedField } from './loaded-field.ts';
import { hanWithout, matches, namesSomebody, USUAL_NAME } from './plain-form.ts';

/**
 * The common Chinese characters without those of the labels of other rows (合计, 填表人, 以下空白, 姓名): every label that
 * `asideReason` knows, and every word for nothing, has one of these, and few names do.
 */
const PLAIN = hanWithout(
  '同计空填制审核办手放监责领签盖公期间联电道委务管纳位部抄束完注说姓户人请象字其写无没总锟計總额額',
);
export const PLAIN_NAME = `[${PLAIN}]{2,4}`;

/**
 * SQL on the columns `c0`, `c1` … of a list: is a row beyond doubt a payout? `title` is SQL for the title over the names
 * (`nameTitle`), `hasId` for whether it has 18 digits of an ID number.
 *
 * Somebody's name beside somebody's ID number is a payout, whatever else the row says. Without one: a plain name, which is not
 * the column's title again on a new page, and something that says who or how much; before it nothing that may be a label
 * (小计, 三人 or 制表, 王秀英).
 */
export function isSure({ columns, joined, members, paidHeads, part }: ListHead, title: string, hasId: string): string {
  const at = (field: LoadedField) => columns.find((column) => column.field === field)?.index;
  const cell = (index: number) => `coalesce(c${index}, '')`;
  const index = at('name');
  if (index === undefined || joined.has('name')) return 'false';
  const name = `c${index}`;
  const isOwn = (column: { readonly index: number }) => part?.columns.has(column.index) ?? true;
  const before = columns
    .slice(0, index)
    .filter(isOwn)
    .map((column) => matches(cell(column.index), `[0-9${PLAIN}]*`));
  const says = [at('id_number'), at('amount')].flatMap((index) =>
    index === undefined ? [] : [`${cell(index)} <> ''`],
  );
  const otherwise = [
    matches(name, PLAIN_NAME),
    namesSomebody(name),
    `(${['false', ...says].join(' or ')})`,
    ...before,
    `not starts_with(${title}, ${name}) and not ends_with(${title}, ${name})`,
  ];
  const paid = at('amount');
  const isPaid = part?.measure == null || paid === undefined ? 'true' : matches(cell(paid), '[0-9]*[1-9][0-9.]*');
  const isWhole = (members.length > 0 || paidHeads !== null) && paid !== undefined ? `${cell(paid)} <> ''` : 'true';
  // Who else lives there is read with the row.
  const isAlone = members.map(({ index }) => `trim(${cell(index)}) = ''`);
  return `${[isPaid, isWhole, ...isAlone].join(' and ')} and case when ${hasId} then ${matches(name, USUAL_NAME)} and ${namesSomebody(name)}
    else ${otherwise.join(' and ')} end`;
}

/** What stands for `title`: the title over the names, which is repeated on every page, or a part of it; nothing without names. */
export function nameTitle({ columns, joined }: ListHead): string[] {
  if (joined.has('name')) return [];
  return columns.filter(({ field }) => field === 'name').map(({ title }) => compactCell(title));
}
