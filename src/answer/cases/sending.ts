import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { departmentsCalled } from '../../domain/campaign/department-name.ts';
import { codeOf } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Case, CaseBook } from './case-book.ts';
import type { Unit } from './case-finding.ts';

/** Which cases go out: all that are open, those that have not gone out as they are, or those that nobody answered. */
export type SendMode = 'open' | 'new' | 'remind';

/** A case as it goes to one unit. */
export interface SendItem {
  readonly case: Case;
  /** What a sheet says behind the case's number: which unit it went to, and what it said then. */
  readonly code: string;
  /** So many times it has gone there before. */
  readonly before: number;
}

export interface Sending {
  readonly unit: Unit;
  readonly items: readonly SendItem[];
}

/** Is a unit the one that sends, as whoever runs the campaign, or as the department that is called like it? Nobody writes to himself. */
export function isSender({ kind, name }: Unit, { issuer, region, departments }: Campaign): boolean {
  if (kind === 'host') return true;
  if (kind === 'committee' || issuer === undefined) return false;
  const unit = departments.find((each) => each.name === name) ?? { name };
  return departmentsCalled(issuer, [unit], region).length > 0;
}

/** What a case's number is followed by on the sheet of a unit: a digest of what is masked, so that an answer to something else is known. */
export function sheetCode(id: string, unit: string, shows: string): string {
  const { hash } = process.getBuiltinModule('node:crypto');
  return codeOf(hash('sha256', `${id} ${unit} ${shows}`));
}

/** Questions whether two people of different units are one, of whom each unit would see half: they are the host's. */
export const questionsOf = ({ unit, items }: Sending): number =>
  unit.kind === 'host' ? items.filter(({ case: { finding } }) => finding?.band === 'review').length : 0;

/** The cases that go out, for each unit its own. */
export function sendings({ cases }: CaseBook, mode: SendMode): Sending[] {
  const units = new Map<string, { readonly unit: Unit; readonly items: SendItem[] }>();
  for (const each of cases) {
    if (each.finding === null) continue;
    for (const unit of each.units) {
      const sent = each.record?.sent.get(unit.name);
      if (!isDue(each, mode, sent?.shows === each.finding.print)) continue;
      const own = units.get(unit.name) ?? { unit, items: [] };
      own.items.push({
        case: each,
        code: sheetCode(each.id, unit.name, each.finding.print),
        before: sent?.times ?? 0,
      });
      units.set(unit.name, own);
    }
  }
  return [...units.values()];
}

/** Of what was answered and is not settled, the sheet has the answer, for what has happened since. */
function isDue({ phase }: Case, mode: SendMode, isOut: boolean): boolean {
  if (phase === 'closed') return false;
  if (mode === 'new') return !isOut && phase !== 'settling';
  return mode === 'open' || ((phase === 'overdue' || phase === 'waiting') && isOut);
}

/** What the register says of it. */
export function sentEvents(all: readonly Sending[], time: string, due: Day): CaseEvent[] {
  return all.flatMap(({ unit, items }) =>
    items.map(({ case: each, before }): CaseEvent => {
      const kind = before > 0 ? 'reminded' : 'sent';
      return { ...aboutNow(each), time, kind, unit: unit.name, until: due };
    }),
  );
}

/** An event on a case as it is found now, which says nothing yet. */
export function aboutNow({ id, rule, finding, record, says, money }: Case): CaseEvent {
  const last = record?.last;
  return {
    time: '',
    case: id,
    rule,
    kind: 'sent',
    state: 'unchecked',
    action: null,
    risk: finding ? finding.amount : (last?.risk ?? money.risk),
    confirmed: null,
    recovered: null,
    irrecoverable: null,
    reason: '',
    by: '',
    unit: '',
    until: '',
    note: '',
    source: '',
    says,
    people: finding?.people ?? last?.people ?? [],
    places: finding?.places ?? last?.places ?? [],
    rows: finding?.rows.map(({ print }) => print) ?? last?.rows ?? [],
    shows: finding?.print ?? last?.shows ?? '',
  };
}
