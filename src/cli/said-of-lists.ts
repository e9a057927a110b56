import { basename } from 'node:path';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { nearest } from '../domain/nearest.ts';
import { assign } from '../domain/row/assignment.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { UsageError } from './errors.ts';

/** What a list is whose rows don't say. */
export interface SaidOfList {
  readonly departmentElse?: string;
  readonly measureElse?: string;
}

/**
 * What `--as` says of a list: 部门/项目 of every one that is given, 文件:部门/项目 of one of them.
 * @throws UsageError for a file that is not given, and for what the campaign does not have.
 */
export function saidOfLists(
  as: readonly string[],
  files: readonly string[],
  campaign: Campaign | null,
  { cli }: Catalogue,
): (file: string) => SaidOfList {
  const namesOf = (file: string) => [file, basename(file)];
  const said = as.map((text) => {
    const file = files.find((each) => namesOf(each).some((name) => startsWithName(text, name)));
    const name = file && namesOf(file).find((each) => startsWithName(text, each));
    const of = name === undefined ? text : text.slice(name.length + 1);
    if (name === undefined && /[:：]/.test(text)) throw new UsageError(cli.asOfNoFile(text));
    return { name, said: readSaid(of, campaign, () => new UsageError(cli.badAs(text)), cli) };
  });
  return (file) => {
    const own = said.findLast(({ name }) => name !== undefined && namesOf(file).includes(name));
    return (own ?? said.findLast(({ name }) => name === undefined))?.said ?? {};
  };
}

const startsWithName = (text: string, name: string) => [':', '：'].some((colon) => text.startsWith(name + colon));

function readSaid(text: string, campaign: Campaign | null, bad: () => UsageError, cli: Catalogue['cli']): SaidOfList {
  const slash = text.search(/[/／]/);
  const [department, measure] = [
    text.slice(0, slash < 0 ? undefined : slash),
    slash < 0 ? '' : text.slice(slash + 1),
  ].map((part) => part.trim()) as [string, string];
  if (department === '' && measure === '') throw bad();
  if (!campaign) {
    return { ...(department ? { departmentElse: department } : {}), ...(measure ? { measureElse: measure } : {}) };
  }
  const found = assign(department, measure, campaign);
  if (department !== '' && !found.department.is) {
    throw new UsageError(cli.asUnknown(department, found.department.nearest));
  }
  if (measure !== '' && !found.measure.is) {
    const known = (found.department.is ? [found.department.is] : campaign.departments).flatMap(({ measures }) =>
      measures.flatMap(({ id, name }) => [name, id]),
    );
    throw new UsageError(cli.asUnknown(measure, nearest(measure, known)));
  }
  const its = campaign.departments.find(({ measures }) => found.measure.is && measures.includes(found.measure.is));
  const whose = found.department.is ?? its;
  return {
    ...(whose ? { departmentElse: whose.name } : {}),
    ...(found.measure.is ? { measureElse: found.measure.is.id } : {}),
  };
}
