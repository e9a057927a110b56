import type { ProblemData } from '../../domain/problem.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { bareTitle, foldTitle, type Member, readTitle } from '../../domain/row/list-title.ts';

/** A column that says who else lives in the household of whoever is paid; as a name, a number, or in another way. */
export interface MemberColumn {
  /** From 0. */
  readonly index: number;
  readonly field: ListField | null;
}

/** What the columns were said to mean. */
export interface PlacedFields {
  readonly byColumn: ReadonlyMap<number, ListField | null>;
  /** The columns of each field, one for each title that was given, in their order. */
  readonly inOrder: ReadonlyMap<ListField, readonly number[]>;
  readonly unknown: readonly ProblemData['list-given-column-unknown'][];
}

/** The printed titles of one column: the upper header row's and the lower one's, each perhaps ''. */
export interface ColumnTitle {
  readonly upper: string;
  readonly lower: string;
}

export interface ColumnReading {
  /** From 0. */
  readonly index: number;
  /** As printed; those of two header rows joined by a space. */
  readonly title: string;
  readonly field: ListField | null;
  /** `unused`: known, but of no use here or second of its kind. */
  readonly how: 'given' | 'exact' | 'contained' | 'unused' | 'unknown';
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
export const COLLECTED: ReadonlySet<ListField> = new Set(['other_phone', 'category']);

/** The better a column's claim to a field, the higher; null has none. */
const RANK = { given: 3, exact: 2, contained: 1, unused: 0, unknown: 0 } as const;

interface Claim extends ColumnReading {
  readonly of: Member | null;
}

/** Both titles of a column as one, each once. */
export function printedTitle({ upper, lower }: ColumnTitle): string {
  const parts = foldTitle(upper) === foldTitle(lower) ? [upper] : [upper, lower];
  return parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
}

/**
 * Gives each field its column, or its columns. What is given goes over all that their titles say. Where the list is known to be of one
 * measure, a column of measures (类别) says of which of its categories a row is; else it may say both.
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
    if (column.field === null || COLLECTED.has(column.field) || isJoined(column.field, column.index)) return column;
    const wins = winners.get(column.field)?.[0]?.index === column.index;
    return wins ? column : { ...column, field: null, how: 'unused' };
  });
  return { columns, joined: new Map([...joined, ...collected(columns)]), members, ambiguous };
}

/** The columns of fields that are all that their columns say. What names the measure may say a category as well. */
export function collected(
  columns: readonly Pick<ColumnReading, 'index' | 'field'>[],
): [ListField, readonly number[]][] {
  return [...COLLECTED].flatMap((collected): [ListField, readonly number[]][] => {
    const said = columns.filter(
      ({ field }) => field === collected || (field === 'measure' && collected === 'category'),
    );
    return said.length === 0 ? [] : [[collected, said.map(({ index }) => index)]];
  });
}

/** Members of a household are nobody who is paid, where its head or somebody else is named; and else those who are. */
function withoutMembers(claims: readonly Claim[]): { claims: Claim[]; members: MemberColumn[] } {
  const isMember = ({ of }: Claim) => of === 'member';
  const others = claims.filter((one) => !isMember(one)).map(({ field }) => field);
  const areApart = (['name', 'head', 'head_id'] as const).some((field) => others.includes(field));
  return {
    claims: claims.map((one): Claim => {
      if (!isMember(one)) return one;
      return areApart ? { ...one, field: null, how: 'unused', of: null } : { ...one, of: null };
    }),
    members: areApart ? claims.filter(isMember).map(({ index, field }) => ({ index, field })) : [],
  };
}

/** Of several telephones that which is somebody's own: a mobile rather than the family's. The others are theirs too. */
function ownPhone(claims: readonly Claim[]): Claim | undefined {
  const phones = claims.filter(({ field }) => field === 'phone');
  const best = Math.max(...phones.map(({ how }) => RANK[how]));
  const likely = phones.filter(({ how }) => RANK[how] === best);
  return likely.find(({ title }) => /手机|移动|mobile|cell/i.test(title)) ?? likely[0];
}

function claim(title: ColumnTitle, index: number, given: ReadonlyMap<number, ListField | null>): Claim {
  const printed = printedTitle(title);
  const field = given.get(index);
  if (field !== undefined) return { index, title: printed, field, how: 'given', of: null };
  return { index, title: printed, ...readTitle(title.upper, title.lower) };
}

/** Beside whoever it is for: 领取人 comes for it, and 收款人 holds the account. Alone either is the one who is paid. */
function collectorOf(title: string): 'agent' | 'holder' | null {
  const [, verb] = /^(领取|领款|收款)人(?:姓名)?$/.exec(foldTitle(title)) ?? [];
  return verb === undefined ? null : verb === '收款' ? 'holder' : 'agent';
}

/**
 * On a list without names the head of each household is the one who is paid, and so are the ID number, sex and age said of
 * the head; unless ID numbers stand there for the head and for somebody else. Of a couple in one row it is the husband, with the
 * wife beside him; beside a name either is the other's spouse, where no column says who that is. Whom a bank paid is the account's holder, and so it is where
 * nobody else is named.
 * What is said of a member who is not paid (the head's sex on a list with names) is nobody's.
 */
function ofWhoIsPaid(claims: readonly Claim[], role: ListRole): Claim[] {
  const has = (...fields: ListField[]) => claims.some(({ field }) => field !== null && fields.includes(field));
  const named = has('name');
  const couple = !named && has('husband', 'wife');
  const first = has('husband') ? 'husband' : 'wife';
  const headIsPaid =
    role !== 'return' && !named && !couple && has('head', 'head_id') && !(has('id_number') && has('head_id'));
  const holderIsPaid = role === 'return' ? !named : !has('name', 'husband', 'wife', 'head', 'id_number', 'head_id');
  const paid: Member | null = headIsPaid ? 'head' : couple ? first : null;
  const spouseIsSaid = has('spouse') || (has('husband') && has('wife'));
  const hasId =
    claims.some(({ field, of }) => field === 'id_number' && (of === null || of === paid)) ||
    (headIsPaid && has('head_id'));
  const isNamed = claims.some(({ field, title }) => field === 'name' && collectorOf(title) === null);
  return claims.map((one): Claim => {
    const collector = one.field === 'name' && one.how !== 'given' && isNamed ? collectorOf(one.title) : null;
    if (collector !== null)
      return has(collector) ? { ...one, field: null, how: 'unused' } : { ...one, field: collector };
    if (one.of !== null && one.of !== paid) return { ...one, field: null, how: 'unused' };
    switch (one.field) {
      case 'head':
        return headIsPaid ? { ...one, field: 'name' } : one;
      case 'head_id':
        return headIsPaid ? { ...one, field: 'id_number' } : one;
      case 'card_number':
        return hasId ? one : { ...one, field: 'id_number' };
      case 'husband':
      case 'wife':
        if (couple) return one.field === first ? { ...one, field: 'name' } : one;
        return spouseIsSaid ? { ...one, field: null, how: 'unused' } : { ...one, field: 'spouse' };
      case 'holder':
        return holderIsPaid ? { ...one, field: 'name' } : one;
      default:
        return one;
    }
  });
}

/** Does a column bear this title: the whole of it, one of its rows, or at least what is left without brackets? */
export function columnsTitled(wanted: string, titles: readonly ColumnTitle[]): number[] {
  const key = foldTitle(wanted);
  const tests: ReadonlyArray<(title: ColumnTitle) => boolean> = [
    (title) => foldTitle(printedTitle(title)) === key,
    ({ upper, lower }) => (foldTitle(lower) || foldTitle(upper)) === key,
    ({ upper, lower }) => bareTitle(foldTitle(lower) || foldTitle(upper)) === key,
  ];
  for (const test of tests) {
    const found = titles.flatMap((title, index) => (test(title) ? [index] : []));
    if (found.length > 0) return found;
  }
  return [];
}
