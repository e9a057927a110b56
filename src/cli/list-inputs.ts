import { existsSync, realpathSync } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Campaign } from '../domain/campaign.ts';
import type { ListInput } from '../read/list/list-source.ts';
import { filesOf, folderOf } from './files-of.ts';
import type { ListFlags } from './list-flags.ts';

/** A campaign, where its lists are looked for from. */
export interface CampaignAt {
  readonly path: string;
  readonly campaign: Campaign;
}

/** The lists that are given, else the campaign's own. */
export function listsOf(given: readonly string[], campaign: CampaignAt | null, flags: ListFlags): ListInput[] {
  if (given.length > 0 || !campaign) return given.map((file) => listGiven(file, flags));
  return ownLists(campaign, flags);
}

/** A list as the command line gives it. */
export function listGiven(file: string, { column = new Map(), sheet }: ListFlags): ListInput {
  return { file, columns: new Map(), anywhere: column, ...(sheet === undefined ? {} : { sheet }) };
}

/** The campaign's `lists:`, by file or pattern, as seen from the folder that the campaign file is in. */
function ownLists({ path, campaign: { lists } }: CampaignAt, { column = new Map(), sheet: asked }: ListFlags) {
  const folder = folderOf(path);
  return lists.flatMap(({ file, columns, measures, sheet = asked, department, measure }) => {
    const rest = {
      columns: new Map(Object.entries(columns)),
      measures: new Map(Object.entries(measures)),
      anywhere: column,
      ...(sheet === undefined ? {} : { sheet }),
      ...(department === undefined ? {} : { department }),
      ...(measure === undefined ? {} : { measure }),
    };
    return filesOf(file, folder).map((each): ListInput => ({ file: each, ...rest }));
  });
}

/** Each list that says no department as that of the one that its file is called after. */
export function calledAfterFiles(inputs: readonly ListInput[]): ListInput[] {
  const files = inputs.map(({ file }) => file);
  return inputs.map((input) =>
    input.file === '-' ? input : { ...input, departmentElse: calledAfter(input.file, files) },
  );
}

/** A file's name without its ending, or the whole path where others have the same. */
function calledAfter(file: string, files: readonly string[]): string {
  const name = (path: string) => basename(path, extname(path));
  return files.some((other) => other !== file && name(other) === name(file)) ? file : name(file);
}

/**
 * A list that would be counted twice: patterns overlap, or one file is named by two paths. It may well be a roster too; of bank
 * returns one that comes twice is known by its bytes, and said.
 */
export function repeated(inputs: readonly ListInput[]): string | undefined {
  const identity = ({ file, sheet, role, entry }: ListInput) => {
    if (file === '-') return file; // whatever for, standard input is read once
    const path = existsSync(file) ? realpathSync(file) : file;
    return JSON.stringify([path, sheet, ...(role === 'roster' ? [role, entry] : [])]);
  };
  const known = new Set<string>();
  return inputs.find(
    (input) => (input.role !== 'return' || input.file === '-') && known.size === known.add(identity(input)).size,
  )?.file;
}
