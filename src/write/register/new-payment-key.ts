import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { PaymentKey } from '../../read/register/payment-key.ts';

/** Makes a new key at `path`, for nobody else to read. Fails where there is one. */
export function newPaymentKey(path: string): PaymentKey {
  const written = randomBytes(32).toString('hex');
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, `${written}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return new PaymentKey(written);
}
