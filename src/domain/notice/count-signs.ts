import type { Around } from './around.ts';
import type { Sign } from './weigh.ts';

/** What a count of people or households may be: who gets, who gives, who is only counted, the size of a household. */
export type CountReading = 'reach' | 'giver' | 'population' | 'household';

const GIVE =
  '保障|走访|慰问|看望|探望|救助|资助|帮扶|帮困|扶助|关爱|补助|补贴|奖励|援助|助学|送去|送上|送到|送给|送温暖|赠送|发放|发给|惠及|受益|受惠|覆盖|服务|帮助|解决|支持|惠泽|受助|享受|获得|领取';
const NEEDY =
  '困难|困境|低保|特困|贫困|残疾|孤儿|孤寡|留守|优抚|失独|五保|边缘|受灾|大病|重病|患者|患病|单亲|失业|下岗|退休|退役|军属|烈属|复员|老党员|老人|高龄|学生|学子|新生|子女|儿童|少年|职工|劳模|农民工|环卫|妇女|母亲|群众|家庭|居民|村民|教师|对象|人员|[贫特]困?户';
/** Who gives, and counts in no list of who gets. */
const GIVERS =
  /^(?:(?![从由向给为让])[\u4e00-\u9fff]){0,14}?(?:志愿者|社工|社会工作者|工作人员|医务人员|医护人员|专家|研究员|研究生组成|访视员|网格员|队员|记者|骨干|讲师|律师|(?:企业|单位)负责人|企业家|宣讲员|调解员|联络员|督导员|参会|与会|干部职工(?:参加|组成)|党员干部(?:参加|组成|深入)|(?:参加|出席)(?:了|本次|此次)?(?:启动|仪式|活动|培训|会议|捐|座谈)|参与(?:了|本次|此次)?(?:活动|捐|募))/;
const GIVING =
  /(?:邀请|组织|动员|发动|招募|组成|派出|出动|带领|抽调|召集|吸引|由)(?:全[省市区县镇])?(?:[\u4e00-\u9fff、]{0,8})$/;
const TOOK_PART = /(?:参与|参加|到场|出席)(?:的)?(?:人数|人员)?(?:达到?|有|为|共)?$/;
const COUNTED =
  /(?:共有|现有|已有|在册|登记|辖区内?有|总人口|常住|户籍人口|纳入|建档(?!立卡)|建立[\u4e00-\u9fff“”]{0,12}档案|申报|报名|统计|核实|摸排|排查|摸底|认定|识别|走失|录入)(?:[\u4e00-\u9fff“”]{0,14})(?<!的)$/;
/** How many there are, and nothing of what they get. */
const HOW_MANY = new RegExp(
  `^(?!.*(?:${GIVE}))[^，。；]*(?:户|人口|人数|对象|人员|群众|家庭|职工|学生|老人)(?:总数|总量)?(?<!总[人户]数)(?:达到?|有|为|共计?)(?:了)?$`,
);
const SAYING = /就是[^，。；]{0,6}$/;
/** Who came to harm, and is not said to be helped. */
const HARMED = /^(?:次)?(?:受灾|遇难|死亡|失踪|受伤)(?!的?(?:困难|群众|家庭|户|对象|人员|居民))/;
const HARM_BEFORE = /(?:死亡|遇难|失踪|受伤|转移|受灾人口)[^，。]{0,4}$/;
const OTHER_HELP =
  /(?:提供|新增|实现|招聘|就业岗位|安置|培训|宣传教育|健康教育|体检|义诊|讲座|开发(?!区))(?:[\u4e00-\u9fff“”]{0,10})$/;
const SIZE = /^(?:以上|及以上|以下)?的?(?:家庭|户|组成)/;
const GIVEN_BEFORE = new RegExp(`(?:${GIVE})[^，。；]{0,40}$`);
const GIVEN = new RegExp(GIVE);
const FOR_BEFORE = /[为向给对](?!象|口|接|外)[^，。；]{0,40}$/;
const VISITED_RIGHT_BEFORE =
  /(?:走访|慰问|看望|资助|救助|帮扶|支持|奖励|补助|给|向|为|对)了?(?:[\u4e00-\u9fff“”、]{0,16})$/;
const NEEDY_BEHIND = new RegExp(`^[\\u4e00-\\u9fff“”、的]{0,10}?(?:${NEEDY})`);
const NEEDY_BEFORE = new RegExp(`(?:${NEEDY})[\\u4e00-\\u9fff“”、()]{0,8}[:：]?$`);
const EACH = /每(?:人|户|名|位|个|家)|人均|户均|元\/|\/[人户]/;
const GETS_BEHIND = /^[^。；]{0,30}?(?:获批|获得|获赠|领取|享受|得到|收到|受益|受助|获资助|每[人户名]|各)/;
const IN_BRACKET = /[户人名位][^，。；;()]{0,10}\([^()]{0,24}$/;
const CHOSEN = /(?:确定|选出|筛选|评选|推荐|申请到|争取到|审核)[^，。；]{0,12}$/;
const PACK = /^(?:的)?[\u4e00-\u9fff“”]{0,6}(?:礼包|礼盒|慰问品|物资|包裹|年货|大礼)/;
const GIVEN_BEHIND = /^[，,](?:共|已)?(?:发放|投入|给予|拨付|下拨)[^，。；\d]{0,14}\d/;
const ALL_VISITED = /^(?:\([^()]*\))?[，,]?(?:全部|均|都|全员)(?:进行|予以|给予)?(?:走访|慰问|发放|救助|补助|资助)/;
/** 向27名一线工作人员送上: who gives elsewhere may get. */
const TO_WORKERS = /(?:向|慰问|看望|走访)[^，。；]{0,30}$/;
const FOR_WHOM = /对象|慰问|救助|补助|帮扶|资助|送温暖|发放|范围/;

const matches = (pattern: RegExp, of: keyof Around) => (around: Around) => pattern.test(around[of]);

/** What speaks for each reading of a count. Weights are whole: 1 hints, 2 to 3 speak for it, 4 and more say it. */
export const COUNT_SIGNS: readonly Sign<CountReading, Around>[] = [
  { reading: 'reach', weight: 4, says: matches(GIVEN_BEFORE, 'clause'), example: '走访慰问困难户40户' },
  { reading: 'reach', weight: 3, says: matches(GIVEN, 'ahead'), example: '慰问困难职工183人，劳动模范142人' },
  { reading: 'reach', weight: 3, says: matches(FOR_BEFORE, 'clause'), example: '为65户贫困户发放' },
  { reading: 'reach', weight: 1, says: matches(GIVEN, 'sentence'), example: '十余户残疾人家庭在走访中' },
  { reading: 'reach', weight: 2, says: matches(CHOSEN, 'clause'), example: '确定了100名“寒门学子”' },
  { reading: 'reach', weight: 4, says: matches(PACK, 'after'), example: '430份大礼包赠送给' },
  { reading: 'reach', weight: 2, says: matches(NEEDY_BEHIND, 'after'), example: '270户困难残疾人家庭' },
  { reading: 'reach', weight: 2, says: matches(NEEDY_BEFORE, 'before'), example: '困难残疾人270户' },
  { reading: 'reach', weight: 3, says: matches(EACH, 'sentence'), example: '217户，每户400元' },
  { reading: 'reach', weight: 1, says: matches(/元/, 'sentence'), example: '1048人，共计402000元' },
  { reading: 'reach', weight: 3, says: matches(GETS_BEHIND, 'after'), example: '19人获得慰问金' },
  { reading: 'reach', weight: 3, says: matches(IN_BRACKET, 'ahead'), example: '280户（一类户90户）' },
  { reading: 'reach', weight: 2, says: matches(FOR_WHOM, 'heading'), example: '一、慰问对象 退休教师5人' },
  {
    reading: 'reach',
    weight: 7,
    says: matches(GIVEN_BEHIND, 'after'),
    example: '建档困难职工192户，发放救助资金140.7万元',
  },
  { reading: 'reach', weight: 8, says: matches(ALL_VISITED, 'after'), example: '共有退休工人370人，全部进行慰问' },
  {
    reading: 'giver',
    weight: 20,
    says: ({ after, clause }) => GIVERS.test(after) && !TO_WORKERS.test(clause),
    example: '15名社工',
  },
  { reading: 'giver', weight: 20, says: matches(TOOK_PART, 'before'), example: '参与人数有136人' },
  {
    reading: 'giver',
    weight: 20,
    says: ({ before }) => GIVING.test(before) && !VISITED_RIGHT_BEFORE.test(before),
    example: '组织党员干部120人',
  },
  {
    reading: 'household',
    weight: 20,
    says: ({ printed, after, before }) => /人$/.test(printed) && SIZE.test(after) && !VISITED_RIGHT_BEFORE.test(before),
    example: '3人以上家庭',
  },
  { reading: 'population', weight: 20, says: matches(SAYING, 'before'), example: '救助一个孩子就是挽救1个家庭' },
  { reading: 'population', weight: 20, says: matches(HARMED, 'after'), example: '3人遇难' },
  { reading: 'population', weight: 20, says: matches(HARM_BEFORE, 'before'), example: '转移群众300人' },
  {
    reading: 'population',
    weight: 20,
    says: ({ before }) => OTHER_HELP.test(before) && !VISITED_RIGHT_BEFORE.test(before),
    example: '培训农民工80人',
  },
  { reading: 'population', weight: 4, says: matches(HOW_MANY, 'clause'), example: '贫困户达1600多户' },
  { reading: 'population', weight: 6, says: matches(COUNTED, 'clause'), example: '全县共有在档困难职工295名' },
];
