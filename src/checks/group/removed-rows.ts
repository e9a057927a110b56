import type { Severity } from '../../domain/finding.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import type { Row } from '../../engine/database.ts';
import { idClass } from '../../engine/payout-sql.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { GROUP_RULES } from '../group-rules.ts';
import { SHOWN } from '../payout-row.ts';
import type { CheckedGroups } from './check-groups.ts';
import { inOrder, partsFoundAlone, rowsOfGroups, severityIs } from './store-groups.ts';

/** A row that is not to be paid, and the rule because of which. */
export interface RemovedRow {
  /** The number of its list. */
  readonly list: number;
  readonly row: number;
  readonly rule: string;
}

/**
 * The rules that take rows out, in the order in which they do: the dead first, so that what survives of a household's is not
 * theirs. Ceilings, doubts about identity, accounts and ID errors never take anyone's payment away (design, section 8).
 */
export const REMOVING: readonly Removing[] = [
  { rule: 'blocked-payee', keeps: 'nothing', worst: 'error' },
  { rule: 'paid-twice', keeps: 'row', worst: 'warning' },
  { rule: 'excluded-combination', keeps: 'measure', worst: 'warning' },
  { rule: 'household-paid-twice', keeps: 'row', worst: 'error' },
];

export interface Removing {
  readonly rule: string;
  /** What survives of rows that certainly are one person's, or of one household. */
  readonly keeps: 'nothing' | 'row' | 'measure';
  /** Findings below this severity take nothing out; one above it takes out only what is certain. */
  readonly worst: Severity;
}

/** Whether a row's money has left, or is on its way, whatever its list says. */
export type HasLeft = (row: Pick<RemovedRow, 'list' | 'row'>) => boolean;

export const keyOf = ({ list, row }: Pick<RemovedRow, 'list' | 'row'>): string => `${list} ${row}`;

/** SQL: whoever has given something back. */
const TAKEN_BACK = 'select identity from resolved where amount < 0';

export interface Candidate {
  readonly list: number;
  readonly row: number;
  /** With which others it certainly is one person's, or of one household; null where the rule would not find those alone. */
  readonly part: bigint | null;
  readonly measure: number;
  readonly amount: bigint | null;
  /** Whether the money has left: whatever else is wrong with it, taking the row out brings none of it back. */
  readonly isPaid: boolean;
  /** Can it be paid as it stands? The more, the better: an amount counts for more than a valid ID number. */
  readonly payable: number;
  readonly day: string;
  /** All that the row says, so that which row is kept does not depend on how rows are ordered. */
  readonly content: string;
}

/**
 * The rows that are not to be paid. Whoever died before is paid nothing; of each other group that such a rule found as an
 * error (a warning too, where payments are alike), and in it of the rows that certainly are one person's, or of one household, one
 * payout survives: one that was paid earlier, else one that says how much, else one with a valid ID number, else the earliest, else
 * the one whose content comes first; of two measures that exclude each other, all rows of the survivor's. Whoever is only confirmed to
 * be the same keeps theirs. `hasLeft` knows of money that has left although no list says so. Where something was taken back, nobody can say what is left.
 */
export async function removedRows(
  lists: ResolvedLists,
  { ran }: CheckedGroups,
  hasLeft: HasLeft = () => false,
): Promise<RemovedRow[]> {
  const removed = new Map<string, RemovedRow>();
  for (const removing of REMOVING) {
    const { rule, keeps } = removing;
    for await (const group of groupsOf(lists, ran, removing, hasLeft)) {
      const left = group.filter((each) => !removed.has(keyOf(each)));
      if (left.some(({ amount }) => amount !== null && amount < 0n)) continue;
      for (const part of partsOf(left)) {
        const [survivor] = part.toSorted(comesFirst);
        const stays = (each: Candidate) =>
          each.isPaid ||
          (keeps === 'row' && each === survivor) ||
          (keeps === 'measure' && each.measure === survivor?.measure);
        for (const each of part) {
          if (!stays(each)) removed.set(keyOf(each), { list: each.list, row: each.row, rule });
        }
      }
    }
  }
  return [...removed.values()];
}

/** The rows of a group that certainly belong together, each with the others. */
function partsOf(group: readonly Candidate[]): Candidate[][] {
  const parts = groupedBy(group, ({ part }) => part);
  parts.delete(null);
  return [...parts.values()];
}

export function comesFirst(one: Candidate, other: Candidate): number {
  return (
    Number(other.isPaid) - Number(one.isPaid) ||
    other.payable - one.payable ||
    compare(one.day, other.day) ||
    compare(one.content, other.content) ||
    one.list - other.list ||
    one.row - other.row
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const VALID = [idClass('valid18'), idClass('valid15')];
/** After every day. */
const NO_DAY = '9999';

/** The groups that a rule found, with their rows; those of which anybody doubts that they are one as well, where that is asked. */
export async function* groupsOf(
  lists: ResolvedLists,
  ran: CheckedGroups['ran'],
  { rule: id, keeps, worst }: Removing,
  hasLeft: HasLeft,
  withDoubts = false,
): AsyncGenerator<Candidate[]> {
  const index = GROUP_RULES.findIndex((rule) => rule.id === id);
  const queries = ran.filter(({ rule, of }) => rule === index && !of.toVerify);
  if (queries.length === 0) return;
  const groups = `select *, rowid as finding from found_group where rule = ${index}
    and severity <= ${severityIs(worst)}${withDoubts ? ' + doubtful::integer' : ''}`;
  const stored = lists.database.stream(
    `with found as materialized (${groups})
    select r.finding, a.part, p.list, p.row, ${SHOWN.map((column) => `p.${column}`).join(', ')}
    from (${rowsOfGroups(queries, 'select * from found')}) r join any_payout p on p.list = r.list and p.row = r.row
    join found f on f.finding = r.finding
    left join (${partsFoundAlone(queries, 'select * from found')}) a on a.finding = r.finding and a.part = r.part
    ${keeps === 'nothing' ? `where r.identity not in (${TAKEN_BACK})` : ''} order by ${inOrder('f')}, p.list, p.row`,
  );
  let finding: unknown;
  let group: Candidate[] = [];
  for await (const batch of stored) {
    for (const row of batch) {
      if (row.finding !== finding && group.length > 0) {
        yield group;
        group = [];
      }
      finding = row.finding;
      const one = candidate(lists, row);
      group.push(hasLeft(one) ? { ...one, isPaid: true } : one);
    }
  }
  if (group.length > 0) yield group;
}

function candidate({ lists, assignments: { departments, measures } }: ResolvedLists, stored: Row): Candidate {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const says = SHOWN.map((column) =>
    column === 'department'
      ? departments[stored.department as number]?.name
      : column === 'measure'
        ? measures[stored.measure as number]?.measure.name
        : String(stored[column]),
  );
  const { paid_on: day, amount, id_class: found } = stored;
  const isValid = VALID.includes(found as number);
  return {
    list: stored.list as number,
    row: stored.row as number,
    part: (stored.part ?? null) as bigint | null,
    measure: stored.measure as number,
    amount: typeof amount === 'bigint' ? amount : null,
    isPaid: lists[stored.list as number]?.source.input.paid !== undefined || (stored.list as number) >= lists.length,
    payable: (typeof amount === 'bigint' && amount > 0n ? 2 : 0) + (isValid ? 1 : 0),
    day: day instanceof Date ? day.toISOString().slice(0, 10) : NO_DAY,
    content: createHash('sha256').update(JSON.stringify(says)).digest('hex'),
  };
}
