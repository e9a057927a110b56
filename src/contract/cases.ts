import * as z from 'zod/mini';
import { ACTIONS, STATES } from '../domain/cases/event.ts';
import { PHASES } from '../domain/cases/phase.ts';
import {
  array,
  byKey,
  count,
  day,
  fingerprint,
  meaning,
  money,
  nullable,
  number,
  object,
  oneOf,
  percent,
  place,
  severity,
  string,
} from './shapes.ts';

const closing = meaning(
  byKey(['risk', 'confirmed', 'refuted', 'open', 'recovered', 'irrecoverable', 'unsettled'], money),
  '`risk` = `confirmed` + `refuted` + `open`; `confirmed` = `recovered` + `irrecoverable` + `unsettled`.',
);
const progress = {
  cases: count,
  sent: count,
  answered: count,
  phases: byKey(PHASES, count),
  mended: meaning(object({ cases: count, amount: money }), 'Gone since the list was mended, without an answer.'),
  closedRate: nullable(percent),
  longestDays: nullable(count),
  money: closing,
};
const unit = meaning(
  object({ kind: oneOf(['department', 'committee', 'host']), name: string() }),
  'Whom a case goes to; `name` is empty for whoever runs the campaign.',
);
const exceptions = array(object({ rule: string(), fingerprint, reason: string(), until: day }));
const state = oneOf(STATES);
const action = nullable(oneOf(ACTIONS));

/** `relief/cases@1`: where every case is in the loop. */
export const cases = object({
  schema: z.literal('relief/cases@1'),
  campaign: object({ id: string(), title: string() }),
  asOf: day,
  total: object(progress),
  units: array(object({ unit, ...progress })),
  exceptions: object({ idle: exceptions, expired: exceptions }),
  register: object({
    file: string(),
    events: count,
    faults: array(object({ line: count, fault: string() })),
  }),
  cases: array(
    object({
      fingerprint,
      rule: string(),
      severity: nullable(severity),
      phase: oneOf(PHASES),
      remark: oneOf(['new', 'same', 'changed', 'unclear', 'gone', 'merged', 'expired', 'unlooked']),
      state,
      action,
      says: string(),
      people: array(string()),
      places: array(z.union([place, string()])),
      units: array(unit),
      money: closing,
      mended: money,
      sent: array(object({ unit: string(), times: count, first: string(), last: string(), due: nullable(string()) })),
      decided: nullable(
        object({ time: string(), by: string(), unit: string(), reason: string(), note: string(), source: string() }),
      ),
      was: nullable(object({ says: string(), state })),
      from: array(string()),
      days: nullable(number()),
    }),
  ),
});

const sum = nullable(money);

/** `relief/answers@1`: sheets that came back; `rows` = taken + already + blank + refused. */
export const answers = object({
  schema: z.literal('relief/answers@1'),
  rows: count,
  counts: byKey(['taken', 'already', 'blank', 'refused'], count),
  taken: array(
    object({
      fingerprint,
      state,
      action,
      confirmed: sum,
      recovered: sum,
      irrecoverable: sum,
      unit: string(),
      by: string(),
      source: string(),
    }),
  ),
  refused: array(
    object({ fingerprint: nullable(fingerprint), reason: string(), place: string(), cell: string(), other: string() }),
  ),
  notRead: meaning(array(string()), 'Files in which nothing looks like a sheet of answers.'),
});
export type AnswersRecord = z.output<typeof answers>;
export type CasesRecord = z.output<typeof cases>;
