import { type CaseEvent, isDecided } from '../../domain/cases/event.ts';

/** What went to a unit. */
interface Sent {
  readonly times: number;
  readonly first: string;
  readonly last: string;
  /** The day by which an answer is due; empty where none was set. */
  readonly due: string;
  /** The finding's fingerprint when it last went out. */
  readonly shows: string;
}

/** What a register says of one case. */
export interface CaseRecord {
  readonly id: string;
  readonly rule: string;
  /** The finding as it was last written down: its fingerprint, what it said, whom and which rows it was about. */
  readonly last: CaseEvent;
  readonly since: string;
  readonly sent: ReadonlyMap<string, Sent>;
  /** Every answer, in order. */
  readonly answers: readonly CaseEvent[];
  /** What holds of them: the last one on the finding as it was last written down. */
  readonly decision: CaseEvent | null;
  /** What was decided before the finding changed. */
  readonly before: CaseEvent | null;
}

/** The cases of a register, by their numbers, in the order in which they were first seen. */
export function recordsIn(events: readonly CaseEvent[]): Map<string, CaseRecord> {
  const byCase = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const own = byCase.get(event.case);
    if (own) own.push(event);
    else byCase.set(event.case, [event]);
  }
  return new Map([...byCase].map(([id, own]) => [id, recordOf(id, own)]));
}

function recordOf(id: string, events: readonly CaseEvent[]): CaseRecord {
  const last = events[events.length - 1] as CaseEvent;
  const sent = new Map<string, Sent>();
  for (const { kind, unit, time, until, shows } of events) {
    if (kind !== 'sent' && kind !== 'reminded') continue;
    const before = sent.get(unit);
    sent.set(unit, {
      times: (before?.times ?? 0) + 1,
      first: before?.first ?? time,
      last: time,
      due: until || (before?.due ?? ''),
      shows,
    });
  }
  const answers = events.filter(({ kind, state }) => (kind === 'answered' || kind === 'reviewed') && isDecided(state));
  const newest = answers.at(-1) ?? null;
  const holds = newest !== null && newest.shows === last.shows;
  return {
    id,
    rule: last.rule,
    last,
    since: (events[0] as CaseEvent).time,
    sent,
    answers,
    decision: holds ? newest : null,
    before: holds ? null : newest,
  };
}
