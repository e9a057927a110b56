import type { Database, Row } from '../../engine/database.ts';
import type { Likeness } from '../evidence.ts';

interface Sealed {
  readonly form: string | null;
  readonly sounds: readonly string[];
  /** By the valid number, its token with this name, and with what a near name may be. */
  readonly near: Map<string, readonly string[]>;
}

/** What was sealed of names, by their tokens. */
export class SealedNames {
  readonly #names: ReadonlyMap<string, Sealed>;

  static async of(database: Database, names: Iterable<string>): Promise<SealedNames> {
    await database.run('create or replace temp table counted_name (name varchar)');
    await database.append('counted_name', rowsOf(names));
    const rows = await database.all<
      Row & { name: string; form: string | null; sounds: string[]; near: string | null; nears: string[] }
    >(`select distinct name, form, sounds, near, nears from sealed_row where name in (select name from counted_name)`);
    const found = new Map<string, Sealed>();
    for (const { name, form, sounds, near, nears } of rows) {
      const sealed = found.get(name) ?? { form, sounds, near: new Map() };
      if (near !== null) sealed.near.set(near, nears);
      found.set(name, sealed);
    }
    return new SealedNames(found);
  }

  private constructor(names: ReadonlyMap<string, Sealed>) {
    this.#names = names;
  }

  /** The token of what names have in common that differ only in the characters they are written in. */
  formOf = (name: string): string | null => this.#names.get(name)?.form ?? null;

  /**
   * As `compareNames`, as far as what was sealed tells it: `near-sound` stands for all that sound alike, and `one-more-or-less` for all that
   * are near in another way, which only those under one valid number are known to be. What is not known to be near is `different`.
   */
  likeness: Likeness = (one, other) => {
    if (one === other) return 'same';
    const [a, b] = [this.#names.get(one), this.#names.get(other)];
    if (!a || !b) return 'different';
    if (a.form !== null && a.form === b.form) return 'variant';
    if (a.sounds.some((sound) => b.sounds.includes(sound))) return 'near-sound';
    return isNear(a, b) || isNear(b, a) ? 'one-more-or-less' : 'different';
  };
}

const isNear = (a: Sealed, b: Sealed) =>
  [...a.near.keys()].some((own) => [...b.near.values()].some((nears) => nears.includes(own)));

function* rowsOf(names: Iterable<string>): Generator<[string]> {
  for (const name of new Set(names)) yield [name];
}
