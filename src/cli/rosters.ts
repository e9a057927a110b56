import { basename, extname } from 'node:path';
import type { GatheredNote } from '../domain/campaign/gathered.ts';
import { nearest } from '../domain/nearest.ts';
import { type Roster, rostersOf } from '../domain/row/roster.ts';
import { invalidFile } from '../file/fault.ts';
import type { ListInput } from '../read/list/list-input.ts';
import { filesOf, folderOf } from './files-of.ts';
import type { CampaignAt } from './list-inputs.ts';
import { pathOf, sameFiles } from './same-files.ts';

/** Rosters, and the files that they stand in. */
export interface GivenRosters {
  readonly rosters: readonly Roster[];
  readonly inputs: readonly ListInput[];
  /** What is given and is one of the campaign's own, which was read once. */
  readonly notes: readonly GatheredNote[];
}

/**
 * The campaign's rosters, and those that are given: people who are to be reached, and people who must not be paid.
 * @throws InvalidInput for a roster of a measure that the campaign does not have: its people would be to get anything.
 */
export function rostersFor(
  campaign: CampaignAt | null,
  given: readonly string[] = [],
  blocked: readonly string[] = [],
  columns: ReadonlyMap<string, string> = new Map(),
): GivenRosters {
  if (campaign) refuseUnknownMeasures(campaign);
  const own = campaign?.campaign.rosters ?? [];
  const rosters: Roster[] = campaign ? rostersOf(campaign.campaign) : [];
  const inputs = own.flatMap(({ file, sheet, columns: said = {} }, entry) =>
    filesOf(file, folderOf(campaign?.path ?? '-')).map(
      (each): ListInput => ({
        file: each,
        role: 'roster',
        entry,
        columns: new Map(Object.entries(said)),
        anywhere: columns,
        ...(sheet === undefined ? {} : { sheet }),
      }),
    ),
  );
  const notes: GatheredNote[] = [];
  const same = sameFiles([...inputs.map(({ file }) => file), ...given, ...blocked]);
  for (const [files, isBlocked] of [
    [given, false],
    [blocked, true],
  ] as const) {
    for (const file of files) {
      const known = inputs.find(
        (input) => (rosters[input.entry ?? 0]?.blocked !== null) === isBlocked && same(input.file, file),
      );
      if (known && file !== '-') {
        notes.push({ kind: pathOf(known.file) === pathOf(file) ? 'same-path' : 'same-bytes', file, other: known.file });
        continue;
      }
      const name = file === '-' ? file : basename(file, extname(file));
      inputs.push({ file, role: 'roster', entry: rosters.length, columns: new Map(), anywhere: columns });
      rosters.push({ id: name, name, measures: [], blocked: isBlocked ? name : null, asOf: null });
    }
  }
  return { rosters, inputs, notes };
}

function refuseUnknownMeasures({ path, campaign: { rosters, departments } }: CampaignAt): void {
  const allowed = departments.flatMap(({ measures }) => measures.map(({ id }) => id));
  const got = rosters.flatMap(({ measures = [] }) => measures).find((id) => !allowed.includes(id));
  if (got !== undefined) throw invalidFile(path, 'wrong-word', { got, nearest: nearest(got, allowed), allowed });
}
