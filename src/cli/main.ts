import { tmpdir } from 'node:os';
import { Chalk } from 'chalk';
import { CommanderError } from 'commander';
import { InvalidInput, type Problem, Shortage, SystemFault } from '../domain/problem.ts';
import { shownText } from '../domain/shown/masking.ts';
import { atSignal } from '../read/leftovers.ts';
import { givenName } from '../read/pipes.ts';
import { wordsFor } from '../text/words.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { type Context, contextFor } from './context.ts';
import { EXIT, UsageError } from './errors.ts';
import { Failures } from './failures.ts';
import type { Io } from './io.ts';
import { tell } from './messages.ts';
import { colourFor, type GlobalOptions, LANGUAGES } from './options.ts';
import { programFor, withWholeNames } from './program.ts';
import { usageMessage } from './usage-message.ts';

/** Runs one command line (without `node` and the script) and gives its exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const options = globalOptions(argv);
  const context = await contextFor(options, io);
  io.whenEnded?.(() => {
    if (io.stderr.isTTY) io.stderr.write('\n'); // below the line of progress
    tell(io, whatIsKept(context));
  });
  let code: number = EXIT.ok;
  const program = programFor(context, (finished) => {
    code = finished;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return EXIT.usage;
    }
    await program.parseAsync(withWholeNames(argv, program), { from: 'user' });
  } catch (error) {
    context.outputs.discard();
    code = Math.max(code, await explained(error, context, options));
  }
  return journalled(argv, await summed(code, context, options), context, options);
}

/** What stands of what was written when somebody ended the program: files are whole, or not there. */
function whatIsKept({ outputs, runs, catalogue }: Context): string {
  const files = outputs.written.filter(({ changed }) => changed).map(({ path }) => path);
  return catalogue.cli.interrupted(catalogue.list(files), KEEPS_AT_ONCE.includes(runs.command));
}

/** Commands that put down in the register what was said, as it is said. */
const KEEPS_AT_ONCE: readonly string[] = ['review', 'cases read', 'cases send'];

/** Writes the summary that was asked for, also where nothing else came out. */
async function summed(code: number, context: Context, options: GlobalOptions): Promise<number> {
  const { outputs, runs } = context;
  const path = outputs.declared('--summary');
  if (path === null) return code;
  try {
    await outputs.write(path, runs.summary(code, outputs));
    outputs.put({ quietly: true });
    return code;
  } catch (error) {
    return Math.max(code, await explained(error, context, options));
  }
}

/** Adds the run to the journal that was asked for, whatever came of it. */
async function journalled(
  argv: readonly string[],
  code: number,
  context: Context,
  options: GlobalOptions,
): Promise<number> {
  const { journal } = context.runs;
  if (journal === null) return code;
  try {
    const { addToJournal } = await import('./audit.ts');
    addToJournal(journal, argv, code, context);
    return code;
  } catch (error) {
    return Math.max(code, await explained(error, context, options));
  }
}

/** Says on stderr why a command did not work, and gives its exit code. Only a bug shows anything of the inside. */
async function explained(error: unknown, context: Context, options: GlobalOptions): Promise<number> {
  const { io, catalogue } = context;
  const chalk = new Chalk({
    level: colourFor(options.color, { env: io.env, stdout: io.stderr as Io['stdout'] }) ? 1 : 0,
  });
  if (error instanceof Failures) return failed(error, context, options);
  if (error instanceof InvalidInput) {
    const { renderProblems } = await import('../render/problems.ts');
    const words = await wordsFor('problems', catalogue.language);
    io.stderr.write(renderProblems(error.problems.map(asGiven), words, catalogue, chalk));
    return EXIT.usage;
  }
  if (error instanceof UsageError) {
    tell(io, error.message);
    return EXIT.usage;
  }
  const refused = refusedBySystem(error, catalogue.cli);
  if (refused !== null) {
    tell(io, refused);
    return EXIT.usage;
  }
  if (error instanceof CommanderError) {
    if (ASKED_FOR.includes(error.code)) return EXIT.ok;
    tell(io, ...usageMessage(error, catalogue));
    return EXIT.usage;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  tell(io, catalogue.cli.bug(message));
  tell(io, ...(options.debug ? (stack ?? '').split('\n') : [catalogue.cli.reportBug]));
  return EXIT.bug;
}

/** A problem of what was kept of a pipe is one of the pipe. */
const asGiven = (problem: Problem): Problem => ({
  ...problem,
  place: { ...problem.place, file: givenName(problem.place.file) },
});

/** What commander ends with where it showed what was asked for. */
const ASKED_FOR: readonly string[] = ['commander.help', 'commander.helpDisplayed', 'commander.version'];

/** What the machine lacks or the system refuses, in words; null where it is nothing of the kind. */
function refusedBySystem(error: unknown, { shortOf, noTemporaryFolder, systemFault }: Catalogue['cli']): string | null {
  if (error instanceof Shortage) return shortOf[error.of];
  if (error instanceof SystemFault && error.code === 'EMFILE') return shortOf['open-files'];
  if (error instanceof SystemFault) return systemFault(error.code, error.path);
  const { code, syscall, path = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return shortOf.disk;
  if (code === 'EMFILE' || code === 'ENFILE') return shortOf['open-files'];
  if (code === 'ENOMEM') return shortOf.memory;
  return syscall === 'mkdtemp' ? noTemporaryFolder(tmpdir(), code) : systemFault(code, path);
}

/** Says what went wrong with some of several campaigns: what is wrong with files together, anything else with the file's name. */
async function failed({ failures }: Failures, context: Context, options: GlobalOptions): Promise<number> {
  const invalid = failures.flatMap(({ error }) => (error instanceof InvalidInput ? error.problems : []));
  if (invalid.length > 0) await explained(new InvalidInput(invalid), context, options);
  const codes: number[] = [];
  for (const { file, error } of failures) {
    const isTold = error instanceof InvalidInput;
    const exit = isTold ? EXIT.usage : await explained(error, { ...context, io: naming(file, context) }, options);
    codes.push(exit);
    context.runs.done.push({ campaign: null, file, exit, written: [] });
  }
  return Math.max(...codes);
}

/** Standard error whose first line begins with the name of a file. */
function naming(file: string, { io, catalogue }: Context): Io {
  let before = shownText(`${file}${catalogue.colon}`);
  const write = (text: string) => {
    io.stderr.write(before + text);
    before = '';
  };
  return { ...io, stderr: { ...io.stderr, write } };
}

/** The options that must be known before the command line is parsed: help and errors depend on them. */
function globalOptions(argv: readonly string[]): GlobalOptions {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const lang = words
    .flatMap((word, i) => (word === '--lang' ? [words[i + 1]] : word.startsWith('--lang=') ? [word.slice(7)] : []))
    .at(-1);
  const known = LANGUAGES.find((language) => language === lang);
  return {
    ...(known ? { lang: known } : {}),
    ...(words.includes('--no-color') ? { color: false } : words.includes('--color') ? { color: true } : {}),
    quiet: words.includes('--quiet') || words.includes('-q'),
    debug: words.includes('--debug'),
  };
}

/**
 * The real terminal. A pipe that is closed early ends the program quietly; a full disk ends it with a message, and so does a fault
 * that nobody waited for.
 */
export function processIo(): Io {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) process.once(event, endWith);
  process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code !== 'EPIPE') process.stderr.write(`stdout: ${code}\n`);
    process.exit(code === 'EPIPE' ? EXIT.ok : EXIT.usage);
  });
  return terminal();
}

/** Says what went wrong as if it had been waited for, and ends: what is still going on can't be relied on. */
function endWith(error: unknown): void {
  const options = globalOptions(process.argv.slice(2));
  const say = async () => explained(error, await contextFor(options, terminal()), options);
  say().then(process.exit, () => process.exit(EXIT.bug));
}

/** What somebody types, until they end it. */
async function* typedLines(): AsyncGenerator<string> {
  const { createInterface } = process.getBuiltinModule('node:readline');
  yield* createInterface({ input: process.stdin, terminal: false });
}

function terminal(): Io {
  return {
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    lines: typedLines,
    whenEnded: atSignal,
    today: () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
  };
}
