import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import zh from '../../../src/text/zh/catalogue.ts';
import { Desk, payout } from '../people.ts';
import { relief } from '../run.ts';

let desk: Desk;
let list: string;
let campaign: string;

beforeEach(() => {
  desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-outputs-')));
  list = desk.list('list.csv', [payout(1), payout(1), payout(2)]);
  desk.list('roster.csv', [payout(3)]);
  desk.list('bank.csv', [payout(1)]);
  desk.list('more.csv', [payout(4)]);
  campaign = desk.write(
    'campaign.yaml',
    `relief: 1
id: t-1
title: 春节慰问
departments: [{name: 民政局, measures: [{id: a, name: 春节慰问, form: cash, standard: 500元/人}]}]
lists: [{file: list.csv}]
rosters: [{file: roster.csv, id: r, name: 低保}]
returns: [{file: bank.csv}]
`,
  );
  return () => rmSync(desk.folder, { recursive: true });
});

/** Everything below the folder, with what is in it. */
function everything(): Record<string, string> {
  const names = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const isFile = statSync(desk.at(name), { throwIfNoEntry: false })?.isFile() ?? false;
      return [name, isFile ? readFileSync(desk.at(name), 'latin1') : ''];
    }),
  );
}

/** Refuses a command line without touching anything. */
async function refuses(args: readonly string[], said: string): Promise<void> {
  const before = everything();
  const { code, stdout, stderr } = await relief(args);
  expect([code, stdout], args.join(' ')).toEqual([2, '']);
  expect(stderr, args.join(' ')).toBe(`${said}\n`);
  expect(everything()).toEqual(before);
}

describe('two outputs in one place are refused before there is any work', () => {
  const at = (...names: string[]) => names.map((name) => (name.startsWith('-') ? name : desk.at(name)));
  const twice = (one: string, other: string, path: string) => zh.cli.sameOutput(one, other, desk.at(path));
  const within = (inner: string, outer: string, path: string) => zh.cli.outputWithin(inner, outer, desk.at(path));

  it.each([
    ['--clean', 'c', '--removed', 'c', () => twice('--removed', '--clean', 'c')],
    ['--clean', 'c', '--removed', 'x/../c/', () => twice('--removed', '--clean', 'c/')],
    ['--identities', 'x.csv', '-o', 'x.csv', () => twice('--identities', '--output', 'x.csv')],
    ['--identities', 'x.csv', '--pairs', 'x.csv', () => twice('--pairs', '--identities', 'x.csv')],
    ['--summary', 'x.json', '-o', 'x.json', () => twice('--summary', '--output', 'x.json')],
    ['--clean', 'c', '-o', 'c/list.csv', () => within('--output', '--clean', 'c/list.csv')],
    ['--clean', 'c', '--identities', 'c/a/b.csv', () => within('--identities', '--clean', 'c/a/b.csv')],
    ['--clean', 'c', '--removed', 'c/removed', () => within('--removed', '--clean', 'c/removed')],
    ['--clean', 'c/clean', '--removed', 'c', () => within('--clean', '--removed', 'c/clean')],
    ['-o', 'x.csv', '--clean', 'x.csv/c', () => within('--clean', '--output', 'x.csv/c')],
    ['-o', 'out/', '--clean', 'out/c', () => within('--clean', '--output', 'out/c')],
  ])('%s %s %s %s', async (one, first, other, second, said) => {
    await refuses(['dedupe', list, ...at(one, first, other, second)], said());
  });

  it('also where they are called differently: links to folders and files, and second names', async () => {
    mkdirSync(desk.at('c'));
    symlinkSync('c', desk.at('link-to-c'));
    await refuses(
      ['dedupe', list, ...at('--clean', 'c', '--removed', 'link-to-c')],
      twice('--removed', '--clean', 'link-to-c'),
    );
    await refuses(
      ['dedupe', list, ...at('--clean', 'link-to-c', '-o', 'c/x.csv')],
      within('--output', '--clean', 'c/x.csv'),
    );
    symlinkSync('later.csv', desk.at('dangling.csv'));
    await refuses(
      ['dedupe', list, ...at('--identities', 'later.csv', '-o', 'dangling.csv')],
      twice('--identities', '--output', 'later.csv'),
    );
    writeFileSync(desk.at('a.csv'), 'a');
    linkSync(desk.at('a.csv'), desk.at('b.csv'));
    await refuses(
      ['dedupe', list, ...at('--identities', 'a.csv', '-o', 'b.csv')],
      twice('--identities', '--output', 'a.csv'),
    );
  });

  it('but what is no file takes several', async () => {
    const { code } = await relief(['dedupe', list, '--identities', '/dev/null', '-f', 'csv', '-o', '/dev/null']);
    expect(code).toBe(1);
  });

  it('two campaigns of one id never share a file: the first is kept, the second is told', async () => {
    desk.write('other.yaml', readFileSync(campaign, 'utf8').replace('春节慰问', '另一次'));
    const out = desk.at('out/');
    const { code, stderr } = await relief(['budget', campaign, desk.at('other.yaml'), '--no-lists', '-o', out]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${desk.at('other.yaml')}：${zh.cli.writtenTwice(join(out, 't-1.xlsx'))}`);
    expect(readdirSync(out)).toEqual(['t-1.xlsx']);
  });
});

describe('an output is never an input', () => {
  it.each([
    ['check', []],
    ['dedupe', []],
    ['budget', []],
    ['export', ['-f', 'csv']],
    ['status', []],
    ['cover', []],
    ['reconcile', []],
    ['report', []],
  ])('%s: not what the campaign names, whether it is read or not', async (command, more) => {
    for (const name of ['list.csv', 'roster.csv', 'bank.csv', 'campaign.yaml']) {
      const format = command === 'report' || more.length > 0 ? more : ['-f', 'json'];
      await refuses([command, campaign, ...format, '-o', desk.at(name)], zh.cli.isInput(desk.at(name)));
    }
  });

  it('also by another name: a link, a second name, and the summary', async () => {
    symlinkSync('bank.csv', desk.at('link.csv'));
    linkSync(desk.at('list.csv'), desk.at('second.csv'));
    for (const name of ['link.csv', 'second.csv']) {
      await refuses(['budget', campaign, '-o', desk.at(name)], zh.cli.isInput(desk.at(name)));
      await refuses(['budget', campaign, '--summary', desk.at(name)], zh.cli.isInput(desk.at(name)));
      await refuses(['dedupe', campaign, '--identities', desk.at(name)], zh.cli.isInput(desk.at(name)));
    }
  });

  it('nor what is given beside it, nor a list of the same name in the folder of lists', async () => {
    const more = desk.at('more.csv');
    await refuses(['dedupe', list, '--against', more, '-o', more], zh.cli.isInput(more));
    await refuses(['cover', list, '--roster', more, '-o', more], zh.cli.isInput(more));
    await refuses(['reconcile', list, '--returns', more, '-o', more], zh.cli.isInput(more));
    await refuses(['dedupe', list, '--clean', desk.folder], zh.cli.isInput(list));
    mkdirSync(desk.at('c'));
    linkSync(more, desk.at('c/list.csv'));
    await refuses(['dedupe', list, '--against', more, '--clean', desk.at('c')], zh.cli.isInput(desk.at('c/list.csv')));
  });

  it('a file that a campaign names and that is still to come is one, too', async () => {
    rmSync(desk.at('bank.csv'));
    await refuses(['budget', campaign, '-o', desk.at('bank.csv')], zh.cli.isInput(desk.at('bank.csv')));
  });
});

describe('what is written', () => {
  const modes = (...names: string[]) => names.map((name) => statSync(desk.at(name)).mode & 0o777);

  it('is for nobody else to read where it is of people, and folders are for nobody else to enter', async () => {
    const folders = ['--clean', desk.at('a/clean'), '--removed', desk.at('a/removed')];
    const files = ['--identities', desk.at('who.csv'), '--pairs', desk.at('pairs.csv'), '-o', desk.at('b/found.csv')];
    await relief(['dedupe', list, ...folders, ...files]);
    const written = ['a/clean/list.csv', 'a/removed/list.csv', 'who.csv', 'pairs.csv', 'b/found.csv'];
    expect(modes(...written)).toEqual(written.map(() => 0o600));
    expect(modes('a', 'a/clean', 'a/removed', 'b')).toEqual([0o700, 0o700, 0o700, 0o700]);
    await relief(['report', campaign, '-o', desk.at('page.html')]);
    await relief(['check', list, '-o', desk.at('check.csv')]);
    expect(modes('page.html', 'check.csv')).toEqual([0o600, 0o600]);
  });

  it('is as anybody’s file where it is of no people', async () => {
    await relief(['budget', campaign, '--no-lists', '-o', desk.at('b/budget.json')]);
    expect(modes('b/budget.json')).toEqual([0o666 & ~process.umask()]);
  });

  it('becomes private where it stood there for all to read, even if it is the same', async () => {
    const out = desk.at('found.csv');
    await relief(['dedupe', list, '-o', out]);
    rmSync(out);
    writeFileSync(out, 'x', { mode: 0o644 });
    await relief(['dedupe', list, '-o', out]);
    expect(modes('found.csv')).toEqual([0o600]);
  });

  it('is not written again where it is the same, and that is said', async () => {
    const out = desk.at('found.csv');
    const first = await relief(['dedupe', list, '-o', out]);
    const { mtimeMs, ino } = statSync(out);
    const again = await relief(['dedupe', list, '-o', out]);
    expect(first.stderr).toContain(zh.cli.written(out));
    expect(again.stderr).toContain(zh.cli.unchanged(out));
    expect(again.code).toBe(first.code);
    expect([statSync(out).mtimeMs, statSync(out).ino]).toEqual([mtimeMs, ino]);
  });

  it('has a name as long as any', async () => {
    const name = `${'慰'.repeat(83)}aa.csv`;
    expect(Buffer.byteLength(name)).toBe(255);
    const { code, stderr } = await relief(['dedupe', list, '-o', desk.at(name)]);
    expect([code, stderr.split('\n')[0]]).toEqual([1, zh.cli.written(desk.at(name))]);
    expect(existsSync(desk.at(name))).toBe(true);
    const long = desk.list(name.replace('aa', 'bb'), [payout(1), payout(1)]);
    expect((await relief(['dedupe', long, '--clean', desk.at('c')])).code).toBe(1);
    expect(readdirSync(desk.at('c'))).toEqual([basename(long)]);
    expect((await relief(['dedupe', list, '-o', desk.at(`a${name}`)])).code).toBe(2);
  });

  it('is all there or not at all: where one can’t be put in its place, the others are as they were', async () => {
    const clean = desk.at('c');
    mkdirSync(join(clean, 'list.csv'), { recursive: true });
    desk.write('who.csv', 'old');
    const before = everything();
    const { code, stderr } = await relief(['dedupe', list, '--identities', desk.at('who.csv'), '--clean', clean]);
    expect([code, stderr]).toEqual([2, `${zh.cli.writeFailed(join(clean, 'list.csv'), 'EISDIR')}\n`]);
    expect(everything()).toEqual(before);
  });

  it('keeps links: what they name is written, also where that is still to come', async () => {
    mkdirSync(desk.at('real'));
    symlinkSync('real/found.csv', desk.at('found.csv'));
    await relief(['dedupe', list, '-o', desk.at('found.csv')]);
    const first = readFileSync(desk.at('real/found.csv'), 'utf8');
    desk.list('list.csv', [payout(1)]);
    await relief(['dedupe', list, '-o', desk.at('found.csv')]);
    expect(readFileSync(desk.at('real/found.csv'), 'utf8')).not.toBe(first);
    expect(readdirSync(desk.at('real'))).toEqual(['found.csv']);
  });
});
