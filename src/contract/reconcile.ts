import * as z from 'zod/mini';
import { ROW_STATES } from '../domain/settlement.ts';
import { failures } from './pay.ts';
import {
  absurd,
  array,
  boolean,
  byKey,
  count,
  excepted,
  finding,
  findingWith,
  gathered,
  list,
  meaning,
  money,
  notChecked,
  nullable,
  object,
  role,
  rowOf,
  setAside,
  settled,
  skippedSheets,
  string,
  sum,
  summary,
} from './shapes.ts';

const reconciled = { listed: sum, ...settled };

/** `relief/reconcile@1`: plan, lists and bank returns side by side. */
export const reconcile = object({
  schema: z.literal('relief/reconcile@1'),
  campaign: nullable(object({ id: string(), title: string() })),
  due: boolean(),
  byMeasure: array(
    object({
      department: nullable(string()),
      measure: nullable(string()),
      id: nullable(string()),
      planned: nullable(object({ count: nullable(count), amount: nullable(money) })),
      ...reconciled,
      unmentionedBy: array(object({ batch: nullable(string()), count, amount: money })),
    }),
  ),
  total: object({
    ...reconciled,
    outliers: meaning(
      z.extend(absurd, { open: absurd, unmentioned: absurd }),
      'Absurd amounts, which are in `listed`, and which of them are in `open` and `unmentioned`.',
    ),
    usual: meaning(money, 'The amount of `listed` without the outliers.'),
  }),
  returns: array(z.extend(list, { states: byKey(ROW_STATES, sum) })),
  failures,
  summary,
  notChecked,
  rulesOff: array(string()),
  excepted,
  read: gathered,
  inputs: array(list),
  skippedSheets,
  setAside,
  findings: array(z.union([findingWith({ rows: array(rowOf({ role })) }), finding])),
});
export type ReconcileRecord = z.output<typeof reconcile>;
