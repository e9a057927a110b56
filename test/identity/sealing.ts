import { sealedLists } from '../../src/answer/seal.ts';
import { checkRows } from '../../src/checks/row/check-rows.ts';
import type { OpenField } from '../../src/domain/sealed/open-field.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';
import { SealingKey } from '../../src/read/sealed/sealing-key.ts';
import { printSealed } from '../../src/write/sealed-list.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

const KEY = new SealingKey(
  Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256),
  'HMAC-SHA-256',
);
const OPEN: readonly OpenField[] = ['department', 'measure', 'amount'];

/** Who is who, by list and row, where only what is certain counts. */
export type Certain = ReadonlyMap<string, bigint>;

/** Sealed texts of lists that were read. */
async function sealedTexts(lists: ResolvedLists): Promise<string[]> {
  const checked = await checkRows(lists, '2026-01-10');
  const texts: string[] = [];
  for (const { head, rows } of await sealedLists(lists, { key: KEY, open: OPEN, year: 2026, checked })) {
    let text = '';
    for await (const piece of printSealed(head, rows(), KEY)) text += piece;
    texts.push(text);
  }
  return texts;
}

/** What open lists and the same lists sealed say of who is who. */
export async function openAndSealed(csvs: readonly string[]): Promise<{ open: Certain; sealed: Certain }> {
  const files = csvs.map((csv) => saved(csv));
  const read = (paths: readonly string[]) => paths.map((path) => ({ ...inputOf(path), amountOptional: true }));
  const { open, texts } = await withLists(read(files), async (lists) => {
    const resolved = await resolveIdentities(lists, { certain: true });
    return { texts: await sealedTexts(resolved), open: await certainly(resolved) };
  });
  const sealed = await withLists(read(texts.map((text) => saved(text))), async (lists) =>
    certainly(await resolveIdentities(lists, { certain: true })),
  );
  return { open, sealed };
}

async function certainly(lists: ResolvedLists): Promise<Certain> {
  const rows = await lists.database.all<{ list: number; row: number; identity: bigint }>(
    'select list, row, identity from resolved',
  );
  return new Map(rows.map(({ list, row, identity }) => [`${list}:${row}`, identity]));
}

/** Pairs of rows that are one person's. */
export function pairsOf(certain: Certain): Set<string> {
  const rowsOf = new Map<bigint, string[]>();
  for (const [row, identity] of certain) rowsOf.set(identity, [...(rowsOf.get(identity) ?? []), row]);
  const pairs = [...rowsOf.values()].flatMap((rows) =>
    rows.sort().flatMap((one, at) => rows.slice(at + 1).map((other) => `${one} ${other}`)),
  );
  return new Set(pairs);
}
