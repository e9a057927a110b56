import { accessSync, constants, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from '../file/bytes.ts';
import { passingName, removeAtEnd, removeNow, sweep } from '../read/leftovers.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { UsageError } from './errors.ts';
import type { Output } from './io.ts';
import { knownPlace, Places } from './places.ts';
import { type Gone, type Put, putInPlace, type Staged } from './put-in-place.ts';
import { isSamePlace, isWithin, type RealPlace, realPlace } from './real-place.ts';
import { writeDevice, writeNew } from './write-new.ts';

/** What an option names: a file; a report, which may be a folder of them; or a folder of lists. */
export interface DeclaredOutput {
  readonly flag: string;
  readonly path: string;
  readonly kind: 'file' | 'report' | 'lists';
}

interface Declared extends DeclaredOutput {
  readonly place: RealPlace;
}

/**
 * The only door for files that are written. It knows everything that a run is to write, and everything that it reads or that its
 * campaign names, by where it really is, before there is any work: nothing is written over an input, or twice. Files are written
 * beside their places, and stand there when all have been written, or none does.
 */
export class Outputs {
  /** Files that are to be written, as they are named, and those that have been. */
  readonly paths: string[] = [];
  readonly written: Put[] = [];
  /** Files that are read, or that a campaign names, as they are named. */
  readonly read = new Set<string>();
  /** Whether sums of what is written are asked for. */
  hashes = false;
  /** Whether people's rows were read: nobody else may read then what is written. */
  holdsPeople = false;
  /** Whether what was written is kept back until everything has been. */
  keepsBack = false;
  readonly #say: (message: string) => void;
  readonly #cli: Catalogue['cli'];
  readonly #declared: Declared[] = [];
  readonly #inputs: Places = new Places();
  readonly #taken: Places = new Places();
  readonly #swept = new Set<string>();
  #staged: Staged[] = [];
  #gone: Gone[] = [];

  constructor({ cli }: Catalogue, say: (message: string) => void) {
    this.#cli = cli;
    this.#say = say;
  }

  /** @throws UsageError where it is another output, or in one, or an input, or can't be written. */
  declare(output: DeclaredOutput): void {
    const declared = { ...output, place: this.#placeOf(output.path) };
    for (const other of this.#declared) {
      if (isSamePlace(declared.place, other.place)) this.#refuseTwice(declared, other);
      for (const [outer, inner] of [
        [declared, other],
        [other, declared],
      ] as const) {
        if (isWithin(outer.place, inner.place) && !mayHold(outer, inner)) this.#refuseTwice(inner, outer);
      }
    }
    if (this.#inputs.has(declared.place)) throw new UsageError(this.#cli.isInput(output.path));
    this.#refuseUnwritable(declared);
    this.#declared.push(declared);
    this.#sweep(existing(declared.place.path));
  }

  /** @throws UsageError where one of these files, which are read or named by a campaign, is what is to be written. */
  protect(files: readonly string[]): void {
    for (const file of files) {
      if (file !== '-') this.read.add(file);
      const place = file === '-' ? null : knownPlace(file);
      if (place && place.kind !== 'folder') this.#inputs.add(place);
    }
    const own = this.#declared.find(({ place }) => this.#inputs.has(place));
    if (own) throw new UsageError(this.#cli.isInput(own.path));
  }

  /** @throws UsageError where a list of one of these names, in a folder that lists are written to, would be an input. */
  expectLists(names: () => readonly string[]): void {
    for (const folder of this.#declared.filter(({ kind }) => kind === 'lists')) {
      const path = names()
        .map((name) => join(folder.path, name))
        .find((each) => this.#inputs.has(this.#placeOf(each)));
      if (path !== undefined) throw new UsageError(this.#cli.isInput(path));
    }
  }

  /** Writes a file, which is put in its place later. What is no file (a device, a pipe) is written to as it is. */
  write(path: string, data: Output, isNew = false): Promise<void> {
    return this.writing(path, () => {
      if (this.#placeOf(path).kind === 'device') return writeDevice(path, data);
      return writeNew(this.stage(path, isNew), data, this.holdsPeople ? 0o600 : 0o666);
    });
  }

  /** @throws UsageError where the operating system does not let anybody write there. */
  async writing<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.#told(error, path);
    }
  }

  /**
   * Where somebody else writes a file that is to stand at `path`; `isNew`: and to take the place of nothing.
   * @throws UsageError where it would be an input, or was written already.
   */
  stage(path: string, isNew = false): string {
    const place = this.#placeOf(path);
    if (this.#inputs.has(place)) throw new UsageError(this.#cli.isInput(path));
    if (this.#taken.has(place)) throw new UsageError(this.#cli.writtenTwice(path));
    if (place.kind === 'folder') throw new UsageError(this.#cli.writeFailed(path, 'EISDIR'));
    const folder = existing(dirname(place.path));
    this.#sweep(folder);
    const staged = join(folder, `.${passingName()}-`);
    removeAtEnd(staged);
    this.#taken.add(place);
    this.#staged.push({ path, place: place.path, staged, isNew });
    this.paths.push(path);
    return staged;
  }

  /** What was written and is not in its place yet. */
  staged(): { readonly path: string; readonly sha256: string }[] {
    return this.#staged.map(({ path, staged }) => ({ path, sha256: sha256Of(staged) }));
  }

  /** Has what stands at `path` kept elsewhere when something else is put there, or when nothing is. */
  setAside(path: string, aside: string): void {
    const staged = this.#staged.find((each) => each.path === path);
    if (staged) staged.aside = aside;
    else this.#gone.push({ place: path, aside });
  }

  /** Has a file removed when everything else is put in its place. */
  remove(path: string): void {
    this.#gone.push({ place: path, aside: null });
  }

  /** Puts everything in its place that was written so far, and says so. */
  put({ quietly = false } = {}): void {
    if (this.keepsBack) return;
    try {
      const failed = (error: unknown, path: string) => this.#told(error, path);
      const how = { isPrivate: this.holdsPeople, hashed: this.hashes, gone: this.#gone, failed };
      const done = putInPlace(this.#staged, how);
      for (const { place } of this.#gone) removeEmpty(dirname(place));
      this.written.push(...done);
      if (quietly) return;
      for (const { path, changed } of done) this.#say(changed ? this.#cli.written(path) : this.#cli.unchanged(path));
    } finally {
      this.discard();
    }
  }

  /** Puts in its place what was kept back. */
  putKept(): void {
    this.keepsBack = false;
    this.put();
  }

  /** How many of the files that were written changed, and how many were left as they were. */
  counts(): { readonly changed: number; readonly unchanged: number } {
    const changed = this.written.filter((file) => file.changed).length;
    return { changed, unchanged: this.written.length - changed };
  }

  /** What an option names; null where it is not given, or names an input. */
  declared(flag: string): string | null {
    const output = this.#declared.find((each) => each.flag === flag);
    return output && !this.#inputs.has(output.place) ? output.path : null;
  }

  /** Removes what was written and is not in its place. */
  discard(): void {
    for (const { staged } of this.#staged) removeNow(staged);
    this.#staged = [];
    this.#gone = [];
  }

  /** Also above: where a folder was still to be made, the files that go there were written beside it. */
  #sweep(folder: string): void {
    for (let at = folder; !this.#swept.has(at); at = dirname(at)) {
      this.#swept.add(at);
      sweep(at);
    }
  }

  /** Whoever has to wait for hours hears of it before. */
  #refuseUnwritable({ kind, path, place }: Declared): void {
    try {
      const isFolder = kind === 'lists' || place.kind === 'folder';
      if (isFolder && place.kind === 'file') throw this.#told({ code: 'ENOTDIR', syscall: 'mkdir' }, path);
      const parent = existing(isFolder ? place.path : dirname(place.path));
      accessSync(place.kind === 'device' ? place.path : parent, constants.W_OK);
    } catch (error) {
      throw this.#told(error, path);
    }
  }

  #placeOf(path: string): RealPlace {
    try {
      return realPlace(path);
    } catch (error) {
      throw this.#told(error, path);
    }
  }

  #refuseTwice(one: Declared, other: Declared): never {
    throw new UsageError(
      isSamePlace(one.place, other.place)
        ? this.#cli.sameOutput(one.flag, other.flag, one.path)
        : this.#cli.outputWithin(one.flag, other.flag, one.path),
    );
  }

  /** What the operating system says of a file that can't be written; anything else as it is. */
  #told(error: unknown, path: string): unknown {
    const { code, syscall } = error as NodeJS.ErrnoException;
    return syscall === undefined ? error : new UsageError(this.#cli.writeFailed(path, code ?? syscall));
  }
}

/** A folder of reports may hold other files that are named; lists stand alone, and a file holds nothing. */
function mayHold(outer: DeclaredOutput, inner: DeclaredOutput): boolean {
  return outer.kind === 'report' && inner.kind === 'file';
}

/** Folders in which nothing stands any more go as well. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
    removeEmpty(dirname(folder));
  } catch {} // something stands there
}

/** The folder itself, or the nearest above it that is there. */
function existing(folder: string): string {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isThere || dirname(folder) === folder ? folder : existing(dirname(folder));
}
