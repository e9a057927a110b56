import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { chunksOf } from '../../file/bytes.ts';
import { characterEnd, type Encoding } from '../../file/encoding.ts';
import type { CsvShape, CsvSurvey } from './csv-survey.ts';

/** What one pass over a file's bytes gives. */
export interface Surveyed {
  readonly sha256: string;
  readonly shape: CsvShape;
  /** Whether the file ends within a character. */
  readonly isCutOff: boolean;
}

/** The first bytes of a file, and whether they are all of it. */
export function headOf(path: string, length: number): { bytes: Uint8Array; whole: boolean } {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    let got = 0;
    for (;;) {
      const read = readSync(file, bytes, got, length - got, null);
      got += read;
      if (read === 0 || got === length) break;
    }
    return { bytes: bytes.subarray(0, got), whole: got >= fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}

/**
 * Hashes and surveys a file that is UTF-8 already, chunk by chunk: between them, others have their turn. Null as soon as it turns
 * out not to be.
 */
export async function surveyUtf8(path: string, survey: CsvSurvey): Promise<Surveyed | null> {
  const hash = createHash('sha256');
  let cut = Buffer.alloc(0);
  for (const chunk of chunksOf(path)) {
    await setImmediate();
    hash.update(chunk);
    survey.update(chunk);
    const rest = cut.length > 0 ? chunk.findIndex((byte) => byte < 0x80 || byte >= 0xc0) : 0; // of the character that was cut
    const from = rest < 0 ? chunk.length : rest;
    const end = Math.max(from, characterEnd(chunk));
    if (!isUtf8(Buffer.concat([cut, chunk.subarray(0, from)])) || !isUtf8(chunk.subarray(from, end))) return null;
    cut = Buffer.from(chunk.subarray(end)); // a copy: the chunk is overwritten
  }
  return cut.length > 0 ? null : { sha256: hash.digest('hex'), shape: survey.finish(), isCutOff: false };
}

/** Decodes a file into a new UTF-8 one, hashing what it reads and surveying what it writes. */
export function decodeFile(path: string, encoding: Encoding, to: string, survey: CsvSurvey): Surveyed {
  const hash = createHash('sha256');
  const decoder = new TextDecoder(encoding);
  const file = openSync(to, 'wx', 0o600);
  let rest = '';
  const write = (text: string) => {
    const bytes = Buffer.from(text);
    survey.update(bytes);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
  };
  try {
    for (const chunk of chunksOf(path)) {
      hash.update(chunk);
      write(decoder.decode(chunk, { stream: true }));
    }
    rest = decoder.decode();
    write(rest);
  } finally {
    closeSync(file);
  }
  return { sha256: hash.digest('hex'), shape: survey.finish(), isCutOff: rest !== '' };
}
