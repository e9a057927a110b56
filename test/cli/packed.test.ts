import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

// The program as its package installs it: what is bundled, and of node_modules only what package.json depends on.
const home = mkdtempSync(join(tmpdir(), 'relief-packed-'));
afterAll(() => rmSync(home, { recursive: true }));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const part of ['bin', 'dist', 'package.json']) cpSync(part, join(home, part), { recursive: true });
for (const name of Object.keys(dependencies)) {
  const place = join(home, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(resolve('node_modules', name), place);
}

it.each([
  [['budget', 'campaigns/putuo-2017.yaml'], '3,302.03'],
  [['draft', 'test/read/notice/qingpu-2025.pdf'], 'departments:'],
  [['draft', 'samples/notices/putuo-2017.docx', '-f', 'json'], '"departments"'],
  [['check', 'samples/district/recipients.csv', '-f', 'json'], '"findings"'],
  [['check', 'samples/district/lists/民政局.xlsx'], '民政局'],
  [['status', 'campaigns/ganquan-2024.yaml'], '2024'],
  [['export', 'campaigns/putuo-2017.yaml', '-f', 'html'], '</html>'],
  [['report', 'campaigns/putuo-2017.yaml'], '</html>'],
])('%j needs nothing else', (args, said) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'bin/relief.js'), ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LANG: 'zh_CN.UTF-8', TMPDIR: process.env.TMPDIR },
    maxBuffer: 1 << 28,
  });
  expect([0, 1], stderr).toContain(status);
  expect(stdout).toContain(said);
});
