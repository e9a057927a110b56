import { join } from 'node:path';
import { vi } from 'vitest';
import type { AnswerKey, Place } from '../../samples/generator/key.ts';
import { Planted } from '../../samples/generator/written.ts';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import { type Fen, yuan } from '../../src/domain/money.ts';
import type { Lists } from '../../src/engine/lists.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { overlapOf } from '../../src/totals/dedupe/overlap.ts';
import { listedTotals } from '../../src/totals/lists/listed.ts';
import { withLists } from '../engine/reading.ts';

/** A place as a line. */
export const where = ({ file, sheet, row }: Place) => `${file} ${sheet ?? ''} ${row}`;

/** A payout, whom it truly pays, and who it was resolved to. */
export interface Payout {
  readonly place: string;
  readonly truth: number;
  readonly identity: bigint;
  readonly department: string;
  readonly amount: Fen | null;
}

export interface Sample {
  readonly key: AnswerKey;
  readonly payouts: readonly Payout[];
  /** `rule: place | place`, worst first. */
  readonly found: readonly { readonly rule: string; readonly severity: string; readonly at: string }[];
  /** 民政局 of the lists: people and households. */
  readonly departments: readonly Pick<AnswerKey['departments'][number], 'department' | 'persons' | 'households'>[];
  readonly pairs: AnswerKey['severalDepartments'];
}

/** Writes a sample, and notes of every row whom it truly pays. */
async function written(into: string, make: (folder: string) => Promise<AnswerKey>) {
  const truths = new Map<string, number>();
  const original = Planted.prototype.note;
  const note = vi.spyOn(Planted.prototype, 'note').mockImplementation(function (this: Planted, made, row, placeOf) {
    truths.set(where(placeOf(row)), made.payout.draft.person.index);
    original.call(this, made, row, placeOf);
  });
  try {
    return { key: await make(into), truths };
  } finally {
    note.mockRestore();
  }
}

/** Makes a sample in a folder, reads and resolves its lists, and says what there is and what was found. */
export async function examineSample(made: string, make: (folder: string) => Promise<AnswerKey>): Promise<Sample> {
  const { key, truths } = await written(made, make);
  const { campaign } = readCampaign(join(made, 'campaign.yaml'));
  const inputs = campaign.lists.map(({ file, sheet, department, measure, columns = {} }) => ({
    file: join(made, file),
    columns: new Map(Object.entries(columns)),
    ...(sheet === undefined ? {} : { sheet }),
    ...(department === undefined ? {} : { department }),
    ...(measure === undefined ? {} : { measure }),
  }));
  const placeOf = (lists: Lists, list: number, row: number): string => {
    const { origin, sheet } = lists.lists[list]?.source ?? { origin: { file: '' }, sheet: null };
    return where({ file: origin.file.slice(made.length + 1), sheet, row });
  };
  return withLists(
    inputs,
    async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const nameOf = (index: number) => lists.assignments.departments[index]?.name ?? '';
      const stored = await lists.database.all<
        Record<string, unknown> & {
          list: number;
          row: number;
          identity: bigint;
          department: number;
          amount: Fen | null;
        }
      >('select list, "row", identity, department, amount from resolved');
      const found: Sample['found'][number][] = [];
      for await (const { rule, severity, rows } of (await checkGroups(resolved, '2026-03-10')).stream()) {
        const at = rows.map(({ list, place }) => placeOf(lists, list, Number(place.row))).sort();
        found.push({ rule, severity, at: at.join(' | ') });
      }
      const totals = await listedTotals(resolved);
      const { pairs } = await overlapOf(
        resolved,
        totals.departments.map(({ department }) => department),
      );
      return {
        key,
        payouts: stored.map(({ list, row, identity, department, amount }) => {
          const place = placeOf(lists, list, row);
          return { place, truth: truths.get(place) ?? -1, identity, department: nameOf(department), amount };
        }),
        found,
        departments: totals.departments.map(({ department, persons, households }) => ({
          department: nameOf(department),
          persons,
          households: households ?? 0,
        })),
        pairs: pairs.map(({ departments: [one, other], persons, amount }) => ({
          departments: [nameOf(one), nameOf(other)] as const,
          persons,
          amount: yuan(amount),
        })),
      };
    },
    { campaign },
  );
}
