import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All that tests write goes below one folder, which is removed after them: helpers are shared by several files. */
export default function temporary(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'relief-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true });
}
