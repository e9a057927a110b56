import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Fen } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { AnswerRow } from './answer-rows.ts';
import { placeOf } from './answer-rows.ts';
import type { Case } from './case-book.ts';
import { recordsIn } from './case-record.ts';
import { type Refusal, refusal, refuse } from './refusal.ts';
import type { Said } from './said-of-case.ts';
import { aboutNow } from './sending.ts';

/** An answer that is understood, and of one case. */
export interface Candidate extends Said {
  readonly row: AnswerRow;
  readonly case: Case;
  readonly unit: string;
}

/** An answer that says what it found, and is refused for something else: whoever found another thing is not taken against it. */
export interface Unfinished extends Pick<Said, 'state'> {
  readonly row: AnswerRow;
  readonly case: Case;
}

export interface How {
  readonly time: string;
  /** Whether answers that undo what was decided are taken. */
  readonly revise: boolean;
}

interface Settled {
  readonly taken: readonly CaseEvent[];
  readonly refused: readonly Refusal[];
  /** Answers that were taken before, or stand twice. */
  readonly already: number;
}

/** What is taken once all answers are there: of a case one, which goes with what others found and with what was decided before. */
export function settled(
  all: readonly Candidate[],
  unfinished: readonly Unfinished[],
  events: readonly CaseEvent[],
  { time, revise }: How,
): Settled {
  const byCase = new Map<string, Candidate[]>();
  for (const each of all) byCase.set(each.case.id, [...(byCase.get(each.case.id) ?? []), each]);
  const records = recordsIn(events);
  const taken: CaseEvent[] = [];
  const refused: Refusal[] = [];
  let already = 0;
  for (const [id, candidates] of byCase) {
    const [first] = candidates;
    if (!first) continue;
    const against = unfinished.find((other) => other.case.id === id && other.state !== first.state);
    if (against || new Set(candidates.map(contentOf)).size > 1) {
      for (const each of candidates) {
        const other = candidates.find((another) => contentOf(another) !== contentOf(each)) ?? against;
        refused.push(refusal(each.row, refuse('conflict', each.row.cells.state, other ? placeOf(other.row) : ''), id));
      }
      continue;
    }
    const record = records.get(id);
    const answers = (record?.answers ?? []).filter(({ shows }) => shows === aboutNow(first.case).shows);
    const isKnown = answers.some((answer) => contentOf(answer) === contentOf(first));
    const decision = record?.decision ?? null;
    if (isKnown) already += candidates.length;
    else if (decision && !revise && !isProgress(decision, first)) {
      for (const { row } of candidates)
        refused.push(refusal(row, refuse('contradicts', row.cells.state, decision.time), id));
    } else {
      taken.push(answerEvent(first, time));
      already += candidates.length - 1;
    }
  }
  return { taken, refused, already };
}

const contentOf = ({ state, action, confirmed, recovered, irrecoverable }: Said): string =>
  [state, action ?? '', confirmed ?? 0n, recovered ?? 0n, irrecoverable ?? 0n].join(' ');

/** Does an answer only say what has been done since? */
function isProgress(before: Said, after: Said): boolean {
  const atLeast = (more: Fen | null, less: Fen | null) => (more ?? 0n) >= (less ?? 0n);
  return (
    before.state === after.state &&
    (before.confirmed ?? 0n) === (after.confirmed ?? 0n) &&
    atLeast(after.recovered, before.recovered) &&
    atLeast(after.irrecoverable, before.irrecoverable) &&
    (after.action !== null || before.action === null)
  );
}

function answerEvent({ row, case: each, unit, ...said }: Candidate, time: string): CaseEvent {
  const { state, action, confirmed, recovered, irrecoverable } = said;
  const note = maskText(row.cells.note);
  const isReason = state === 'allowed' || (irrecoverable ?? 0n) > 0n;
  return {
    ...aboutNow(each),
    time,
    kind: 'answered',
    ...{ state, action, confirmed, recovered, irrecoverable, unit },
    by: maskText(row.cells.by),
    reason: isReason ? note : '',
    note: isReason ? '' : note,
    source: maskText(placeOf(row)),
  };
}
