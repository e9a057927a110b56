import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares text with a golden file. What differs is written beside it as `NAME.changed.EXT`, to be looked at and, if it is
 * right, to take its place.
 */
export function expectGolden(path: string, actual: string): void {
  const changed = path.replace(/(\.[^.]+)$/, '.changed$1');
  const golden = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (golden === actual) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, actual);
  expect(actual, `differs from ${path}; see ${changed}`).toBe(golden);
}
