import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

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

describe('the library', () => {
  const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync('docs/library.md', 'utf8')) ?? [];
  const elsewhere = join(home, 'elsewhere');
  mkdirSync(join(elsewhere, 'node_modules'), { recursive: true });
  symlinkSync(home, join(elsewhere, 'node_modules', 'relief'));

  it('runs the example of its page where it is installed', () => {
    writeFileSync(join(elsewhere, 'example.mjs'), example);
    const { stdout, stderr } = spawnSync(process.execPath, [join(elsewhere, 'example.mjs')], { encoding: 'utf8' });
    const [people = '', ...said] = stdout
      .trim()
      .split('\n')
      .toSorted((a, b) => Number(/people/.test(b)) - Number(/people/.test(a)));
    expect(people, stderr).toMatch(/^\d+ payouts, \d+ people, \d+ errors$/);
    expect(said).toEqual(['3302030000 fen', 'true', "[ 'no-such-file.yaml' ]"]);
  });

  it('has types that the example keeps to, and that refuse another', () => {
    symlinkSync(resolve('node_modules/zod'), join(home, 'node_modules', 'zod')); // whoever wants types of campaigns has it
    const tsc = (...args: string[]) => spawnSync('npx', ['tsc', ...args], { encoding: 'utf8' });
    const types = tsc('--project', 'tsconfig.types.json', '--outDir', join(home, 'dist', 'types'));
    expect(types.status, types.stdout).toBe(0);
    writeFileSync(join(elsewhere, 'example.mts'), example);
    writeFileSync(join(elsewhere, 'wrong.mts'), "import { budgetOf } from 'relief';\nbudgetOf('campaign.yaml');\n");
    const strict = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
    const nodeTypes = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
    const checked = tsc(...strict, ...nodeTypes, '--ignoreConfig', join(elsewhere, 'example.mts'));
    expect(checked.status, checked.stdout).toBe(0);
    const wrong = tsc(...strict, ...nodeTypes, '--ignoreConfig', join(elsewhere, 'wrong.mts'));
    expect(wrong.stdout).toContain('error TS2345');
  });
});
