import { readStandard } from '../campaign/standard-text.ts';
import { readCount, readMoney } from '../quantity.ts';
import { DIVIDED } from './divided.ts';
import { countOf, type Group, of } from './group.ts';
import type { Mention } from './mention.ts';

/** What begins something else within a sentence. */
const ANEW =
  /[，,]?(?:对|为|向|给)(?!(?:此|象))[\u4e00-\u9fff“”、()]{2,}|[，,](?:另外?|此外|同时|并且?(?:为|对|向)|还)|(?:走访|慰问)[\u4e00-\u9fff]{2,}/;

/** Has a count money of its own: a sum or a standard in its clause (其中19人获得慰问金5600元), further on in its sentence, or none? */
type OwnMoney = 'sum' | 'rate' | 'later' | null;

export function ownMoney(mention: Mention, [next, ...further]: readonly Mention[], text: string): OwnMoney {
  // 5195户9533人，发放2277万元: two counts have the money behind the second.
  const isBeside = next?.role === 'reach' && next.passage === mention.passage && next.figure.from === mention.figure.to;
  if (isBeside) return ownMoney(next, further, text);
  if (!next || next.sentence !== mention.sentence || (next.role !== 'rate' && next.role !== 'amount')) return null;
  return /[，,；;]/.test(text.slice(mention.figure.to, next.figure.from))
    ? 'later'
    : next.role === 'rate'
      ? 'rate'
      : 'sum';
}

/** What a sentence that begins with 其中 adds to the measure before it: steps of its standard, or parts of its count. */
export function belongsAsPart(open: Group, { role }: Mention, between: string, own: OwnMoney): boolean {
  const [reach, rates, amounts] = [of(open, 'reach'), of(open, 'rate'), of(open, 'amount')];
  // 其中：1、低保户280户; 2、…: items of a list are measures of their own.
  if (/:(?:\d{1,2}[、.．]|[(①])/.test(between) || own === 'sum' || own === 'rate') return false;
  if (role === 'rate') return rates.length > 0 && amounts.length === 0;
  return role === 'reach' && reach.length > 0 && rates.length + amounts.length === 0;
}

/** What stands around a mention that may go on with a group. */
interface Beside {
  /** The words between the group and it. */
  readonly between: string;
  /** Whether its sentence has another group already. */
  readonly isMore: boolean;
  readonly own: OwnMoney;
}

/** Does a figure go on with the group before it in its sentence? */
export function belongs(open: Group, mention: Mention, { between, isMore, own }: Beside): boolean {
  const [reach, rates, amounts] = [of(open, 'reach'), of(open, 'rate'), of(open, 'amount')];
  const isAnew = ANEW.test(between);
  const goods = of(open, 'goods');
  const last = open.mentions.at(-1);
  switch (mention.role) {
    case 'goods':
      return true;
    case 'reach': {
      if (DIVIDED.test(between)) return false;
      // 2户8人10050元: two counts of the same, side by side.
      if (between === '' && last?.role === 'reach') return true;
      // 救助6名，支持18万元，直接受益人口超过30人: the same told again, in other people.
      if (reach.length > 0 && /(?:受益|受惠|惠及)[\u4e00-\u9fff]{0,4}$/.test(mention.before)) return true;
      // 共发放17.73万元，其中，重大疾病户20人，发放13.8万元: a part of the sum, with its own.
      if (mention.isPart && reach.length === 0 && amounts.length > 0 && own !== null) return false;
      // 14名，每人1万元，其中建档立卡户7名: a part that says nothing of money is of the count.
      if (mention.isPart && reach.length > 0)
        return rates.length + amounts.length === 0
          ? own === 'later' || own === null
          : own === null && isPartOf(mention, reach[0]);
      // 收到124.5万元，29名获得94万元: each count has the sum behind it.
      if (own === 'sum' && amounts.length > 0) return false;
      if (reach.length === 0) return goods.length === 0 || !isAnew;
      if (goods.length > 0 && isAnew) return false;
      if (rates.length === 0 && amounts.length === 0)
        return !FOR_OTHERS.test(between) && !(VISITED_TOO.test(between) && isUnlike(reach[0], mention));
      if (last?.role !== 'reach') return false;
      // 投入83万元，慰问困难职工183人，劳动模范142人: the amount stands before all of them.
      return (
        isList(between) ||
        (rates.length === 0 &&
          amounts[0] === open.mentions[0] &&
          between.length <= 20 &&
          (!isAnew || isListed(between, own)))
      );
    }
    case 'rate':
      // 将慰问5100户，慰问标准为：极为困难的每户300元: what a colon begins is a list of its own.
      if (reach.length > 0 && /标准(?:为|是)?:(?!每)/.test(between)) return false;
      if (rates.length === 0) return amounts.length === 0 || !isAnew;
      // 一档10人每人5000元，其余每人1000元: of the rest nobody says how many they are.
      if (open.partOf && rates.length > 0 && last?.role === 'rate' && ANOTHER.test(between)) return false;
      if (mention.isPart || mention.condition) return true;
      if (last?.role === 'rate' && /^、[\u4e00-\u9fff“”()]{2,12}$/.test(between)) return true;
      return amounts.length === 0 && last?.role === 'rate' && !/(?:对|为|向|给)[\u4e00-\u9fff“”、()]{2,}/.test(between);
    case 'amount':
      if (amounts.length > 0) return false;
      if (mention.isTotal && isMore && !comesTo(open, mention)) return false;
      return !(isAnew && rates.length > 0 && reach.length === 0);
    default:
      return false;
  }
}

/** 投入83万元，慰问困难职工183人，慰问劳模142人: the same said of others, who have no money of their own. */
const isListed = (between: string, own: OwnMoney) =>
  own === null && /^[^，]{0,8}，(?:走访|慰问|看望|救助|资助|帮扶)+[\u4e00-\u9fff“”]{2,12}$/.test(between);

/** Is one of two counts of places, and the other of people? */
function isUnlike(first: Mention | undefined, second: Mention): boolean {
  const [own, other] = [readCount(first?.value ?? ''), readCount(second.value)];
  return 'ok' in own && 'ok' in other && (own.ok.unit === 'institutions') !== (other.ok.unit === 'institutions');
}

/** May a count be a part of another: as many or fewer of the same unit? */
function isPartOf(part: Mention, whole: Mention | undefined): boolean {
  const [own, all] = [readCount(part.value), readCount(whole?.value ?? '')];
  return 'ok' in own && 'ok' in all && own.ok.unit === all.ok.unit && own.ok.value <= all.ok.value;
}

/** Behind the rate of one part, another part: 重度80名每名600元，轻度每名300元; and not more of the same (每名500元，另加200元物品). */
const ANOTHER = /^[^，,；;]{0,6}[，,；;](?!\s*(?:另|并|以及|和|及|加|外))[\u4e00-\u9fff“”]{2,}/;
/** Somebody else: 慰问企业18家，为25个单位下拨经费. */
const FOR_OTHERS = /[，,](?:同时|并|还)?(?:为|向|给|对)(?:全|[\u4e00-\u9fff“]{0,6}$)/;
/** Beside places, people: 走访企业365家，共慰问了2328名职工. */
const VISITED_TOO = /[，,](?:同时|并|还|共|另外?)*(?:慰问|看望|救助|资助|帮扶)了?[\u4e00-\u9fff“”、]{0,12}$/;
/** Does what each gets, times how many there are, come to this sum, to a tenth? Also where one of them is not told. */
function comesTo(open: Group, total: Mention): boolean {
  const [count, rates, sum] = [countOf(open), of(open, 'rate'), readMoney(total.value)];
  const read = rates[0] ? readStandard(rates[0].value) : undefined;
  if (!count || rates.length !== 1 || !read || !('ok' in read) || !read.ok.rate || !('ok' in sum)) return true;
  const { low, high } = read.ok.rate;
  const slack = sum.ok.value / 10n + sum.ok.step;
  return sum.ok.value + slack >= low.value * count.value && sum.ok.value <= high.value * count.value + slack;
}

/** 500户、困难职工300人和: one count beside the other. */
const isList = (between: string) => /^[\u4e00-\u9fff“”()]{0,16}[、和及与][\u4e00-\u9fff“”()]{0,16}$/.test(between);
