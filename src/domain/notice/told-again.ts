import { readCount, readMoney } from '../quantity.ts';
import { type Group, isOfWhole } from './group.ts';
import type { Mention, Reading } from './mention.ts';
import type { Giver } from './who-gives.ts';

/** Whether a group says nothing but what another says, too: surely, or as far as its figures tell; and which that is. */
export interface Again {
  readonly how: 'surely' | 'maybe';
  readonly other: Group | null;
}

/**
 * The same figures told twice: a headline and the text below it, a sum and later its details (30名 … 30名，每名500元). A group is told
 * again where another has all its figures. Whether that is chance is decided by how many digits agree, by the words beside them, and by
 * where they stand; what is not beyond doubt is `maybe`, and left out with its doubt, for adding it up would pay it twice.
 */
export function toldAgain(
  groups: readonly Group[],
  givers: readonly (Giver | null)[],
  reading: Reading,
): Map<Group, Again> {
  const told = new Map<Group, Again>();
  const headlines = new Set(HEADLINES.filter((passage) => isHeadline(passage, reading)));
  const facts = groups.map((group) => factOf(group, givers, headlines, reading));
  const inText = new Set(facts.flatMap((fact) => (fact.isHeadline || fact.isPast ? [] : [...fact.keys])));
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) for (const key of fact.keys) byKey.set(key, [...(byKey.get(key) ?? []), fact].slice(-MOST));
  for (const fact of facts) {
    if (fact.isHeadline && [...fact.keys].every((key) => inText.has(key))) {
      told.set(fact.group, { how: 'surely', other: null });
      continue;
    }
    const [rarest] = [...fact.keys].sort((a, b) => (byKey.get(a)?.length ?? 0) - (byKey.get(b)?.length ?? 0));
    for (const other of byKey.get(rarest ?? '') ?? []) {
      const again = other === fact || told.has(other.group) ? null : againIn(fact, other);
      if (again === null || told.get(fact.group)?.how === 'surely') continue;
      // Parts are no chance of two counts that are alike by chance.
      if (again === 'surely' || !hasParts(fact.group)) told.set(fact.group, { how: again, other: other.group });
    }
  }
  return told;
}

/** A line near the top without a full stop. */
const HEADLINES = [0, 1, 2];
const isHeadline = (passage: number, { passages }: Reading) => !/。/.test(passages[passage]?.paragraph.text ?? '。');

/** So many groups with one figure are compared: in a table of hundreds the same sum is no fact told twice. */
const MOST = 12;

interface Fact {
  readonly group: Group;
  readonly order: number;
  readonly keys: ReadonlySet<string>;
  /** Digits that can't agree by chance: 104.52 has five, 3000 one. */
  readonly digits: number;
  readonly hasRate: boolean;
  readonly isPast: boolean;
  readonly isHeadline: boolean;
  readonly giver: Giver | null;
  readonly sentence: number;
  /** One of a list: 二是…, ；. */
  readonly isItem: boolean;
  /** Pairs of signs around its figures. */
  readonly words: ReadonlySet<string>;
}

function factOf(
  group: Group,
  givers: readonly (Giver | null)[],
  headlines: ReadonlySet<number>,
  { sentences }: Reading,
): Fact {
  const { mentions } = group;
  const first = mentions[0] as Mention;
  const own = mentions.filter((each) => !isOfWhole(each, mentions));
  return {
    group,
    order: first.passage * 1e6 + first.figure.from,
    keys: new Set(own.map(keyOf)),
    // One digit is alike by chance, however many stand together.
    digits: own.reduce((sum, { value }) => sum + (digitsOf(value) > 1 ? digitsOf(value) : 0), 0),
    hasRate: mentions.some(({ role }) => role === 'rate'),
    isPast: mentions.some((each) => each.isPast),
    isHeadline: headlines.has(first.passage),
    giver: givers[first.sentence] ?? null,
    sentence: first.sentence,
    isItem: /^[一二三四五六七八九]是/.test(sentences[first.sentence]?.plain ?? ''),
    words: new Set(mentions.flatMap(({ before, after }) => pairsOf(`${before.slice(-12)} ${after.slice(0, 12)}`))),
  };
}

const hasParts = ({ mentions }: Group) => mentions.some((each) => isOfWhole(each, mentions));

/** Of what, and how much; 约 and 余 tell nothing apart, and neither do 专项资金20万元 and 20万元 that was raised. */
function keyOf({ role, value }: Mention): string {
  const read = role === 'reach' || role === 'goods' ? readCount(value) : readMoney(value);
  const what = role === 'income' ? 'amount' : role;
  return 'ok' in read ? `${what} ${read.ok.value}${role === 'goods' ? (read.ok.word ?? '') : ''}` : `${what} ${value}`;
}

const digitsOf = (value: string) =>
  (/\d[\d.,]*/.exec(value)?.[0] ?? '').replace(/[.,]/g, '').replace(/^0+|0+$/g, '').length;

/** Words that stand with every figure tell nothing. */
const COMMON =
  /慰问|走访|发放|困难|共计|合计|家庭|对象|群众|资金|补助|救助|活动|人员|送去|每[人户名]|标准|万元|节日|春节/;

function pairsOf(text: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at + 2 <= text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(pair) && !COMMON.test(pair)) pairs.push(pair);
  }
  return pairs;
}

function againIn(fact: Fact, other: Fact): Again['how'] | null {
  if (fact.isPast !== other.isPast || fact.sentence === other.sentence) return null;
  for (const key of fact.keys) if (!other.keys.has(key)) return null;
  const isSame = fact.keys.size === other.keys.size;
  // Of two that say the same the headline goes, else the later one.
  if (isSame && (other.isHeadline || (!fact.isHeadline && fact.order < other.order))) return null;
  if (fact.isHeadline) return 'surely';
  if (fact.hasRate) return isSame && fact.digits >= 4 && isSameGiver(fact, other) ? 'surely' : null;
  if (fact.digits >= 4) return 'surely';
  if (!isSameGiver(fact, other) && !(shares(fact, other) && fact.digits >= 2)) return null;
  if (fact.digits === 3 || (fact.digits === 2 && shares(fact, other))) return 'surely';
  if (fact.giver?.by === 'heading' || (fact.isItem && other.isItem && !shares(fact, other))) return null;
  return 'maybe';
}

const isSameGiver = (fact: Fact, other: Fact) => fact.giver?.name === other.giver?.name;

/** Do they speak of the same people: two pairs of signs or more? */
function shares(fact: Fact, other: Fact): boolean {
  let shared = 0;
  for (const pair of fact.words) if (other.words.has(pair)) shared += 1;
  return shared >= 2;
}
