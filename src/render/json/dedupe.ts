import type { DedupeRecord } from '../../contract/dedupe.ts';
import { yuan } from '../../domain/money.ts';
import type { ExaminedPairs } from '../../report/dedupe/examined-pairs.ts';
import { pairMessageOf, seenPair, seenSingle } from '../../report/findings/pair-finding.ts';
import type { SeenRow, Shown } from '../../report/findings/pair-row.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Overlapping } from '../../totals/dedupe/overlap.ts';
import { AsIs, shownPeople } from '../door.ts';
import type { Made } from './json.ts';
import { made } from './json.ts';
import { inputRecord } from './listed.ts';
import { countsByRule, findingRecord, nameOf, notCheckedRecord, withLists } from './lists.ts';

/**
 * `relief/dedupe@2`: what lists add up to, counted by the people that their rows were resolved to; who is on them more than
 * once; and what was found: between rows first, worst first, then on single rows, worst first. A finding between rows has
 * its `rows`, and a `band`: `certain`, or only `confirmed`, where they are taken for one person's or one household's; `review` where
 * somebody has to say whether they are. `notCompared` is what too many people have in common for every two of them to be compared.
 */
export function dedupeRecord(examined: ExaminedPairs, catalogue: Catalogue, shown: Shown): Made<DedupeRecord> {
  const { lists, pairs, checked, overlap } = examined;
  const { departments } = lists.assignments;
  const { error, warning, hint } = pairs.counts;
  const own = {
    schema: 'relief/dedupe@2' as const,
    summary: {
      bySeverity: {
        error: error + checked.counts.error,
        warning: warning + checked.counts.warning,
        hint: hint + checked.counts.hint,
      },
      byRule: countsByRule([...pairs.groups, ...checked.groups]),
    },
    repeated: {
      severalPayouts: overlappingRecord(overlap.repeated),
      severalLists: overlappingRecord(overlap.onSeveralLists),
      severalDepartments: overlappingRecord(overlap.ofSeveralDepartments),
    },
    overlap: made(overlap.pairs, ({ departments: two, persons, amount }) => ({
      departments: two.map((index) => nameOf(departments[index])),
      persons,
      amount: yuan(amount),
    })),
    ...(overlap.unpaired > 0 ? { overlapUnpaired: overlap.unpaired } : {}),
    against: lists.earlier.map(inputRecord),
    narrowed: examined.narrowed,
    notChecked: pairs.notChecked.map(notCheckedRecord),
    notCompared: (examined.probable?.skipped ?? []).map(({ block, keys, largest }) => ({ block, keys, largest })),
    ...(examined.sealed ? { sealed: examined.sealed } : {}),
    rulesOff: pairs.off,
    excepted: pairs.excepted.map(({ finding, reason, until }) => ({
      ...findingRecord(finding, pairMessageOf(finding, catalogue)),
      reason,
      until,
    })),
    findings: pairRecords(examined, catalogue, shown),
  };
  const { findings, ...rest } = withLists(own, examined, catalogue, (finding) =>
    shownPeople(seenSingle(finding, catalogue, shown).people, shown),
  );
  return { ...rest, findings };
}

function overlappingRecord({ persons, payouts, amount }: Overlapping) {
  return { persons, payouts, amount: yuan(amount) };
}

async function* pairRecords({ pairs }: ExaminedPairs, catalogue: Catalogue, shown: Shown) {
  for await (const finding of pairs.stream()) {
    const { message, people, rows } = seenPair(finding, catalogue, shown);
    const own = ({ role }: SeenRow) => (role === 'roster' ? { role } : {});
    yield {
      ...findingRecord(finding, message, shownPeople(people, shown)),
      band: finding.band,
      rows: rows.map((row) => ({ ...own(row), ...rowRecord(row) })),
    };
  }
}

const numberOf = (text: string) => (text === '' ? null : new AsIs(text));

/** A row, its numbers as they were masked by their columns or asked for. */
export function rowRecord({ place: { file, sheet, row }, amount, amountText, ...said }: SeenRow) {
  const { role, name, id, department, measure, paidOn, account, phone, household } = said;
  return {
    file,
    sheet,
    row,
    earlier: role === 'earlier',
    name: name || null,
    id: numberOf(id),
    department: department || null,
    measure: measure || null,
    amount: amount === null ? null : yuan(amount),
    paidOn: paidOn || null,
    account: numberOf(account),
    phone: numberOf(phone),
    household: household || null,
  };
}
