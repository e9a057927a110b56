import width from 'fast-string-width';
import { KINDS } from './kinds.mjs';

const MOST_LINES = 16;

/** What is told of every mix, and how it is got from one run; `undefined` where the program does not say it. */
const LINES = [
  ['true pairs of rows', ({ truths }) => truths, 0],
  ['certain: precision', ({ certain }) => certain.precision, 5],
  ['  recall', ({ certain }) => certain.recall],
  ['confirmed too: precision', ({ confirmed }) => confirmed.precision, 5],
  ['  recall', ({ confirmed }) => confirmed.recall],
  ['  F1', ({ confirmed }) => confirmed.f1],
  ['review answered rightly: recall', ({ answered }) => answered?.recall],
  ['  questions per 1,000 rows', ({ questions }) => questions, 1],
  ['  of them the same', ({ bands }) => bands?.review.same],
  ['confirmed pairs that are the same', ({ bands }) => bands?.confirmed.same, 5],
  ['merged at the best threshold: F1', ({ merged }) => merged?.f1],
  ['  at', ({ merged }) => merged?.threshold],
  ['said − same, where it is furthest off', ({ calibration }) => furthest(calibration)],
  ['processor seconds', ({ seconds }) => seconds, 1],
  ['peak MB', ({ peak }) => peak, 0],
  ['Splink: F1 at its best threshold', ({ splink }) => splink?.f1],
  ['  precision', ({ splink }) => splink?.precision],
  ['  recall', ({ splink }) => splink?.recall],
];

function furthest(calibration) {
  const gaps = calibration?.map(({ gap }) => gap).filter((gap) => gap !== null) ?? [];
  return gaps.length === 0 ? undefined : gaps.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
}

/** The median, and the least and the most over the seeds. */
function spread(values, digits) {
  const known = values.filter((value) => value !== undefined && value !== null);
  if (known.length === 0) return undefined;
  const text = (value) => value.toFixed(digits).padStart(9);
  return [middle(known), Math.min(...known), Math.max(...known)].map(text).join(' ');
}

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
/** Chinese characters are two columns wide. */
const padded = (text, columns) => text + ' '.repeat(Math.max(0, columns - width(text)));

export function printMix(title, runs) {
  console.log(`\n${title}`);
  console.log(`${''.padEnd(40)}${['median', 'least', 'most'].map((word) => word.padStart(9)).join(' ')}`);
  const print = (name, values, digits = 3) => {
    const text = spread(values, digits);
    if (text) console.log(`${name.padEnd(40)}${text}`);
  };
  for (const [name, value, digits] of LINES) print(name, runs.map(value), digits);
  printFalse(runs, print);
  printCalibration(runs, print);
  printLists(runs);
  printEvidence(runs);
}

function printFalse(runs, print) {
  for (const [name, field] of [
    ['certain', 'falseCertain'],
    ['confirmed too', 'falseConfirmed'],
  ]) {
    if (!runs[0]?.[field]) continue;
    const kinds = KINDS.filter((kind) => runs.some((run) => run[field][kind] > 0));
    console.log(`false pairs per 10,000 rows, ${name}${kinds.length === 0 ? ': none' : ''}`);
    for (const kind of kinds)
      print(
        `  ${kind}`,
        runs.map((run) => (run[field][kind] / run.rows) * 10_000),
        2,
      );
  }
}

function printCalibration(runs, print) {
  if (!runs[0]?.calibration) return;
  console.log('calibration: said − same (bins of 100 pairs or more)');
  for (const [place, { from, upTo }] of runs[0].calibration.entries()) {
    const bins = runs.map(({ calibration }) => calibration[place]);
    print(
      `  ${from}–${upTo} (${bins.reduce((sum, { pairs }) => sum + pairs, 0)} pairs)`,
      bins.map(({ gap }) => gap),
    );
  }
}

/** Of the lists that have most people in common. */
function printLists(runs) {
  const all = new Map();
  for (const { byLists } of runs) {
    for (const { lists, pairs, together } of byLists) all.set(lists, [...(all.get(lists) ?? []), { pairs, together }]);
  }
  const pairsOf = (lines) => lines.reduce((sum, { pairs }) => sum + pairs, 0);
  const most = [...all].sort(([, a], [, b]) => pairsOf(b) - pairsOf(a)).slice(0, MOST_LINES);
  if (most.length < 2) return;
  console.log(`recall between lists, certain and confirmed too (medians)`);
  for (const [lists, lines] of most) {
    const recall = (place) => middle(lines.map(({ pairs, together }) => together[place] / pairs)).toFixed(3);
    console.log(`  ${padded(lists, 38)} ${recall(0).padStart(9)} ${recall(1).padStart(9)}  ${pairsOf(lines)} pairs`);
  }
}

function printEvidence(runs) {
  const all = new Map();
  for (const { evidence, pairs, same } of runs.flatMap((run) => run.evidence ?? [])) {
    const line = all.get(evidence) ?? { pairs: 0, same: 0 };
    all.set(evidence, { pairs: line.pairs + pairs, same: line.same + same });
  }
  if (all.size === 0) return;
  console.log('pairs confirmed or asked about, by evidence; share the same');
  for (const [evidence, { pairs, same }] of [...all].sort(([, a], [, b]) => b.pairs - a.pairs).slice(0, MOST_LINES)) {
    console.log(`  ${String(pairs).padStart(7)} ${(same / pairs).toFixed(3)}  ${evidence || '(none)'}`);
  }
}
