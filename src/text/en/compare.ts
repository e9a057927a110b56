import type { CompareWords } from '../zh/compare.ts';

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** The same in English. */
const en: CompareWords = {
  title: (from, to) => `${from} → ${to}`,
  year: (year) => `${year}`,
  sides: { from: 'first', to: 'second' },
  sheet: 'Comparison',
  columns: {
    change: 'Change',
    reach: (side) => `Reach, ${side}`,
    reachDifference: 'Reach, difference',
    reachPercent: (rate) => `Reach, ${rate}`,
    standard: (side) => `Standard, ${side}`,
    standardChange: 'Standard, change',
    amount: (side) => `Amount, ${side}`,
    lowerBound: (side) => `Lower bound, ${side}`,
    difference: 'Difference',
    count: 'Difference',
    percent: (yearOnYear) => (yearOnYear ? 'year on year' : 'per cent'),
    note: 'Note',
  },
  change: { kept: 'kept', added: 'added', dropped: 'dropped' },
  moved: (from) => `moved from ${from}`,
  movedAway: (measure, to) => `moved to ${to}: ${measure}`,
  called: (name, before) => `${name} (before: ${before})`,
  byCategory: 'kept (same people)',
  forCategory: (category) => `neither id nor name agree; both are for “${category}” alone`,
  standards: {
    sheet: 'Standards',
    raised: 'raised',
    lowered: 'lowered',
    changed: 'changed',
    same: 'same',
    unknown: 'not stated in one',
  },
  reach: {
    sheet: 'Reach',
    total: 'Total (as payouts)',
    unit: (word) => `Items added up, ${word}`,
    atLeast: '≥ is a lower bound: some measures have no count, or the document says “at least”.',
    otherUnit: 'different unit',
  },
  percent: { up: (percent) => `up ${percent}%`, down: (percent) => `down ${percent}%`, level: 'level' },
  about: '~',
  common: (measures) => `of which ${counted(measures, 'measure', 'measures')} with an amount in both`,
  statedTotal: 'Total that the document states',
  verdict: {
    measures: (kept, added, dropped, moved) =>
      `Measures: ${kept} kept${moved > 0 ? ` (${moved} in another department)` : ''}, ${added} added, ${dropped} dropped`,
    standards: (parts) => `Standards of those kept: ${parts.join(', ')}`,
    counts: {
      raised: (count) => `${count} raised`,
      lowered: (count) => `${count} lowered`,
      changed: (count) => `${count} changed otherwise`,
      same: (count) => `${count} the same`,
      unknown: (count) => `${count} can’t be compared, since at least one document states none`,
    },
    unchanged: 'Departments, measures, standards, reach and money are the same in both.',
    regions: (from, to) => `The documents are of different regions: ${from}, ${to}`,
  },
  notes: {
    atLeast: '≥ is a lower bound: some measures have no amount, or the document says “at least”.',
    changes: '“added” and “dropped” describe what the documents list; what was actually done, they can’t tell.',
    mend: 'If something is the same but was not recognised, add the department’s other name to aliases: or give the measure the same id.',
    partial:
      '※ at least one side is not a complete figure (a lower bound ≥, a known part, overlapping figures, an upper limit): what is known is subtracted, and this is not the change of the whole.',
    basis: (stated, itemised) =>
      `The totals have different bases: ${stated} is what the document states, ${itemised} what its items add up to.`,
    overlapping: (side) => `The items of ${side} overlap and are not added up; its total is the one that is stated.`,
  },
};

export default en;
