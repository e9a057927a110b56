import { readMoney } from '../quantity.ts';
import type { Around } from './around.ts';
import { DIVIDED } from './divided.ts';
import type { Figure } from './figure.ts';
import { judgeCount } from './judge-count.ts';
import { type Judgement, judgeMoney } from './judge-money.ts';
import { labelOf } from './label.ts';
import { type Fate, Fates, type Mention, type Reading, type Told } from './mention.ts';
import { departmentOf, type Passage, within as sectionsAround } from './outline.ts';
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
        const isInPart = partGoesOn || isPart(text.slice(Math.max(from, figure.from - NEAR), figure.from));
        const counted = within[at - 1] && isPart(around.ahead) ? fates.of(index, within[at - 1] as Figure) : undefined;
        const before = mentions.at(-1);
        const isNext = before?.passage === index && before.sentence >= told.length - 2;
        const judged = asPart(judge(figure, around), around, counted, isInPart && isNext ? before.role : undefined);
        if ('aside' in judged) fates.set(index, figure, { aside: judged.aside });
        else if ('open' in judged) fates.set(index, figure, { open: judged.open });
        else {
          const offset = figure.from - from;
          const isPast = history !== null && offset >= history.from && offset < history.to;
          const isBracketed = judged.role === 'reach' && BRACKETED.test(around.ahead);
          seen.add(figure);
          mentions.push({
            figure,
            passage: index,
            sentence: told.length - 1,
            // What was raised in other years is history, as what was given then is.
            role: judged.role === 'income' && isPast ? 'amount' : judged.role,
            value: judged.value,
            isDoubtful: judged.doubt !== undefined,
            isPart: isInPart || isBracketed,
            isBracketed,
            isEach: judged.role === 'goods' && EACH_GETS.test(around.clause),
            isTotal: /(?:共计|合计|总计|累计|总额|总金额|共|总共)(?:[\u4e00-\u9fff“”]{0,10})$/.test(around.before),
            isPast,
            condition: conditionOf(text, within[at - 1], figure),
            before: around.before,
            after: around.after,
            ahead: around.ahead,
          });
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

/**
 * 共申报69人，其中市区10人: parts of those who are only counted are so, too; and parts of those who get something
 * (救助57人。其中市区6人) get it, whatever is said of them.
 */
function asPart(
  judged: Judgement,
  { printed, rest, ahead }: Around,
  counted: Fate | undefined,
  whole?: Mention['role'],
): Judgement {
  const isGiven = /[为向给]其中[^，。；]{0,6}$/.test(ahead);
  const isCounted = !isGiven && counted !== undefined && 'aside' in counted && counted.aside === 'population';
  if ('role' in judged && judged.role === 'reach' && isCounted && !/元/.test(rest)) return { aside: 'population' };
  const isUndecided = 'open' in judged && judged.open === 'undecided';
  return isUndecided && whole === 'reach' && /[人户名位]$/.test(printed) ? { role: 'reach', value: printed } : judged;
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

function judge(figure: Figure, around: Around): Judgement {
  switch (figure.kind) {
    case 'money':
      return judgeMoney(around);
    case 'count':
      return judgeCount(around);
    case 'bare':
      return judgeBare(around);
    case 'vague':
    case 'cut':
      return { open: figure.kind };
    default:
      return { aside: figure.kind };
  }
}

/** 8700多万城乡困难群众, 3.2万困难家庭: what is counted in tens of thousands may go without its measure word. */
function judgeBare(around: Around): Judgement {
  const people =
    /^(?:(?![让使给向为送大元款])[\u4e00-\u9fff]){0,8}?(群众|职工|学生|学子|老人|儿童|人口|对象|残疾人|农民工|居民|党员|患者|妇女|家庭|农户|贫困户)/.exec(
      around.after,
    )?.[1];
  if (!people || !/[万亿][余多]?$/.test(around.printed)) return { open: 'no-unit' };
  return judgeCount({ ...around, printed: `${around.printed}${/家庭|户$/.test(people) ? '户' : '人'}` });
}

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

/** Is 其中 said before, or into how many steps it is divided (85人，分三档：一档10人), and nothing since that begins anew? */
function isPart(before: string): boolean {
  const open = before.replace(/\([^()]*\)/g, (closed) => ' '.repeat(closed.length));
  const at = Math.max(open.lastIndexOf('其中'), open.search(DIVIDED));
  return at >= 0 && !/[，,](?:另外?|此外|同时|共计|合计|总计|还)/.test(open.slice(at));
}

/** 280户（一类户90户）, 7人（全国劳模1人，省部级劳模6人): what a bracket right behind a count tells of it. */
const BRACKETED = /\d[余多]?万?[户人名位][^，。；;()]{0,10}\([^()]{0,24}$/;
const EACH_GETS = /每一?[户人名位个家][^，。；]{0,30}$/;

function conditionOf(text: string, before: Figure | undefined, figure: Figure): Mention['condition'] {
  if (!before || (before.kind !== 'household' && before.kind !== 'age')) return null;
  if (/[，,。；;]/.test(text.slice(before.to, figure.from)) && before.kind === 'age') return null;
  return { figure: before, text: text.slice(before.from, before.to) };
}
