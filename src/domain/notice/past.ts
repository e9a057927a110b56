/** A figure of other years: 连续多年, 去年, “十四五”以来. */
const HISTORY = new RegExp(
  [
    '连续[\\d一二三四五六七八九十两多]{1,4}[余多]?[年届]|连续多年|多年来|[\\d一二两三四五六七八九十]{1,3}[余多]?年[余多]?来(?=[^。]{0,60}(?:共|累计|先后))|历年|近年来|近[\\d两三四五十几]{1,2}年|过去[\\d两三四五十几]{0,2}年',
    '[一两二三\\d]年前[，,]|去年(?!1[0-2]月|底|末|年底|冬|入冬)|上一?年(?!度第)|往年|上年度|同期|“[\\u4e00-\\u9fff]{2,3}五”|迄今|至今[^，。]{0,6}[\\d一二三四五六七八九十]{1,3}[余多]?年|至今(?=[^。]{0,20}累计|[，,]?共计?[^。]|[，,]?总共|[，,]?已经?(?:累计|连续))|开展了?\\d{1,2}[余多]?年|累计(?:已)?(?:连续|开展了?\\d{1,2}年)',
    '(?:自|从)\\d{4}年[^，。]{0,8}起|截[至止]\\d{4}年(?:底|末|\\d{1,2}月底?)?[，,]?[^，。]{0,8}累计',
    // 2020年以来凡大病患者 says who is meant; 自启动以来，累计… what was done.
    '(?:自|从)?(?:\\d{4}年(?:\\d{1,2}月)?|成立|创立|设立|实施|启动|开展|建(?:会|站|立)|活动开展)[\\u4e00-\\u9fff“”]{0,24}以来(?=[^。]{0,40}(?:累计|共|已|先后|连续|逐一|救助|筹))',
  ].join('|'),
);
/** What says that the present campaign is meant again. */
const PRESENT = /今年|本次|此次|这次|本年度|今冬|日前|近日|新春佳节|春节前夕|元旦春节期间/;
const YEAR_FIRST =
  /^(?:据悉|据了解|据统计|截至|截止|其中|在|而)?[,，]?(\d{4})年(?!度(?:首|内)|12月|11月|底|末|元旦|春节)/;

/** 自2012年至今已筹集; 截至2012年，已资助: from or up to a year, all in all. */
const SINCE =
  /(?:自|从)(\d{4})年(?:\d{1,2}月)?(?:份)?(?:以来|至今|起至今)(?=[^。]{0,60}(?:累计|共|已|先后|筹|助))|截[至止](\d{4})年(?:底|末)?[，,](?=[^。]{0,40}(?:已|累计|共|先后))/;

/** 自项目实施以来…。截至目前，已有70名受益: the sum of all years. */
const FOUNDED = /(?:实施|启动|成立|设立|创立|创办|建立)以来/;
const UP_TO_NOW = /^截[至止]目前[，,]?(?=[^。]{0,20}(?:已有|累计|共有))/;

/** All that was done in some years, up to now. */
const YEARS = /近年来|近[\d两三四五十几]{1,2}年|[\d一二两三四五六七八九十]{1,3}[余多]?年[余多]?来|多年来|历年来/;

/** A month by itself, and then all months up to it. */
const OF_A_MONTH = /当月|本月|(?:^|年)\d{1,2}月份?[，,]/;
const UP_TO_MONTH = /\d{1,2}[-至~]\d{1,2}月份?累计|今年以来累计|年初以来累计/;

/** Whether sentences, told one after the other, are about other years than the document's own. */
export class Past {
  readonly #years: ReadonlySet<number>;
  #isOther = false;
  /** What has been done since something was founded was told last. */
  #isSince = false;
  #isMonthly = false;
  #isListOfYears = false;

  /** `years`: those that the title and the date of issue name. None: then no year tells. */
  constructor(years: readonly number[]) {
    this.#years = new Set(years);
  }

  /** A heading, or who gives, is another matter. */
  reset(): void {
    this.#isOther = false;
    this.#isSince = false;
    this.#isMonthly = false;
    this.#isListOfYears = false;
  }

  /**
   * Where in a sentence what is said of other years begins and where it ends again; null where nothing is. What a list of years
   * tells (近三年救助82名；帮扶42名) holds to its end, unless an item speaks of now.
   */
  within(sentence: string, isListed: boolean): { readonly from: number; readonly to: number } | null {
    const goesOn = this.#isListOfYears && !PRESENT.test(sentence);
    const own = this.#own(sentence) ?? (goesOn ? { from: 0, to: sentence.length } : null);
    this.#isListOfYears = isListed && own?.to === sentence.length && (goesOn || YEARS.test(sentence));
    return own;
  }

  #own(sentence: string): { readonly from: number; readonly to: number } | null {
    const year = Number(YEAR_FIRST.exec(sentence)?.[1] ?? Number.NaN);
    const now = PRESENT.exec(sentence)?.index ?? -1;
    if (this.#years.has(year)) this.#isOther = false;
    else if (this.#years.size > 0 && year < Math.min(...this.#years)) this.#isOther = true;
    else if (now >= 0 && now < 12) this.#isOther = false;
    if (this.#isOther || (this.#isSince && UP_TO_NOW.test(sentence))) return { from: 0, to: sentence.length };
    this.#isSince ||= FOUNDED.test(sentence) && now < 0;
    const month = this.#upToMonth(sentence);
    if (month !== null) return { from: month, to: sentence.length };
    const history = this.#since(sentence) ?? HISTORY.exec(sentence)?.index ?? -1;
    if (history < 0) return null;
    // 今年送温暖活动开展以来 is this year.
    if (now >= 0 && now < history && !/[，,]/.test(sentence.slice(now, history))) return null;
    return { from: history, to: now > history ? now : sentence.length };
  }

  /** Where a sentence begins to tell of all years from another one on. */
  #since(sentence: string): number | null {
    const found = SINCE.exec(sentence);
    return found && !this.#years.has(Number(found[1] ?? Number.NaN)) ? found.index : null;
  }

  /** 当月发放28.6万元，1-10月累计发放285.4万元: where the month is counted in again. */
  #upToMonth(sentence: string): number | null {
    this.#isMonthly ||= OF_A_MONTH.test(sentence);
    const at = UP_TO_MONTH.exec(sentence)?.index ?? -1;
    return this.#isMonthly && at >= 0 ? at : null;
  }
}
