import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileFault, invalidFile } from '../../file/fault.ts';

const WRITTEN = /^[0-9a-f]{64}$/;
/** So many digits of a digest are kept: of ten million, no two are alike by chance. */
const DIGEST = 24;
const MARK = 8;

/** Names people and accounts in the ledger of payments so that nobody who has no key can tell who they are. */
export class PaymentKey {
  readonly #key: Buffer;

  constructor(written: string) {
    this.#key = Buffer.from(written, 'hex');
  }

  /** What tells this key from another. */
  get mark(): string {
    return this.#digest('key', '').slice(0, MARK);
  }

  /** The digest of a valid ID number. */
  person = (id: string): string => this.#digest('person', id);

  /** The digest of an account; zeros before it, which spreadsheets drop, make no other one of it. */
  payee = (account: string): string => this.#digest('account', account.replace(/^0+/, ''));

  #digest(kind: string, text: string): string {
    return createHmac('sha256', this.#key).update(`${kind}\u001f${text}`).digest('hex').slice(0, DIGEST);
  }
}

/**
 * The key that stands at `path`; null where there is none.
 * @throws InvalidInput where it can't be read, or is none.
 */
export function readPaymentKey(path: string): PaymentKey | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fileFault(path, error);
  }
  if (!WRITTEN.test(text)) throw invalidFile(path, 'payment-key', { why: 'unreadable' });
  return new PaymentKey(text);
}
