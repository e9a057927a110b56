import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PaymentKey, readPaymentKey } from '../../read/register/payment-key.ts';
import { isPlaced } from './placed.ts';

/** Makes a new key at `path`, for nobody else to read; where somebody was first, theirs is the one. */
export function newPaymentKey(path: string): PaymentKey {
  const written = randomBytes(32).toString('hex');
  if (!isPlaced(path, `${written}\n`)) return readPaymentKey(path) ?? newPaymentKey(path);
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return new PaymentKey(written);
}
