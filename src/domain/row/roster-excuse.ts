import { compactCell } from '../cell-text.ts';

/** Why somebody who stands on a roster is not to be reached: died, moved away, wants nothing, or was taken off it. */
export const EXCUSES = ['deceased', 'moved', 'refused', 'excluded'] as const;
export type Excuse = (typeof EXCUSES)[number];

/** Those that take somebody off a roster; one who refused may have thought again, and the dead are not to be paid by any. */
export const TAKEN_OFF: readonly Excuse[] = ['moved', 'excluded'];

/** 2026年1月5日, 2026.1, 1月份, 自2月起, 本月: when it happened. */
const WHEN =
  '(?:(?:[从自于]|去年|今年|[本上当]年|[本上下当]个?月|近[日期])?(?:\\d{4}年?[-./]?)?(?:\\d{1,2}月?份?[-./]?)?(?:\\d{1,2}日?)?(?:[起后]|以后|开始)?)';
/** Who the row is of, in its own words. */
const SELF = '(?:本人|[该此]人|其本人|[该此]户|(?:该|救助|低保|特困|帮扶|受助|补助|保障)?对象)';
/** What may stand behind: a bracket, a comma, more words after it. */
const MORE = '(?:[,，。;；:、(（].*)?';
/** What is still to be done about somebody who died: 死亡停发, 去世待核减; but 死亡赔偿 is about something else, and 死亡待核实 not certain. */
const AFTERWARDS =
  '(?:(?!.*(?:核实|核查|查实|确认|证实))(?:[后未已待拟应需暂停]|核减|注销|减员|减少|多年|人员|对象).*)';

/** Words that leave no doubt, for whoever is excused is asked of by nobody; what may mean something else (核减, 调离, 人不在了) is an objection. */
const WORDS: Readonly<Record<Excuse, string>> = {
  deceased: `(?:死亡|去世|去逝|病故|病逝|亡故|身故|身亡|过世|逝世|仙逝|故世|离世|不在人?世|火化|因病去世|因病死亡)${AFTERWARDS}?|死亡注销|人员死亡|故|亡|殁`,
  moved:
    '迁出|迁离|迁走|搬走|搬迁|搬离|外迁|户籍迁出|户口迁出|迁出本区|迁出本市|迁往外地|迁往外省|转出|移居国外|移居境外|出国定居',
  refused:
    '放弃|拒绝|拒领|不领|不要|不愿领取|不需要|婉拒|谢绝|自愿放弃|主动放弃|本人放弃|放弃领取|自愿放弃领取|不愿接受|拒绝领取|拒绝接受',
  excluded:
    '剔除|注销|取消|取消资格|退出|退保|停发|停保|终止|不符合|不符合条件|不再符合|不再符合条件|不合格|核查不符|清退|除名|取消低保|退出低保|服刑|在押|收监',
};

/** How excuses are said: when, of whom, and then one of the words. */
export const excuseForms = (words: Readonly<Record<string, string>>) =>
  EXCUSES.flatMap((excuse) => {
    const said = words[excuse];
    if (said === undefined) return [];
    return [
      [excuse, new RegExp(`^${WHEN}${SELF}?(?:已经?|现已)?(?:${WHEN})?(?:已经?|现已)?(?:${said})${MORE}$`)] as const,
    ];
  });
const FORMS = excuseForms(WORDS);

/**
 * What a roster's remark says of the very person of the row; null where it says nothing of the kind. Only words that are all
 * there is, or come first, are taken: 丈夫已故 excuses nobody.
 */
export function readExcuse(text: string): Excuse | null {
  const words = compactCell(text);
  return FORMS.find(([, form]) => form.test(words))?.[0] ?? null;
}

/** 死亡名单, 殡葬数据, 已故人员: does the reason for which people must not be paid mean that they have died? */
export function meansDeceased(reason: string): boolean {
  return /死亡|去世|已故|亡故|病故|殡葬|火化|殡仪|注销户口|deceased|dead|death/i.test(reason);
}
