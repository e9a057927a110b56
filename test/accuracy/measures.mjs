import { countPairs, Growing, scores } from './clusters.mjs';
import { byLists, falsePairs } from './kinds.mjs';

/** Up to which probability each bin of the calibration goes. */
const BINS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
const FEWEST_IN_A_BIN = 100;
const THRESHOLDS = [0.999, 0.995, 0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1];

/** How well rows are told to be one person's. Without people (public data) nothing is said of whom somebody was taken for. */
export function measured(truth, people, { identity, certain }, pairs) {
  const { personOf, rows } = truth;
  const { truths, ...certainly } = countPairs(certain, personOf);
  const confirmed = countPairs(identity, personOf);
  return {
    rows,
    truths,
    certain: scores(certainly, truths),
    confirmed: scores(confirmed, truths),
    ...(people && {
      falseCertain: falsePairs(certain, personOf, people),
      falseConfirmed: falsePairs(identity, personOf, people),
    }),
    byLists: byLists(truth, [certain, identity]),
    ...(pairs && ofPairs(truth, { identity, certain }, pairs, truths)),
  };
}

function ofPairs({ personOf, rows }, { identity, certain }, pairs, truths) {
  const asked = pairs.filter(({ band }) => band === 'review');
  const answered = new Growing(identity, personOf);
  for (const { one, other, isSame } of asked) if (isSame) answered.join(one, other);
  return {
    bands: Object.fromEntries(['certain', 'confirmed', 'review', 'apart'].map((band) => [band, ofBand(pairs, band)])),
    questions: (asked.length / rows) * 1000,
    answered: scores(answered, truths),
    merged: bestThreshold(certain, personOf, pairs, truths),
    calibration: calibration(pairs.filter(({ band }) => band === 'review' || band === 'confirmed')),
    evidence: byEvidence(pairs),
  };
}

function ofBand(pairs, band) {
  const found = pairs.filter((pair) => pair.band === band);
  return { pairs: found.length, same: shareSame(found) };
}

const shareSame = (pairs) => (pairs.length === 0 ? null : pairs.filter(({ isSame }) => isSame).length / pairs.length);

/** Whatever is at least so probable, merged without asking. */
function bestThreshold(certain, personOf, pairs, truths) {
  const clusters = new Growing(certain, personOf);
  const likeliest = [...pairs].sort((a, b) => b.posterior - a.posterior);
  let next = 0;
  let best = { f1: 0 };
  for (const threshold of THRESHOLDS) {
    for (; next < likeliest.length && likeliest[next].posterior >= threshold; next += 1) {
      clusters.join(likeliest[next].one, likeliest[next].other);
    }
    const reached = { threshold, ...scores(clusters, truths) };
    if (reached.f1 > best.f1) best = reached;
  }
  return best;
}

/** In each bin, what was said of its pairs against how many are the same; null for bins with too few to say. */
function calibration(pairs) {
  return BINS.map((upTo, place) => {
    const from = BINS[place - 1] ?? 0;
    const isLast = upTo === 1;
    const found = pairs.filter(({ posterior }) => posterior >= from && (posterior < upTo || isLast));
    const said = found.reduce((sum, { posterior }) => sum + posterior, 0) / found.length;
    const same = shareSame(found);
    return { from, upTo, pairs: found.length, gap: found.length < FEWEST_IN_A_BIN ? null : said - same };
  });
}

function byEvidence(pairs) {
  const found = new Map();
  for (const { band, evidence, isSame } of pairs) {
    if (band === 'apart') continue;
    const line = found.get(evidence) ?? { evidence, pairs: 0, same: 0 };
    line.pairs += 1;
    line.same += Number(isSame);
    found.set(evidence, line);
  }
  return [...found.values()].sort((a, b) => b.pairs - a.pairs);
}
