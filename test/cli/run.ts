import { spawnSync } from 'node:child_process';
import { contextFor } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { programFor } from '../../src/cli/program.ts';
import { breaches } from '../contract/conforms.ts';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Circumstances {
  readonly env?: Record<string, string>;
  readonly columns?: number;
  readonly tty?: boolean;
  readonly today?: string;
  /** What somebody types. */
  readonly typed?: readonly string[];
}

/** Runs a command line in this process, in Chinese and without colour unless said otherwise. Its JSON has to keep the contract. */
export async function relief(
  args: readonly string[],
  { env = {}, columns, tty = false, today, typed }: Circumstances = {},
): Promise<Ran> {
  const out: Uint8Array[] = [];
  const told: string[] = [];
  const code = await main(args, {
    env: { LANG: 'zh_CN.UTF-8', ...env },
    stdout: { write: (data) => out.push(Buffer.from(data)), isTTY: tty, ...(columns ? { columns } : {}) },
    stderr: { write: (data) => told.push(data) },
    today: () => today ?? '2017-01-01',
    ...(typed ? { lines: () => typedLines(typed) } : {}),
  });
  const stdout = Buffer.concat(out).toString();
  const broken = breaches(stdout);
  if (broken.length > 0) throw new Error(`relief ${args.join(' ')} breaks the contract:\n${broken.join('\n')}`);
  return { code, stdout, stderr: told.join('') };
}

/** Every command that the program has, by name: tests of what holds for all of them are of these. */
export async function everyCommand(): Promise<string[]> {
  const nowhere = { write: () => true };
  const io = { env: {}, stdout: nowhere, stderr: nowhere, today: () => '2017-01-01' };
  return programFor(await contextFor({}, io), () => {}).commands.map((command) => command.name());
}

async function* typedLines(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const known = new Map<string, Promise<Ran>>();

/** What a command line says of files that nobody changes, and what it leaves there: it is run once, whoever asks. */
export function said(...args: readonly string[]): Promise<Ran> {
  const key = JSON.stringify(args);
  const ran = known.get(key) ?? relief(args);
  known.set(key, ran);
  return ran;
}

/** Runs the built program as a process of its own. */
export function process_(args: readonly string[], env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/relief.js', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status ?? -1, stdout, stderr };
}
