import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import zh from '../../../src/text/zh/catalogue.ts';
import { Desk, payout } from '../people.ts';
import { relief } from '../run.ts';

let desk: Desk;
let good: string;
let better: string;
let badFile: string;
let badList: string;

const text = (id: string, more = '') => `relief: 1
id: ${id}
title: 春节慰问
departments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash, standard: 500元/人}]}]
${more}`;

beforeEach(() => {
  desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-each-')));
  desk.list('list.csv', [payout(1), payout(2)]);
  good = desk.write('good.yaml', text('good'));
  better = desk.write('better.yaml', text('better', 'lists: [{file: list.csv}]\n'));
  badFile = desk.write('bad-file.yaml', `${text('bad-file')}colour: red\n`);
  badList = desk.write('bad-list.yaml', text('bad-list', 'lists: [{file: none.csv}]\n'));
  return () => rmSync(desk.folder, { recursive: true });
});

const names = (folder: string) => readdirSync(desk.at(folder)).sort();

describe('of several campaigns each is done by itself', () => {
  it.each([['budget'], ['export'], ['status']])(
    '%s writes the good ones, and tells the others with file and line at the end',
    async (command) => {
      const files = [badFile, good, badList, better];
      const { code, stderr } = await relief([command, ...files, '-o', desk.at('out/')]);
      expect(code).toBe(2);
      expect(names('out')).toEqual(['better.xlsx', 'good.xlsx']);
      const lines = stderr.trimEnd().split('\n');
      const done = zh.cli.campaignsDone(2, { changed: 2, unchanged: 0 }, 2);
      const said = [zh.cli.written(desk.at('out/good.xlsx')), zh.cli.written(desk.at('out/better.xlsx')), done];
      expect(lines.filter((line) => said.includes(line))).toEqual(said);
      const atTheEnd = lines.slice(lines.indexOf(done) + 1).join('\n');
      expect(atTheEnd).toContain(`${badFile}:5`);
      expect(atTheEnd).toContain(desk.at('none.csv'));
    },
  );

  it('check and budget show the good ones on the screen or in one file', async () => {
    for (const command of ['check', 'budget']) {
      const shown = await relief([command, badList, good, better, '-f', 'json']);
      expect(shown.code).toBe(2);
      expect(JSON.parse(shown.stdout).map((each: { campaign: { id: string } }) => each.campaign.id)).toEqual([
        'good',
        'better',
      ]);
      expect(shown.stderr).toContain('none.csv');
      const out = desk.at(`${command}.json`);
      expect((await relief([command, badList, good, better, '-o', out])).code).toBe(2);
      expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveLength(2);
    }
  });

  it('with --all-or-nothing nothing comes out where anything is wrong', async () => {
    for (const command of ['budget', 'export', 'status']) {
      for (const bad of [badFile, badList]) {
        const args = [command, good, bad, better, '--all-or-nothing'];
        const { code, stderr } = await relief([...args, '-o', desk.at('out/')]);
        expect([code, readdirSync(desk.folder).includes('out')], command).toEqual([2, false]);
        expect(stderr).not.toContain(zh.cli.written(''));
        expect((await relief([...args, '-f', 'csv'])).stdout).toBe('');
      }
      const { code } = await relief([command, good, better, '--all-or-nothing', '-o', desk.at('out/')]);
      expect([code, names('out')], command).toEqual([0, ['better.xlsx', 'good.xlsx']]);
      rmSync(desk.at('out'), { recursive: true });
    }
  });

  it('the exit is the worst of all', async () => {
    const doubtful = desk.write('doubtful.yaml', text('doubtful', 'total: {amount: 5元}\n'));
    const codes = async (...files: string[]) =>
      (await relief(['budget', ...files, '--fail-on', 'hint', '-o', desk.at('out/')])).code;
    expect([await codes(doubtful, good), await codes(good, badFile, doubtful)]).toEqual([
      Math.max((await relief(['budget', doubtful, '--fail-on', 'hint'])).code, 1),
      2,
    ]);
  });

  it('a second run says what is as it was', async () => {
    const args = ['budget', good, better, '-f', 'json', '-o', desk.at('out/')];
    await relief(args);
    const { code, stderr } = await relief(args);
    expect([code, stderr.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      zh.cli.campaignsDone(2, { changed: 0, unchanged: 2 }, 0),
    ]);
  });
});

describe('--summary', () => {
  const summary = () => JSON.parse(readFileSync(desk.at('summary.json'), 'utf8'));
  const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

  it('has campaign, output, exit and sha256 of each, also of those that failed', async () => {
    const files = [badFile, good, badList, better];
    const { code } = await relief(['export', ...files, '-o', desk.at('out/'), '--summary', desk.at('summary.json')]);
    const outputs = (name: string, changed = true) => {
      const output = desk.at(`out/${name}.xlsx`);
      return [{ output, sha256: sha256(output), changed }];
    };
    expect([code, summary()]).toEqual([
      2,
      {
        schema: 'relief/summary@1',
        command: 'export',
        exit: 2,
        runs: [
          { campaign: 'good', file: good, exit: 0, outputs: outputs('good') },
          { campaign: 'better', file: better, exit: 0, outputs: outputs('better') },
          { campaign: null, file: badFile, exit: 2, outputs: [] },
          { campaign: null, file: badList, exit: 2, outputs: [] },
        ],
      },
    ]);
    await relief(['export', good, '-o', desk.at('out/'), '--summary', desk.at('summary.json')]);
    expect(summary().runs).toEqual([{ campaign: 'good', file: good, exit: 0, outputs: outputs('good', false) }]);
  });

  it('is of lists too, with every file that was written', async () => {
    const list = desk.list('twice.csv', [payout(1), payout(1)]);
    const folders = ['--clean', desk.at('c'), '--removed', desk.at('r')];
    await relief(['dedupe', list, ...folders, '-o', desk.at('d.csv'), '--summary', desk.at('summary.json')]);
    const written = ['c/twice.csv', 'r/twice.csv', 'd.csv'].map((name) => desk.at(name));
    expect(summary()).toMatchObject({ command: 'dedupe', exit: 1, runs: [{ campaign: null, exit: 1 }] });
    expect(summary().runs[0].outputs).toEqual(
      written.map((output) => ({ output, sha256: sha256(output), changed: true })),
    );
  });

  it('is written where nothing else could be, and says so', async () => {
    const { code } = await relief(['budget', badFile, '--summary', desk.at('summary.json')]);
    expect([code, summary()]).toMatchObject([2, { exit: 2, runs: [{ campaign: null, exit: 2, outputs: [] }] }]);
  });
});
