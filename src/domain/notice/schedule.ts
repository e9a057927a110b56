import { readDatePhrase } from '../date-phrase.ts';
import type { DraftDeadline, DraftDelivery, DraftStage, StageKind } from './draft.ts';
import type { Figure } from './figure.ts';
import { type Passage, sourceOf } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import { scanFigures } from './scan-figures.ts';
import { sentencesOf } from './sentences.ts';

export interface Schedule {
  readonly stages: DraftStage[];
  readonly deadlines: DraftDeadline[];
  /** The dates that were used, by passage. */
  readonly used: { readonly passage: number; readonly figure: Figure }[];
}

const KINDS: ReadonlyArray<readonly [RegExp, StageKind]> = [
  [/总结|汇总|归档|上报|统计|报送/, 'report'],
  [/募捐|捐款|劝募/, 'donation'],
  [/走访|慰问/, 'visit'],
  [/摸底|调查|排查|排摸|核对|评议|审核|遴选/, 'survey'],
  [/发放|实施|落实|到位|拨付/, 'payout'],
  [/部署|动员|宣传|方案|准备|启动/, 'prepare'],
];
const kindOf = (words: string): StageKind | null => KINDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;

const STAGE = /阶段|步骤|第[一二三四五六]步/;
/** A date phrase as sentences print one, with what bounds it: 2023年12月下旬至2024年1月20日, 2017年2月9日前, 春节前. */
const POINT =
  '(?:(?:\\d{4}年)?\\d{1,2}月(?:\\d{1,2}[日号]|[上中下]旬|中上旬|上中旬|中下旬|初|中|底|末)?|\\d{4}年底|(?:\\d{4}年)?(?:春节|元旦|除夕|元宵节?|小年)(?:期间|前夕)?)';
const PHRASE = new RegExp(
  `(?:从|自)?${POINT}(?:\\([^()]{1,8}\\))?(?:(?:起|开始)?[-至到~—]{1,2}(?:${POINT}|\\d{1,2}日))?(?:之前|以前|前夕?|结束)?`,
  'g',
);
const BEFORE = new RegExp(`${POINT}(?:\\([^()]{1,8}\\))?(?:之前|以前|前)(?!夕)`, 'g');
const DONE = /完成|落实|到位|发放|上报|报送|汇总|结束|送到|送达|拨付|总结|报/;

/**
 * Stages from headings that date them, and deadlines from sentences that say by when something is to be done. Without a year in the document (`hasYear`)
 * a date that leaves its own out can't be placed, and none is guessed.
 */
export function scheduleOf(passages: readonly Passage[], hasYear: boolean): Schedule {
  const schedule: Schedule = { stages: [], deadlines: [], used: [] };
  for (const [index, passage] of passages.entries()) {
    const { paragraph, section } = passage;
    if (paragraph.cells || paragraph.text.length > 4000) continue;
    const figures = scanFigures(paragraph.text).filter(({ kind }) => kind === 'date');
    const isStage =
      section && STAGE.test(paragraph.text.slice(0, 60)) && (section.style === 'stage' || STAGE.test(section.title));
    if (isStage && takeStage(passage, index, figures, schedule, hasYear)) continue;
    takeDeadlines(passage, index, figures, schedule, hasYear);
  }
  return schedule;
}

function takeStage(
  { paragraph, section }: Passage,
  passage: number,
  figures: readonly Figure[],
  schedule: Schedule,
  hasYear: boolean,
): boolean {
  const { text, printed } = paragraph;
  const head = text.slice(0, 90);
  const found = [...head.matchAll(PHRASE)].find((each) => isPlaced(each[0], hasYear));
  if (!found || !section) return false;
  const phrase = printed.slice(found.index, found.index + found[0].length);
  const name = printed
    .slice(section.label?.text.length ?? 0, found.index)
    .replace(/^(?:第[一二三四五六]阶段)?[:：、]*/, '')
    .replace(/[（(:：，,]+$/, '');
  if (name.length < 2 || name.length > 40) return false;
  schedule.stages.push({
    name,
    date: phrase,
    isUntil: isOpenStart(phrase),
    kind: kindOf(name),
    origin: { section: sourceOf(section), spot: spotAt(paragraph, found.index), paragraph: passage },
  });
  noteUsed(passage, figures, found.index, found.index + found[0].length, schedule);
  return true;
}

function isPlaced(phrase: string, hasYear: boolean): boolean {
  const read = readDatePhrase(phrase);
  return read !== undefined && (hasYear || !read.needsYear);
}

function isOpenStart(phrase: string): boolean {
  const read = readDatePhrase(phrase);
  return read !== undefined && read.resolve(2024).from === null;
}

function takeDeadlines(
  { paragraph, section, bodyFrom }: Passage,
  passage: number,
  figures: readonly Figure[],
  schedule: Schedule,
  hasYear: boolean,
): void {
  const { text, printed } = paragraph;
  for (const sentence of sentencesOf(text, bodyFrom)) {
    const words = text.slice(sentence.from, sentence.to);
    for (const { 0: phrase, index } of words.matchAll(BEFORE)) {
      if (!isPlaced(phrase, hasYear)) continue;
      const from = sentence.from + index;
      const name = todo(words, index, index + phrase.length);
      if (name === null) continue;
      schedule.deadlines.push({
        name: printed.slice(sentence.from + name.from, sentence.from + name.to),
        until: printed.slice(from, from + phrase.length),
        kind:
          kindOf(words.slice(index + phrase.length, index + phrase.length + 12)) ??
          kindOf(words.slice(name.from, name.to)),
        isSoft: /原则上/.test(words.slice(Math.max(0, index - 12), index)),
        origin: { section: sourceOf(section), spot: spotAt(paragraph, from), paragraph: passage },
      });
      noteUsed(passage, figures, from, from + phrase.length, schedule);
    }
  }
}

/** What is to be done by then: behind the date or, where nothing stands there, before it. */
function todo(words: string, from: number, to: number): { from: number; to: number } | null {
  const behind = /^[，,]?(?:全部|必须|务必|要|须)?([^。]{2,60}?)(?=[，,；;。]|$)/.exec(words.slice(to));
  if (behind?.[1] && DONE.test(behind[1])) {
    const start = to + behind[0].indexOf(behind[1]);
    if (behind[1].length >= 4) return { from: start, to: start + behind[1].length };
  }
  const ahead =
    /([^，,；;。]{4,60})(?:[，,](?:原则上|须|应|必须|要|在|于|均|全部)*|(?:原则上|须|应|必须|要|在|于|均)+)$/.exec(
      words.slice(0, from),
    );
  if (ahead?.[1] && DONE.test(words.slice(from))) return { from: ahead.index, to: ahead.index + ahead[1].length };
  return null;
}

function noteUsed(passage: number, figures: readonly Figure[], from: number, to: number, { used }: Schedule): void {
  for (const figure of figures) if (figure.from < to && figure.to > from) used.push({ passage, figure });
}

/** How a document says that money or goods are to be given: 必须通过金融机构渠道实行社会化发放, 按照政府采购方式进行采购. */
export function deliveryOf(passages: readonly Passage[]): DraftDelivery[] {
  const rules: DraftDelivery[] = [];
  for (const [index, { paragraph, section, bodyFrom }] of passages.entries()) {
    for (const { from, to } of sentencesOf(paragraph.text, bodyFrom)) {
      const words = paragraph.text.slice(from, to);
      if (!/必须|一律|须|应当?|要|统一|严格|原则上/.test(words) || /承担|资助/.test(words)) continue;
      const isBank =
        /社会化发放|金融机构|银行|一卡通|打卡发放|转账|代发/.test(words) && /补助|资金|慰问金|现金|救助金/.test(words);
      const isProcured = /政府采购/.test(words) && /实物|慰问品|物资|物品/.test(words);
      const origin = { section: sourceOf(section), spot: spotAt(paragraph, from), paragraph: index };
      const sentence = { text: paragraph.printed.slice(from, to), spot: origin.spot };
      if (isBank)
        rules.push({
          form: 'cash',
          through: 'bank',
          exceptVisits: /不包[含括].{0,12}走访/.test(words),
          origin,
          sentence,
        });
      if (isProcured) rules.push({ form: 'goods', through: 'procurement', exceptVisits: false, origin, sentence });
    }
  }
  return rules.filter((rule, index) => rules.findIndex(({ form }) => form === rule.form) === index);
}
