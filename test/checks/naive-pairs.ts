import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { isPerHousehold } from '../../src/domain/campaign/standard.ts';
import type { Severity } from '../../src/domain/finding.ts';
import type { Fen } from '../../src/domain/money.ts';
import { contactKey, readAccount } from '../../src/domain/people/contact.ts';
import { readPhone } from '../../src/domain/people/phone.ts';
import type { ListField } from '../../src/domain/row/list-field.ts';
import { judgeAmount } from '../../src/domain/row/payout-standard.ts';
import type { NaiveRow } from '../identity/naive-rows.ts';
import { exclusions } from './naive-exclusions.ts';

/** A payout of somebody who is known, and of a household where that is known. */
export interface Resolved extends NaiveRow {
  readonly identity: string;
  readonly household: string | null;
}

/** What was found, and on which rows. */
export interface NaiveFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly amount: Fen | null;
  readonly rows: readonly string[];
}

type Group = readonly Resolved[];
type Key = (row: Resolved) => readonly unknown[] | null;

/** What each rule between rows finds in payouts, on lists that have these fields among them. */
export function naiveFindings(
  rows: readonly Resolved[],
  campaign: Campaign | null,
  fields: ReadonlySet<ListField>,
): NaiveFinding[] {
  const withoutEarlier = (groups: readonly Group[]) => groups.filter((group) => group.some(({ earlier }) => !earlier));
  const found = (
    rule: string,
    severity: Severity | ((group: Group) => Severity),
    groups: readonly Group[],
    money: (group: Group) => Fen | null,
  ) =>
    withoutEarlier(groups).map(
      (group): NaiveFinding => ({
        rule,
        severity: typeof severity === 'string' ? severity : severity(group),
        amount: money(group),
        rows: group.map(({ place }) => place).sort(),
      }),
    );
  const groupsBy = (key: Key, of: (row: Resolved) => boolean = () => true) => grouped(rows.filter(of), key);
  const isSplit = (group: Group) => campaign !== null && isSplitPayment(group);
  const ofMeasure = groupsBy(
    (row) => (measureOf(row) === '' ? null : [row.identity, ...measureKey(row)]),
    ({ amount }) => amount !== 0n,
  );
  /** Something without a measure was taken back from the same person by the same department. */
  const isTakenBack = (row: Resolved) =>
    rows.some(
      (other) =>
        (other.amount ?? 0n) < 0n &&
        measureOf(other) === '' &&
        other.identity === row.identity &&
        departmentOf(other) === departmentOf(row),
    );
  const whole = campaign?.overlap?.household?.value;
  const single = campaign?.overlap?.person?.value;
  const shared = allowed(rows, campaign);
  return [
    ...found(
      'paid-twice',
      'error',
      ofMeasure.filter((group) => isPaidOften(group) && !isSplit(group)),
      tooMuch,
    ),
    ...found(
      'paid-twice',
      'warning',
      groupsBy(sameRow, pays).filter((group) => group.length > 1 && !group.some(isTakenBack)),
      tooMuch,
    ),
    ...(fields.has('measure') ? found('split-payment', 'hint', ofMeasure.filter(isSplit), () => null) : []),
    ...(fields.has('measure')
      ? exclusions(campaign).flatMap(({ pair, ofHousehold, isMutual }) => {
          const first = (group: Group) => group.filter((row) => idOf(row) === pair[0]);
          const second = (group: Group) => group.filter((row) => idOf(row) === pair[1]);
          const groups = groupsBy(
            (row) => [ofHousehold ? homeOf(row) : row.identity],
            (row) => row.amount !== 0n && pair.includes(idOf(row)),
          );
          const isPaid = (group: Group) => group.reduce((all, { amount }) => all + (amount ?? 1n), 0n) > 0n;
          const both = groups.filter((group) => isPaid(first(group)) && isPaid(second(group)));
          return found('excluded-combination', 'error', both, (group) =>
            isMutual ? least(sum(first(group)), sum(second(group))) : sum(first(group)),
          );
        })
      : []),
    ...(['error', 'hint'] as const).flatMap((severity) => {
      const groups = groupsBy(
        (row) => (row.household === null || measureOf(row) === '' ? null : [row.household, ...measureKey(row)]),
        ({ amount, ...row }) => amount !== 0n && isOfHousehold(row) === (severity === 'error'),
      );
      const several = fields.has('measure')
        ? groups.filter((group) => countOf(group, identityOf) > 1 && isPaidOften(group))
        : [];
      return found('household-paid-twice', severity, several, severity === 'error' ? tooMuch : () => null);
    }),
    ...(single === undefined
      ? []
      : found(
          'over-person-ceiling',
          'error',
          groupsBy((row) => [row.identity]).filter((group) => (sum(group) ?? 0n) > single),
          (group) => (sum(group) ?? 0n) - single,
        )),
    ...(whole === undefined
      ? []
      : found(
          'over-household-ceiling',
          'error',
          groupsBy(({ household }) => (household === null ? null : [household])).filter(
            (group) => (sum(group) ?? 0n) > whole,
          ),
          (group) => (sum(group) ?? 0n) - whole,
        )),
    ...found(
      'identity-conflict',
      'error',
      groupsBy(({ id, name }) => (name === null || id.key === null ? null : [id.key])).filter(
        (group) => countOf(group, identityOf) > 1,
      ),
      sum,
    ),
    ...found(
      'several-departments',
      'warning',
      groupsBy((row) => (departmentOf(row) === '' || row.amount === 0n ? null : [row.identity])).filter((group) =>
        isStacked(group, campaign),
      ),
      sum,
    ),
    ...found(
      'shared-account',
      (group) => (countOf(group, identityOf) < 3 || countOf(group, homeOf) < 2 ? 'hint' : 'warning'),
      groupsBy(({ account }) => (account === null || shared.accounts.has(account) ? null : [account])).filter(
        (group) => countOf(group, identityOf) > 1,
      ),
      sum,
    ),
    ...found(
      'several-accounts',
      'hint',
      groupsBy(({ identity, account }) =>
        account === null || shared.accounts.has(account) ? null : [identity],
      ).filter((group) => new Set(group.map(({ account }) => account)).size > 1),
      sum,
    ),
    ...found(
      'shared-phone',
      'hint',
      groupsBy(({ phone }) => (phone === null || shared.phones.has(phone) ? null : [phone])).filter(isOfThree),
      sum,
    ),
    ...(fields.has('agent')
      ? found(
          'same-agent',
          'hint',
          groupsBy(({ agent, name }) =>
            agent === null || agent === name || shared.agents.has(agent) ? null : [agent],
          ).filter(isOfThree),
          sum,
        )
      : []),
  ];
}

const identityOf = ({ identity }: Resolved) => identity;
const homeOf = ({ household, identity }: Resolved) => household ?? `alone ${identity}`;
const departmentOf = ({ assignment }: NaiveRow) => assignment.department.name;
const measureOf = ({ assignment }: NaiveRow) => assignment.measure.name;
const idOf = ({ assignment }: NaiveRow) => assignment.measure.is?.id ?? '';
/** A measure of the campaign is one whatever department a row names; another only within its department. */
const measureKey = ({ assignment: { department, measure } }: NaiveRow) =>
  measure.is ? [measure.is.id] : [department.name, measure.name];
const least = (one: Fen | null, other: Fen | null) => (one === null || (other !== null && other < one) ? other : one);
const pays = ({ amount }: NaiveRow) => amount === null || amount > 0n;
const sameRow: Key = (row) => (measureOf(row) === '' ? [row.identity, departmentOf(row), row.amount, row.day] : null);
const isOfThree = (group: Group) => countOf(group, identityOf) > 2 && countOf(group, homeOf) > 2;
const countOf = (group: Group, what: (row: Resolved) => unknown) => new Set(group.map(what)).size;

function grouped(rows: readonly Resolved[], key: Key): Group[] {
  const groups = new Map<string, Resolved[]>();
  for (const row of rows) {
    const found = key(row);
    if (found === null) continue;
    const text = found.map(String).join('\n');
    groups.set(text, [...(groups.get(text) ?? []), row]);
  }
  return [...groups.values()];
}

const amountsOf = (group: Group) => group.flatMap(({ amount }) => (amount === null ? [] : [amount]));

function sum(group: Group): Fen | null {
  const amounts = amountsOf(group);
  return amounts.length === 0 ? null : amounts.reduce((all, one) => all + one, 0n);
}

/** All but the largest; null where nothing is left. */
function tooMuch(group: Group): Fen | null {
  const most = amountsOf(group).reduce<Fen | null>((top, one) => (top === null || one > top ? one : top), null);
  return most === null ? null : (sum(group) ?? 0n) - most || null;
}

function isPaidOften(group: Group): boolean {
  const back = group.filter(({ amount }) => amount !== null && amount < 0n).length;
  return group.filter(pays).length - back > 1;
}

/** Several payments of which none is what the standard allows and all together are. */
function isSplitPayment(group: Group): boolean {
  const standard = group[0]?.assignment.measure.is?.standard;
  const amounts = amountsOf(group);
  if (!standard || group.length < 2 || amounts.length < group.length || amounts.some((amount) => amount < 0n))
    return false;
  const sizes = group.flatMap(({ householdSize }) => householdSize ?? []);
  const facts = { householdSize: sizes.length > 0 ? Math.max(...sizes) : null, age: null, quantity: null };
  const fits = (amount: Fen) => judgeAmount(standard, { ...facts, amount }) === 'fits';
  return fits(sum(group) ?? 0n) && !amounts.some(fits);
}

function isOfHousehold({ assignment: { measure } }: Pick<NaiveRow, 'assignment'>): boolean {
  return measure.is?.standard !== undefined && isPerHousehold(measure.is.standard);
}

function isStacked(group: Group, campaign: Campaign | null): boolean {
  const { allow = [], departments = 1 } = campaign?.overlap ?? {};
  const isAllowed = allow.some((ids) => group.every((row) => ids.includes(row.assignment.measure.is?.id ?? '')));
  return !isAllowed && countOf(group, departmentOf) > departments;
}

/** What the campaign says may be shared. */
function allowed(rows: readonly NaiveRow[], campaign: Campaign | null) {
  const { accounts = [], phones = [], agents = [] } = campaign?.sharing ?? {};
  const held = rows.filter(({ holder }) => accounts.includes(holder)).map(({ account }) => account);
  return {
    accounts: new Set([...accounts.map((text) => contactKey(readAccount(text))), ...held]),
    phones: new Set(phones.map((text) => contactKey(readPhone(text)))),
    agents: new Set(agents),
  };
}
