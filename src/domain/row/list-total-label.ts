import { isCompoundSurname } from '../people/couple.ts';

/** What adds rows up says so by one of these, traditional characters folded. */
const SUM =
  '(?:总?合计|[总共累]计|总共|汇总|总(?:和|数|额|量|款)|总(?:发放|补助|补贴|救助|慰问)?(?:金额|人数|户数|人次|户次|份数|人口))';
/** What is added up, before or behind: 发放总额, 合计金额. */
const OF_WHAT = `(?:实际|实|应|累计|应?发放?|补助|补贴|救助|资助|慰问|帮困|帮扶|优抚|款项|资金|现金|实物|金额|人数|户数|人次|户次|份数|人民币){0,3}`;
/** Of all rows that stand on the list. */
const OF_ALL =
  '(?:以上|上述|上列|本[次期表批年]|此次|全部|全体|所有|各项|截至(?:目前|本[月页]))?(?:人员|对象|名单|各项)?';
/** What may follow a label. */
const END = `(?:$|[:(/\\d¥]|[大小]写|人民币|[零壹贰叁肆伍陆柒捌玖拾])`;
const TOTAL = new RegExp(`^${OF_ALL}${OF_WHAT}${SUM}${OF_WHAT}${END}`);
const ENGLISH_TOTAL = new RegExp(
  `^(?:(?:(?:grand|overall|net|sum)-?)?totals?(?:amount|paid|payout|persons|people|households)?|sum)${END}`,
  'i',
);
const ENGLISH_SUBTOTAL = new RegExp(`^(?:sub|page)-?totals?${END}`, 'i');
/** What is carried over from page to page, as in books of accounts: 承前页, 过次页, 转下页. */
const CARRIED = '(?:承[前上]页|接[前上]页|(?:过|转|结转)[次下]页|[前上]页(?:结转|转来))';
const SUBTOTAL = new RegExp(
  `^(?:[小分]计|其中|[本此每]?页计|${CARRIED}|[^:]{1,20}?(?:小计|${SUM}))(?:人数|户数|人次|金额)?${END}`,
);

/** 3人, 3户9人, 三人: how many there are. In words only of people and households, since 百名 may be a name. */
const COUNT_WORDS = '(?:\\d+(?:[人户份]次?|[名位件])|[一二两三四五六七八九十百]{1,5}[人户]次?)';
const COUNT = new RegExp(`^${COUNT_WORDS}+$`);
const COUNT_OF_ALL = new RegExp(`^(?:以上|上述|本页|本表)?(?:总?共|合?计|总计|为)?(?:有|发放)?${COUNT_WORDS}`);
const BEFORE_A_COUNT = /^(?:以上|上述|本页|本表|总?共)/;
/** 金额 or 发放人数 where a name should be. */
const WHAT_ALONE = new RegExp(`^${OF_WHAT}(?:金额|人数|户数|人次|户次)$`);

/** One character before 小计 that is no surname: 村小计, 户小计. */
const NO_SURNAME = '村镇街乡区县市组队户页月季年条块社';
const SURNAME_AND_SUM = /^(.{1,2})(?:小计|合计|[总共累]计|总共|汇总|总[和数额量款])$/;

const TRADITIONAL = '計總額數匯彙頁過轉結來';
const SIMPLIFIED = '计总额数汇汇页过转结来';
const ANY_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'g');

/**
 * Whether a label says that its row adds others up. In the column of names (`isName`) 何小计 and 王总和 are somebody, while
 * 村小计 is not; and 3人 is nobody there, where in another column it may say how large a household is.
 */
export function totalLabel(text: string, isName: boolean): 'total' | 'subtotal' | null {
  const label = text.replace(ANY_TRADITIONAL, (character) => SIMPLIFIED.charAt(TRADITIONAL.indexOf(character)));
  if (isName && mayBeName(label)) return null;
  if (TOTAL.test(label) || ENGLISH_TOTAL.test(label)) return 'total';
  if (BEFORE_A_COUNT.test(label) && COUNT_OF_ALL.test(label)) return 'total';
  if (isName && (COUNT.test(label) || WHAT_ALONE.test(label))) return 'total';
  return SUBTOTAL.test(label) || ENGLISH_SUBTOTAL.test(label) ? 'subtotal' : null;
}

function mayBeName(label: string): boolean {
  const [, surname = ''] = SURNAME_AND_SUM.exec(label) ?? [];
  if (surname.length === 1) return !NO_SURNAME.includes(surname) && !'总全本各共合以'.includes(surname);
  return isCompoundSurname(surname);
}
