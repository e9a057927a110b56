import { type Case, PAIR_RULE } from '../answer/cases/case-book.ts';
import { aboutNow } from '../answer/cases/sending.ts';
import { grouped, yuan } from '../domain/money.ts';
import { maskText } from '../domain/shown/masking.ts';
import { renderTerminal } from '../render/terminal.ts';
import { pairSheet } from '../report/cases/review-pair.ts';
import { appendEvents } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import { type FoundCases, registerOf } from './cases.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { widthFor } from './options.ts';

interface ReviewOptions {
  readonly budget: number;
  readonly by: string;
  readonly showIds: boolean;
}

const figure = (count: number) => grouped(String(count));

/**
 * Asks about one pair after another, the dearest first. Each answer stands in the register before the next question: whoever stops, or
 * is stopped, loses none.
 */
export async function reviewPairs(found: FoundCases, options: ReviewOptions, context: Context): Promise<void> {
  const { io } = context;
  const { review: say } = found.say;
  const pairs = openPairs(found).slice(0, options.budget);
  if (pairs.length === 0) {
    context.say(say.none);
    return;
  }
  if (!io.lines) throw new UsageError(context.catalogue.cli.reviewNeedsPerson);
  const answers = new Map<string, boolean | null>();
  let at = 0;
  io.stdout.write(questionOn(pairs, at, found, options, context));
  for await (const line of io.lines()) {
    const word = line.trim().toLowerCase();
    const pair = pairs[at];
    if (!pair || word === 'q') break;
    if (word === 'y' || word === 'n') {
      record(found, pair, word === 'y', options, context);
      answers.set(pair.id, word === 'y');
      at += 1;
    } else if (word === 's' || word === '') {
      if (!answers.has(pair.id)) answers.set(pair.id, null);
      at += 1;
    } else if (word === 'b' && at > 0) at -= 1;
    else {
      io.stdout.write(`${word === 'b' ? say.noBack : say.unknown}\n${say.ask}`);
      continue;
    }
    if (at >= pairs.length) break;
    io.stdout.write(questionOn(pairs, at, found, options, context));
  }
  io.stdout.write('\n');
  const counted = (said: boolean | null) => figure([...answers.values()].filter((answer) => answer === said).length);
  const left = pairs.length - answers.size;
  context.say(say.done(counted(true), counted(false), counted(null), figure(left)));
}

/** Pairs that nobody decided yet, the most money first. */
function openPairs(found: FoundCases): Case[] {
  const { cases } = found.bookOf(registerOf(found).events);
  const stake = ({ finding }: Case) => finding?.amount ?? 0n;
  return cases
    .filter(({ rule, finding, phase }) => rule === PAIR_RULE && finding !== null && phase !== 'closed')
    .sort((a, b) => (stake(b) > stake(a) ? 1 : stake(b) < stake(a) ? -1 : 0));
}

function questionOn(
  pairs: readonly Case[],
  at: number,
  { say }: FoundCases,
  { showIds }: ReviewOptions,
  { io, chalk, catalogue }: Context,
): string {
  const pair = pairs[at];
  if (!pair) return '';
  const { amount } = pair.finding ?? {};
  const money = amount === null || amount === undefined ? '' : grouped(yuan(amount));
  const report = {
    title: say.review.head(figure(at + 1), figure(pairs.length - at - 1), money),
    sheets: [pairSheet(pair, say, { showIds })],
  };
  return `\n${renderTerminal(report, { width: widthFor(undefined, io), chalk, catalogue })}${say.review.ask}`;
}

function record({ plan, register }: FoundCases, pair: Case, isSame: boolean, { by }: ReviewOptions, { io }: Context) {
  appendEvents(register, plan.source.campaign.id, () => [
    {
      ...aboutNow(pair),
      time: eventTime(io),
      kind: 'reviewed',
      state: isSame ? 'confirmed' : 'refuted',
      by: maskText(by),
    },
  ]);
}
