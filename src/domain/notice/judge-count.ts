import { readCount } from '../quantity.ts';
import type { Around, Judgement } from './judge-money.ts';

/** Who gives, and counts in no list of who gets. */
const GIVERS =
  /^[\u4e00-\u9fff]{0,14}?(?:志愿者|社工|社会工作者|工作人员|医务人员|医护人员|专家|研究员|研究生组成|访视员|网格员|队员|记者|骨干|讲师|律师|宣讲员|调解员|联络员|督导员|参会|与会|干部职工(?:参加|组成)|党员干部(?:参加|组成|深入)|参加(?:活动|培训|会议|捐)|参与(?:活动|捐|募))/;
const GIVING =
  /(?:组织|动员|发动|招募|组成|派出|出动|带领|抽调|召集|吸引|由)(?:全[省市区县镇])?(?:[\u4e00-\u9fff、]{0,8})$/;
const PLACES =
  /^(?:余|多)?(?:个)?[\u4e00-\u9fff]{0,8}?(?:街镇|街道|乡镇|镇街|乡|镇|村居|村|社区|居委会?|居民区|县|市|区|省|部门|科室|条线|网点|站点|服务点|超市|门店|小组|慰问组|走访组|队伍|支队|工作组|分队|组|点)/;
const VISITED = /(?:走访|慰问|看望|资助|救助|帮扶|支持|奖励|补助|给|向|为|对)了?(?:[\u4e00-\u9fff“”、]{0,16})$/;
const POPULATION = /(?:共有|现有|在册|登记在册|辖区内?有|总人口|常住|户籍人口|纳入|建档)(?:[\u4e00-\u9fff“”]{0,14})$/;
const NOT_REACHED = /(?:解决|提供|新增|实现|招聘|就业岗位|安置|培训|开发)(?:[\u4e00-\u9fff“”]{0,10})$/;
const PLAN_OF_DEPARTMENTS = /^个?(?:部门|单位|职能部门)(?:和单位|、单位)?(?:安排|开展|参与|共同)/;
const SIZE = /^(?:以上|及以上|以下)?的?(?:家庭|户|组成)/;

/** What a count is, by the words that stand with it. Those rules are listed, each with examples, in docs/draft.md. */
export function judgeCount(around: Around): Judgement {
  const { printed, before, clause, after } = around;
  if (PLAN_OF_DEPARTMENTS.test(`${/个$/.test(printed) ? '个' : ''}${after}`))
    return { role: 'departments', value: printed };
  if (/(?:比(?:去年|上年)|同比|较(?:去年|上年)|增加|减少|新增)[^，。]{0,8}$/.test(before))
    return { open: 'comparison' };
  const noun = (/^[\u4e00-\u9fff“”]{0,14}/.exec(after)?.[0] ?? '').split(/[的和等给发送为开进提约共及与]/)[0] ?? '';
  const read = readCount(/(?:个|支)$/.test(printed) ? `${printed}${nounOf(printed, noun)}` : printed);
  const value = /(?:个|支)$/.test(printed) ? `${printed}${nounOf(printed, noun)}` : printed;
  if (!('ok' in read)) return { open: read.problem === 'too-vague' ? 'vague' : 'unreadable' };
  const { unit } = read.ok;
  if (unit === 'times') return { aside: 'times' };
  if (unit === 'pieces') return isGoods(around) ? { role: 'goods', value: printed } : { aside: 'thing' };
  if (unit === 'institutions' || unit === 'ones') {
    if (PLACES.test(after) || !VISITED.test(clause)) return { aside: 'institution' };
    return unit === 'ones' || !('ok' in readCount(value)) ? { aside: 'institution' } : { role: 'reach', value };
  }
  if (unit === 'none' || unit === 'money') return { open: 'no-unit' };
  if (GIVERS.test(after) || (GIVING.test(before) && !VISITED.test(before))) return { aside: 'giver' };
  if (/人$/.test(printed) && SIZE.test(after) && !VISITED.test(before)) return { aside: 'household' };
  if (NOT_REACHED.test(before) && !VISITED.test(before)) return { aside: 'population' };
  if (POPULATION.test(clause) && !/元/.test(around.sentence)) return { aside: 'population' };
  return { role: 'reach', value };
}

/** 22个困难家庭: of what it is a count says only its noun. */
function nounOf(printed: string, noun: string): string {
  for (let length = noun.length; length > 0; length -= 1) {
    const read = readCount(`${printed}${noun.slice(0, length)}`);
    if ('ok' in read && read.ok.unit !== 'ones') return noun.slice(0, length);
  }
  return '';
}

const GIVEN = /发放|送[上去]?|捐赠|采购|购买|购置|准备|配发|慰问品|物资|价值|提供/;
const ITEM_BEFORE = /([\u4e00-\u9fff“”]{1,8})$/;

/** Are pieces goods that are given: 发放棉被400床, 送去1272罐蛋白质粉? */
function isGoods({ sentence, before, after }: Around): boolean {
  return GIVEN.test(sentence) && itemOf(before, after) !== null;
}

/** What pieces are of: what stands before them, or behind. */
export function itemOf(before: string, after: string): string | null {
  const behind = /^(?:的)?([\u4e00-\u9fff]{1,8}?)(?=[，,、。；;()和及]|$|价值|给|送|发)/.exec(after)?.[1];
  if (behind && !/^(?:左右|以上|以内|等)/.test(behind)) return behind;
  const ahead = ITEM_BEFORE.exec(before.replace(/.*(?:发放|送[上去]|捐赠|采购|购买|购置|准备|配发|提供)了?/, ''))?.[1];
  return ahead ?? null;
}
