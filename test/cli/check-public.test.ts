import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-public-'));
const given = join(folder, '公示');
mkdirSync(join(given, '一居委'), { recursive: true });
writeFileSync(join(given, '名单.csv'), '姓名,金额,备注\n张*三,1200,13812345678\n');
writeFileSync(join(given, '一居委', '说明.txt'), '公示期：2026年1月5日至1月9日。监督电话：021-59721234\n');

it('looks at every file of a folder, shows each number masked with its place, and fails', async () => {
  const { code, stdout } = await relief(['check', '--public', given, '--format', 'json']);
  expect(code).toBe(1);
  expect(stdout).not.toContain('13812345678');
  const { schema, files } = JSON.parse(stdout);
  expect(schema).toBe('relief/public@1');
  expect(
    files.map(({ file, found, allowed }: { file: string; found: object[]; allowed: number }) => [
      file,
      found.length,
      allowed,
    ]),
  ).toEqual([
    [join(given, '一居委', '说明.txt'), 0, 1],
    [join(given, '名单.csv'), 1, 0],
  ]);
  expect(files[1].found[0]).toMatchObject({
    kind: 'phone',
    number: '13*******78',
    words: 'C2',
    place: { kind: 'cell', at: 'C2' },
  });
});

it('passes where there is nothing, and where numbers are allowed', async () => {
  expect((await relief(['check', '--public', join(given, '一居委', '说明.txt')])).code).toBe(0);
  const { code, stdout } = await relief(['check', '--public', given, '--allow', '138 1234 5678']);
  expect(code).toBe(0);
  expect(stdout).toContain('只查号码');
});

it('tells of a file that it can’t look at, and of the others all the same', async () => {
  const scan = join(folder, '扫描件.jpg');
  writeFileSync(scan, Buffer.from('\xff\xd8\xff\xe0', 'latin1'));
  const { code, stdout, stderr } = await relief(['check', '--public', scan, join(given, '名单.csv')]);
  expect(code).toBe(2);
  expect(stdout).toContain('1处号码不能公示');
  expect(stderr).toContain('扫描件.jpg');
  expect(stderr).toContain('图片');
});

it.each([[['check', '--public']], [['check', '--allow', '13812345678']]])('is wrong usage: %j', async (argv) => {
  expect((await relief(argv)).code).toBe(2);
});
