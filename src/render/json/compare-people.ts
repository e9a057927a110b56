import { comparedPeople } from '../../checks/compared-people.ts';
import type { PeopleRecord } from '../../contract/compare-people.ts';
import { yuan } from '../../domain/money.ts';
import type { ComparedPeople } from '../../report/compare/compared-people.ts';
import { seenPerson } from '../../report/compare/people-list.ts';
import type { SeenRow, Shown } from '../../report/findings/pair-row.ts';
import type { Movement } from '../../totals/compare/people.ts';
import { AsIs } from '../door.ts';
import type { Made } from './json.ts';
import { inputRecord } from './listed.ts';

/**
 * The people of two lists: how many came (`added`), went (`left`), changed and are the same, in all and by department, measure and
 * committee, with their money; for which reasons; and each who is not the same. Before = left + changed + same, now = added + changed + same.
 */
export function peopleRecord(compared: ComparedPeople, shown: Shown): Made<PeopleRecord> {
  const { comparison, lists, from, to } = compared;
  const { departments, measures } = lists.assignments;
  const nameOf = (index: number | null) => departments[index ?? -1]?.name || null;
  const { confirmed, perhaps, hasRosters, reasons } = comparison;
  return {
    people: {
      from,
      to,
      ...movementRecord(comparison.total),
      reasons: reasons.map(({ amount, ...rest }) => ({ ...rest, amount: yuan(amount) })),
      byDepartment: comparison.departments.map((part) => ({ department: nameOf(part.index), ...movementRecord(part) })),
      byMeasure: comparison.measures.map((part) => {
        const { department = null, measure } = measures[part.index ?? -1] ?? {};
        return { department: nameOf(department), measure: measure?.name || null, ...movementRecord(part) };
      }),
      byCommittee: comparison.committees.map(({ subdistrict, committee, ...part }) => ({
        subdistrict: subdistrict || null,
        committee: committee || null,
        ...movementRecord(part),
      })),
      confirmed,
      perhaps,
      hasRosters,
    },
    lists: { before: lists.earlier.map(inputRecord), now: lists.lists.map(inputRecord) },
    changes: changesOf(compared, shown),
  };
}

function movementRecord({ before, now, added, left, changed, same, money, withoutAmount }: Movement) {
  return {
    persons: { before, now, added, left, changed, same },
    amount: {
      before: yuan(money.before),
      now: yuan(money.now),
      added: yuan(money.added),
      left: yuan(money.left),
      changed: yuan(money.changed),
    },
    withoutAmount,
  };
}

async function* changesOf(compared: ComparedPeople, shown: Shown) {
  for await (const person of comparedPeople(compared.lists)) {
    const { before, now } = seenPerson(person, compared, shown);
    yield {
      change: person.change,
      reason: person.reason,
      differences: person.differences,
      certain: person.sure,
      before: before && person.before && sideRecord(before, person.before),
      now: now && person.now && sideRecord(now, person.now),
    };
  }
}

function sideRecord(
  { place: { file, sheet, row }, name, id, livesIn }: SeenRow,
  { amount, payouts, measures, departments }: NonNullable<Parameters<typeof seenPerson>[0]['now']>,
) {
  return {
    file,
    sheet,
    row,
    name: name || null,
    id: id === '' ? null : new AsIs(id),
    livesIn: livesIn || null,
    departments,
    measures,
    amount: amount === null ? null : yuan(amount),
    payouts,
  };
}
