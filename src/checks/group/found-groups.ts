import { basename } from 'node:path';
import { type Finding, SEVERITIES, type Severity } from '../../domain/finding.ts';
import type { Place } from '../../domain/place.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { maskedPerson } from '../../domain/shown/masking.ts';
import type { Row } from '../../engine/database.ts';
import { everyList, type Lists, roleOfList } from '../../engine/lists.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { Band } from '../../identity/bands.ts';
import { fingerprint } from '../fingerprint.ts';
import { GROUP_RULES } from '../group-rules.ts';
import { type PayoutRow, payoutRow, SHOWN } from '../payout-row.ts';
import type { Detail } from '../row/row-rule.ts';
import type { GroupQuery, GroupRule, Taken } from './group-rule.ts';
import { inOrder, rowsOfGroups } from './store-groups.ts';

/** A row of a group as it stands on its list, unmasked: whoever shows it masks it. */
interface GroupRow {
  readonly place: Place;
  /** The number of its list. */
  readonly list: number;
  readonly role: ListRole;
  readonly payout: PayoutRow;
  /** The same for rows that certainly are one person's, or of one household, where the rule takes all of them for that. */
  readonly part: bigint | null;
}

/** So many rows a finding holds: nobody reads more of them, and one number may stand on all rows of a list. */
const MOST_ROWS = 1000;

/** A finding on several rows, and the first of those rows in the order of the lists. */
export interface GroupFinding extends Finding {
  readonly rows: readonly GroupRow[];
  /** Whom they were resolved to. */
  readonly identities: readonly bigint[];
  /** How many more rows there are than those. */
  readonly more: number;
  /** What its rows are taken for; null where they are nothing together. */
  readonly taken: Taken['as'] | null;
  /** How sure it is that they are that: confirmed, where it would not be found of any that certainly are; null where they are nothing. */
  readonly band: Band | null;
}

/** A query that ran and found something, by the numbers under which its groups are stored. */
export interface RanQuery {
  readonly rule: number;
  readonly query: number;
  readonly of: GroupQuery;
}

/** What is shown of rows of rosters and bank returns alone. */
const SHOWN_ELSEWHERE = ['subdistrict', 'committee', 'died_on', 'result', 'reason', 'remark'];

/** SQL: worst first, then by rule, by money, and by where it comes first. */
const ORDER = `f.severity, f.rule, f.at_stake desc nulls last, ${inOrder('f')}`;

/** Which groups are wanted: all, those that SQL on a group `f` says, of each rule and severity the first so many, or the first so many of all. */
interface WhichGroups {
  readonly where?: string | undefined;
  readonly first?: number;
  readonly most?: number | undefined;
}

/** Groups that were found, worst first. */
export async function* foundGroups(
  lists: Lists,
  ran: readonly RanQuery[],
  { where = 'true', first, most }: WhichGroups = {},
): AsyncGenerator<{ readonly finding: GroupFinding; readonly number: bigint }> {
  if (ran.length === 0) return;
  const all = `select *, rowid as finding from found_group f where ${where}
    ${most === undefined ? '' : `order by ${ORDER} limit ${most}`}`;
  const ofPayouts = lists.rosters.length === 0 && lists.returns.length === 0;
  const groups = first === undefined ? all : await firstOfEach(lists, first);
  const stored = lists.database.stream(
    `with f as materialized (${groups}),
      r as materialized (${rowsOfGroups(ran, 'select * from f')})
    select f.finding, f.rule, f.query, f.severity, f.at_stake, f.detail, f.says, f.doubtful, r.identity, r.home, r.part, p.list, p.row,
      ${[...SHOWN, ...(ofPayouts ? [] : SHOWN_ELSEWHERE)].map((column) => `p.${column}`).join(', ')}
    from f join r on r.finding = f.finding join any_row p on p.list = r.list and p.row = r.row
    order by ${ORDER}, p.list, p.row`,
  );
  const places = everyList(lists).map((list, index) => placesOn(list, roleOfList(lists, index)));
  let group: Gathered | null = null;
  for await (const batch of stored) {
    for (const row of batch) {
      if (group && group.head.finding !== row.finding) {
        yield { finding: groupFinding(ran, group, lists.isSealed), number: group.head.finding as bigint };
        group = null;
      }
      group ??= {
        head: row,
        rows: [],
        payouts: [],
        identities: new Set(),
        homes: new Set(),
        listed: new Set(),
        all: new Set(),
      };
      gather(group, row, lists, places);
    }
  }
  if (group) yield { finding: groupFinding(ran, group, lists.isSealed), number: group.head.finding as bigint };
}

/** The rows of a group as they come: of most only what a rule is told of them is kept. */
interface Gathered {
  readonly head: Row;
  readonly rows: GroupRow[];
  readonly payouts: PayoutRow[];
  readonly identities: Set<unknown>;
  readonly homes: Set<unknown>;
  /** People of lists, and of bank returns too. */
  readonly listed: Set<string>;
  readonly all: Set<string>;
}

function gather(group: Gathered, stored: Row, lists: Lists, places: readonly PlacesOn[]): void {
  const list = stored.list as number;
  const { role, at } = places[list] as PlacesOn;
  const payout = payoutRow(lists, stored);
  group.payouts.push(payout);
  group.identities.add(stored.identity);
  group.homes.add(stored.home);
  const person = personOf(payout);
  group.all.add(person);
  if (role !== 'return') group.listed.add(person); // a bank says less of a person than a list does
  if (group.rows.length === MOST_ROWS) return;
  const place = at(GROUP_RULES[stored.rule as number] as GroupRule, stored.row as number);
  group.rows.push({ place, list, role, payout, part: (stored.part ?? null) as bigint | null });
}

/** SQL: the first so many of each rule and severity. Of hundreds of thousands, a limit finds them faster than a window. */
async function firstOfEach({ database }: Lists, first: number): Promise<string> {
  const kinds = await database.all<Row & { rule: number; severity: number }>(
    'select distinct rule, severity from found_group order by all',
  );
  const some = kinds.map(
    ({
      rule,
      severity,
    }) => `(select *, rowid as finding from found_group where rule = ${rule} and severity = ${severity}
      order by at_stake desc nulls last, ${inOrder('found_group')} limit ${first})`,
  );
  return some.length > 0 ? some.join(' union all ') : 'select *, rowid as finding from found_group where false';
}

function groupFinding(ran: readonly RanQuery[], group: Gathered, isSealed: boolean): GroupFinding {
  const { head, rows, payouts } = group;
  const found = ran.find(({ rule, query }) => rule === head.rule && query === head.query);
  const rule = GROUP_RULES[head.rule as number] as GroupRule;
  const atStake = (head.at_stake ?? null) as bigint | null;
  const data = rule.show({
    rows: payouts,
    persons: group.identities.size,
    homes: group.homes.size,
    atStake,
    detail: head.detail === null ? {} : (JSON.parse(head.detail as string) as Detail),
    says: (head.says ?? null) as string | null,
  });
  const people = [...(group.listed.size > 0 ? group.listed : group.all)].filter((person) => person !== '');
  let print: string | undefined;
  return {
    rule: rule.id,
    severity: SEVERITIES[head.severity as number] as Severity,
    data,
    places: rows.map(({ place }) => place),
    people: people.slice(0, MOST_ROWS),
    amount: atStake,
    rows,
    identities: [...group.identities].flatMap((identity) => (typeof identity === 'bigint' ? [identity] : [])),
    more: payouts.length - rows.length,
    taken: found?.of.taken?.as ?? null,
    band: bandOf(found?.of, head.doubtful === true),
    get fingerprint() {
      // Sealed rows show nobody: only where they stand tells one finding from another that says the same.
      const at = isSealed ? rows.map(({ place }) => `${basename(place.file)}:${place.row}`) : undefined;
      print ??= fingerprint(rule.id, { ...data, people, ...(at && { at }) });
      return print;
    },
  };
}

function bandOf(query: GroupQuery | undefined, isDoubtful: boolean): Band | null {
  if (query?.taken) return isDoubtful ? 'confirmed' : 'certain';
  return query?.isReview ? 'review' : null;
}

const personOf = ({ name, id, idClass }: PayoutRow) => maskedPerson(name, idClass === 'placeholder' ? null : id);

/** Where rows of one list stand, and what it is read for. */
interface PlacesOn {
  readonly role: ListRole;
  readonly at: (rule: GroupRule, row: number) => Place;
}

function placesOn({ source: { origin, sheet, head } }: LoadedList, role: ListRole): PlacesOn {
  /** The title of the column that a rule looks at first. */
  const columns = new Map<GroupRule, string | null>();
  const columnOf = (rule: GroupRule) => {
    const known = columns.get(rule);
    if (known !== undefined) return known;
    const [first] = rule.needs.flat().flatMap((need) => head.columns.find(({ field }) => field === need) ?? []);
    const title = first?.title ?? null;
    columns.set(rule, title);
    return title;
  };
  return { role, at: (rule, row) => ({ file: origin.file, sheet, row, column: columnOf(rule) }) };
}
