import { createHmac, createSecretKey, getHashes, type KeyObject, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { MOVED_WITHIN } from '../../domain/sealed/moved.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { bytesOf, isPipe } from '../pipes.ts';
import type { SealAlgorithm } from './sealed-head.ts';

/** What a key file says before its 64 hexadecimal digits: a password, or another program's key, is none of ours. */
const TITLE = 'relief-seal-key-1:';
const WRITTEN = new RegExp(`^${TITLE}([0-9a-f]{64})$`);
/** Of 32 bytes that chance made some 30 are different; so few are a pattern that somebody typed. */
const FEWEST_BYTES = 20;
/** Bytes of a digest that are kept: of ten million values, no two are alike by chance. */
const KEPT = 12;
/** So many values of a kind that comes again and again, as names do, are remembered. */
const MOST_REMEMBERED = 200_000;

const HASHES: Readonly<Record<SealAlgorithm, string>> = { 'HMAC-SHA-256': 'sha256', 'HMAC-SM3': 'sm3' };

/** Can this Node reckon it? SM3 is left out of some builds of OpenSSL. */
export const isAvailable = (algorithm: SealAlgorithm): boolean => getHashes().includes(HASHES[algorithm]);

/**
 * A key, and what it makes of values. Every digest is of a kind and a value, so that nothing of one kind (an account) is what
 * the same digits are of another (a telephone).
 */
export class SealingKey {
  readonly #key: KeyObject;
  readonly #hash: string;
  readonly #remembered = new Map<string, string>();
  readonly algorithm: SealAlgorithm;

  constructor(key: Uint8Array, algorithm: SealAlgorithm) {
    this.#key = createSecretKey(key);
    this.#hash = HASHES[algorithm];
    this.algorithm = algorithm;
  }

  /** What tells this key from another, and says nothing of it. */
  get check(): string {
    return this.token('check', '');
  }

  /** 16 signs that stand for a value. */
  token(kind: string, value: string): string {
    return this.#digest(kind, value).subarray(0, KEPT).toString('base64url');
  }

  /** The same of a value that is likely to come again. */
  again(kind: string, value: string): string {
    const asked = `${kind} ${value}`;
    const known = this.#remembered.get(asked);
    if (known !== undefined) return known;
    const token = this.token(kind, value);
    if (this.#remembered.size < MOST_REMEMBERED) this.#remembered.set(asked, token);
    return token;
  }

  /**
   * A small number, moved by what only the key tells: two that were moved by the same `value` are as far apart as before (modulo
   * `MOVED_WITHIN`), and where either is, nobody knows.
   */
  moved(kind: string, value: string, number: number): number {
    return (this.#digest(kind, value).readUIntBE(0, 6) + number) % MOVED_WITHIN;
  }

  /** Proves that bytes are as whoever has the key wrote them. */
  seal(digest: string): string {
    return this.#digest('rows', digest).toString('hex');
  }

  isSeal(seal: string, digest: string): boolean {
    const [one, other] = [seal, this.seal(digest)].map((text) => Buffer.from(text));
    return one !== undefined && other !== undefined && one.length === other.length && timingSafeEqual(one, other);
  }

  #digest(kind: string, value: string): Buffer {
    return createHmac(this.#hash, this.#key).update(`${kind}\u001f${value}`).digest();
  }
}

/** A key as its file holds it. */
export const writtenKey = (key: Uint8Array): string => `${TITLE}${Buffer.from(key).toString('hex')}\n`;

/**
 * The key that stands at `path`.
 * @throws InvalidInput where it can't be read, is none (a password, another program's), or was plainly not made by chance.
 */
export function readSealingKey(path: string, algorithm: SealAlgorithm): SealingKey {
  let text: string;
  try {
    text = readFileSync(bytesOf(path), 'utf8');
  } catch (error) {
    throw fileFault(path, error);
  }
  const [, digits] = WRITTEN.exec(text.replace(/^\uFEFF/, '').trim()) ?? [];
  if (digits === undefined) throw invalidFile(path, 'sealing-key', { why: 'foreign' });
  const key = Buffer.from(digits, 'hex');
  if (new Set(key).size < FEWEST_BYTES) throw invalidFile(path, 'sealing-key', { why: 'weak' });
  return new SealingKey(key, algorithm);
}

/** May others on this machine read the file? Windows does not say it so, and of a pipe it means nothing. */
export function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && !isPipe(path) && (statSync(path).mode & 0o077) !== 0;
}
