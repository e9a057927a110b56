import { readMoney } from '../quantity.ts';
import type { Around } from './around.ts';
import type { Figure } from './figure.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judge-money.ts';
import { labelOf } from './label.ts';
import { Fates, type Mention, type Reading, type Told } from './mention.ts';
import { departmentOf, type Passage, within as sectionsAround } from './outline.ts';
import { asPart, BRACKETED, isPart } from './parts.ts';
import { Past } from './past.ts';
import { scanFigures } from './scan-figures.ts';
import { indexAt, type Sentence, sentencesOf } from './sentences.ts';

/** Reads every figure of a document and says what each is; those that are none of relief, and those not understood, have their fate. */
export function readMentions(passages: readonly Passage[], years: readonly number[]): Reading {
  const fates = new Fates();
  const past = new Past(years);
  const mentions: Mention[] = [];
  const seen = new Set<Figure>();
  const told: Told[] = [];
  let department: string | null = null;
  for (const [index, passage] of passages.entries()) {
    const { paragraph, section } = passage;
    const { text, printed } = paragraph;
    const own = departmentOf(section);
    if (own !== department || passage.bodyFrom > 0) past.reset();
    department = own;
    const figures = scanFigures(text);
    const start = labelOf(text)?.text.length ?? 0;
    let partGoesOn = false;
    let next = 0;
    for (const figure of figures) if (figure.to <= start) fates.set(index, figure, { aside: 'label' });
    for (const sentence of sentencesOf(text, start)) {
      const { from, to, isListed } = sentence;
      while ((figures[next]?.from ?? to) < Math.max(from, start)) next += 1;
      const within: Figure[] = [];
      for (; figures[next] && (figures[next] as Figure).from < to; next += 1) within.push(figures[next] as Figure);
      const history = past.within(text.slice(from, to), isListed);
      const isPartAtEnd: boolean = partGoesOn || isPart(text.slice(Math.max(from, to - NEAR), to));
      if (within.length === 0 && !isTold(text.slice(from, to))) continue;
      told.push({ passage: index, from, to, text: printed.slice(from, to), plain: text.slice(from, to), isListed });
      for (const [at, figure] of within.entries()) {
        const around = aroundOf(passage, sentence, within, at);
        const beside = within[at - 1];
        const isInPart = partGoesOn || isPart(text.slice(Math.max(from, figure.from - NEAR), figure.from));
        const counted = beside && isPart(around.ahead) ? fates.of(index, beside) : undefined;
        const before = mentions.at(-1);
        const isNext = before?.passage === index && before.sentence >= told.length - 2;
        const judged = asPart(judge(figure, around), around, counted, isInPart && isNext ? before.role : undefined);
        if ('aside' in judged) fates.set(index, figure, { aside: judged.aside });
        else if ('open' in judged) fates.set(index, figure, { open: judged.open });
        else {
          const offset = figure.from - from;
          const isPast = history !== null && offset >= history.from && offset < history.to;
          const at = { figure, passage: index, sentence: told.length - 1 };
          const condition = conditionOf(text, beside, figure);
          seen.add(figure);
          mentions.push({ ...at, ...mentioned(judged, around, isInPart, isPast), condition });
        }
      }
      dropSumOfIncomes(mentions, told.length - 1, fates);
      partGoesOn = isListed && isPartAtEnd;
    }
    for (const figure of figures) {
      if (figure.to > start && !seen.has(figure) && !fates.has(index, figure))
        fates.set(index, figure, { open: 'no-place' });
    }
  }
  return { passages, sentences: told, mentions, fates };
}

type Said = Extract<Judgement, { readonly role: unknown }>;

/** What is said of a figure that says something of relief. */
function mentioned(
  { role, value, doubt }: Said,
  { before, after, ahead, clause }: Around,
  isInPart: boolean,
  isPast: boolean,
): Omit<Mention, 'figure' | 'passage' | 'sentence' | 'condition'> {
  const isBracketed = role === 'reach' && BRACKETED.test(ahead);
  return {
    // What was raised in other years is history, as what was given then is.
    role: role === 'income' && isPast ? 'amount' : role,
    value,
    isDoubtful: doubt !== undefined,
    isPart: isInPart || isBracketed,
    isBracketed,
    isEach: role === 'goods' && EACH_GETS.test(clause),
    isTotal: /(?:共计|合计|总计|累计|总额|总金额|共|总共)(?:[\u4e00-\u9fff“”]{0,10})$/.test(before),
    isPast,
    before,
    after,
    ahead,
  };
}

/** 甲商会捐赠10万元、乙商会捐赠5万元，共计15万元: what came in, added up, is nothing that goes out. */
function dropSumOfIncomes(mentions: Mention[], sentence: number, fates: Fates): void {
  const own = mentions.slice(mentions.findLastIndex((each) => each.sentence !== sentence) + 1);
  const sumOf = (all: readonly Mention[]) =>
    all.reduce((sum, { value }) => {
      const read = readMoney(value);
      return 'ok' in read ? sum + read.ok.value : sum;
    }, 0n);
  const incomes = own.filter(({ role }) => role === 'income');
  const total = own.find((each) => each.role === 'amount' && each.isTotal);
  if (!total || incomes.length < 2 || sumOf(incomes) !== sumOf([total])) return;
  mentions.splice(mentions.indexOf(total), 1);
  fates.set(total.passage, total.figure, { open: 'no-place' });
}

/** Sentences that say something to a draft without a number: who is to set a standard, who pays. */
const isTold = (sentence: string) => /标准|资助|承担|列支|救助|补助|慰问|帮扶|帮困|发放|送/.test(sentence);

/** No sentence that means something is longer to either side of a figure. */
const NEAR = 300;

function aroundOf(
  { paragraph: { text, printed }, section }: Passage,
  sentence: Sentence,
  figures: readonly Figure[],
  at: number,
): Around {
  const figure = figures[at] as Figure;
  const before = figures[at - 1];
  const clauseAt = indexAt(sentence.clauses, figure.from);
  const clause = sentence.clauses[clauseAt] ?? sentence;
  const previous = sentence.clauses[clauseAt - 1];
  const hasMoney =
    previous &&
    figures
      .slice(Math.max(0, at - 8), at)
      .some(({ kind, from }) => kind === 'money' && from >= previous.from && from < previous.to);
  return {
    printed: printed.slice(figure.from, figure.to),
    before: text.slice(Math.max(Math.min(clause.from, figure.from), before?.to ?? 0, figure.from - NEAR), figure.from),
    clause: text.slice(Math.max(Math.min(clause.from, figure.from), figure.from - NEAR), figure.from),
    after: text.slice(figure.to, Math.min(sentence.to, figure.to + 40)),
    rest: text.slice(figure.to, Math.min(sentence.to, figure.to + NEAR)),
    previous: previous && !hasMoney ? text.slice(Math.max(previous.from, previous.to - NEAR), previous.to) : '',
    sentence: text.slice(Math.max(sentence.from, figure.from - NEAR), Math.min(sentence.to, figure.to + NEAR)),
    ahead: text.slice(Math.max(sentence.from, figure.from - NEAR), figure.from),
    earlier: text.slice(Math.max(0, sentence.from - 120), sentence.from),
    heading: sectionsAround(section)
      .map(({ title }) => title)
      .join(' '),
  };
}

const EACH_GETS = /每一?[户人名位个家][^，。；]{0,30}$/;

function conditionOf(text: string, before: Figure | undefined, figure: Figure): Mention['condition'] {
  if (!before || (before.kind !== 'household' && before.kind !== 'age')) return null;
  if (/[，,。；;]/.test(text.slice(before.to, figure.from)) && before.kind === 'age') return null;
  return { figure: before, text: text.slice(before.from, before.to) };
}
