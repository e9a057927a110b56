import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What a process tells of itself. */
interface Told {
  readonly pid: number;
  /** Bytes. */
  readonly memory: number;
  /** Seconds of processor time so far. */
  readonly work: number;
}

/** Has a Node process tell of itself until it ends, when its socket is closed, whatever ended it. */
const telling = (port: number) => `
if (require('node:worker_threads').isMainThread) {
  const socket = require('node:net').connect(${port}, '127.0.0.1').on('error', () => {}).unref();
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const told = { pid: process.pid, memory: process.memoryUsage.rss(), work: (user + system) / 1e6 };
    socket.write(JSON.stringify(told) + '\\n');
  }, 10).unref();
}
`;

export interface Watched {
  /** The exit code, or the signal. */
  readonly ended: number | string;
  readonly stdout: string;
  readonly stderr: string;
  /** The most bytes that the processes had at one time. */
  readonly memory: number;
  /** Seconds of processor time that the processes took which it started. */
  readonly work: number;
}

/**
 * Runs the built program, and waits until every process that it started has ended too. `working` is called once, when one of those
 * has worked for a second.
 */
export async function watched(
  folder: string,
  args: readonly string[],
  working: (relief: ChildProcess) => void = () => {},
): Promise<Watched> {
  const processes = new Map<number, Told>();
  const ends: Promise<unknown>[] = [];
  let isWorking = false;
  const alive = new Map<Socket, number>();
  let memory = 0;
  const listen = (socket: Socket) => {
    ends.push(new Promise((end) => socket.on('error', () => {}).once('close', end)));
    socket.once('close', () => alive.delete(socket));
    createInterface(socket).on('line', (line) => {
      const told: Told = JSON.parse(line);
      processes.set(told.pid, told);
      alive.set(socket, told.memory);
      memory = Math.max(
        memory,
        [...alive.values()].reduce((sum, each) => sum + each, 0),
      );
      if (isWorking || told.pid === relief.pid || told.work < 1) return;
      isWorking = true;
      working(relief);
    });
  };
  const server = createServer(listen).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const preload = join(folder, 'telling.cjs');
  writeFileSync(preload, telling((server.address() as AddressInfo).port));
  const env = {
    ...{ PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8', TMPDIR: folder },
    NODE_OPTIONS: `--require "${preload}"`,
  };
  const relief = spawn(process.execPath, ['bin/relief.js', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = [relief.stdout, relief.stderr].map(async (stream) => {
    const said: Buffer[] = await stream.toArray();
    return Buffer.concat(said).toString();
  });
  const [code, signal] = await once(relief, 'close');
  await Promise.all(ends);
  server.close();
  const started = [...processes.values()].filter(({ pid }) => pid !== relief.pid);
  const work = started.reduce((sum, told) => sum + told.work, 0);
  return { ended: code ?? signal, stdout: (await stdout) ?? '', stderr: (await stderr) ?? '', memory, work };
}
