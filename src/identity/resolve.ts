import { holdRowsTogether } from '../engine/held-rows.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import type { AllEvidence } from './all-evidence.ts';
import { foundCertain, joinAll } from './certain-people.ts';
import { ground } from './ground.ts';
import { ALONE_AT_HOME, householdSql, likelyHouseholds, numberOf, shareHouseholds } from './households.ts';
import { NODE } from './node.ts';
import type { Probable, ProbableOptions } from './probable/resolve-probable.ts';
import type { RowVerdict } from './probable/verdicts.ts';
import type { ResolvedLists } from './resolved-lists.ts';

/**
 * Pairs of people, each `certain`, who may be one: the band (its number in `BANDS`), the posterior probability, a row that stands
 * for each, and the evidence in words of the model (`name:same phone:same`).
 */
const LIKELY_PAIR = `create temp table likely_pair (one bigint, other bigint, band utinyint, posterior double,
  one_list usmallint, one_row uinteger, one_part utinyint, other_list usmallint, other_row uinteger, other_part utinyint, evidence varchar)`;

export interface ResolveOptions {
  /** Whether subdistrict and address say which household somebody is of, where nothing else does. */
  readonly householdByAddress?: boolean;
  /** Whether nobody compares what one person gets: `repeated` is then left out. */
  readonly noRepeated?: boolean;
  /** Whether only what is certain joins rows, and nothing probable is looked for. */
  readonly certain?: boolean;
  /** The year in which lists say how old people are. */
  readonly year?: number;
  /** What people decided of rows that may be one person's. */
  readonly verdicts?: readonly RowVerdict[];
  /** Whether any two rows may be asked to be explained afterwards. */
  readonly toExplain?: boolean;
  /** Columns of the payouts that `resolved` has as well: to look them up afterwards, row by row, would take longer. */
  readonly keeps?: readonly ('name' | 'id' | 'has_account')[];
}

/**
 * Resolves rows to people and households. Makes the relation `resolved`, with a row for every row of `any_payout`:
 *
 * - `list`, `row`, `earlier`: where, and whether it was paid earlier;
 * - `person`, `department`, `measure`, `amount`, `account`, `phone`: as in `payout`; `day`: the days from 2000-01-01 to `paid_on`;
 * - `identity`: the same number for the same person: that of a valid ID number above zero, any other below;
 * - `certain`: the same, where only what is certain counts: people of one `identity` may be several who are probably one;
 * - `ground`: how that is known (`ground`);
 * - `household`: the same number for the same household; null where nothing says;
 * - `household_sure`: whether a number of a household or its head says so, and not only what is probable;
 * - `home`: the household, or else the person alone;
 * - `agent`: the same number for the same name of whoever collects the money.
 *
 * Rows of rosters stand in the table `enrolled` with the same columns. What banks return is no evidence of who is who.
 *
 * Payouts whose identity other rows may have too stand in the table `repeated` again, with less of what they say: `list`, `row`,
 * `earlier`, `identity`, `department`, `measure`, `amount`, `account` and `day`. Only what is certain counts (design, section 5, items 1 to 4).
 */
export async function resolveIdentities(
  lists: Lists,
  {
    householdByAddress = false,
    noRepeated = false,
    certain: onlyCertain = false,
    year = 2026,
    keeps = [],
    verdicts = [],
    toExplain = false,
  }: ResolveOptions = {},
): Promise<ResolvedLists> {
  const { database } = lists;
  const certain = onlyCertain || lists.isSealed; // what is probable is weighed by what stands open
  const evidence = await evidenceOf(lists);
  await evidence.setVagueApart();
  await holdRowsTogether(lists);
  await database.run(`create temp table repeated_id as
    select person as identity, min(hash(name)) <> max(hash(name)) as names_differ from any_person where person > 0
    group by person having count(*) > 1`);
  const { conflicts, steps } = await foundCertain(lists, evidence);
  const disputed = [...conflicts.nodes()];
  const edges = steps.flatMap((step) => step.edges);
  const clusters = await evidence.people(conflicts, edges, year);
  const grounds = joinAll(clusters, steps);
  await database.run('create temp table disputed_id (person bigint, name varchar, identity bigint)');
  await database.append('disputed_id', disputed);
  await database.run('create temp table joined (node bigint, identity bigint, ground utinyint)');
  await database.append(
    'joined',
    [...grounds].map(([node, how]) => [node, clusters.of(node), how]),
  );
  const alone = `case when p.person > 0 then ${ground('id')} when p.person < 0 then ${ground('number')} else ${ground('alone')} end`;
  const agent = 'coalesce(p.agent, p.named_agent)';
  const hasAgents = await anyAgents(lists);
  const copied = [
    ...keeps.map((column) => `, p.${column}`),
    hasAgents
      ? `, case when ${agent} is not null and ${agent} is distinct from p.name then ${numberOf(agent)} end as agent`
      : '',
  ].join('');
  // To write a column of a million rows takes longer than to reckon it again: the table has only what can't be reckoned.
  await database.run(`create temp table resolved_row as
    select p.list, p.row, p.person,
      coalesce(j.identity, s.identity, ${NODE}) as identity, null::bigint as certain, coalesce(j.ground, ${alone})::utinyint as ground,
      ${householdSql(householdByAddress)} as household, null::bigint as likely_household,
      p.department, p.measure, p.amount, p.paid_on - date '2000-01-01' as day, p.account, p.phone${copied}
    from any_person p
    left join joined j on j.node = ${NODE}
    left join disputed_id s on s.person = p.person and s.name = p.name`);
  await database.run(`create temp view resolved as
    select * exclude (likely_household) replace (coalesce(certain, identity) as certain, coalesce(household, likely_household) as household),
      household is not null as household_sure, list >= ${lists.lists.length} as earlier,
      coalesce(household, likely_household, ${ALONE_AT_HOME}) as home
      ${hasAgents ? '' : ', null::bigint as agent'} from resolved_row`);
  await database.run(LIKELY_PAIR);
  const probable = certain ? null : await joinProbable(lists, { year, verdicts, toExplain });
  await shareHouseholds(lists, certain);
  if (!certain) await likelyHouseholds(lists);
  if (probable && !toExplain) await (await import('./probable/forget-compared.ts')).forgetCompared(lists);
  await setRostersApart(lists);
  if (!noRepeated) await gatherRepeated(lists);
  return { ...lists, probable };
}

/** Joins people who are probably one, and fills `likely_pair`. */
async function joinProbable(lists: Lists, options: ProbableOptions): Promise<Probable> {
  const { resolveProbable } = await import('./probable/resolve-probable.ts');
  const { database } = lists;
  const probable = await resolveProbable(lists, options);
  await database.run(`update resolved_row set certain = resolved_row.identity, identity = c.identity
    from confirmed c where c.certain = resolved_row.identity and c.identity <> c.certain`);
  await database.run('insert into repeated_id select distinct identity, null from confirmed');
  await database.run(`create temp table partner_row as
    select list, row, person as identity, certain from trait where part = 2`);
  return probable;
}

/** Makes the table `repeated`. */
async function gatherRepeated({ database }: Lists): Promise<void> {
  await database.run(`insert into repeated_id select distinct identity, null from joined
    union all select distinct identity, null from disputed_id
    union all select person, null from any_person where person < 0 group by person having count(*) > 1`);
  await database.run(`create temp table repeated as
    select list, row, earlier, identity, certain, department, measure, amount, account, day from resolved
    where identity in (select identity from repeated_id)`);
}

/** Says any row who else collects its money? */
async function anyAgents(lists: Lists): Promise<boolean> {
  if (everyList(lists).some(({ fields }) => fields.has('agent'))) return true;
  const { named } = await lists.database.one<{ named: bigint }>('select count(named_agent) as named from odd_payout');
  return named > 0n;
}

/** The rows of rosters, which are no payouts, have a table of their own. */
async function setRostersApart({ database, lists, earlier, rosters }: Lists): Promise<void> {
  const payouts = lists.length + earlier.length;
  if (rosters.length === 0) return;
  await database.run(`create temp table enrolled as select * from resolved where list >= ${payouts}`);
  await database.run(`delete from resolved_row where list >= ${payouts}`);
}

/** Sealed lists are compared with sealed ones, and never with others. */
async function evidenceOf(lists: Lists): Promise<AllEvidence> {
  if (lists.isSealed) return (await import('./sealed/sealed-evidence.ts')).sealedEvidence(lists);
  return (await import('./open-evidence.ts')).openEvidence(lists);
}
