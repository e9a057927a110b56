import { statSync } from 'node:fs';
import { serialize } from 'node:v8';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Allowance } from './allowance.ts';
import type { Task } from './apart.ts';

/** Memory can grow by some 2 MB in a millisecond. */
const LOOK_EVERY_MS = 20;

/**
 * What a process apart does: one piece of work, in a second thread, since the first must be free to see what it takes and whether
 * anybody still waits for it. What the work throws ends the process.
 */
export function serve<Input, Answer>(work: (input: Input) => Answer | Promise<Answer>): void {
  if (isMainThread) watch();
  else void hand(work(workerData));
}

function watch(): void {
  process.once('disconnect', end);
  process.once('message', ({ input, allowance }: Task) => {
    const worker = new Worker(process.argv[1] as string, {
      workerData: input,
      // V8 goes well beyond its limit before it gives up, perhaps between two looks of ours.
      resourceLimits: { maxOldGenerationSizeMb: allowance.megabytes / 2 },
    });
    const looking = setInterval(() => isOver(allowance) && end(), LOOK_EVERY_MS);
    worker.once('error', end).once('exit', end);
    worker.once('message', (answer: Uint8Array) => {
      clearInterval(looking);
      worker.off('exit', end);
      process.send?.(answer);
    });
  });
}

/** Serialised here and handed over as bytes, so that no thread or process on the way has to hold it as objects. */
async function hand(answer: unknown): Promise<void> {
  const bytes = serialize(await answer);
  parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
}

function isOver({ seconds, megabytes, output }: Allowance): boolean {
  const { user, system } = process.cpuUsage();
  if (user + system > seconds * 1e6 || memory() > megabytes * 1e6) return true;
  return output !== undefined && (statSync(output.path, { throwIfNoEntry: false })?.size ?? 0) > output.bytes;
}

/** A Linux without /proc does not tell; there V8's own limit has to do. */
function memory(): number {
  try {
    return process.memoryUsage.rss();
  } catch {
    return 0;
  }
}

/** At once: to leave in good order would be to wait for the other thread, which may never stop. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}
