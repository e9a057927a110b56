import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { batchEvents, withdrawnEvent } from '../answer/pay/payment-events.ts';
import type { PaymentPlan } from '../answer/pay/payment-plan.ts';
import { fileNameOf } from '../domain/file-name.ts';
import { layoutText } from '../domain/pay/layout-text.ts';
import { PAYMENT_LINES } from '../read/register/payment-line.ts';
import { fileForm } from '../render/pay/payment-columns.ts';
import { type BatchFacts, factsOf, paymentFile, UnfitFile } from '../render/pay/payment-file.ts';
import { renderXlsx } from '../render/xlsx/xlsx.ts';
import type { ExaminedPayments } from '../report/pay/examined-payments.ts';
import { payReport } from '../report/pay/pay-report.ts';
import type { PayWords } from '../text/zh/pay.ts';
import { appendLines } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { LedgerAt } from './payment-ledger.ts';

/** The names of a batch's files: as the bank wants them, else by the batch and the bank; never one that is there already. */
export function batchNames(
  { files, batch }: PaymentPlan,
  folder: string,
  of: BatchFacts,
  { names }: PayWords,
): string[] {
  const there = folder !== '' && existsSync(folder) ? readdirSync(folder) : [];
  const taken = new Set(there.map((name) => name.replace(/\.[^.]*$/, '').toLowerCase()));
  return files.map((file) => {
    const { bank, part, parts } = file;
    const { ending } = fileForm(bank);
    const usual = names.file(String(batch).padStart(3, '0'), bank.name, parts > 1 ? String(part) : '');
    const wanted = bank.file ? layoutText(bank.file, factsOf(file, of), (text) => text.length) : usual;
    const name = typeof wanted === 'string' ? wanted : usual;
    const [, stem = name, own = ending] = /^(.+?)(\.[A-Za-z]{1,5})?$/u.exec(name) ?? [];
    return fileNameOf(stem, taken) + own;
  });
}

/**
 * Writes a batch's files, and its list of what is held back. The ledger says first that the payments are in a batch, and, when all files
 * stand in their places, that they do: whoever is cut short in between has a batch that is told of, and nobody who is paid twice.
 * @throws UsageError where somebody else wrote to the ledger meanwhile, or a file can't be written: then the batch is withdrawn again.
 */
export async function writeBatch(
  examined: ExaminedPayments,
  folder: string,
  { at, facts }: { readonly at: LedgerAt; readonly facts: BatchFacts },
  context: Context,
): Promise<ExaminedPayments> {
  const { catalogue, outputs, io } = context;
  const { plan, lists, say, names } = examined;
  const written = { ...examined, folder };
  outputs.holdsPeople = true;
  for (const [index, file] of plan.files.entries()) {
    const { template } = file.bank;
    const path = template === undefined || isAbsolute(template) ? (template ?? null) : join(at.folder, template);
    await outputs.write(join(folder, names[index] ?? ''), await filled(() => paymentFile(file, facts, path), say));
  }
  const list = say.names.list(String(plan.batch).padStart(3, '0'));
  await outputs.write(
    join(folder, `${list}.xlsx`),
    renderXlsx(payReport(written, catalogue, { showIds: false }), catalogue),
  );
  const time = eventTime(io);
  const campaign = lists.campaign?.id ?? '';
  const { made, filed } = batchEvents(plan, names, time);
  appendLines(at.path, campaign, PAYMENT_LINES, ({ seal }) => {
    if (seal !== at.seal) throw new UsageError(say.refused.ledgerMoved);
    return made;
  });
  try {
    outputs.put();
  } catch (error) {
    const { byKind } = examined.sums;
    const batch = { number: plan.batch, ...byKind.now };
    appendLines(at.path, campaign, PAYMENT_LINES, () => [withdrawnEvent(batch, time, say.notWritten)]);
    throw error;
  }
  appendLines(at.path, campaign, PAYMENT_LINES, () => filed);
  return written;
}

async function filled<T>(work: () => Promise<T>, { refused }: PayWords): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UnfitFile)) throw error;
    throw new UsageError(refused.unfitFile(error.bank, error.cell.field));
  }
}
