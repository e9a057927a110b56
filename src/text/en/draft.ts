import type { DraftWords } from '../zh/draft.ts';

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', ');

/** What is said of drafts, in English. Loaded only by draft. */
const en: DraftWords = {
  head: (file) =>
    `Drafted by relief draft from ${file}. Every value has its sentence above it; once it is right, run relief budget.`,
  absent:
    'What the document does not say is left out, and nothing was worked out: what is absent is unknown, not zero.',
  toCheck: (what) => `To check: ${what}`,
  empty: 'No measures with figures were found in this document, so departments is empty',
  notRead: (pages) =>
    `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}: no text, perhaps only a picture, so not read`,
  spot: ({ unit, at }) => ({ line: `:${at}`, page: ` page ${at}`, paragraph: ` paragraph ${at}` })[unit],
  original: 'Document',
  asideTitle: 'Numbers that are not relief figures, and were left out:',
  openTitle: 'Figures that were left out and need a person to look at them:',
  none: 'none',
  more: (count) => `${count} more, see --format json`,
  unwritten: '未写明',
  equation: (all, placed, aside, open) =>
    `Numbers in the document: ${all} = ${placed} written + ${aside} not relief figures + ${open} left out`,
  doubts: (count) =>
    count === 0
      ? 'nothing is marked to be checked'
      : `${count} ${count === 1 ? 'place is' : 'places are'} marked “# To check”`,
  next: (file) => `Next: relief budget ${file}`,
  aside: {
    date: 'dates',
    duration: 'durations',
    document: 'document numbers',
    telephone: 'telephone numbers',
    'long-number': 'long numbers',
    address: 'addresses',
    age: 'ages',
    percent: 'percentages and multiples',
    ordinal: 'ordinals',
    label: 'item numbers',
    page: 'page numbers',
    attachment: 'attachment numbers',
    name: 'numbers in names',
    measurement: 'lengths, areas and the like',
    thing: 'kinds and items',
    times: 'events and batches',
    ratio: 'ratios and groupings',
    household: 'household sizes',
    institution: 'institutions and places',
    giver: 'people who help',
    population: 'registered or total population',
    condition: 'conditions (income, costs)',
    repeated: 'said before',
  },
  open: {
    vague: '数 or 几: too vague to be a number',
    'no-unit': 'no unit',
    cut: 'a blank or a line break within the number: it may be one number or two',
    unreadable: 'written in a way that is not understood',
    'two-readings': 'may be for each person or household, or for all together',
    'no-place': 'it is not clear which measure it belongs to, or what it is the total of',
    undecided: 'it can not be told whether this is a figure of relief',
    share: 'who pays how much of a sum that is told already; it may stand in funds',
    each: 'goods that each gets, and no lot',
    'other-count': 'another count of the same fact, or of something else',
    comparison: 'an increase, a decrease or a gap',
  },
  doubt: ({ kind, texts }) => {
    switch (kind) {
      case 'total-or-item':
        return 'the total of this department (its items add up to it exactly); if it is an item itself, move it to measures';
      case 'history':
        return `${quoted(texts)}: this campaign's, or the sum of several years? If so, add counts: false`;
      case 'rate-or-amount':
        return `${quoted(texts)}: for each, or for all together? Left out`;
      case 'other-count':
        return `there are two counts, ${quoted(texts)}; only the first is written`;
      case 'giver':
        return 'the document does not say which department gives it';
      case 'excluded':
        return `${quoted(texts)}: kept as a note; name the measure that they get instead in excludes`;
      case 'no-figure':
        return 'the document gives no figure';
      case 'does-not-agree':
        return `${texts.join(' × ').replace(/ × ([^×]*)$/, ' is not $1')}: is the document wrong, or are these not of one measure?`;
      case 'delegated':
        return 'somebody else sets the standard';
    }
  },
  key: {
    reach: 'reach',
    standard: 'standard',
    amount: 'amount',
    goods: 'goods',
    income: 'income',
    stated: 'total',
    departments: 'departments',
    history: 'earlier years',
    date: 'date',
    document: 'document number',
    eligible: 'condition',
  },
  check: {
    same: (campaign, notice, figures) => `${campaign} agrees with ${notice}: all ${figures} figures are in both`,
    missing: (count) => `In the document, but not in the campaign file: ${count}`,
    extra: (count) => `In the campaign file, but not in the document: ${count}`,
    unread: (count) =>
      `Not compared: ${count} ${count === 1 ? 'figure' : 'figures'} of the document that could not be read`,
    line: (place, text, what, context) => `  ${place}  ${text} (${what})  ${context}`,
  },
};

export default en;
