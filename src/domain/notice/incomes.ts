import { readMoney } from '../quantity.ts';
import type { DraftFund } from './draft.ts';
import type { Mention, Reading } from './mention.ts';
import { distinct } from './name-of.ts';
import { sourceOf } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import type { Placements } from './placements.ts';
import type { Giver } from './who-gives.ts';

/** Money that came in: a fund with its income each, never anything that is spent. */
export function incomesOf(
  { mentions, passages, sentences, fates }: Reading,
  givers: readonly (Giver | null)[],
  placements: Placements,
): DraftFund[] {
  const all = mentions.filter(({ role, isPast }) => role === 'income' && !isPast);
  // A headline tells what the text tells again: the last of the same is the one with its words. In one sentence two are two.
  const last = new Map(all.map(({ value, sentence }) => [value, sentence]));
  const incomes = all.filter(({ value, sentence }) => last.get(value) === sentence);
  const given = new Set(mentions.flatMap((each) => (each.role === 'amount' && !each.isPast ? sumOf(each) : [])));
  // What was raised and what was given of it may be one sum, told twice.
  const isGiven = (each: Mention) => sumOf(each).some((sum) => given.has(sum));
  const kept = new Set(incomes.filter((each) => !isGiven(each)));
  for (const { passage, figure } of all.filter((each) => !kept.has(each)))
    fates.set(passage, figure, { aside: 'repeated' });
  const names = distinct(
    [...kept].map(({ before, sentence }) => `${givers[sentence]?.name ?? ''}${sourceName(before)}`),
  );
  return [...kept].flatMap(({ passage, figure, value, sentence }, index): DraftFund[] => {
    const at = passages[passage];
    const told = sentences[sentence];
    const name = names[index];
    if (!at || !told || name === undefined) return [];
    placements.set(passage, figure, { at: name, key: 'income' });
    const spot = spotAt(at.paragraph, figure.from);
    return [
      {
        name,
        income: value,
        origin: { section: sourceOf(at.section), spot, paragraph: passage },
        sentence: { text: told.text, spot },
      },
    ];
  });
}

/** In fen, with its digits: 20万元 is 200000元; none where it can't be read. */
function sumOf({ value }: Mention): bigint[] {
  const read = readMoney(value);
  return 'ok' in read ? [read.ok.value] : [];
}

/** 筹集社会捐款: what came in, by the words right before the figure. */
function sourceName(before: string): string {
  const words =
    /(?:募集|筹集|筹措|筹得|募捐|募得|捐款|捐赠|接收|接受|收到|争取)?[\u4e00-\u9fff]{0,8}?(?:捐款|善款|资金|款物|款|物资|捐赠)?(?:共计|合计|达|共|约)?$/.exec(
      before,
    )?.[0] ?? '';
  const name = words.replace(/(?:共计|合计|达|共|约)$/, '');
  return name.length >= 2 ? name : '筹集资金';
}
