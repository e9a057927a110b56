import type { Cut } from '../../answer/cases/cut.ts';
import type { RankedDoubt } from '../../answer/cases/ranked-doubts.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { CasesWords } from '../../text/zh/cases.ts';
import type { DoubtsWords } from '../../text/zh/doubts.ts';
import { type Cell, number, type Report, type Sheet, type VerdictLine } from '../sheet.ts';
import { tableOf } from '../table.ts';
import { unitName } from './cases-verdict.ts';

/** Doubts by person, cut, and the words to say it with. */
export interface ExaminedDoubts {
  readonly title: string;
  readonly cut: Cut;
  readonly say: DoubtsWords;
  readonly cases: CasesWords;
}

const WIDE = { kind: 'text', use: 'wide' } as const;

const figure = (count: number) => grouped(String(count));
const casesOf = (doubts: readonly RankedDoubt[]) => doubts.reduce((sum, { cases }) => sum + cases.length, 0);

/** Who is to be looked at first, and what is known of the others. */
export function doubtsReport(examined: ExaminedDoubts): Report {
  const { title, cut, say } = examined;
  return {
    title: say.title(title),
    verdict: doubtsVerdict(examined),
    sheets: [
      doubtsSheet(say.sheet, cut.chosen, [], examined),
      ...(cut.sample.length > 0 ? [doubtsSheet(say.sample, cut.sample, [say.sampleNote], examined)] : []),
    ],
  };
}

/** What the cut leaves out is always said, and never called right. */
export function doubtsVerdict({ cut, say }: Pick<ExaminedDoubts, 'cut' | 'say'>): VerdictLine[] {
  const { chosen, sample, rest, answered, missed } = cut;
  const { verdict: words } = say;
  const people = figure(chosen.length + rest.doubts);
  if (chosen.length + rest.doubts === 0) return [['plain', words.none]];
  if (rest.doubts === 0) return [['warning', words.all(people, figure(casesOf(chosen)))]];
  const money = (fen: bigint) => grouped(yuan(fen));
  return [
    ['warning', words.cut(figure(chosen.length), people, figure(casesOf(chosen) + rest.cases))],
    ['plain', words.rest(figure(rest.doubts), money(rest.atStake))],
    missed
      ? ['strong', words.missed(money(missed.money), money(missed.low), money(missed.high), figure(answered))]
      : ['warning', sample.length > 0 ? words.unknown(figure(answered), figure(sample.length)) : words.noSample],
  ];
}

function doubtsSheet(
  name: string,
  doubts: readonly RankedDoubt[],
  above: readonly string[],
  { say, cases: words }: ExaminedDoubts,
): Sheet {
  const { columns } = say;
  const money = (value: bigint): Cell => ({ kind: 'money', value, in: 'yuan' });
  const several = (texts: readonly string[]) => [...new Set(texts)].join(words.separator);
  return {
    name,
    above,
    ...tableOf(
      [...doubts.entries()],
      [
        [columns.number, 'count', ([index]) => ({ kind: 'count', value: BigInt(index + 1) })],
        [
          columns.people,
          { kind: 'text', width: 26 },
          ([, { people }]) => number(people.length === 0 ? say.nobody : several(people)),
        ],
        [columns.atStake, 'money', ([, { atStake }]) => money(atStake)],
        [columns.expected, 'money', ([, { expected }]) => money(expected)],
        [columns.cases, 'count', ([, { cases }]) => ({ kind: 'count', value: BigInt(cases.length) })],
        [columns.says, { kind: 'text', width: 44 }, ([, { cases }]) => several(cases.map(({ says }) => says))],
        [columns.state, WIDE, ([, { cases }]) => several(cases.map(({ state }) => words.state[state]))],
        [
          columns.units,
          WIDE,
          ([, { cases }]) => several(cases.flatMap(({ units }) => units.map((unit) => unitName(unit, words)))),
        ],
        [columns.places, WIDE, ([, { cases }]) => several(cases.flatMap(({ finding }) => finding?.places ?? []))],
        [columns.ids, WIDE, ([, { cases }]) => number(several(cases.map(({ id }) => id)))],
      ],
    ),
    below: [say.below],
  };
}
