import { closeSync, openSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What stands beside a campaign's file and is only ever added to: the register of its cases, the ledger of its payments. */
const BESIDE = {
  cases: { name: 'cases.csv', beginning: '\ufeff时间,活动,疑点编号,' },
  payments: { name: 'payments.csv', beginning: '\ufeff时间,活动,批次,事件,' },
} as const;

export const registerBeside = (campaign: string): string => join(dirname(campaign), BESIDE.cases.name);
export const ledgerBeside = (campaign: string): string => join(dirname(campaign), BESIDE.payments.name);
/** The key of the ledger's digests. */
export const keyBeside = (campaign: string): string => join(dirname(campaign), 'payments.key');

/** Is a file one of these? They lie where lists may lie, and are none of them. */
export function isRegister(path: string): boolean {
  const known = Object.values(BESIDE).find(({ name }) => name === basename(path));
  if (!known) return false;
  const beginning = Buffer.from(known.beginning);
  const read = Buffer.alloc(beginning.length);
  try {
    const file = openSync(path, 'r');
    try {
      return readSync(file, read, 0, read.length, 0) === read.length && read.equals(beginning);
    } finally {
      closeSync(file);
    }
  } catch {
    return false; // whoever reads it says why it can't be read
  }
}
