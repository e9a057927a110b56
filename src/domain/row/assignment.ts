import type { Campaign, Department } from '../campaign/campaign.ts';
import { departmentsCalled } from '../campaign/department-name.ts';
import type { Measure } from '../campaign/measure.ts';
import { foldCell } from '../cell-text.ts';
import { nearest } from '../nearest.ts';

/** A word on a list, and what it names in the campaign: never guessed, only suggested. */
interface Assigned<T> {
  /** As it is called in the campaign, else as it is written. */
  readonly name: string;
  /** What it names; null when it names nothing, or nothing was written. */
  readonly is: T | null;
  /** The nearest name, where it names nothing. */
  readonly nearest: string | null;
}

/** Where a payout belongs. */
export interface Assignment {
  readonly department: Assigned<Department>;
  readonly measure: Assigned<Measure>;
}

const folded = (text: string) => foldCell(text).replace(/\s+/g, '');

/**
 * Finds a payout's department and measure by what its row says, exactly, by an alias or, where only one fits, without the
 * 区, 市 or 县 before a department and the 局 or 部门 behind it. Without a campaign everything is
 * what it is called. A measure is known by its id, its name, or a category that only it is for; in a department that has
 * a single measure, a row that names none is of that one, and so with the department of a campaign that has a single one.
 * A row that names no department is of the one that has a measure of that name or id, where only one has; a category may be helped by others too.
 */
export function assign(departmentText: string, measureText: string, campaign: Campaign | null): Assignment {
  const [department, measure] = [folded(departmentText), folded(measureText)];
  if (!campaign) return { department: plain(department), measure: plain(measure) };
  const given = assignDepartment(department, campaign);
  const its = assignMeasure(measure, given.is, campaign);
  const giver = department === '' && its.is && isCalled(its.is, measure) ? whoseIs(its.is, campaign) : null;
  return { department: giver ? { name: giver.name, is: giver, nearest: null } : given, measure: its };
}

const isCalled = ({ id, name }: Measure, text: string) => folded(name) === text || id === text;

const whoseIs = (measure: Measure, { departments }: Campaign) =>
  departments.find(({ measures }) => measures.includes(measure)) ?? null;

const plain = (name: string) => ({ name, is: null, nearest: null });

function assignDepartment(text: string, { departments, region }: Campaign): Assigned<Department> {
  const [only] = departments;
  if (text === '' && only && departments.length === 1) return { name: only.name, is: only, nearest: null };
  const [found, ...others] = departmentsCalled(text, departments, region);
  if (found && others.length === 0) return { name: found.name, is: found, nearest: null };
  const names = departments.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  // Of several that fit none is taken, and all are named.
  const alike = [...(found ? [found] : []), ...others].map(({ name }) => name);
  return { name: text, is: null, nearest: alike.join('、') || nearest(text, names) };
}

function assignMeasure(text: string, department: Department | null, campaign: Campaign): Assigned<Measure> {
  const measures = department ? department.measures : campaign.departments.flatMap((each) => each.measures);
  const [only] = measures;
  if (text === '' && department && only && measures.length === 1) return { name: only.name, is: only, nearest: null };
  const called = measures.filter((each) => isCalled(each, text));
  const [found, ...others] = called.length > 0 ? called : measures.filter(({ to }) => to.map(folded).includes(text));
  if (found && others.length === 0) return { name: found.name, is: found, nearest: null };
  return {
    name: text,
    is: null,
    nearest: nearest(
      text,
      measures.map(({ name }) => name),
    ),
  };
}
