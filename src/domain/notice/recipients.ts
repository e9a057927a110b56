import { isOrganisation } from './organisation.ts';

const HAN = '[\\u4e00-\\u9fff“”、()·]';
const GIVES =
  '给予|发放|发给|进行|开展|实施|送上|送去|送出|提供|(?:补助|慰问|帮扶|帮困|救助|资助)(?!对象|家庭|人员|金|站|机构|后|范围|政策)|组织|按照|按|每|一次性|购买|予以|申请|赠送|赠|拨付|下发|配送|落实|参照';
/** Whom something is for, behind its preposition and before what is done for them. */
const FOR = new RegExp(
  `(?:针对|对|为|向|给)(?!予|主题|契机|依据|目标|抓手|核心|重点|每|人民|困难群众的关|此|象|原则|应|接|外|困[帮扶]|期|口|照|比|方|着)(?:全[省市区县镇]内?的?)?(${HAN}{2,120}?)(?=(?:，)?(?:共|约)?(?:${GIVES}|，|。|；|:|\\d|$))`,
);
const VERBS =
  /^(?:.*(?:走访慰问|走访|慰问了?|看望|救助了?|资助了?|帮扶了?|惠及|覆盖|受益|发放给|送给|涉及|服务|帮助|奖励|补助|为|向|对|给|计划安排|计划|安排|预计|共计|共|全[省市区县]|其中|按照|标准|以及|及|和(?=困难)|资金|:|：))(?=[^，。]{2})/;
/** What narrows those who are meant, and stands in a key of its own or in a note: 截止2024年12月期间的, 80周岁及以上. */
const CONDITIONS =
  /截[止至]到?(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日|底|末)?(?:期间)?的?|\d{1,3}(?:[-~至]\d{1,3})?周?岁(?:\(含\))?(?:及?以[上下])?的?|\d{4}年度?/g;
const NO_PEOPLE =
  /^(?:资金|标准|补助|金额|活动|工作|春节|元旦|期间|分别|共计|合计|预计|计划|安排|支出|发放|每|约|人数|人员数|户数|总数|数|现金|慰问金|慰问品|物资|对象|上述|其他|一次性|统一|大礼包|春节大礼包|家庭户|规模|覆盖|受益|惠及|补助人数|按户|资金支出|困难|工作人员)$/;
const BEHIND = new RegExp(
  `^(?:以上|左右)?的?(?!${GIVES})(${HAN}{2,40}?)(?=${GIVES}|购买|，|,|。|；|$|[在将已获享到每各均]|\\d|\\t)`,
);

/**
 * Whom a figure is for: behind 对, 为 or 向; behind the count (600名困难青少年), or before it (重点优抚对象约600人). Null where the
 * sentence does not say it in so many words.
 */
export function recipientOf(words: string, before: string, after: string): string | null {
  const sentence = words.replace(CONDITIONS, '');
  const behind = cleaned(BEHIND.exec(after)?.[1] ?? '');
  if (behind) return behind;
  const ahead = cleaned((new RegExp(`${HAN}{2,80}$`).exec(before)?.[0] ?? '').replace(VERBS, ''));
  if (ahead && /[人员者生童老户庭属工民象军友妇孤模]$|对象|家庭|群众|职工/.test(ahead)) return ahead;
  const listed = LISTED.exec(sentence)?.[1];
  const subject = listed ? cleaned(listed) : null;
  if (subject) return subject;
  for (const clause of sentence.split(/(?<=。)/)) {
    const found = cleaned(FOR.exec(clause)?.[1] ?? '');
    if (found) return found;
  }
  return ahead && ahead.length <= 20 && /困难|特困|低保|残疾|优抚|失独|老人/.test(ahead) ? ahead : null;
}

/** Of a table's row, the cell that says whom it is for. */
export function peopleAmong(cells: readonly string[]): string | null {
  const named = cells.map((cell) => cell.trim()).filter((cell) => !isOrganisation(cell) && cleaned(cell) !== null);
  return named[0] ?? null;
}

/** 城镇低保家庭(不含…)、因病支出型贫困家庭，按户发放: a sentence that begins with those that it is for. */
const LISTED = new RegExp(
  `^(?:一是|二是|三是|[“”\\u4e00-\\u9fff]{2,10}:)?((?:${HAN}|\\([^()]{1,30}\\)){2,80}?(?:家庭|人员|对象|户|老人|职工|学生|儿童|孤儿|群众|患者|党员|劳模|士兵|妇女)(?:\\([^()]{1,20}\\))?)(?=，|每[户人名位]|进行|给予|发放|实施)`,
);

/** Words without which nobody is named. */
const PEOPLE =
  /人|员|者|生(?!活)|童|老|户|家庭|属|工(?!作)|[农居]民|对象|军|友|妇|孤|群众|群体|党员|眷|师|劳模|青年|少年|儿|困难|残疾|低保|特困|优抚|单位|企业|部队/;

function cleaned(words: string): string | null {
  const text = words
    .replace(/^(?:针对|对|为|向|给)/, '')
    .replace(/^(?:全[省市区县镇]|本[省市区县]|辖区)?(?:内)?(?:部分)?的?/, '')
    .replace(/\([^()]*$/, '')
    .replace(/^[、)]+|[、(]+$/g, '')
    .replace(/(?:中|共|[和及与、])$/, '')
    .replace(/的$/, '的人员');
  if (text.length < 2 || text.length > 100 || NO_PEOPLE.test(text) || /\d/.test(text)) return null;
  const closed = (text.match(/“/g)?.length ?? 0) === (text.match(/”/g)?.length ?? 0);
  const bracketed = (text.match(/\(/g)?.length ?? 0) === (text.match(/\)/g)?.length ?? 0);
  return closed && bracketed && PEOPLE.test(text) ? text : null;
}

const KINDS =
  /(?:一次性|春节|元旦|节日|临时|生活|新春|冬令|御寒|急难|年货|助学|助老|人道|综合|重大|困难|特殊|社会|医疗|慈善|爱心|温暖|走访)*(?:补助金|慰问金|慰问品|大礼包|礼包|帮困金|帮扶金|救助金|助学金|补贴|补助|救助|帮扶|帮困|资助|走访慰问|慰问|关爱|物资|奖励)/g;

/** What is given, in the sentence's own words: 一次性节日补助, 春节大礼包. The longest that it has. */
export function giftOf(sentence: string): string | null {
  const found = [...sentence.matchAll(KINDS)].map(([words]) => words);
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const GOODS =
  /慰问品|礼包|礼盒|物资|实物(?!补助金)|食品|棉被|棉衣|御寒衣|被褥|大米|米面|食用油|米、面|米、油|年货|物品|生活用品|羽绒服|电热毯|粮油|礼物/;
const CASH =
  /慰问金|补助金|帮困金|帮扶金|救助金|助学金|补贴|现金|红包|抚慰金|以资金形式|帮困款|慰问款|奖励金|补助(?!对象|标准为?实物)|善款|资助/;

/** Cash or goods, by the words of what is given; none where they do not say. */
export function formsOf(words: string): ('cash' | 'goods')[] {
  if (/以(?:资金|现金)形式|实物补助金/.test(words)) return ['cash'];
  const isGoods = GOODS.test(words);
  const isCash = CASH.test(words);
  return [...(isCash ? (['cash'] as const) : []), ...(isGoods ? (['goods'] as const) : [])];
}
