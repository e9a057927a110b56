import type { RoundedMoney } from '../../domain/money.ts';
import type { ScorecardWords } from '../zh/scorecard.ts';

const money = ({ figure, scale }: RoundedMoney) => (scale === '' ? `${figure} yuan` : `${figure}${scale}元`);

/** The same in English. */
const en: ScorecardWords = {
  sheet: 'The three promises',
  columns: { principle: 'Promise', state: 'How it stands' },
  wide: 'broad coverage (广覆盖)',
  none: 'nobody omitted (不遗漏)',
  once: 'few duplicates (少重复)',
  books: 'the books agree',
  coverage: (eligible, reached, rate) => `${reached} of ${eligible} people on the rosters reached, ${rate}`,
  listed: (planned, payouts, percent) =>
    `${planned} planned, ${payouts} payouts listed${percent === null ? ' (some measures have no plan, so they can’t be compared)' : `, ${percent}`}`,
  listedOnly: (payouts, persons) =>
    `${payouts} payouts to ${persons} people; the plan does not say how many (relief cover compares with rosters)`,
  planned: (planned) => `${planned} planned; without lists it is not known what is paid`,
  unplanned: 'the plan does not say how many, and there are no lists',
  notCounted: 'not checked (relief cover, relief budget)',
  omitted: (people) => `${people} omitted: on a roster, on no list`,
  unclear: (people) => `${people} to be verified`,
  lacking: (people) => `${people} without a measure that is due to them`,
  unlisted: (measures) =>
    `${measures} ${measures === '1' ? 'measure has' : 'measures have'} no list yet and could not be checked`,
  nobodyEligible: 'nothing to check: nobody on the rosters is to be reached',
  noneOmitted: 'nobody is omitted',
  noRoster: 'not checked (relief cover, with a roster)',
  repeated: (findings, amount) =>
    `${findings} double-payment errors, ${amount === null ? 'the lists do not say how much' : money(amount)} at stake`,
  notRepeated: (people) => `no double-payment errors; ${people} people get two payouts or more, see the findings`,
  toVerify: (findings) => `${findings} possible double payments to verify`,
  uncompared: (payouts) => `${payouts} rows without an ID number or a measure not compared`,
  separator: '; ',
  unsettled: (pairs) => `${pairs} ${pairs === '1' ? 'pair' : 'pairs'} of people who may be one person, not settled`,
  noLists: 'not checked: there are no lists (relief dedupe)',
  notCompared: 'duplicates were not looked for (relief dedupe)',
  outliers: (rows) => `; ${rows} listed out of all proportion left out`,
  reconciled: (listed, paid, failed, open) =>
    `${listed.mark}${money(listed)} listed, ${money(paid)} arrived, ${failed} payouts failed, ${open} open`,
};

export default en;
