import type { DraftFund } from './draft.ts';
import type { Reading } from './mention.ts';
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
  // A headline tells what the text tells again: the last of the same is the one with its words.
  const incomes = [...new Map(all.map((each) => [each.value, each])).values()];
  const kept = new Set(incomes);
  for (const { passage, figure } of all.filter((each) => !kept.has(each)))
    fates.set(passage, figure, { aside: 'repeated' });
  for (const { passage, figure } of mentions.filter(({ role, isPast }) => role === 'income' && isPast))
    fates.set(passage, figure, { open: 'no-place' });
  const names = distinct(incomes.map(({ before, sentence }) => `${givers[sentence]?.name ?? ''}${sourceName(before)}`));
  return incomes.flatMap(({ passage, figure, value, sentence }, index): DraftFund[] => {
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

/** 筹集社会捐款: what came in, by the words right before the figure. */
function sourceName(before: string): string {
  const words =
    /(?:募集|筹集|筹措|筹得|募捐|募得|捐款|捐赠|接收|接受|收到|争取)?[\u4e00-\u9fff]{0,8}?(?:捐款|善款|资金|款物|款|物资|捐赠)?(?:共计|合计|达|共|约)?$/.exec(
      before,
    )?.[0] ?? '';
  const name = words.replace(/(?:共计|合计|达|共|约)$/, '');
  return name.length >= 2 ? name : '筹集资金';
}
