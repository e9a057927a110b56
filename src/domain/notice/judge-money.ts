import { readStandard } from '../campaign/standard-text.ts';
import { readMoney } from '../quantity.ts';
import type { Around } from './around.ts';
import type { AsideKind, OpenReason } from './figure.ts';
import { isLabelled, isNextRate, rateOf } from './rate-of.ts';

/** What a figure was found to be: a value of the draft, or why it is none. */
export type Judgement =
  | {
      readonly role: 'rate' | 'amount' | 'income' | 'reach' | 'goods' | 'departments';
      readonly value: string;
      readonly doubt?: 'rate-or-amount';
    }
  | { readonly aside: AsideKind }
  | { readonly open: OpenReason };

const CONDITION =
  /(?:收入|低于|高于|超过|费用|自付|自负|支出达|负担|起付|财产|存款|年产值|产值|营业|利润|保险金额|保额|限额|税|损失|产值)(?:[\u4e00-\u9fff“”()]{0,10})$/;
const CONDITION_AFTER =
  /^(?:者|(?:的|以[上下]的?)(?:[\u4e00-\u9fff]{0,14})(?:家庭|人员|对象|患者|职工|学生|群众|残疾人|部分)|(?:的部分|部分))/;
const RAISED_FROM = /(?:从|由)(?:每[\u4e00-\u9fff](?:每[月年天])?)?$/;
/** 由区总工会承担10万元，区财政承担12万元: who pays how much of a sum that is told already. */
const SHARE =
  /^[，,、]?(?:其中)?(?:请求)?(?:由|从)?[\u4e00-\u9fff]{2,16}(?:承担|负担|解决|列支|配套|自筹|自筹解决|安排|支付)$/;
/** 其中市级财政60万元、区级配套40万元: of a sum that is told, what comes from whom. */
const SOURCE =
  /(?:^|其中|[，,、(:])(?:由|来自)?(?:中央|[省市区县镇乡]|街道|本|上)级?(?:[\u4e00-\u9fff]{0,4}(?:财政|配套|福彩|公益金|拨款|党费|匹配)(?:安排|资金|拨款|承担)?|级(?:慰问金|资金|专项资金))$/;
const PAID_BY = /所需|共需|资金来源|经费来源|(?:资金|经费|费用)由|承担|解决/;
/** 每人1200元（其中礼品300元): of what each gets, a part. */
const IN_RATE = /每[^，。；]{1,12}元[余多]?(?:不等)?\((?:其中|含|包括)[^()]{0,12}$/;
const COMPARED =
  /(?:比(?:去年|上年|往年|上期)|同比|环比|较(?:去年|上年)|增加了?|减少了?|提高了?|增长了?|提高到|提标|缺口|差额|缺|少了)[^，。]{0,8}$/;
const INCOME =
  /(?:募集|筹集|筹措|筹得|募捐|募得|捐款|捐赠|捐资|认捐|接收|接受|收到|争取|到账|筹资|募资|劝募|义卖|义拍)(?!中心|站|点|仪式|活动)/g;
/** 其中9万元由一位市民捐赠. */
const GIVEN_BY = /^(?:由|来自|系)[^，。]{1,20}(?:捐赠|捐助|捐出|捐款)/;
/** What money is for, and what it is called, are two: 用于慰问; 筹集慰问金. */
const SPENDING =
  /(?:支出|发放|投入|安排|下拨|拨付|拨出|划拨|切出|使用|用于|送[上去出]|采购|购买|购置|出资|兑现|给予|(?:慰问|补助|救助|资助|帮扶|帮困|奖励|补贴)(?![资专善]?[金款品]|资金|物资|基金|站|中心))/g;

/** What a figure of money is, by the words that stand with it. Those rules are listed, each with examples, in docs/draft.md. */
export function judgeMoney(given: Around): Judgement {
  // 每户600、1000、3000元: what the last of a list has, all have.
  const around = /^\d+$/.test(given.printed) ? { ...given, printed: `${given.printed}元` } : given;
  const { printed, before, after, clause, sentence } = around;
  const isRaised =
    (RAISED_FROM.test(before) && /^(?:提高|增加|上调|调整|涨|提升|降)/.test(after)) ||
    /^的?[\u4e00-\u9fff]{0,8}(?:提高|增加|上调|调整|提升)(?:了)?(?:到|至|为)/.test(after);
  const isNew = /(?:提高|提升|增加|上调|调整)(?:了)?(?:到|至|为)了?每[户人名位][\u4e00-\u9fff]{0,4}$/.test(before);
  if (isRaised || (COMPARED.test(before) && !isNew)) return { open: 'comparison' };
  if (/每[人户名位][^，。；]{0,4}(?:捐款|捐赠|捐|缴纳|缴)[^，。；]{0,8}$/.test(clause)) return { open: 'undecided' };
  if (/(?:需|缺|尚需|仍需)(?:要)?救助资金(?:约|共|达)?$/.test(before)) return { open: 'comparison' };
  if (/(?:销售|销售额|销量|投资|概算)[^，。；\d]{0,12}$/.test(before)) return { aside: 'condition' };
  if (/损失[^，。]{0,6}$/.test(before)) return { aside: 'condition' };
  if (CONDITION.test(before) && CONDITION_AFTER.test(after)) return { aside: 'condition' };
  if (IN_RATE.test(clause)) return { open: 'each' };
  if (SOURCE.test(before) && /其中[^。；]{0,60}$/.test(around.ahead)) return { open: 'share' };
  if (SHARE.test(before) && PAID_BY.test(sentence)) return { open: 'share' };
  const value = rateOf(around) ?? (isNextRate(around) || isLabelled(around) ? printed : null);
  if (value !== null) return rateIn(value, printed);
  if (isCondition(around)) return { aside: 'condition' };
  if (/[-~至到—]/.test(printed.slice(1, -1))) {
    const range = rangeOf(printed);
    if (range !== null) return { role: 'rate', value: range };
    if (!/[万亿]/.test(printed)) return { open: 'unreadable' };
  }
  const read = readMoney(printed);
  if (!('ok' in read)) return { open: read.problem === 'too-vague' ? 'vague' : 'unreadable' };
  if (GIVEN_BY.test(after) || isIncome(clause, after)) return { role: 'income', value: printed };
  const isSmall = read.ok.value < 1_000_000n; // less than 10,000 yuan may be what each gets
  const isTotal =
    /(?:(?:共|总|累计|合计|资金|支出|总额|金额|[^补帮救资]助学金共)(?:[\u4e00-\u9fff]{0,8})|共发放[\u4e00-\u9fff“”]{0,14})$/.test(
      before,
    );
  // 对一名困难职工，送去救助金1000元: what one gets is what all get.
  const isOne = /[对为给向](?:一|1)[名位户][^，。]{0,30}[，,]?[^，。]{0,12}$/.test(`${around.previous}，${clause}`);
  return { role: 'amount', value: printed, ...(isSmall && !isTotal && !isOne && { doubt: 'rate-or-amount' as const }) };
}

/** A rate as it is printed, or with its range as a campaign reads it. */
function rateIn(value: string, printed: string): Judgement {
  const range = 'ok' in readStandard(value) ? printed : rangeOf(printed);
  const read = value.replace(printed, range ?? printed);
  return 'ok' in readStandard(read) ? { role: 'rate', value: read } : { open: 'unreadable' };
}

/** A range as a campaign reads it: from the least to the most (3000元到1000元), each end with its unit (五千到一万元). */
function rangeOf(printed: string): string | null {
  const [, low = '', dash = '', high = '', end = ''] =
    /^(.+?)([-~至到—]{1,2})(.+?)((?:左右|以上|以内|不等)?)$/.exec(printed) ?? [];
  const unit = /元$/.test(low) ? low : `${low}元`;
  const forms = [printed, `${unit}${dash}${high}${end}`, `${high}${dash}${unit}${end}`];
  return forms.find((each) => 'ok' in readStandard(each)) ?? null;
}

/** 家庭月人均收入在…（918元-979元含）以内, 低保标准1.5倍（1350元）: a bracket, or a limit, that says who is poor. */
function isCondition({ clause, after }: Around): boolean {
  const isOfMeans = /(?:收入|低保标准|保障标准|保障线|贫困线|最低工资)[^，。；]{0,40}$/.test(clause);
  return (
    isOfMeans &&
    !/(?:发放|给予|补助|慰问|救助|资助|送)[^，。；]{0,12}$/.test(clause) &&
    /^[^，。；]{0,12}(?:以[内下上]|的|倍|[)）])/.test(after)
  );
}

const RECEIVERS =
  /\d[\d.,]*[余多]?万?[人名位户][^，。；]{0,16}$|(?:学生|新生|群众|儿童|家庭|老人|职工|患儿)们?(?:共|已|均|都)*$/;

/** Money that came in: the last word before it that says where money goes says that it is raised. */
function isIncome(clause: string, after: string): boolean {
  const last = (pattern: RegExp) => [...clause.matchAll(pattern)].at(-1)?.index ?? -1;
  const raised = last(INCOME);
  if (raised < 0 || raised < last(SPENDING)) return false;
  if (/(?:支出|发放|使用|拨付|投入)(?:社会|各类)?$/.test(clause.slice(0, raised))) return false; // 支出捐款 is spent
  // 52名大学新生共收到24.8万元: who gets is told by whom it is given.
  if (/^(?:收到|接收|接受)/.test(clause.slice(raised)) && RECEIVERS.test(clause.slice(0, raised))) return false;
  // 向100户困难家庭捐赠10万元 is given, not raised.
  const told = `${clause.slice(clause.search(/[向为给]/) >= 0 ? clause.search(/[向为给]/) : raised)}${after}`;
  const isGiven =
    /捐(?:赠|款|资)/.test(clause.slice(raised, raised + 2)) &&
    /[向为给][^，。]{1,20}(?:家庭|群众|学生|老人|户|对象|儿童|职工|残疾人)/.test(told.replace(/[，。；].*$/, ''));
  return !isGiven;
}
