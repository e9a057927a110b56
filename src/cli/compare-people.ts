import { basename, extname } from 'node:path';
import { type ComparedPerson, comparedPeople } from '../checks/compared-people.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { ListInput } from '../read/list/list-input.ts';
import type { ComparedPeople } from '../report/compare/compared-people.ts';
import { wordsFor } from '../text/words.ts';
import { comparePeople } from '../totals/compare/people.ts';
import { enrol } from '../totals/cover/enrolment.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { type CampaignAt, listsOf } from './list-inputs.ts';
import { whileResolved } from './resolved-lists.ts';

export interface ComparePeopleOptions extends ListFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly householdByAddress?: boolean;
}

/** One of the two that are compared: a campaign with its lists, or lists by themselves. */
export interface ComparedSide {
  /** What it is called. */
  readonly title: string;
  readonly campaign: CampaignAt | null;
  readonly lists: readonly string[];
}

/** So many of each kind of change are shown where not all are. */
const FIRST = 5;

/**
 * Reads the lists of both sides together and tells people apart once: whoever is written otherwise is the same person yet. The caller
 * closes their database.
 */
export async function examinePeople(
  from: ComparedSide,
  to: ComparedSide,
  options: ComparePeopleOptions,
  context: Context,
): Promise<ComparedPeople> {
  const { catalogue } = context;
  const inputsOf = ({ campaign, lists }: ComparedSide) => listsOf({ given: lists }, campaign, options, catalogue);
  const [before, now] = [inputsOf(from), inputsOf(to)];
  const inputs = [
    ...now.inputs.map((input) => calledAfterBoth(input, before.inputs)),
    ...before.inputs.map(
      (input): ListInput => ({
        ...calledAfterBoth(inWords(input, from.campaign?.campaign ?? null), now.inputs),
        role: 'earlier',
      }),
    ),
  ];
  const payouts = { inputs, gathered: now.gathered };
  const resolving = { ...options, payouts, amountOptional: true, noRepeated: true };
  const say = await wordsFor('compare-people', catalogue.language);
  return whileResolved([], to.campaign, resolving, context, async ({ lists, rosters }) => {
    const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
    const comparison = await comparePeople(lists, enrolment);
    const first: ComparedPerson[] = [];
    for await (const person of comparedPeople(lists, FIRST)) first.push(person);
    return { lists, comparison, first, from: from.title, to: to.title, say };
  });
}

/** A list of the earlier campaign, as the later one can understand it: numbers of measures may mean others there. */
function inWords(input: ListInput, campaign: Campaign | null): ListInput {
  const measure = campaign?.departments.flatMap(({ measures }) => measures).find(({ id }) => id === input.measure);
  return measure ? { ...input, measure: measure.name } : input;
}

/** Lists of one name on both sides are of the same department, where they say nothing else. */
function calledAfterBoth(input: ListInput, others: readonly ListInput[]): ListInput {
  const name = (file: string) => basename(file, extname(file));
  const isOnBoth = input.file !== '-' && others.some(({ file }) => name(file) === name(input.file));
  return isOnBoth ? { departmentElse: name(input.file), ...input } : input;
}
