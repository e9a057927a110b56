import type { CaseFinding } from '../../../src/answer/cases/case-finding.ts';
import type { PayoutRow } from '../../../src/checks/payout-row.ts';
import type { CaseEvent } from '../../../src/domain/cases/event.ts';

/** An event of a register. */
export const eventOf = (said: Partial<CaseEvent> = {}): CaseEvent => ({
  time: '2026-01-05 10:00:00',
  case: '0123456789abcdef',
  rule: 'paid-twice',
  kind: 'sent',
  state: 'unchecked',
  action: null,
  risk: 50_000n,
  confirmed: null,
  recovered: null,
  irrecoverable: null,
  reason: '',
  by: '',
  unit: '民政局',
  until: '2026-01-20',
  note: '',
  source: '',
  says: '重复发放：发了2次',
  people: ['张三 990000********1234'],
  places: ['a.csv:2', 'b.csv:3'],
  rows: ['1111111111111111', '2222222222222222'],
  shows: '0123456789abcdef',
  ...said,
});

const PAYOUT = { name: '张三', department: '民政局', livesIn: null, amount: 50_000n } as unknown as PayoutRow;

/** A finding with rows of these prints in these places. */
export function findingOf(
  print: string,
  rows: readonly (readonly [place: string, print: string])[],
  said: Partial<CaseFinding> = {},
): CaseFinding {
  return {
    rule: 'paid-twice',
    severity: 'error',
    print,
    says: '重复发放：发了2次',
    amount: 50_000n,
    people: ['张三 990000********1234'],
    rows: rows.map(([place, own]) => ({ place, print: own, role: 'payouts', payout: PAYOUT })),
    places: rows.map(([place]) => place),
    person: null,
    band: null,
    units: [{ kind: 'department', name: '民政局' }],
    ...said,
  };
}

/** What was sent out of a finding, and what was answered. */
export const eventsOf = (id: string, finding: CaseFinding, answer: Partial<CaseEvent> | null = null): CaseEvent[] => {
  const about = {
    case: id,
    rule: finding.rule,
    risk: finding.amount,
    says: finding.says,
    people: finding.people,
    places: finding.places,
    rows: finding.rows.map(({ print }) => print),
    shows: finding.print,
  };
  return [
    eventOf(about),
    ...(answer ? [eventOf({ ...about, kind: 'answered', time: '2026-01-10 09:00:00', until: '', ...answer })] : []),
  ];
};
