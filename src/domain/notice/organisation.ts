/** What the name of who gives ends with. */
const END =
  '(?:委员会|办事处|办公室|代表处|代表机构|服务社|基金会|基金分会|慈善会|红十字会|总工会|工会|妇联|妇工委|残联|侨联|文联|科协|工商联|关工委|老龄委|计生委|卫计委|老龄办|团委|' +
  '服务站|服务中心|管理站|救助站|事务办|合作社|集团公司|党校|档案馆|' +
  '组织部|统战部|宣传部|武装部|人社部门|民政部门|部门|分会|总会|协会|联合会|学会|商会|中心|医院|学校|公司|集团|银行|支队|大队|管委会|检察院|法院|(?:民政|财政|应急管理|退役军人事务|人力资源和社会保障|卫生健康|教育|商务|水利)部|街道|社区|居委会|村委会|政府|' +
  '(?:团[省市区县旗州]委)|[省市区县旗州]委|(?<![公邮分结布])局|(?<=[民宗侨台编老扶合残政文])办|(?<![乡村集小重]|(?<!新)城)镇|(?<![城家他老回下返归故思本])乡|(?<![客大餐展舞门前])厅)';
const NAME = `(?:[\\u4e00-\\u9fffXx×]{0,18}?${END})(?:\\([\\u4e00-\\u9fff]{2,12}\\))?`;
/** Words that no name of anybody has: what ends like one is something done, or somebody else. */
const NO_NAME =
  /召开|举[办行]|开展|活动|会议|大会|社会$|机会|全社会|组织开展|做好|加强|进一步|落实|通过|结合|根据|按照|及时|确保|帮助|建立|完善|完成|负责|深入|走访|慰问|看望|来到|前往|每[个户人]|困难|贫困|所有|本次|此次|[的了将把被让使为对向给由与到在]|党和政府|发动|领导|动员|会长|一[方个批是]|[二三四五六]是|以及$|记者|配合|会同|联合(?!会)|各级|各地|拟定?|希望|呼吁|^[在从这那接经据现]|是|积极|协调/;
const WHOLE = new RegExp(`^(?:${NAME})(?:[、和及](?:${NAME}))*$`);
/** All the names that a text has in a row, from where it begins. */
const AT_START = new RegExp(`^${NAME}(?:(?:[、和及]|以及)?${NAME}){0,11}`);
/** What may stand before the subject of a sentence: a time, an occasion, a word that goes on. */
const LEAD =
  /^(?:”|(?:记者)?[^，。]{0,8}从(?=[^，。]{2,20}(?:获悉|了解到|得知))|(?:同时|此外|另外|其中|据悉|据了解|据统计|经统计|目前|截至目前|截止目前|近日|日前|昨日|昨天|今年|连日来|随后|活动中)[，,]|(?:在|自|从)?[^，。]{0,24}(?:之际|来临前|来临之前|期间|前夕|以来|活动中|之前|春节前|节前)[，,]?|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号]?(?:[-至到~—]{1,2}(?:\d{1,2}月)?\d{1,2}[日号])?(?:上午|下午)?[，,]?|\d{4}年(?:元旦|春节|、|和|两节)*(?:期间|前夕)?[，,]?|(?:今年|去年|春节前|节前|新春)[，,]?|由){0,6}/;

/** Is a heading the name of who gives: 区总工会, 市慈善基金会青浦区代表处, 团区委? */
export function isOrganisation(title: string): boolean {
  const text = title.replace(/[:：。]$/, '');
  return text.length <= 40 && !NO_NAME.test(text) && WHOLE.test(text);
}

/** A name in a sentence, and how far it goes. */
export interface Subject {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What makes a name part of something else: 区残联的…, 妇联系统, 市总工会主席, 区政府大楼. */
const IS_PART =
  /^(?:[的”》)等（(]|系统|主席|主任|书记|局长|会长|会议|门口|大楼|大院|广场|文件|牵头下|支持下|指导下|组织下|[一二三]楼)/;
/** What names nobody by itself. */
const GENERIC =
  /^(?:中心|部门|街道|社区|医院|学校|公司|集团|银行|协会|商会|学会|分会|总会|政府|支队|大队|委员会|办公室|代表处|联合会|居委会|村委会|[省市区县旗州]委)$/;

/** Who a sentence says does something: its subject, behind a time that may stand before it. Null where it names nobody. */
export function subjectOf(sentence: string): Subject | null {
  // 市慈善总会2017年以来…: a name may stand before its time, too.
  return subjectAt(sentence, 0) ?? subjectAt(sentence, (LEAD.exec(sentence)?.[0] ?? '').length);
}

const TIME = /期间|前夕|之际|以来|[年月日]|春节|元旦|新春|两节|昨天|今天|近日|随后/;

function subjectAt(sentence: string, from: number): Subject | null {
  const rest = sentence.slice(from, from + 160);
  const whole = AT_START.exec(rest)?.[0] ?? '';
  // 区残联 of 区残联组织部分 …: the longest name that something can follow.
  for (let length = whole.length; length >= 2; length -= 1) {
    const name = whole.slice(0, length);
    if (
      GENERIC.test(name) ||
      (/^(?:全|该|本|我|这|各)[省市区县乡镇州旗村局会院校队]|^各/.test(name) && name.length <= 3) ||
      !WHOLE.test(name) ||
      NO_NAME.test(name) ||
      TIME.test(name) ||
      IS_PART.test(rest.slice(length))
    )
      continue;
    const own = /^(?:我|该|本)(?=[省市区县])/.exec(name)?.[0].length ?? 0;
    return { name: name.slice(own), from: from + own, to: from + length };
  }
  return null;
}

const IN_CHARGE = new RegExp(
  `(?:责任单位|牵头单位|责任部门|牵头部门|实施单位|承办单位)[:：为是]*(${NAME}(?:[、,，](?:${NAME}))*)|由(${NAME}(?:[、和及]${NAME}){0,5})(?:牵头|负责|组织实施|具体实施|实施|承办|筹建|发起|主办|举办)`,
);

/** Who a text says is in charge: 责任单位：区民政局, 由区总工会负责. */
export function inCharge(text: string): Subject | null {
  const found = IN_CHARGE.exec(text);
  const name = found?.[1] ?? found?.[2];
  if (!found || !name || NO_NAME.test(name)) return null;
  const from = found.index + found[0].indexOf(name);
  return { name, from, to: from + name.length };
}

const PLACE = /^[\u4e00-\u9fff]{1,12}?(?:省|自治区|市|自治州|盟|区|县|旗)/;

/** The region that the name of an organisation begins with: 上海市普陀区 of 上海市普陀区甘泉路街道办事处. */
export function regionOf(organisation: string): string | null {
  let region = '';
  for (let rest = organisation; ; ) {
    const part = PLACE.exec(rest)?.[0];
    if (!part || part.length < 2) break;
    region += part;
    rest = rest.slice(part.length);
  }
  const street = /^[\u4e00-\u9fff]{2,8}(?:街道|镇|乡)(?=办事处|人民政府)/.exec(organisation.slice(region.length))?.[0];
  return region === '' ? null : region + (street ?? '');
}
