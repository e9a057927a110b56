const GIVE =
  '保障|走访|慰问|看望|探望|救助|资助|帮扶|帮困|扶助|关爱|补助|补贴|奖励|援助|助学|送去|送上|送到|送给|送温暖|赠送|发放|发给|惠及|受益|受惠|覆盖|服务|帮助|解决|支持|惠泽|受助|享受|获得|领取';
const NEEDY =
  '困难|困境|低保|特困|贫困|残疾|孤儿|孤寡|留守|优抚|失独|五保|边缘|受灾|大病|重病|患者|患病|单亲|失业|下岗|退休|退役|军属|烈属|复员|老党员|老人|高龄|学生|学子|新生|子女|儿童|少年|职工|劳模|农民工|环卫|妇女|母亲|群众|家庭|居民|村民|教师|对象|人员|[贫特]困?户';
/** Who gives, and counts in no list of who gets. */
export const GIVERS =
  /^(?:(?![从由向给为让])[\u4e00-\u9fff]){0,14}?(?:志愿者|社工|社会工作者|工作人员|医务人员|医护人员|专家|研究员|研究生组成|访视员|网格员|队员|记者|骨干|讲师|律师|(?:企业|单位)负责人|企业家|宣讲员|调解员|联络员|督导员|参会|与会|干部职工(?:参加|组成)|党员干部(?:参加|组成|深入)|(?:参加|出席)(?:了|本次|此次)?(?:[^，。；\d]{0,8}(?:仪式|座谈)|启动|活动|培训|会议|捐)|参与(?:了|本次|此次)?(?:活动|捐|募))/;
/** 16名委员捐资1万多元. */
export const DONATES = /^[^，。；\d向为给对]{0,14}(?:捐[资款赠出助]|凑|认捐|出资|自发)/;
export const FOR_THEM = /[为向给对][^，。；]{0,10}$/;
export const GIVING =
  /(?:邀请|组织|动员|发动|招募|组成|派出|出动|带领|抽调|召集|吸引|由)(?:全[省市区县镇])?(?:[\u4e00-\u9fff、]{0,8})$/;
export const TOOK_PART = /(?:参与|参加|到场|出席)(?:的)?(?:人数|人员)?(?:达到?|有|为|共)?$/;
export const COUNTED =
  /(?:共有|现有|已有|在册|登记|辖区内?有|总人口|常住|户籍人口|纳入|建档(?!立卡)|建立[\u4e00-\u9fff“”]{0,12}档案|申报|报名|统计|核实|摸排|排查|摸底|认定|识别|走失|录入)(?:(?:[\u4e00-\u9fff“”]|\d{1,3}周?岁){0,14})(?<!的)$/;
/** Of those who are counted, who gets something. */
export const OF_WHOM = /^[^，。；]{0,12}[，,(]其中[^。；\d]{0,16}\d[\d.,]*[余多]?万?[人户名位]/;
/** How many there are, and nothing of what they get. */
export const HOW_MANY = new RegExp(
  `^(?!.*(?:${GIVE}))[^，。；]*(?:户|人口|人数|对象|人员|群众|家庭|职工|学生|老人)(?:总数|总量)?(?<!总[人户]数)(?:达到?|有|为|共计?)(?:了)?$`,
);
export const SAYING = /就是[^，。；]{0,6}$/;
/** Who came to harm, and is not said to be helped. */
export const HARMED = /^(?:次)?(?:受灾|遇难|死亡|失踪|受伤)(?!的?(?:困难|群众|家庭|户|对象|人员|居民))/;
export const HARM_BEFORE = /(?:死亡|遇难|失踪|受伤|转移|受灾人口)[^，。]{0,4}$/;
export const OTHER_HELP =
  /(?:提供|新增|实现|招聘|就业岗位|安置|培训|宣传教育|健康教育|体检|义诊|讲座|开发(?!区))(?:[\u4e00-\u9fff“”]{0,10})$/;
/** 新增低保5507人、特困532人: who came onto the rolls. */
export const ADDED = /(?:新增|净增|退出|注销)[^，。；]{0,40}$/;
/** 对635名困境儿童进行全面摸排: who is only looked up. */
export const LOOKED_UP =
  /^[^，。；\d]{0,20}?(?:进行|开展)(?:了)?(?:全面|逐一|集中|入户)?(?:摸排|摸底|排查|核查|登记|调查)/;
/** 需口粮救助122884人: how many need something, and not who gets it. */
export const NEEDS = /需(?:要)?(?:政府|口粮|衣被|取暖|生活|临时|紧急|转移)[^，。；\d]{0,10}$/;
export const SIZE = /^(?:以上|及以上|以下)?的?(?:家庭|户|组成)/;
export const GIVEN_BEFORE = new RegExp(`(?:${GIVE})[^，。；]{0,40}$`);
export const GIVEN = new RegExp(GIVE);
export const FOR_BEFORE = /[为向给对](?!象|口|接|外)[^，。；]{0,40}$/;
export const VISITED_RIGHT_BEFORE =
  /(?:走访|慰问|看望|资助|救助|帮扶|支持|奖励|补助|给|向|为|对)了?(?:[\u4e00-\u9fff“”、]{0,16})$/;
export const NEEDY_BEHIND = new RegExp(`^[\\u4e00-\\u9fff“”、的]{0,10}?(?:${NEEDY})`);
export const NEEDY_BEFORE = new RegExp(`(?:${NEEDY})[\\u4e00-\\u9fff“”、()]{0,8}[:：]?$`);
export const EACH = /每(?:人|户|名|位|个|家)|人均|户均|元\/|\/[人户]/;
export const GETS_BEHIND = /^[^。；]{0,30}?(?:获批|获得|获赠|领取|享受|得到|收到|受益|受助|获资助|每[人户名]|各)/;
export const IN_BRACKET = /[户人名位][^，。；;()]{0,10}\([^()]{0,24}$/;
export const CHOSEN = /(?:确定|选出|筛选|评选|推荐|申请到|争取到|审核)[^，。；]{0,12}$/;
export const PACK = /^(?:的)?[\u4e00-\u9fff“”]{0,6}(?:礼包|礼盒|慰问品|物资|包裹|年货|大礼)/;
/** A count that stands right behind: 8957户24835人. */
const BESIDE = '(?:\\d[\\d.,]*[余多]?万?[余多]?[人户名](?:次)?)?(?:\\([^()]*\\))?';
/** Parts that are only counted, of whom nobody is said to get anything by themselves: ，其中农村低保4532户6030人，城镇低保482户645人. */
const COUNTED_PARTS = `(?:[，,、](?:其中)?(?:(?!${GIVE})[\\u4e00-\\u9fff“”()]){1,20}\\d[\\d.,]*[余多]?万?[余多]?[人户名](?:次)?${BESIDE})*`;
export const GIVEN_BEHIND = new RegExp(
  `^${BESIDE}${COUNTED_PARTS}[，,](?:每月|当月|月|共计?|已|累计|全年|合计)*(?:发放?|投入|给予|拨付|下拨|支出|支付)[^，。；\\d]{0,14}\\d`,
);
/** 每名老人1000元，共有29户; 29户，每户1000元: how many they are who get so much each. */
const EACH_GETS = '(?:每一?[户人名位个家]|[户人]均)[^，。；\\d]{0,14}\\d[\\d,.]*[余多]?[千万]?元';
export const EACH_BEHIND = new RegExp(
  `^[^。；\\d]{0,24}(?:(?:按照?)?[^。；\\d]{0,8}${EACH_GETS}|\\d[\\d,.]*元[/每][人户名])`,
);
export const EACH_BEFORE = new RegExp(
  `${EACH_GETS}[^，。；\\d]{0,12}[，,](?:共有?|共计|总计|涉及|合计)[^，。；\\d]{0,6}$`,
);
/** 有5名妇女获批救助金: who they are is told by what they get. */
export const GETS =
  /^[^，。；\d]{0,24}(?:获批|获得|获赠|获(?=[资救捐补助])|受益|受助|得到(?:了)?(?:救助|资助|帮助|慰问)|领取|领到|收到)(?![^，。；]{0,8}(?:称号|荣誉|奖状|表彰))/;
export const GETS_MONEY =
  /^[^。；\d]{0,24}[，,]?(?:共|已)?(?:收到|获得|领取|获赠|享受)[^，。；\d]{0,24}\d[\d,.]*[余多]?[千万]?元/;
/** 使108位老人感受到温暖. */
export const MADE_TO = /(?:使|让|令)[^，。；]{0,20}$/;
export const FEELS = /^[^，。；\d]{0,20}(?:感受到?|得到|享受|受益|过上|度过|吃上|用上|穿上|温暖)/;
export const ALL_VISITED =
  /^(?:\([^()]*\))?[，,]?(?:全部|均|都|全员)(?:进行|予以|给予)?(?:走访|慰问|发放|救助|补助|资助)/;
/** 向27名一线工作人员送上: who gives elsewhere may get. */
export const TO_WORKERS = /(?:向|慰问|看望|走访)[^，。；]{0,30}$/;
export const FOR_WHOM = /对象|慰问|救助|补助|帮扶|资助|送温暖|发放|范围/;
