import { readMoney } from '../quantity.ts';
import { MEASURE_WORDS_PATTERN } from '../unit.ts';
import type { Around } from './around.ts';

const UNIT = `(?:${MEASURE_WORDS_PATTERN}|生|村|社区|单位|企业|学校)`;
const DUAL = `${UNIT}(?:次)?(?:\\(${UNIT}\\)(?:次)?|[/、或]${UNIT})?`;
const PER_BEFORE = new RegExp(
  `每(?:年|月|天|季度|学年|学期)?每?一?${DUAL}(?:每(?:月|天|日|年|季度|学年|学期)|(?<=人)(?:月|年)(?=均))?|每(?:月|天|季度|学年|学期|年)每?(?:${DUAL})?`,
  'g',
);
const PER_AFTER = new RegExp(
  `^(?:(?:[/·]|每)一?${DUAL}(?:[/·每](?:月|年|天|日|季度))?|[/·](?:月|年|天|季度)(?:[/·]${UNIT})?|一(?:人|户|份))`,
);
const AVERAGE = /(?:[户人]均|平均每[户人])(?:[\u4e00-\u9fff]{0,6})$/;
const CEILING =
  /(?:最高|最多|上限|封顶|不超过)(?:可|给予|帮扶|补助|救助|资助|发放|达|为|不超过|可达|标准|额度|限额|奖励|申请|获得|的)*$/;
const STANDARD = /标准(?:[\u4e00-\u9fff“”]{0,10}?)(?:分?别?为|是|:|按照?|每)?$/;
const EACH =
  /(?:各|分别|均)(?:将|可以?|能|已)?(?:给予|发放|发给|送上|送去|补助|慰问|资助|救助|帮扶|奖励|获得?|得到|领到|领取|享受|收到|按)(?:[\u4e00-\u9fff“”]{0,6})$|(?<![\u4e00-\u9fff]各类.{0,9})各$/;
const WORTH = /(?:价值|单价|面值|面额)(?:人民币|约|为)?$/;

/** The rate that a figure is by the words around it, as the campaign's reader takes it; null where nothing says that it is one. */
export function rateOf({ printed, before, clause, after, previous, ahead }: Around): string | null {
  const behind = PER_AFTER.exec(after)?.[0] ?? '';
  const isRange = /不等$/.test(printed) || /^不等/.test(after.slice(behind.length));
  const money = `${printed}${behind}`;
  if (AVERAGE.test(before)) return `${/人均|每人/.test(before.slice(-10)) ? '人均' : '户均'}${printed}`;
  const per =
    [...before.matchAll(PER_BEFORE)].at(-1)?.[0] ?? perBefore(clause, before) ?? perBefore(previous, null, before);
  const isCeiling = CEILING.test(before) || /^(?:不超过|最高)/.test(printed);
  if (isCeiling && (behind !== '' || per !== undefined))
    return `${behind === '' ? per : ''}${/^(?:不超过|最高|最多)/.test(printed) ? '' : '最高'}${money}`;
  if (behind !== '') return money;
  const usual = /(?:一般|通常|原则上)(?:标准)?(?:为|按)?(?:每[\u4e00-\u9fff()]{1,8})?$/.test(before) ? '一般' : '';
  if (per !== undefined && per !== null)
    return `${usual}${/[/]/.test(money) ? '' : per.replace(/^每一/, '每')}${money}${isRange && !/不等$/.test(money) ? '不等' : ''}`;
  // 申请获批患儿，最高将获得3万元资助: who gets says that it is for each.
  if (/(?:最高|最多)(?:可以?|将|能)?(?:获得|获|领取|享受|得到)$/.test(before)) return `最高${printed}`;
  const isMost = /^(?:不超过|最高|最多)/.test(printed) && !/[共总]/.test(before);
  if (CEILING.test(before) || isMost)
    return /[万亿]/.test(printed) && !/标准|每/.test(clause) && !/(?:[人户]均|每[人户名位])[^。；]{0,24}$/.test(ahead)
      ? null
      : `${isMost ? '' : '最高'}${printed}`;
  // 补助标准为：化疗的孩子补助3万元，移植的补助5万元.
  if (/标准(?:为|是)?[:：](?!.*(?:共计|合计|总计))/.test(ahead) && !/共|总|计划/.test(before)) return printed;
  // 获5000元助学金的有40人
  if (/(?:获得?|领取|享受)$/.test(before) && /^[^，。；\d]{0,10}的(?:有|为|共)?\d[\d.,]*[人名户]/.test(after))
    return printed;
  if (STANDARD.test(before) || /^的?标准/.test(after) || EACH.test(before)) return printed;
  if (WORTH.test(before) && /^(?:左右)?的/.test(after) && !/[万亿]/.test(printed) && isForEach(clause, printed))
    return `价值${printed}`;
  return null;
}

/** Less than 1,000 yuan that something is worth is one thing's. */
function isForEach(clause: string, printed: string): boolean {
  const read = readMoney(printed);
  return 'ok' in read && read.ok.value < 100_000n && !/共|总|合计/.test(clause.slice(-12));
}

/** 每户 further before in the clause, or in the one before it where this one only goes on: 为每户送上慰问品，价值300元. */
function perBefore(words: string, before: string | null, own = ''): string | undefined {
  if (/总|共|合计/.test(own)) return undefined;
  if (before !== null && /元/.test(words.slice(0, words.length - before.length))) return undefined;
  if (before === null && own.replace(/价值|标准|金额|人民币|补助|慰问金|发放|给予|为|计|现金|[:：]/g, '').length > 2)
    return undefined;
  return [...words.matchAll(PER_BEFORE)].at(-1)?.[0];
}

/** 每人5000元及3000元, 分别发放2000元、1000元; 人均慰问金100元，慰问品50元; 按省外1000元，省内500元的标准: one rate behind another. */
export function isNextRate({ before, after, ahead, clause, printed }: Around): boolean {
  if (/[万亿]/.test(printed) && !isOfOne(printed)) return false;
  // 标准为困难职工1000元、困难劳模2000元
  if (/^、[\u4e00-\u9fff“”()]{2,12}$/.test(before) && OF_STANDARDS.test(ahead) && !/共|总计|合计/.test(clause))
    return true;
  const isAfterRate = RATE_AHEAD.test(ahead.slice(0, ahead.length - before.length));
  if (isAfterRate && /^(?:[、和及或]|以及)$/.test(before)) return true;
  if (isAfterRate && GIFT_BESIDE.test(before)) return true;
  const isOfStandards = /^[^。；]{0,24}元的?标准/.test(after) && /按(?:照)?[^。；]{0,24}$/.test(ahead);
  return isOfStandards && !/共|总计|合计/.test(clause);
}

const LABEL =
  '[\\u4e00-\\u9fff“”()、]{0,20}(?:人|户|员|童|生|者|家庭|对象|职工|劳模|群众|孤儿)(?:领取|获得|发放|给予|补助|慰问)?';
const LABELLED = new RegExp(`(?:^|[，,、；;:]|为|是)${LABEL}$`);
const AGE = /\d{1,3}(?:[-~至到—]{1,2}\d{1,3})?周?岁(?:及?以[上下])?的?/g;
const LABELS = new RegExp(`(?:^|[，,、；;:]|为|是)${LABEL}\\d[\\d,]*元(?=[，,、；;。]|$)`, 'g');

/**
 * 六旬老人200元，七旬老人300元: sums each of which stands right behind whom it is for, without a count, are what each of them gets;
 * a single one is where its heading says that it tells standards.
 */
export function isLabelled({ printed, clause, ahead, sentence, heading }: Around): boolean {
  const read = readMoney(printed);
  const label = clause.replace(AGE, '');
  if (!('ok' in read) || read.ok.value > 1_000_000n || !LABELLED.test(label) || /\d|共|总|合计/.test(label))
    return false;
  if (/(?:捐|筹|募|收到|支出|投入)[^。；]*$/.test(ahead)) return false;
  return /标准[^ ]{0,6}$/.test(heading) || [...sentence.matchAll(LABELS)].length > 1;
}

/** A few tens of thousands may be what one gets. */
function isOfOne(printed: string): boolean {
  const read = readMoney(printed);
  return 'ok' in read && read.ok.value <= 5_000_000n;
}

const OF_STANDARDS = /标准(?:为|是|:)?[^。；，]{0,60}元、[^、。；，]{2,12}$/;
const RATE_AHEAD =
  /(?:每[人户名位]|[户人]均|(?:分别|各)(?:将|可以?|能|已)?(?:给予|发放|补助|资助|救助|帮扶|获得|得到|领到|领取|享受))(?:[^，。；]{0,16}元[余多]?(?:不等)?[，,]?|(?:、?\d{2,6})+)$/;
const GIFT_BESIDE = /^[，,、和及]?(?:另加)?(?:价值)?(?:慰问品|慰问金|物品|实物|礼品|生活用品)(?:价值)?$/;
