import { type Day, daysBetween } from '../../domain/calendar.ts';
import { type ClosedMoney, closedMoney, NO_MONEY } from '../../domain/cases/case-money.ts';
import type { CaseAction, CaseEvent, CaseState } from '../../domain/cases/event.ts';
import type { Phase, Remark } from '../../domain/cases/phase.ts';
import type { Fen } from '../../domain/money.ts';
import type { CaseFinding, Unit } from './case-finding.ts';
import { type CaseRecord, recordsIn } from './case-record.ts';
import { type Matched, matchCases } from './match-cases.ts';
import { phaseOf } from './phase-of.ts';

export interface Case {
  readonly id: string;
  readonly rule: string;
  readonly finding: CaseFinding | null;
  readonly record: CaseRecord | null;
  readonly phase: Phase;
  readonly remark: Remark;
  readonly state: CaseState;
  readonly action: CaseAction | null;
  /** What holds; of one that is to be asked again, nothing. */
  readonly decision: CaseEvent | null;
  readonly says: string;
  /** What it said before it changed, and what was decided then. */
  readonly was: { readonly says: string; readonly state: CaseState } | null;
  readonly from: readonly string[];
  readonly units: readonly Unit[];
  readonly money: ClosedMoney;
  /** What was at risk in a case that is gone although nobody answered: the list was mended. */
  readonly mended: Fen;
  /** Since when, in days. */
  readonly days: number | null;
}

/** An exception of the campaign, in the loop: a case that is allowed. */
export interface Exception {
  readonly rule: string;
  readonly finding: string;
  readonly reason: string;
  readonly until: Day;
}

export interface BookInputs {
  readonly findings: readonly CaseFinding[];
  readonly events: readonly CaseEvent[];
  readonly exceptions: readonly Exception[];
  readonly today: Day;
  /** Rules that did not run: what they found before is neither there nor gone. */
  readonly unlooked: ReadonlySet<string>;
  /** Files that were read, as seen from the campaign's folder, and the departments that they have rows of. */
  readonly files: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
}

export interface CaseBook {
  readonly cases: readonly Case[];
  /** Exceptions that match nothing that is found, and that have expired. */
  readonly idle: readonly Exception[];
  readonly expired: readonly Exception[];
}

/** The question whether two people are one has no money of its own: if they are, what they get twice is another case. */
export const PAIR_RULE = 'probable-same-person';
/** Every case, found now or in the register, and where it is in the loop on a day. */
export function caseBook(inputs: BookInputs): CaseBook {
  const { findings, events, exceptions, today } = inputs;
  const used = new Set<Exception>();
  const allowed = new Map(exceptions.map((each) => [`${each.rule} ${each.finding}`, each]));
  const cases = matchCases(findings, recordsIn(events)).map((matched) => {
    const [print] = (matched.finding?.print ?? matched.id).split('-');
    const rule = matched.finding?.rule ?? matched.record?.rule ?? '';
    const exception = allowed.get(`${rule} ${matched.id}`) ?? allowed.get(`${rule} ${print}`) ?? null;
    if (exception && matched.finding) used.add(exception);
    return caseOf(matched, matched.finding ? exception : null, inputs);
  });
  const isOver = ({ until }: Exception) => until < today;
  return {
    cases,
    idle: exceptions.filter((each) => !used.has(each) && !isOver(each)),
    expired: exceptions.filter(isOver),
  };
}

function caseOf(matched: Matched, exception: Exception | null, inputs: BookInputs): Case {
  const { finding, record, how, id } = matched;
  const { today } = inputs;
  const isPair = (finding?.rule ?? record?.rule) === PAIR_RULE;
  const isAsked = how === 'changed' || how === 'unclear';
  const before = isAsked ? (record?.decision ?? record?.before ?? null) : (record?.before ?? null);
  const written = isAsked ? null : (record?.decision ?? null);
  const isOver = written?.state === 'allowed' && written.until !== '' && written.until < today;
  const own = isOver ? null : written;
  const isAllowed = own === null && exception !== null && exception.until >= today;
  const state = isAllowed ? 'allowed' : (own?.state ?? 'unchecked');
  const isGone = finding === null && (how === 'gone' || how === 'merged');
  const isUnlooked = isGone && !wasLookedFor(record, inputs, isPair);
  const remark: Remark = isUnlooked ? 'unlooked' : isOver || (exception && !isAllowed) ? 'expired' : how;
  const isOut = isGone && !isUnlooked;
  const facts = own ?? before;
  const risk = finding ? (finding.amount ?? facts?.risk ?? null) : (record?.last.risk ?? null);
  // What nobody answered and is on no list any more is at risk no longer, but for what was confirmed before.
  const money = isPair ? NO_MONEY : moneyOf(state, isOut && own === null ? null : risk, facts, isOut);
  const isChanged = how === 'changed' || how === 'unclear';
  const settled = { state, action: own?.action ?? null, money, isGone: isOut, isPair };
  return {
    id,
    rule: finding?.rule ?? record?.rule ?? '',
    finding,
    record,
    phase: phaseOf(settled, { record, remark, today, wasDecided: before !== null || isOver }),
    remark,
    state,
    action: own?.action ?? null,
    decision: own,
    says: finding?.says ?? record?.last.says ?? '',
    was: isChanged && record ? { says: record.last.says, state: before?.state ?? 'unchecked' } : null,
    from: matched.from,
    units: unitsOf(finding, record),
    money,
    mended: isOut && !isPair && own === null && how === 'gone' ? (record?.last.risk ?? 0n) : 0n,
    days: record ? Math.max(0, daysBetween(record.since.slice(0, 10), today)) : null,
  };
}

/** Where a list was not read at all, nothing can be said of what stood there. */
function wasLookedFor(
  record: CaseRecord | null,
  { unlooked, files, departments }: BookInputs,
  isPair: boolean,
): boolean {
  if (!record || unlooked.has(record.rule)) return false;
  if (isPair && record.decision === null) return false; // so many pairs are asked about at a time, and no more
  const { places } = record.last;
  if (record.last.rows.length === 0) return true;
  const isRead = (place: string) => files.has(place.replace(/(?:\[[^\]]*\])?(?::\d+)?$/, ''));
  return places.some(isRead) || [...record.sent.keys()].some((unit) => departments.has(unit));
}

/** What was to be stopped, and is on no list any more, was stopped. */
function moneyOf(state: CaseState, risk: Fen | null, facts: CaseEvent | null, isGone: boolean): ClosedMoney {
  const money = closedMoney(state, {
    risk,
    confirmed: facts?.confirmed ?? null,
    recovered: facts?.recovered ?? null,
    irrecoverable: facts?.irrecoverable ?? null,
  });
  const isStopped = isGone && facts?.action === 'stop' && money.unsettled > 0n;
  return isStopped ? { ...money, recovered: money.recovered + money.unsettled, unsettled: 0n } : money;
}

/** Whoever it went to answers for it yet. */
function unitsOf(finding: CaseFinding | null, record: CaseRecord | null): readonly Unit[] {
  const now = finding?.units ?? [];
  const before = [...(record?.sent.keys() ?? [])].filter((unit) => now.every(({ name }) => name !== unit));
  if (finding) return now;
  return before.length > 0
    ? before.map((name): Unit => ({ kind: name === '' ? 'host' : 'department', name }))
    : [{ kind: 'host', name: '' }];
}
