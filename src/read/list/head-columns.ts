import type { ProblemData } from '../../domain/problem.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { bareTitle, foldTitle } from '../../domain/row/list-title.ts';
import { isOfState } from '../../domain/row/other-titles.ts';
import {
  type Claim,
  type ColumnReading,
  claim,
  type MemberColumn,
  ofWhoIsPaid,
  ownPhone,
  RANK,
  withoutMembers,
} from './column-claims.ts';
import type { ColumnTitle } from './column-title.ts';
import { relationOfHolder } from './holder-relation.ts';

/** What the columns were said to mean. */
export interface PlacedFields {
  readonly byColumn: ReadonlyMap<number, ListField | null>;
  /** The columns of each field, one for each title that was given, in their order. */
  readonly inOrder: ReadonlyMap<ListField, readonly number[]>;
  readonly unknown: readonly ProblemData['list-given-column-unknown'][];
}

export type AmbiguousColumn = ProblemData['list-column-ambiguous'];

/** Fields of which the wrong column would pay, count or name somebody wrongly; of the others the first column counts. */
const DECISIVE: ReadonlySet<ListField> = new Set([
  'name',
  'head',
  'head_id',
  'id_number',
  'amount',
  'department',
  'measure',
  'household_id',
  'account',
]);

/** Fields that several columns say together where they were given to all of these: 姓 and 名, 路 and 弄. */
const JOINABLE: ReadonlySet<ListField> = new Set(['name', 'address', 'phone', 'remark']);
/** Fields that are all that their columns say. */
export const COLLECTED: ReadonlySet<ListField> = new Set(['other_phone', 'category', 'state']);
/** Fields whose columns say something of another as well: what names the measure a category, what came of a payment a state. */
const SAYS_TOO: Readonly<Partial<Record<ListField, ListField>>> = { measure: 'category', result: 'state' };

/**
 * Gives each field its column, or its columns. What is given goes over all that their titles say. Where the list is known to be of one
 * measure, a column of measures (类别) says of which of its categories a row is; else it may say both. On lists of payouts further
 * remarks and results, and columns that nothing else reads, may say of what state a row is.
 */
export function assignFields(
  titles: readonly ColumnTitle[],
  { byColumn, inOrder }: Pick<PlacedFields, 'byColumn' | 'inOrder'>,
  role: ListRole,
  measure?: string,
): {
  columns: ColumnReading[];
  joined: Map<ListField, readonly number[]>;
  members: readonly MemberColumn[];
  ambiguous: AmbiguousColumn[];
} {
  const joined = new Map([...inOrder].filter(([field, columns]) => JOINABLE.has(field) && columns.length > 1));
  const isJoined = (field: ListField, index: number) => joined.get(field)?.includes(index) ?? false;
  const { claims: all, members } = withoutMembers(titles.map((title, index) => claim(title, index, byColumn)));
  const claims = ofWhoIsPaid(all, role).map(
    (one): Claim => (one.field === 'measure' && measure !== undefined ? { ...one, field: 'category' } : one),
  );
  const own = ownPhone(claims);
  for (const [index, one] of claims.entries()) {
    if (one.field === 'phone' && one !== own && !isJoined('phone', index))
      claims[index] = { ...one, field: 'other_phone' };
  }
  const winners = new Map<ListField, Claim[]>();
  for (const one of claims) {
    if (one.field === null) continue;
    const best = winners.get(one.field);
    const lead = best?.[0] ? RANK[one.how] - RANK[best[0].how] : 1;
    if (lead > 0) winners.set(one.field, [one]);
    else if (lead === 0) best?.push(one);
  }
  const ambiguous = [...winners]
    .filter(
      ([field, best]) => DECISIVE.has(field) && best.length > 1 && !best.every(({ index }) => isJoined(field, index)),
    )
    .map(([field, best]) => ({ field, choices: best.map(({ title, index }) => ({ title, index })) }));
  const columns = claims.map(({ of, ...column }): ColumnReading => {
    if (role === 'payouts' && isStateUnread(column)) return { ...column, field: 'state', how: 'contained' };
    if (column.field === null || COLLECTED.has(column.field) || isJoined(column.field, column.index)) return column;
    const wins = winners.get(column.field)?.[0]?.index === column.index;
    if (wins) return column;
    const isState = role === 'payouts' && (column.field === 'result' || column.field === 'remark');
    return isState ? { ...column, field: 'state' } : { ...column, field: null, how: 'unused' };
  });
  const relation = role === 'payouts' ? relationOfHolder(columns, members.length > 0) : undefined;
  if (relation) columns[relation.index] = { ...relation, field: 'relation', how: 'contained' };
  return { columns, joined: new Map([...joined, ...collected(columns)]), members, ambiguous };
}

/** What nobody reads, and nobody said to be left unread, may still say that a row is not to be paid. */
const isStateUnread = ({ field, how, title }: ColumnReading): boolean =>
  field === null && how !== 'given' && isOfState(bareTitle(foldTitle(title)));

/** The columns of fields that are all that their columns say. */
export function collected(
  columns: readonly Pick<ColumnReading, 'index' | 'field'>[],
): [ListField, readonly number[]][] {
  return [...COLLECTED].flatMap((collected): [ListField, readonly number[]][] => {
    const said = columns.filter(
      ({ field }) => field !== null && (field === collected || SAYS_TOO[field] === collected),
    );
    return said.length === 0 ? [] : [[collected, said.map(({ index }) => index)]];
  });
}
