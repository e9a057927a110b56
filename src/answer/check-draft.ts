import type { Campaign } from '../domain/campaign/campaign.ts';
import type { FigureRecord } from '../domain/notice/draft.ts';
import { type Quantity, readCount, readMoney } from '../domain/quantity.ts';
import { readRate } from '../domain/rate.ts';
import { readCampaign } from '../read/campaign-file.ts';
import { type DraftAnswer, draftAnswer } from './draft.ts';

/** How a campaign written by hand stands to the document that it transcribes. */
export interface CheckedDraft {
  readonly campaign: string;
  readonly notice: DraftAnswer;
  /** How many figures are in both. */
  readonly same: number;
  /** Figures of the document that the campaign does not have, or has less often. */
  readonly missing: readonly FigureRecord[];
  /** Figures of the campaign that the document does not have, as the campaign prints them. */
  readonly extra: readonly string[];
  /** How many figures of the document could not be read, and so were not compared. */
  readonly unread: number;
}

const COMPARED = new Set(['reach', 'standard', 'amount', 'goods', 'income', 'stated', 'history']);

/**
 * Holds the figures of a campaign against those of a document: as often as one is in the document it has to be in the campaign.
 * Under which measure they stand is not compared: that is what the draft is read for.
 * @throws InvalidInput when either can't be read.
 */
export async function checkDraft(campaignFile: string, noticeFile: string): Promise<CheckedDraft> {
  const { campaign } = readCampaign(campaignFile);
  const notice = await draftAnswer(noticeFile);
  const own = new Map<string, Quantity[]>();
  for (const quantity of quantitiesOf(campaign))
    own.set(keyOf(quantity), [...(own.get(keyOf(quantity)) ?? []), quantity]);
  const missing: FigureRecord[] = [];
  let same = 0;
  let unread = 0;
  const { figures } = notice.draft;
  for (const figure of figures.filter(({ fate }) => fate.kind === 'placed' && COMPARED.has(fate.key))) {
    const found = readAny(figure.text).map((quantity) => own.get(keyOf(quantity))?.shift());
    if (found.length === 0) unread += 1;
    else if (found.includes(undefined)) missing.push(figure);
    else same += 1;
  }
  // What the draft leaves out, or has once, the campaign may have: it is in the document all the same.
  for (const figure of figures.filter(({ fate }) => fate.kind !== 'placed')) {
    const found = readAny(figure.text).map((quantity) => own.get(keyOf(quantity))?.shift());
    if (figure.fate.kind === 'open' && (found.length === 0 || found.includes(undefined))) unread += 1;
  }
  return {
    campaign: campaignFile,
    notice,
    same,
    missing,
    extra: [...own.values()].flat().map(({ text }) => text),
    unread,
  };
}

/** What a figure is worth, and of what: qualifiers and printed digits are compared by whoever reads the line. */
const keyOf = ({ value, unit }: Quantity) => `${unit}:${value}`;

/** The figures of a printed text: both ends of a range, one of anything else, none where it is not understood. */
function readAny(text: string): Quantity[] {
  const money = readMoney(text);
  if (/元|[万亿]$/.test(text) && 'ok' in money) return [money.ok];
  const rate = /元/.test(text) ? readRate(text) : undefined;
  if (rate && 'ok' in rate)
    return rate.ok.low.value === rate.ok.high.value ? [rate.ok.low] : [rate.ok.low, rate.ok.high];
  const count = readCount(text);
  return 'ok' in count && count.ok.unit !== 'none' ? [count.ok] : [];
}

/** Every figure that a campaign has, wherever in it. */
function quantitiesOf(value: Campaign | unknown): Quantity[] {
  if (Array.isArray(value)) return value.flatMap(quantitiesOf);
  if (typeof value !== 'object' || value === null) return [];
  if ('qualifier' in value && 'step' in value) {
    const quantity = value as Quantity;
    return [quantity, ...(quantity.also ? [quantity.also] : [])];
  }
  if ('low' in value && 'high' in value) {
    const { low, high } = value as { low: Quantity; high: Quantity };
    return low.value === high.value ? [low] : [low, high];
  }
  return Object.values(value).flatMap(quantitiesOf);
}
