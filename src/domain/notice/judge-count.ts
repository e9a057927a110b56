import { readCount } from '../quantity.ts';
import type { Around } from './around.ts';
import { COUNT_SIGNS } from './count-signs.ts';
import type { Judgement } from './judge-money.ts';
import { weigh } from './weigh.ts';

const PLACES =
  /^[余多]?个?(?:[\u4e00-\u9fff]{0,8}?(?:街镇|街道|乡镇|镇街|村居|村|社区|居委会?|居民区|部门|科室|条线|网点|站点|服务点|发放点|超市|门店|小组|慰问组|走访组|工作组|队伍|支队|分队)|[\u4e00-\u9fff]{0,4}?(?:乡|镇)|(?:县|市|区|省|组|点|州|旗))/;
/** 12个乡镇优抚对象 are people of twelve places. */
const PLACE_NOUN = /^[余多]?(?:街镇|街道|乡镇|镇街|乡|镇|村居|行政村|村|社区|居委|县|市|区)/;
const VISITED = /(?:走访|慰问|看望|资助|救助|帮扶|支持|奖励|补助|给|向|为|对)了?(?:[\u4e00-\u9fff“”、]{0,16})$/;
/** 一、慰问对象：16个驻军单位. */
const VISITED_UNDER = /(?:慰问|走访|救助|帮扶|资助)的?(?:对象|范围|单位)/;
/** Institutions that people visit; streets and offices are where they go, or who goes. */
const VISITED_HOUSE = /^[\u4e00-\u9fff]{0,6}(?:敬老院|福利院|养老院|光荣院|幸福院|医院|学校|企业)/;
const VISITED_KIND = /企业|福利|敬老院|养老院|单位|机构|学校|医院|工会|院$/;
/** 6个关爱项目. */
/** 先后前往55个单位，向263名…: where those go who give. */
const GOES_TO = /(?:前往|奔赴|分赴|赴|深入|来到|走进|遍布)[^，。；]{0,40}$/;
/** 20多家企业参与. */
const TAKES_PART = /^[\u4e00-\u9fff“”]{0,12}(?:参与|参加|响应|加入|捐|联合|携手|牵头|出资|认领)/;
const NO_PLACE_OF_PEOPLE =
  /(?:项目|体系|环节|方面|问题|品种|阶段|亮点|品牌|步骤|档次|类别)|^[\u4e00-\u9fff]{0,4}(?:内容|批次|原则|专题|部分|支部|等级|小组|年头)/;
/** 79所高校的11814名学生, 4所学校在内的7名, 17家机关、企业共计77名: what is counted of people is behind. */
const OF_PEOPLE =
  /^[\u4e00-\u9fff]{0,8}?(?:在内)?的[\u4e00-\u9fff]{0,6}\d|^[\u4e00-\u9fff、“”]{0,20}(?:共计?|合计|总计)\d[\d,.]*[余多]?[人名户位]/;
/** 6个“温暖包”, 200个书包. */
const PACK_BEHIND = /^“?[\u4e00-\u9fff]{0,5}(?:包|箱|礼盒|礼包|书包|热水袋|暖水壶)”?/;
/** 家庭箱共40个: things that are given one by one. */
const CONTAINER = /(?:箱|包|袋|盒|卡|券|被|衣|礼品|礼物)”?(?:共计|共)?$/;
/** 12台满载大米的卡车. */
const VEHICLES = /^[\u4e00-\u9fff]{0,14}(?:卡车|货车|客车|大巴|车辆)/;
/** 送上120个高档保温杯、40个平安果. */
const HANDED_OVER =
  /(?:调拨|调运|下拨|拨付|送上|送去|送来|送出|发放|派发|分发|捐赠|捐献|赠送|配发|采购|购买|购置|准备)了?[^，。；]{0,40}$/;
const PLAN_OF_DEPARTMENTS = /^个?(?:部门|单位|职能部门)(?:和单位|、单位)?(?:安排|开展|参与|共同)/;
/** What a count is, by the words that stand with it. Those rules are listed, each with examples, in docs/draft.md. */
export function judgeCount(around: Around): Judgement {
  const { printed, before, clause, after } = around;
  if (PLAN_OF_DEPARTMENTS.test(`${/个$/.test(printed) ? '个' : ''}${after}`))
    return { role: 'departments', value: printed };
  if (/每个?(?:乡镇|街镇|街道|乡|镇|村|社区|单位|学校|班|县|区)[^，。；]{0,12}$/.test(before)) return { open: 'each' };
  if (
    /(?:现已|目前已|已经?完成)(?:走访|慰问|发放|救助)[^，。；]{0,16}$/.test(before) &&
    /拟|计划|准备|共/.test(around.earlier)
  )
    return { open: 'other-count' };
  if (/(?:剩余|其余|余下)[^，。；]{0,16}$/.test(around.clause)) return { open: 'other-count' };
  const isGrown = /(?:比(?:去年|上年)|同比|较(?:去年|上年)|增加|减少|新增)[^，。]{0,8}$/.test(before);
  if (isGrown && !/每[户人名]增加/.test(before)) return { open: 'comparison' };
  if (/个$/.test(printed) && PLACE_NOUN.test(after)) return { aside: 'institution' };
  const noun = (/^[\u4e00-\u9fff“”]{0,14}/.exec(after)?.[0] ?? '').split(/[的和等给发送为开进提约共及与]/)[0] ?? '';
  const read = readCount(/(?:个|支)$/.test(printed) ? `${printed}${nounOf(printed, noun)}` : printed);
  const value = /(?:个|支)$/.test(printed) ? `${printed}${nounOf(printed, noun)}` : printed;
  if (!('ok' in read)) return { open: read.problem === 'too-vague' ? 'vague' : 'unreadable' };
  const { unit } = read.ok;
  if (unit === 'times') return { aside: 'times' };
  if (unit === 'pieces' && PLACE_NOUN.test(after)) return { aside: 'institution' }; // 22条村
  if (unit === 'pieces' && VEHICLES.test(after)) return { aside: 'thing' };
  if (unit === 'pieces') return isGoods(around) ? { role: 'goods', value: printed } : { open: 'undecided' };
  if (unit === 'ones' && (CONTAINER.test(before) || PACK_BEHIND.test(after)) && GIVEN.test(around.sentence))
    return { role: 'goods', value: printed };
  if (unit === 'items' && /个$/.test(printed) && GIVEN.test(around.sentence)) return { role: 'goods', value: printed };
  if (unit === 'institutions' || unit === 'ones') {
    const isVisited =
      (VISITED.test(clause) ||
        (VISITED_UNDER.test(around.heading) && VISITED_KIND.test(printed + noun)) ||
        (/走访|慰问|看望/.test(around.ahead) && VISITED_KIND.test(printed + noun + before))) &&
      !GOES_TO.test(clause);
    if (NO_PLACE_OF_PEOPLE.test(noun)) return { aside: 'thing' };
    if (TAKES_PART.test(after)) return { aside: 'giver' };
    const isPlace = PLACES.test(after) && !VISITED_HOUSE.test(after);
    if (isPlace || OF_PEOPLE.test(after)) return { aside: 'institution' };
    if (unit === 'ones' && HANDED_OVER.test(clause) && !VISITED_KIND.test(printed + noun))
      return { role: 'goods', value: printed };
    if (!isVisited) return VISITED_KIND.test(printed + noun) ? { aside: 'institution' } : { open: 'undecided' };
    const ahead = nounOf(printed, /([\u4e00-\u9fff]{2,6})$/.exec(before)?.[1]?.slice(-2) ?? '');
    if (unit === 'ones' && noun === '' && ahead !== '') return { role: 'reach', value: `${printed}${ahead}` };
    if (unit === 'ones') return { open: 'no-unit' };
    return 'ok' in readCount(value) ? { role: 'reach', value } : { aside: 'institution' };
  }
  if (unit === 'none' || unit === 'money') return { open: 'no-unit' };
  if (/(?:这|该|上述|以上)$/.test(before)) return { aside: 'repeated' };
  return peopleOf(around, value);
}

/** A count of people is written only where enough says that they get something, and nothing as much that they do not. */
function peopleOf(around: Around, value: string): Judgement {
  const weighed = weigh(COUNT_SIGNS, around);
  if (!weighed) return { open: 'undecided' };
  const { reading, weight, lead } = weighed;
  if (reading !== 'reach') return lead >= LEAST_LEAD ? { aside: reading } : { open: 'undecided' };
  return weight >= LEAST_WEIGHT && lead >= LEAST_LEAD ? { role: 'reach', value } : { open: 'undecided' };
}

const LEAST_WEIGHT = 3;
const LEAST_LEAD = 2;

/** 22个困难家庭: of what it is a count says only its noun. */
function nounOf(printed: string, noun: string): string {
  for (let length = noun.length; length > 0; length -= 1) {
    const read = readCount(`${printed}${noun.slice(0, length)}`);
    if ('ok' in read && read.ok.unit !== 'ones') return noun.slice(0, length);
  }
  return '';
}

const GIVEN =
  /募集|争取|捐|发放|调拨|下拨|划拨|拨出|配送|筹集|赠送|送[上去]?|捐赠|采购|购买|购置|准备|配发|慰问品|物资|价值|提供/;
const ITEM_BEFORE = /([\u4e00-\u9fff“”]{1,8})$/;

/** Are pieces goods that are given: 发放棉被400床, 送去1272罐蛋白质粉? */
function isGoods({ sentence, before, after }: Around): boolean {
  return GIVEN.test(sentence) && !/(?:分成?|组成|分为)$/.test(before) && itemOf(before, after) !== null;
}

/** What pieces are of: what stands before them, or behind. */
export function itemOf(before: string, after: string): string | null {
  const behind = /^(?:的)?([\u4e00-\u9fff]{1,8}?)(?=[，,、。；;()和及等]|$|价值|给|送|发)/.exec(after)?.[1];
  if (behind && !/^(?:左右|以上|以内|等)|措施|意见|建议|政策|标准|渠道|经验|信息|线索/.test(behind)) return behind;
  const ahead = ITEM_BEFORE.exec(before.replace(/.*(?:发放|送[上去]|捐赠|采购|购买|购置|准备|配发|提供)了?/, ''))?.[1];
  return ahead ?? null;
}
