import type { Campaign } from '../../domain/campaign/campaign.ts';
import { caseNumber } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import { type Exception, FOREVER, type PairVerdict } from '../../domain/cases/exception.ts';
import { STATE_WORDS } from '../../domain/cases/words.ts';
import { PAIR_RULE } from './case-book.ts';
import { type CaseRecord, recordsIn } from './case-record.ts';

/**
 * A campaign with what its register says people have decided: what is allowed or was found not to be so is an exception like those that
 * the campaign has itself, and whether two people are one is known to whoever tells people apart.
 */
export function withDecisions(campaign: Campaign, events: readonly CaseEvent[], rules: ReadonlySet<string>): Campaign {
  const records = [...recordsIn(events).values()];
  const siblings = new Map<string, number>();
  for (const { rule, last } of records) {
    const key = `${rule} ${last.shows}`;
    siblings.set(key, (siblings.get(key) ?? 0) + 1);
  }
  const exceptions = records.flatMap((record) => {
    const isOneOfSeveral =
      (caseNumber(record.id)?.nth ?? 0) > 0 || (siblings.get(`${record.rule} ${record.last.shows}`) ?? 0) > 1;
    return rules.has(record.rule) ? exceptionOf(record, isOneOfSeveral) : [];
  });
  return {
    ...campaign,
    exceptions: [...campaign.exceptions, ...exceptions],
    verdicts: records.flatMap(verdictOf),
  };
}

function exceptionOf({ rule, decision }: CaseRecord, isOneOfSeveral: boolean): Exception[] {
  if (decision === null || rule === PAIR_RULE) return [];
  const { state, reason, note, until, shows, rows, places } = decision;
  if (state !== 'allowed' && state !== 'refuted') return [];
  return [
    {
      rule,
      finding: shows,
      reason: [STATE_WORDS[state], reason, note].filter(Boolean).join('：'),
      until: (state === 'allowed' && until) || FOREVER,
      at: { rows, places, isOneOfSeveral },
    },
  ];
}

function verdictOf({ rule, decision }: CaseRecord): PairVerdict[] {
  if (rule !== PAIR_RULE || decision === null) return [];
  const { state, rows, people } = decision;
  const [one, other] = rows;
  const [first, second] = people;
  const isTold = state === 'confirmed' || state === 'refuted';
  if (!isTold || rows.length !== 2 || one === undefined || other === undefined) return [];
  if (first === undefined || second === undefined) return [];
  return [{ same: state === 'confirmed', rows: [one, other], people: [first, second] }];
}
