import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One import in a file of a floor, and whether Biome must refuse it. */
const IMPORTS: ReadonlyArray<readonly [floor: string, imported: string, refused: boolean]> = [
  ['domain', '../text/zh.ts', true],
  ['text', '../read/yaml-source.ts', true],
  ['read', '../totals/budget.ts', true],
  ['domain', '../engine/database.ts', true],
  ['text', '../engine/database.ts', true],
  ['read', '../engine/database.ts', true],
  ['engine', '../totals/listed.ts', true],
  ['domain', '../identity/name-likeness.ts', true],
  ['engine', '../identity/name-likeness.ts', true],
  ['identity', '../totals/listed.ts', true],
  ['totals', '../checks/index.ts', true],
  ['checks', '../report/sheet.ts', true],
  ['report', '../render/csv.ts', true],
  ['render', '../cli/io.ts', true],
  ['render', '../read/campaign-file.ts', true],
  ['render', '../engine/database.ts', true],
  ['read', '../write/split-list.ts', true],
  ['engine', '../write/split-list.ts', true],
  ['render', '../write/split-list.ts', true],
  ['write', '../engine/database.ts', true],
  ['write', '../render/csv.ts', true],
  ['write', '../read/spill.ts', false],
  ['cli', '../write/split-list.ts', false],
  ['cli', '../render/csv.ts', false],
  ['render', '../report/sheet.ts', false],
  ['checks', '../totals/budget.ts', false],
  ['totals', '../domain/money.ts', false],
  ['engine', '../read/spill.ts', false],
  ['totals', '../engine/lists.ts', false],
  ['identity', '../domain/person-name.ts', false],
  ['checks', '../identity/name-likeness.ts', false],
];

const folder = mkdtempSync(join(tmpdir(), 'relief-floors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const refusals = new Map<string, string[]>();
beforeAll(() => {
  const { vcs, $schema, ...config } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  for (const [index, [floor, imported]] of IMPORTS.entries()) {
    mkdirSync(join(folder, 'src', floor), { recursive: true });
    writeFileSync(
      join(folder, 'src', floor, `import${index}.ts`),
      `import * as x from '${imported}';\nexport default x;\n`,
    );
    writeFileSync(join(folder, 'src', floor, 'console.ts'), "console.log('x');\n");
  }
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  for (const { category, location } of JSON.parse(stdout).diagnostics) {
    const file = typeof location.path === 'string' ? location.path : location.path.file;
    refusals.set(file, [...(refusals.get(file) ?? []), category]);
  }
});

describe('the lint rules of the house', () => {
  it.each(IMPORTS.map((row, index) => [index, ...row] as const))(
    '%i: src/%s imports %s: refused %s',
    (index, floor, _, refused) => {
      const found = refusals.get(`src/${floor}/import${index}.ts`) ?? [];
      expect(found.includes('lint/style/noRestrictedImports')).toBe(refused);
    },
  );

  it.each([...new Set(IMPORTS.map(([floor]) => floor))])('console in src/%s is refused, but in cli', (floor) => {
    const found = refusals.get(`src/${floor}/console.ts`) ?? [];
    expect(found.includes('lint/suspicious/noConsole')).toBe(floor !== 'cli');
  });
});
