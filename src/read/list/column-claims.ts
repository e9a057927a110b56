import type { ListField } from '../../domain/row/list-field.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { foldTitle, type Member, readTitle } from '../../domain/row/list-title.ts';
import { type ColumnTitle, printedTitle } from './column-title.ts';

/** A column that says who else lives in the household of whoever is paid; as a name, a number, or in another way. */
export interface MemberColumn {
  /** From 0. */
  readonly index: number;
  readonly field: ListField | null;
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

/** The better a column's claim to a field, the higher; null has none. */
export const RANK = { given: 3, exact: 2, contained: 1, unused: 0, unknown: 0 } as const;

export interface Claim extends ColumnReading {
  readonly of: Member | null;
}

/** What a column says of itself, by what it was said to mean or by its title. */
export function claim(title: ColumnTitle, index: number, given: ReadonlyMap<number, ListField | null>): Claim {
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
export function ofWhoIsPaid(claims: readonly Claim[], role: ListRole): Claim[] {
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

/** Members of a household are nobody who is paid, where its head or somebody else is named; and else those who are. */
export function withoutMembers(claims: readonly Claim[]): { claims: Claim[]; members: MemberColumn[] } {
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
export function ownPhone(claims: readonly Claim[]): Claim | undefined {
  const phones = claims.filter(({ field }) => field === 'phone');
  const best = Math.max(...phones.map(({ how }) => RANK[how]));
  const likely = phones.filter(({ how }) => RANK[how] === best);
  return likely.find(({ title }) => /手机|移动|mobile|cell/i.test(title)) ?? likely[0];
}
