import { checkCampaign } from '../../../src/checks/campaign/check-campaign.ts';
import { readDatePhrase } from '../../../src/domain/date-phrase.ts';
import { readDuration } from '../../../src/domain/duration.ts';
import { readCount, readMoney } from '../../../src/domain/quantity.ts';
import { rateCoverage, readRate } from '../../../src/domain/rate.ts';
import { type Budget, budgetOf, type Subtotal } from '../../../src/totals/budget/budget.ts';
import type { MeasureBudget } from '../../../src/totals/budget/measure-budget.ts';
import * as figures from './figures.ts';
import { campaignWith, keysOf, loaded, refusal } from './loading.ts';
import { inCell, table } from './markdown.ts';
import * as words from './reading.ts';
import { OTHERWISE, PRODUCTS, REFUSED, WHOLES } from './totals.ts';

/** The season of the examples, and what shares are of. */
const SEASON = 2025;
const BASES = { 低保标准: '每人每月1510元' };

type Rows = typeof figures.COUNTS;

/** A row for each figure; what it is about stands once. */
function rowsOf(rows: Rows, read: (printed: string) => readonly string[]): string[][] {
  return rows.flatMap(([what, ...all]) =>
    all.map((printed, index) => [index === 0 ? what : '', `\`${printed}\``, ...read(printed)]),
  );
}

function known<T>(read: T | undefined, printed: string): T {
  if (read === undefined) throw new Error(`${printed} is not read`);
  return read;
}

function quantity(printed: string) {
  const [count, money] = [readCount(printed), readMoney(printed)];
  return 'ok' in count && count.ok.unit !== 'none' ? count.ok : known('ok' in money ? money.ok : undefined, printed);
}

const measureOf = (keys: object) =>
  known(
    loaded(
      campaignWith('', { bases: BASES, departments: [{ name: '民政局', measures: [{ name: '节日补助', ...keys }] }] }),
    ).campaign.departments[0]?.measures[0],
    '',
  );

function standard(printed: string): string[] {
  const read = known(measureOf({ standard: printed }).standard, printed);
  return [words.standard(read), words.payout(read)];
}

function rate(printed: string): string[] {
  const read = readRate(printed);
  if (!('ok' in read)) throw new Error(`${printed} is not read`);
  return [words.rate(read.ok), words.interval(rateCoverage(read.ok), 'money')];
}

const condition = (printed: string) => [measureOf({ eligible: { age: printed } }).eligible?.age ?? ''];
const duration = (printed: string) => [words.duration(known(readDuration(printed), printed))];
const date = (printed: string) => [words.period(known(readDatePhrase(printed), printed).resolve(SEASON))];

export const countTable = () =>
  table(
    ['what', 'printed', 'read as'],
    rowsOf(figures.COUNTS, (printed) => [words.figure(quantity(printed))]),
  );
export const amountTable = () =>
  table(
    ['what', 'printed', 'read as'],
    rowsOf(figures.AMOUNTS, (printed) => [words.figure(quantity(printed))]),
  );
export const qualifiedTable = () =>
  table(
    ['what is covered', 'printed', 'read as', 'covers'],
    rowsOf(figures.QUALIFIED, (printed) => [words.figure(quantity(printed)), words.covers(quantity(printed))]),
  );
export const rateTable = () => table(['what', 'printed', 'read as', 'a payout may be'], rowsOf(figures.RATES, rate));
export const standardTable = () =>
  table(['what', 'printed', 'read as', 'a payout comes to'], rowsOf(figures.STANDARDS, standard));
export const durationTable = () => table(['what', 'printed', 'read as'], rowsOf(figures.DURATIONS, duration));
export const conditionTable = () => table(['what', 'printed', 'read as'], rowsOf(figures.CONDITIONS, condition));
export const dateTable = () => table(['what', 'printed', 'days'], rowsOf(figures.DATES, date));

export function productTable(): string {
  const rows = PRODUCTS.map(([what, yaml]) => {
    const file = loaded(
      campaignWith('', {
        bases: BASES,
        departments: [{ name: '民政局', measures: [{ name: '节日补助', ...keysOf(yaml) }] }],
      }),
    );
    return [what, inCell(yaml), ...product(budgetOf(file.campaign).departments[0]?.measures[0])];
  });
  return table(['what', 'measure', 'computed', 'check'], rows);
}

function product(measure: MeasureBudget | undefined): string[] {
  const { computed, check, difference } = known(measure, '');
  const off = difference === null ? '' : ` (by ${words.money(difference < 0n ? -difference : difference)})`;
  return [computed ? words.interval(computed, 'money') : '—', `\`${check}\`${off}`];
}

export function wholeTable(): string {
  const rows = WHOLES.map(([what, yaml]) => {
    const { stated, measures } = keysOf(yaml) as { stated?: object; measures: object[] };
    const named = measures.map((measure, index) => ({ name: `项目${index + 1}`, ...measure }));
    const { campaign, place } = loaded(
      campaignWith('', { ...(stated && { stated }), departments: [{ name: '民政局', measures: named }] }),
    );
    const budget = budgetOf(campaign);
    const { findings } = checkCampaign(budget, place, '2025-01-07');
    const rules = new Set(
      findings.filter(({ rule }) => !ASIDE.has(rule)).map(({ rule, severity }) => `${severity}: \`${rule}\``),
    );
    return [what, inCell(yaml), whole(budget), [...rules].join('<br>')];
  });
  return table(['what', 'document', 'budget', 'findings'], rows);
}

/** What is found of examples because they are so short. */
const ASIDE = new Set(['unquantified-measure', 'unknown-reference']);

function whole({ itemised, overlapping, amount, basis }: Budget): string {
  const money = amount === null ? [] : [`${basis === 'itemised' ? sum(itemised) : words.money(amount)} (${basis})`];
  const items = basis === 'stated' ? [`items ${sum(itemised)}`] : [];
  const beside = overlapping ? [`overlapping ${sum(overlapping)}`] : [];
  return [...money, ...items, ...beside, ...reach(itemised)].join('<br>');
}

const sum = ({ amount, lowerBound }: Subtotal) =>
  amount === null ? '—' : `${lowerBound ? '≥ ' : ''}${words.money(amount)}`;

function reach({ reach: counts }: Subtotal): string[] {
  const units = ['persons', 'households', 'items', 'personTimes', 'householdTimes', 'pieces', 'institutions'] as const;
  const each = units.flatMap((unit) => (counts[unit] === null ? [] : [words.count(counts[unit], unit)]));
  if (counts.all === null) return each.length > 0 ? [each.join(', ')] : [];
  return [each.join(', '), `${counts.all} 人次 in all`];
}

export function otherwiseTable(): string {
  const rows = OTHERWISE.map(([what, refused, instead]) => {
    if (refusal(measureYaml(refused)).said.length === 0) throw new Error(`${refused} is read`);
    loaded(measureYaml(instead));
    return [what, inCell(refused), inCell(instead)];
  });
  return table(['what', 'refused', 'written instead'], rows);
}

const measureYaml = (yaml: string) => campaignWith('departments.measures', { name: '节日补助', ...keysOf(yaml) });

export function refusalTable(): string {
  const rows = REFUSED.map(([path, yaml]) => {
    const needs = path === 'deadlines' ? { name: '发放到位' } : path === '' ? {} : { name: '节日补助' };
    const { said } = refusal(campaignWith(path, { ...needs, ...keysOf(yaml) }));
    return [inCell(yaml), ...known(said[0], yaml)];
  });
  return table(['written', 'said', 'to fix'], rows);
}
