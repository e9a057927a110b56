import type { ReadAnswers } from '../../answer/cases/read-answers.ts';
import type { AnswersRecord } from '../../contract/cases.ts';
import { yuan } from '../../domain/money.ts';
import type { Made } from './json.ts';

const money = (fen: bigint | null) => (fen === null ? null : yuan(fen));

/** `relief/answers@1`: `rows` = taken + already + blank + refused; why each answer was refused (`reason`) and where it stands. */
export function answersRecord({ taken, refused, already, blank, rows, strange }: ReadAnswers): Made<AnswersRecord> {
  return {
    schema: 'relief/answers@1',
    rows,
    counts: { taken: taken.length, already, blank, refused: refused.length },
    taken: taken.map(({ case: fingerprint, state, action, confirmed, recovered, irrecoverable, unit, by, source }) => ({
      fingerprint,
      state,
      action,
      ...{ confirmed: money(confirmed), recovered: money(recovered), irrecoverable: money(irrecoverable) },
      ...{ unit, by, source },
    })),
    refused: refused.map(({ id, ...refusal }) => ({ fingerprint: id, ...refusal })),
    notRead: strange,
  };
}
