import type { Lists } from '../../engine/lists.ts';
import { isSealedSource } from '../../read/sealed/sealed-source.ts';

/** What sealed lists could not be asked, in rows; and what their departments found on them before. */
export interface SealedLimits {
  readonly algorithm: string;
  /** Rows without a number, an account or a telephone by which they could be somebody else's. */
  readonly silent: number;
  /** Rows with a number of which other digits are known than the first six and the last four. */
  readonly partlyKnown: number;
  /** Rows without a valid number whose name hides characters. */
  readonly maskedNames: number;
  /** Rows that pay a second person, who was not sealed. */
  readonly couples: number;
  /** Rows that could not be read, and were not sealed. */
  readonly rejected: number;
  /** What the rules on single rows found before the lists were sealed. */
  readonly foundBefore: Readonly<Record<'error' | 'warning' | 'hint', number>>;
}

/** Null of open lists. */
export async function sealedLimits({ database, isSealed, lists, earlier }: Lists): Promise<SealedLimits | null> {
  const heads = [...lists, ...earlier].flatMap(({ source }) => (isSealedSource(source) ? source.sealed.head : []));
  const [first] = heads;
  if (!isSealed || !first) return null;
  const counted = await database.one<{ silent: bigint; partly: bigint; masked: bigint }>(
    `select count(*) filter (p.person is null and p.account is null and p.phone is null and p.other_id is null) as silent,
      count(*) filter (s.pattern = 'part') as partly,
      count(*) filter (s.whole is null and s.name is not null and s.form is null) as masked
    from any_payout p join sealed_row s on s.list = p.list and s.row = p.row`,
  );
  const sum = (of: (head: (typeof heads)[number]) => number) => heads.reduce((total, head) => total + of(head), 0);
  return {
    algorithm: first.algorithm,
    silent: Number(counted.silent),
    partlyKnown: Number(counted.partly),
    maskedNames: Number(counted.masked),
    couples: sum(({ couples }) => couples),
    rejected: sum(({ rejected }) => rejected),
    foundBefore: {
      error: sum(({ found }) => found.error),
      warning: sum(({ found }) => found.warning),
      hint: sum(({ found }) => found.hint),
    },
  };
}
