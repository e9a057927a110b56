import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InvalidInput } from '../domain/problem.ts';
import { invalidFile } from '../file/fault.ts';
import { isLockFile } from '../read/folder.ts';
import { isPipe, keepPipes } from '../read/pipes.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { INPUT_FLAGS, LIST_FLAGS } from './input-flags.ts';

/** What may be a pattern; a file that is called so is one all the same. */
const PATTERN = /[*?[\]{}()!]/;

/**
 * Puts the files of patterns and folders in their place, before a command sees them: on Windows no shell does, and a folder means the
 * lists in it. What stands beside them and is left out is said.
 */
export async function expandInputs(command: Command, context: Context): Promise<void> {
  const given = givenTo(command);
  // Said before it is waited for.
  if (given.filter((file) => file === '-').length > 1) throw new UsageError(context.catalogue.cli.stdinTwice);
  const [files] = command.processedArgs;
  if (command.registeredArguments[0]?.name() === 'files' && Array.isArray(files)) {
    command.processedArgs[0] = command.opts().public ? files.flatMap(filesWithin) : await expanded(files, context);
  }
  const options = command.opts();
  for (const flag of LIST_FLAGS) {
    const given: unknown = options[flag];
    if (Array.isArray(given)) command.setOptionValue(flag, await expanded(given, context));
  }
}

/**
 * Refuses a file that is not there before anybody waits for standard input or a pipe beside it, and then keeps what these say. It is the
 * last thing before a command: what else it refuses without looking at what it reads, it refuses before.
 */
export async function awaitPipes(command: Command): Promise<void> {
  const given = givenTo(command);
  const files = given.filter((file) => file !== '-');
  const missing = given.length > files.length || files.some(isPipe) ? files.filter((file) => !existsSync(file)) : [];
  if (missing.length > 0) {
    throw new InvalidInput(missing.flatMap((path) => invalidFile(path, 'file-missing', {}).problems));
  }
  await keepPipes(given);
}

/** Every input that a command line names. */
function givenTo(command: Command): string[] {
  const flags = INPUT_FLAGS.map((flag) => command.opts()[flag] as unknown);
  return [...command.processedArgs, ...flags].flat().filter((each): each is string => typeof each === 'string');
}

async function expanded(given: readonly string[], context: Context): Promise<readonly string[]> {
  const isMany = (file: string) => file !== '-' && (PATTERN.test(file) || isFolder(file));
  const files = given.length > 1 ? given.filter((file) => !isLockFile(file)) : given;
  if (files.length < given.length) context.say(context.catalogue.cli.lockFiles(given.filter(isLockFile)));
  if (!files.some(isMany)) return files;
  const { filesOf, sayLeftOut } = await import('./files-of.ts');
  sayLeftOut(
    files.filter((file) => file !== '-'),
    context,
  );
  return files.flatMap((file) => {
    try {
      return isMany(file) ? filesOf(file, '.') : [file];
    } catch (error) {
      const isMissing = error instanceof InvalidInput && error.problems.every(({ code }) => code === 'file-missing');
      if (isMissing) return [file]; // told with all that is wrong with the others
      throw error;
    }
  });
}

/** What is to be published is every file of a folder, whatever it is, and of the folders in it. */
function filesWithin(path: string): string[] {
  if (path === '-' || !isFolder(path)) return [path];
  const names = readdirSync(path).sort();
  return names.flatMap((name) => filesWithin(join(path, name))).filter((file) => !isLockFile(file));
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
