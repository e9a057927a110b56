import type { ListField } from '../../domain/row/list-field.ts';
import { bareTitle, foldTitle } from '../../domain/row/list-title.ts';
import type { ColumnReading } from './column-claims.ts';

const HOLDER = '收款人|领款人|开户人|持卡人|户名|账户名|账户持有人';
/** 收款人与学生关系 says whose it is. */
const OF_HOLDER = new RegExp(`^(?:${HOLDER})(?:姓名)?(?:与|和|同|跟).{0,8}关系$`);
/** 与受助人关系, 关系: of whoever is named last before. */
const OF_ANYBODY = /^(?:(?:与|和|同|跟).{1,8}的?)?关系$/;
const OF_OTHERS = /户主|申请人|户内|家庭|监护人|代[领办]|联系人/;

const PERSONS: readonly (ListField | null)[] = [
  'name',
  'spouse',
  'husband',
  'wife',
  'guardian',
  'head',
  'holder',
  'agent',
];
const IS_PERSON = /(?:人|姓名|家长|成员)$/;

/**
 * The column that says how the holder of an account is related to the payee. In households 关系 is that to the head; and beside a
 * guardian it is the guardian's.
 */
export function relationOfHolder(columns: readonly ColumnReading[], hasMembers: boolean): ColumnReading | undefined {
  const has = (...fields: ListField[]) => columns.some(({ field }) => field !== null && fields.includes(field));
  if (!has('holder') || has('relation')) return undefined;
  const titled = columns.map((column) => ({ column, title: bareTitle(foldTitle(column.title)) }));
  const unread = titled.filter(({ column: { field, how } }) => field === null && how !== 'given');
  const own = unread.find(({ title }) => OF_HOLDER.test(title));
  if (own || hasMembers || has('head', 'head_id')) return own?.column;
  const isPerson = ({ column: { field }, title }: (typeof titled)[number]) =>
    field === null ? IS_PERSON.test(title) : PERSONS.includes(field);
  const named = (index: number) => titled.slice(0, index).findLast(isPerson)?.column.field;
  return unread.find(
    ({ column, title }) => OF_ANYBODY.test(title) && !OF_OTHERS.test(title) && named(column.index) === 'holder',
  )?.column;
}
