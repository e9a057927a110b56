import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRegister } from '../../../src/read/register/register.ts';
import { appendEvents } from '../../../src/write/register/append-events.ts';
import { eventOf } from '../../answer/cases/events.ts';
import { random } from '../../random.ts';

const writer = join(mkdtempSync(join(tmpdir(), 'writer-')), 'writer.mjs');
beforeAll(async () => {
  await build({
    input: 'test/write/register/writer.ts',
    platform: 'node',
    output: { file: writer, format: 'esm' },
    logLevel: 'silent',
  });
});

const newPath = () => join(mkdtempSync(join(tmpdir(), 'register-')), 'cases.csv');

interface Writing {
  readonly child: ChildProcess;
  /** What it said that it has written. */
  readonly said: string[];
  readonly ended: Promise<void>;
  /** It said the first. */
  readonly begun: Promise<void>;
}

function write(path: string, who: string, count: number): Writing {
  const child = spawn(process.execPath, [writer, path, who, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  const said: string[] = [];
  const begun = new Promise<void>((resolve) => {
    child.stdout?.on('data', (data) => {
      text += data;
      said.splice(0, said.length, ...text.split('\n').slice(0, -1));
      if (said.length > 0) resolve();
    });
  });
  return { child, said, begun, ended: new Promise((resolve) => child.on('close', () => resolve())) };
}

const namesIn = (path: string) => readRegister(path, 'year').events.map(({ by }) => by);

describe('events that are added to a register', () => {
  it('are all there where several processes write at once', async () => {
    const path = newPath();
    const all = ['甲', '乙', '丙'].map((who) => write(path, who, 40));
    await Promise.all(all.map(({ ended }) => ended));
    expect(readRegister(path, 'year').faults).toEqual([]);
    const written = namesIn(path);
    expect([...written].sort()).toEqual(all.flatMap(({ said }) => said).sort());
    expect(written).toHaveLength(120);
  });

  it('are there once they were said to be, whenever a writer is killed, and nobody waits for one that was', async () => {
    const path = newPath();
    const chance = random(7);
    const said: string[] = [];
    for (let round = 0; round < 12; round += 1) {
      const writing = write(path, `${String.fromCharCode(65 + round)}`, 100_000);
      await writing.begun; // how long that takes is the machine's affair
      await new Promise((resolve) => setTimeout(resolve, chance() * 60));
      writing.child.kill('SIGKILL');
      await writing.ended;
      said.push(...writing.said);
      const { faults } = readRegister(path, 'year');
      expect(faults.every(({ fault }) => fault === 'half')).toBe(true);
    }
    appendEvents(path, 'year', () => [eventOf({ by: '后来' })]);
    const written = new Set(namesIn(path));
    expect(said.length).toBeGreaterThanOrEqual(12);
    expect(said.filter((name) => !written.has(name))).toEqual([]);
    expect(readRegister(path, 'year').faults).toEqual([]);
    expect(readdirSync(dirname(path))).toEqual(['cases.csv']);
  });

  it('follow from what stands there when they are written', () => {
    const path = newPath();
    const next = () =>
      appendEvents(path, 'year', ({ events }) => [eventOf({ by: String(events.length + 1) })]).events.map(
        ({ by }) => by,
      );
    expect([next(), next(), next()]).toEqual([['1'], ['2'], ['3']]);
    expect(appendEvents(path, 'year', () => []).register.events).toHaveLength(3);
  });

  it('take over the lock of a process that is no more, and leave none', () => {
    const path = newPath();
    writeFileSync(`${path}.lock`, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), token: 'x' }));
    appendEvents(path, 'year', () => [eventOf({ by: '甲' })]);
    expect([namesIn(path), existsSync(`${path}.lock`)]).toEqual([['甲'], false]);
  });
});
