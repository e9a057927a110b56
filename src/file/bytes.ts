import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 4 << 20;

/** Loaded only when something is digested, which takes longer to load than a table of a budget to draw. */
const crypto = () => process.getBuiltinModule('node:crypto');

export function sha256(content: string | Uint8Array): string {
  return crypto().hash('sha256', content);
}

export function sha256Of(path: string): string {
  const hash = crypto().createHash('sha256');
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** A file's bytes; each chunk is overwritten by the next. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (;;) {
      const read = readSync(file, buffer, 0, buffer.length, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}
