import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Of } from '../file/bytes.ts';
import { passingName, removeAtEnd, removeNow } from '../read/leftovers.ts';

/** A file that was written beside its place. */
export interface Staged {
  /** As the user names it. */
  readonly path: string;
  readonly place: string;
  readonly staged: string;
  /** Where what stands in its place goes, which somebody has changed. */
  aside?: string;
  /** Whether it takes the place of nothing, not even of what came there a moment ago. */
  readonly isNew?: boolean;
}

/** A file in its place. */
export interface Put {
  readonly path: string;
  /** Null where nobody asked for it. */
  readonly sha256: string | null;
  /** False where the same bytes stood there already: that file was left alone. */
  readonly changed: boolean;
}

/** A file that is to go: to another place, or for good. */
export interface Gone {
  readonly place: string;
  readonly aside: string | null;
}

interface How {
  /** For nobody else to read, as are the folders that are made. */
  readonly isPrivate: boolean;
  readonly hashed: boolean;
  readonly gone?: readonly Gone[];
  /** What is thrown where a file can't be put in its place. */
  readonly failed: (error: unknown, path: string) => unknown;
}

/** Puts files in their places, all of them or none: at any moment a place holds the old file or the new one. */
export function putInPlace(files: readonly Staged[], { isPrivate, hashed, gone = [], failed }: How): Put[] {
  const undo: (() => void)[] = [];
  const backups: string[] = [];
  const done: Put[] = [];
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      const { place, staged, isNew = false } = file;
      const same = !isNew && isSame(staged, place);
      done.push({ path, sha256: hashed ? sha256Of(staged) : null, changed: !same });
      if (same) {
        if (isPrivate) chmodSync(place, 0o600);
        continue;
      }
      makeFolder(dirname(place), isPrivate, undo);
      sync(staged, 'r+');
      if (file.aside !== undefined) setAside(place, file.aside, isPrivate, undo);
      if (files.length > 1) keepOld(place, backups, undo);
      if (isNew) secondName(staged, place);
      else renameSync(staged, place);
    }
    for (const each of gone) {
      path = each.place;
      takeAway(each, isPrivate, backups, undo);
    }
    for (const folder of new Set([...files, ...gone].map(({ place }) => dirname(place)))) syncFolder(folder);
    return done;
  } catch (error) {
    for (const step of undo.reverse()) attempt(step);
    throw failed(error, path);
  } finally {
    for (const backup of backups) removeNow(backup);
  }
}

/** Do the same bytes stand there already? */
function isSame(staged: string, place: string): boolean {
  const there = statSync(place, { throwIfNoEntry: false });
  return there?.size === statSync(staged).size && sha256Of(place) === sha256Of(staged);
}

function makeFolder(folder: string, isPrivate: boolean, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true, mode: isPrivate ? 0o700 : 0o777 });
  if (first === undefined) return;
  undo.push(() => {
    for (let made = folder; made.length >= first.length; made = dirname(made)) rmdirSync(made);
  });
}

/** Keeps the file that is there under a second name, and notes how to have it back; where links can't be, it can't be had back. */
function keepOld(place: string, backups: string[], undo: (() => void)[]): void {
  if (!statSync(place, { throwIfNoEntry: false })) {
    undo.push(() => rmSync(place, { force: true }));
    return;
  }
  const backup = join(dirname(place), `.${passingName()}-`);
  removeAtEnd(backup);
  backups.push(backup);
  if (attempt(() => linkSync(place, backup))) undo.push(() => renameSync(backup, place));
}

/** Keeps what stands in a place under another name, for good. */
function setAside(place: string, aside: string, isPrivate: boolean, undo: (() => void)[]): void {
  makeFolder(dirname(aside), isPrivate, undo);
  secondName(place, aside);
  undo.push(() => rmSync(aside, { force: true }));
}

/** Has a file under another name, too, that nothing had; where links can't be, as a copy. */
function secondName(file: string, name: string): void {
  if (!attempt(() => linkSync(file, name))) copyFileSync(file, name, constants.COPYFILE_EXCL);
}

/** Takes a file out of its place; until all is done it can be had back. */
function takeAway({ place, aside }: Gone, isPrivate: boolean, backups: string[], undo: (() => void)[]): void {
  const to = aside ?? join(dirname(place), `.${passingName()}-`);
  if (aside !== null) makeFolder(dirname(aside), isPrivate, undo);
  else {
    removeAtEnd(to);
    backups.push(to);
  }
  renameSync(place, to);
  undo.push(() => renameSync(to, place));
}

function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

/** What was renamed is there after the power fails only when its folder has been written too; Windows does that by itself. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') attempt(() => sync(folder, 'r'));
}

function sync(path: string, flags: string): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
