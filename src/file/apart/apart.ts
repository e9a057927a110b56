import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { deserialize } from 'node:v8';
import type { Allowance } from './allowance.ts';

/** The programs that the build leaves beside the bundle, each from its `…-process.ts`. */
type Program = 'xls' | 'parquet' | 'notice' | 'texts';

/** What a process apart is sent. */
export interface Task {
  readonly input: unknown;
  readonly allowance: Allowance;
}

/** A process that keeps to its allowance, however busy the machine, answers long before so many times its seconds are over. */
const BACKSTOP = 100;
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Has a file read in a process of its own: some files bring a parser to its end, and where V8 or native code gives up, the whole
 * process goes. Null when that process ended without an answer or took more than it may.
 * @throws Error when it can't be started.
 */
export async function apart<Answer>(program: Program, input: unknown, allowance: Allowance): Promise<Answer | null> {
  const script = createRequire(import.meta.url).resolve(`#process/${program}`);
  const child = fork(script, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const closed = once(child, 'close'); // rejects when there is an error
  const milliseconds = Math.min(1000 * allowance.seconds * BACKSTOP, LONGEST_TIMER);
  const patience = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  try {
    const answer = once(child, 'message').then(([bytes]) => bytes as Uint8Array);
    const task: Task = { input, allowance };
    child.send(task, () => {}); // where this fails, the process has ended, which is heard of anyway
    const bytes = await Promise.race([answer, closed.then(() => null)]);
    return bytes && (deserialize(bytes) as Answer);
  } finally {
    clearTimeout(patience);
    child.kill('SIGKILL');
    await closed;
  }
}
