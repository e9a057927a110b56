import * as z from 'zod/mini';
import {
  array,
  band,
  count,
  day,
  excepted,
  excuses,
  findingWith,
  gathered,
  list,
  meaning,
  notChecked,
  nullable,
  object,
  percent,
  role,
  rowOf,
  setAside,
  skippedSheets,
  string,
  summary,
} from './shapes.ts';

const rate = meaning(nullable(percent), 'People reached of those eligible; null where nobody is.');
const covered = {
  onRoster: count,
  eligible: count,
  reached: count,
  omitted: meaning(count, '`onNoList` + `onOtherLists` + `unclear`.'),
  rate,
  onNoList: count,
  onOtherLists: meaning(count, 'On a list, but not of what is due to them.'),
  unclear: meaning(count, 'Perhaps somebody on a list: to be reviewed.'),
  excused: excuses,
};

const lacked = object({ measure: string(), people: count });

/** `relief/cover@2`: who on the rosters was reached. Counts are people. */
export const cover = object({
  schema: z.literal('relief/cover@2'),
  campaign: nullable(object({ id: string(), title: string() })),
  total: object({
    ...covered,
    listed: count,
    payouts: count,
    identity: object({ confirmed: count, review: count }),
    lacking: object({ people: count, measures: array(lacked), unlisted: array(lacked) }),
  }),
  coverage: array(
    object({
      roster: string(),
      asOf: nullable(day),
      ...covered,
      dues: array(
        object({
          measure: nullable(string()),
          listed: z.boolean(),
          eligible: count,
          reached: count,
          omitted: count,
          rate,
        }),
      ),
      categories: array(object({ category: nullable(string()), ...covered })),
    }),
  ),
  blocked: meaning(
    array(object({ roster: string(), asOf: nullable(day), reason: string() })),
    'Rosters of people who must not be paid.',
  ),
  bySubdistrict: array(
    object({
      subdistrict: nullable(string()),
      ...covered,
      committees: array(object({ committee: nullable(string()), ...covered })),
    }),
  ),
  summary,
  notChecked,
  rulesOff: array(string()),
  excepted,
  read: gathered,
  inputs: array(list),
  against: array(list),
  rosters: array(list),
  skippedSheets,
  setAside,
  findings: array(findingWith({ band, rows: array(rowOf({ role })) })),
});
export type CoverRecord = z.output<typeof cover>;
