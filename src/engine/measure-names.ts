import type { Campaign } from '../domain/campaign/campaign.ts';
import { assign } from '../domain/row/assignment.ts';
import type { ListInput } from '../read/list/list-input.ts';

/**
 * The list with the names of the measures that a column of it may be of: those in cash of its department, or of all where nobody says
 * whose it is. Of a name that several departments have, nobody could tell which is meant.
 */
export function withMeasureNames(input: ListInput, campaign: Campaign | null): ListInput {
  if (!campaign || input.measure !== undefined) return input;
  const { is } = assign(input.department ?? '', '', campaign).department;
  const measures = (is ? [is] : campaign.departments).flatMap((department) => department.measures);
  const names = measures.flatMap(({ name, form }) => (form.length > 0 && !form.includes('cash') ? [] : [name]));
  const measureNames = names.filter((name) => measures.filter((each) => each.name === name).length === 1);
  return measureNames.length > 1 ? { ...input, measureNames } : input;
}
