import type { Campaign } from '../domain/campaign/campaign.ts';
import { InvalidInput } from '../domain/problem.ts';
import { filesOf, folderOf } from './files-of.ts';

/** Every file that a campaign names, whichever of them a command reads. */
export function namedFiles(path: string, { lists, rosters, returns, banks, parts }: Campaign): string[] {
  const templates = banks.flatMap(({ template }) => template ?? []);
  const named = [...[...lists, ...rosters, ...returns].map(({ file }) => file), ...templates, ...parts];
  return named.flatMap((file) => {
    try {
      return filesOf(file, folderOf(path));
    } catch (error) {
      if (error instanceof InvalidInput) return []; // told by whoever reads it
      throw error;
    }
  });
}
