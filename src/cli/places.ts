import { type RealPlace, realPlace } from './real-place.ts';

/** Places by all their names. */
export class Places {
  readonly #keys = new Set<string>();
  readonly #inodes = new Set<string>();

  add({ key, inode, kind }: RealPlace): void {
    if (kind === 'device') return;
    this.#keys.add(key);
    if (inode !== null) this.#inodes.add(inode);
  }

  has({ key, inode }: RealPlace): boolean {
    return this.#keys.has(key) || (inode !== null && this.#inodes.has(inode));
  }
}

/** Where a file is; null where it can be nowhere. */
export function knownPlace(file: string): RealPlace | null {
  try {
    return realPlace(file);
  } catch {
    return null;
  }
}
