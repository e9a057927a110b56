import { compactCell } from '../cell-text.ts';
import { EXCUSES, readExcuse } from './roster-excuse.ts';

/** What a row of somebody who is to be paid says against it: as on rosters; paid by somebody else as well; held back or come back; or not as it should be. */
export const OBJECTIONS = [...EXCUSES, 'repeated', 'withheld', 'questioned'] as const;
export type Objection = (typeof OBJECTIONS)[number];

/** Nobody writes more to say so. */
export const LONGEST_OBJECTION = 40;

const MORE = '(?:[,，。;；:、(（].*)?';
/** Who else pays; a committee or a daughter only hands it over. */
const ELSEWHERE =
  '(?:局|总工会|妇联|残联|团区?委|红十字会|慈善总?会|基金会|(?:其他|其它|别的)(?:部门|单位|地方)|[别他外]处|外[地区市省])';
/**
 * 与民政局重复, 已由总工会发放; 已发放 alone is as it should be, and before the money goes out 未发放 is, too.
 */
const FORMS: readonly (readonly [Objection, RegExp])[] = [
  [
    'repeated',
    new RegExp(
      `^(?:(?:与|和|同).{1,12}?)?重复(?:发放|领取|享受|申报|上报|人员|名单)?${MORE}$|^已(?:经)?[在由从].{0,10}?${ELSEWHERE}处?(?:领取?|发放?|享受|慰问|补助|救助)过?${MORE}$`,
    ),
  ],
  [
    'withheld',
    new RegExp(
      `^(?:[未没](?:有)?领取?|(?:已|被)?退(?:回|款|票)|(?:发放|支付|代发|入账)?失败|(?:暂?缓|暂停|暂不|不予?)发放?|暂[缓停]|冻结|待(?:核实?|核查|查实?|定)|(?:正在)?核(?:实|查)中)${MORE}$`,
    ),
  ],
];

/** Measures for people of whom just that is so: 丧葬补助, 渐退帮扶, 刑满释放人员救助. */
const OF_SUCH = /死亡|丧葬|殡葬|遗属|遗孤|抚恤|渐退|退出|退保|搬迁|迁出|转出|刑满|释放|补发/;

/** Is a measure for just such people as others are not to be paid for? */
export const isForSuch = (measure: string): boolean => OF_SUCH.test(measure);

/**
 * What a row's own remark says against its being paid; null where it says nothing of the kind. Only words that are all there is,
 * or come first, are taken, as on rosters: 丈夫去世 speaks of somebody else.
 */
export function readObjection(remark: string): Objection | null {
  const words = compactCell(remark);
  return readExcuse(words) ?? FORMS.find(([, form]) => form.test(words))?.[0] ?? null;
}
