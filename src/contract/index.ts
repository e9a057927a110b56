import type { ZodMiniType } from 'zod/mini';
import { manifest } from '../domain/run/manifest.ts';
import { audit } from './audit.ts';
import { planned, withLists } from './budget.ts';
import { answers, cases } from './cases.ts';
import { planChecked, rowsChecked } from './check.ts';
import { compare } from './compare.ts';
import { comparePeople, compareWithPeople } from './compare-people.ts';
import { cover } from './cover.ts';
import { dedupe } from './dedupe.ts';
import { doubtsByPerson } from './doubts.ts';
import { draft } from './draft.ts';
import { explainMatch } from './explain-match.ts';
import { statistics } from './export.ts';
import { pay } from './pay.ts';
import { publicFiles } from './public.ts';
import { reconcile } from './reconcile.ts';
import { status } from './status.ts';
import { runSummary } from './summary.ts';

/** Every record that is handed to other programs, by the name in its `schema`: of one name, its versions. */
export const CONTRACT: Readonly<Record<string, readonly ZodMiniType[]>> = {
  answers: [answers],
  audit: [audit],
  budget: [planned, withLists],
  cases: [cases],
  check: [planChecked, rowsChecked],
  compare: [compare, compareWithPeople],
  'compare-people': [comparePeople],
  cover: [cover],
  dedupe: [dedupe],
  doubts: [doubtsByPerson],
  draft: [draft],
  'explain-match': [explainMatch],
  export: [statistics],
  pay: [pay],
  public: [publicFiles],
  reconcile: [reconcile],
  run: [manifest],
  status: [status],
  summary: [runSummary],
};
