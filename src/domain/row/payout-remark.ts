import { compactCell } from '../cell-text.ts';
import { EXCUSES, type Excuse, excuseForms, readExcuse } from './roster-excuse.ts';

/** What a row of somebody who is to be paid says against it: as on rosters; paid by somebody else as well; held back or come back; or not as it should be. */
export const OBJECTIONS = [...EXCUSES, 'repeated', 'withheld', 'questioned'] as const;
export type Objection = (typeof OBJECTIONS)[number];

/** Nobody writes more to say so. */
export const LONGEST_OBJECTION = 40;

const MORE = '(?:[,，。;；:、(（].*)?';
/** Who else pays; a committee or a daughter only hands it over. */
const OFFICE = '(?:民政|残联|总?工会|妇联|团委|慈善|红十字|退役|人社|教育|医保|卫健)';
const ELSEWHERE =
  '(?:局|总工会|妇联|残联|团区?委|红十字会|慈善总?会|基金会|(?:其他|其它|别的)(?:部门|单位|地方)|[别他外]处|外[地区市省])';
/** What is wrong with an account so that no money arrives. */
const ACCOUNT = '(?:银行|社保|收款)?(?:账号|卡号|账户|银行卡|社保卡|存折|卡|户名)';
const NO_GOOD = '(?:错误?|有误|不[对符]|不一致|不存在|异常|冻结|注销|作废|挂失|销户|失效|未激活|过期)';

/**
 * 与民政局重复, 已由总工会发放; 已发放 alone is as it should be, and before the money goes out 未发放 is, too.
 */
const FORMS: readonly (readonly [Objection, string])[] = [
  [
    'repeated',
    `(?:(?:与|和|同).{1,12}?)?重复(?:发放|领取|享受|申报|上报|人员|名单)?|已(?:经)?[在由从].{0,10}?${ELSEWHERE}处?(?:领取?|发放?|享受|慰问|补助|救助)过?|(?:区|县|市)?${OFFICE}[局会]?已经?(?:领取?|发放?|享受|慰问|补助?|救助|资助)过?`,
  ],
  [
    'withheld',
    `[未没](?:有)?领取?|(?:已|被)?退(?:回|款|票)|(?:发放|支付|代发|入账|打卡|转账)?(?:失败|未?不成功|未成功)|(?:暂?缓|暂停|暂不|不予?)发放?|暂[缓停]|冻结|销户|待(?:核实?|核查|查实?|定|审[核批查]?)|(?:正在)?[审核](?:核|实|查|批)中|(?:还|尚)?未(?:经)?审[核批]|待补.{0,8}|(?:材料|资料|手续|证件|证明)(?:不[全齐]|未[交齐]|缺失)|未(?:提?交|提供).{0,6}(?:材料|资料|手续|证件|证明)|${ACCOUNT}已?(?:被|经)?${NO_GOOD}`,
  ],
  [
    'excluded',
    '(?:审[核批查])?(?:不|未)(?:予)?(?:通过|同意|批准)|(?:此|该|本)?[行条户人]?(?:作废|删除|删去|删掉|划掉)|不(?:再|予|应|用|得|能)(?:发放?|享受|保障|救助|补助|列入)|(?:已)?超龄|(?:年龄|收入|财产|资产|存款|条件)(?:不[符够]|未到|超标|超限|超过?标准)|未到年龄|名下有.{1,8}|财政供养(?:人员)?',
  ],
  [
    'questioned',
    '(?:已)?失[联踪]|查?无此人|查不到(?:此人)?|找不到(?:此?人)?|联系不[上到]|(?:已)?(?:多|错|误)[录报列发补]|(?:已)?(?:录|填|登|报|写)错|(?:录入|填写|登记|信息)(?:错误|有误)|[应需待须](?:予)?(?:追回|扣回|退回|收回)',
  ],
];
const READ = FORMS.map(([says, form]) => [says, new RegExp(`^(?:${form})${MORE}$`)] as const);
/** 账号有误，已更正: what was told is over. Of the dead and those struck off nothing is. */
const MENDED = /已经?(?:更[正换改]|改|修[改正]|纠正|换|变更|处理|解决|恢复|重新|核[实对]|补[齐交发])/;
/** In a row of whom is paid, such words are of the same person. */
const PAYEE = /^(?:老人|户主|领款人|受益人)(?!.*[,，;；:、(（由现改])/;

/** Measures for people of whom just that is so: 丧葬补助, 渐退帮扶, 刑满释放人员救助. */
const OF_SUCH = /死亡|丧葬|殡葬|遗属|遗孤|抚恤|渐退|退出|退保|搬迁|迁出|转出|刑满|释放|补发/;

/** What speaks against a payout and would excuse nobody from being asked of: it may mean something else, or is not certain. */
const LIKELY = excuseForms({
  deceased: '(?:死亡|去世|病故|病逝)(?:[后未已待拟应需暂停]|人员|对象).*|人?已?不在了|人已不在|(?:户口|户籍)注销',
  moved: '转走|调出|调离',
  excluded: '不再享受|不再保障|不再发放|核减|减员|判刑|羁押',
});
/** 户口已注销: the adverb in the middle. */
const ADVERB = /^((?:户口|户籍))已经?(?=注销)/;
const likelyExcuse = (words: string): Excuse | null =>
  LIKELY.find(([, form]) => form.test(words.replace(ADVERB, '$1')))?.[0] ?? null;

/** Is a measure for just such people as others are not to be paid for? */
export const isForSuch = (measure: string): boolean => OF_SUCH.test(measure);

/**
 * What a row's own remark says against its being paid; null where it says nothing of the kind. Only words that are all there is,
 * or come first, are taken, as on rosters: 丈夫去世 speaks of somebody else.
 */
export function readObjection(remark: string): Objection | null {
  const words = compactCell(remark);
  const own = words.replace(PAYEE, '');
  const excuse = readExcuse(own) ?? likelyExcuse(own);
  if (excuse !== null) return excuse;
  const says = READ.find(([, form]) => form.test(words))?.[0] ?? null;
  return says !== null && says !== 'excluded' && MENDED.test(words) ? null : says;
}
