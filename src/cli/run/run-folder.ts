import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, parse, relative, sep } from 'node:path';
import { manifest, type RunFile, type RunManifest } from '../../domain/run/manifest.ts';
import { sha256Of } from '../../file/bytes.ts';
import type { Outputs } from '../outputs.ts';

/** What a run's own account of its folder is called, in any language. */
export const MANIFEST = 'manifest.json';

/** A folder that runs keep up to date: what is in it is theirs, or somebody else's. */
export class RunFolder {
  readonly path: string;
  /** What the run before wrote; null where there was none, or its account can't be read. */
  readonly before: RunManifest | null;
  readonly isUnreadable: boolean;
  readonly #digests: ReadonlyMap<string, string>;

  constructor(path: string) {
    this.path = path;
    const account = join(path, MANIFEST);
    this.before = existsSync(account) ? manifestIn(account) : null;
    this.isUnreadable = existsSync(account) && this.before === null;
    this.#digests = new Map(this.before?.outputs.map(({ file, sha256 }) => [file, sha256]));
  }

  /** A path in it as it is named in the account. */
  named(path: string): string {
    return relative(this.path, path).split(sep).join('/');
  }

  /** What a run has written and not yet put in its place, by the names of the account. */
  staged(outputs: Outputs): RunFile[] {
    return outputs.staged().map(({ path, sha256 }) => ({ file: this.named(path), sha256 }));
  }

  /**
   * Makes way for what was written: whatever stands in its place and is not as a run left it is kept in `aside`, and so is
   * what belongs there no more and was changed; what was not is removed. Nothing else is touched.
   * @returns the files that are kept, and where; and how many are removed.
   */
  makeWay(
    outputs: Outputs,
    written: readonly RunFile[],
    aside: string,
  ): { readonly kept: readonly (readonly [file: string, to: string])[]; readonly removed: number } {
    const kept: [string, string][] = [];
    const keep = (file: string) => {
      const to = this.#free(join(this.path, aside, file));
      outputs.setAside(join(this.path, file), to);
      kept.push([file, this.named(to)]);
    };
    const now = new Set(written.map(({ file }) => file));
    for (const { file, sha256 } of written) {
      const there = this.#digestOf(file);
      const isOurs = file === MANIFEST ? !this.isUnreadable : there === this.#digests.get(file);
      if (there !== null && there !== sha256 && !isOurs) keep(file);
    }
    let removed = 0;
    for (const [file, sha256] of this.#digests) {
      const there = now.has(file) ? null : this.#digestOf(file);
      if (there === null) continue;
      if (there !== sha256) keep(file);
      else {
        outputs.remove(join(this.path, file));
        removed += 1;
      }
    }
    return { kept, removed };
  }

  /** Files in a folder of it that no run wrote, once everything is in its place. */
  strangers(folder: string, written: readonly RunFile[]): string[] {
    const known = new Set(written.map(({ file }) => file));
    const path = join(this.path, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => this.named(join(each.parentPath, each.name)))
      .filter((file) => !known.has(file));
  }

  #digestOf(file: string): string | null {
    const path = join(this.path, file);
    return statSync(path, { throwIfNoEntry: false })?.isFile() ? sha256Of(path) : null;
  }

  /** A path at which nothing stands. */
  #free(path: string): string {
    const { dir, name, ext } = parse(path);
    let free = path;
    for (let copy = 2; existsSync(free); copy += 1) free = join(dir, `${name}-${copy}${ext}`);
    return free;
  }
}

function manifestIn(path: string): RunManifest | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null; // somebody else's, or damaged: it says nothing of what is ours
  }
}
