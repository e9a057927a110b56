import type { Fen } from '../../domain/money.ts';
import type { Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';

/** What stands on some lists: payouts, the people that they were resolved to, and their money. */
export interface OnLists {
  readonly payouts: number;
  readonly persons: number;
  readonly amount: Fen;
  readonly withoutAmount: number;
}

/** 上下重叠: people on lists of the campaign and of its parts, and what they get from each. */
interface OnBoth {
  readonly persons: number;
  readonly ofCampaign: Fen;
  readonly ofParts: Fen;
}

/** The lists of one part, or of all. */
export interface PartListed extends OnLists {
  /** Null where no list of the campaign was read. */
  readonly onBoth: OnBoth | null;
  /** ResolvedLists that the campaign names too: their rows are the same payouts, and overlap nothing. */
  readonly inCommon: number;
}

export interface PartLists {
  /** Null where no list of the campaign was read. */
  readonly campaign: OnLists | null;
  /** In the order of the parts; null for one that names no lists. */
  readonly parts: readonly (PartListed | null)[];
  /** All parts, each list and each person once. */
  readonly total: PartListed;
}

/** Adds up lists that were resolved to people: whose they are is said by their numbers. */
export async function partListsOf(
  lists: ResolvedLists,
  ofCampaign: readonly number[],
  ofParts: readonly (readonly number[])[],
): Promise<PartLists> {
  const ofPart = async (own: readonly number[]): Promise<PartListed> => ({
    ...(await onLists(lists, own)),
    onBoth: ofCampaign.length > 0 ? await onBoth(lists, ofCampaign, own) : null,
    inCommon: own.filter((list) => ofCampaign.includes(list)).length,
  });
  const parts: (PartListed | null)[] = [];
  for (const own of ofParts) parts.push(own.length > 0 ? await ofPart(own) : null);
  return {
    campaign: ofCampaign.length > 0 ? await onLists(lists, ofCampaign) : null,
    parts,
    total: await ofPart([...new Set(ofParts.flat())]),
  };
}

async function onLists({ database }: ResolvedLists, own: readonly number[]): Promise<OnLists> {
  const { payouts, persons, amount, known } = await database.one<Row & Record<'payouts' | 'persons' | 'known', bigint>>(
    `select count(*) as payouts, count(distinct identity) as persons, coalesce(sum(amount), 0)::bigint as amount,
      count(amount) as known from resolved where ${isOn(own)}`,
  );
  return {
    payouts: Number(payouts),
    persons: Number(persons),
    amount: amount as Fen,
    withoutAmount: Number(payouts - known),
  };
}

/** Rows of a list that both name prove nothing: they are looked for on the others. */
async function onBoth(
  { database }: ResolvedLists,
  campaign: readonly number[],
  part: readonly number[],
): Promise<OnBoth> {
  const paid = (own: readonly number[], other: readonly number[]) =>
    `(select identity, sum(amount) as amount from resolved
      where ${isOn(own.filter((list) => !other.includes(list)))} group by identity)`;
  const { persons, one, other } = await database.one<Row & { persons: bigint }>(
    `select count(*) as persons, coalesce(sum(c.amount), 0)::bigint as one, coalesce(sum(p.amount), 0)::bigint as other
    from ${paid(campaign, part)} c join ${paid(part, campaign)} p on p.identity = c.identity`,
  );
  return { persons: Number(persons), ofCampaign: one as Fen, ofParts: other as Fen };
}

const isOn = (lists: readonly number[]) => (lists.length > 0 ? `list in (${lists.join(', ')})` : 'false');
