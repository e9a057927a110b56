import type { Database, Row } from '../../engine/database.ts';
import type { Likeness } from '../evidence.ts';
import { each, whileAsked } from './asked.ts';

interface Sealed {
  readonly form: string | null;
  readonly sounds: readonly string[];
  /** Tokens of the numbers that it stands under with the name itself, and with what a near name may be. */
  readonly own: Set<string>;
  readonly nears: Set<string>;
  /** Of the numbers with the sounds and shapes of the name's characters. */
  readonly likes: Set<string>;
}

interface Stored extends Row {
  readonly name: string;
  readonly form: string | null;
  readonly sounds: string[];
  readonly near: string[];
  readonly nears: string[];
  readonly likes: string[];
}

/** What was sealed of names, by their tokens. */
export class SealedNames {
  readonly #names: ReadonlyMap<string, Sealed>;

  static async of(database: Database, names: Iterable<string>): Promise<SealedNames> {
    const rows = await whileAsked(database, 'name varchar', each(names), (asked) =>
      database.all<Stored>(
        `select distinct name, form, sounds, near, nears, likes from sealed_row where name in (select name from ${asked})`,
      ),
    );
    const found = new Map<string, Sealed>();
    for (const { name, form, sounds, near, nears, likes } of rows) {
      const sealed = found.get(name) ?? { form, sounds, own: new Set(), nears: new Set(), likes: new Set() };
      for (const token of near) sealed.own.add(token);
      for (const token of nears) sealed.nears.add(token);
      for (const token of likes) sealed.likes.add(token);
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
   * are near in another way, which only those under one number are known to be. What is not known to be near is `different`.
   */
  likeness: Likeness = (one, other) => {
    if (one === other) return 'same';
    const [a, b] = [this.#names.get(one), this.#names.get(other)];
    if (!a || !b) return 'different';
    if (a.form !== null && a.form === b.form) return 'variant';
    if (a.sounds.some((sound) => b.sounds.includes(sound))) return 'near-sound';
    if ([...a.likes].some((token) => b.likes.has(token))) return 'similar-shape';
    return isNear(a, b) || isNear(b, a) ? 'one-more-or-less' : 'different';
  };
}

const isNear = (a: Sealed, b: Sealed) => [...a.own].some((token) => b.nears.has(token));
