import type { PayWords } from '../zh/pay.ts';
import failures from './failures.ts';

const en: PayWords = {
  failures,
  title: (campaign, batch, isRetry) =>
    `${campaign}: payments through banks (batch ${batch}${isRetry ? ', second round' : ''})`,
  equation: {
    sheet: 'Where every payout is',
    columns: { fate: 'where', why: 'why', count: 'payouts', amount: 'amount' },
    now: 'paid now',
    settled: 'paid, or in a batch',
    held: 'held back',
    'not-for-bank': 'not for a bank',
    total: 'payouts on the lists',
    below: 'paid now + paid or in a batch + held back + not for a bank = all payouts on the lists, each in one place',
  },
  settled: {
    'paid-list': 'its list says that it is paid (paid:)',
    arrived: 'a bank return says that it arrived',
    pending: 'a bank return says that it is being processed',
    'in-batch': 'in an earlier batch, of which the bank has said nothing yet',
  },
  notForBank: {
    'by-hand': 'visits and cash by hand',
    nothing: 'goods, or an amount of 0',
    'takes-back': 'takes money back (below zero)',
  },
  hold: {
    'perhaps-paid': 'perhaps in an earlier batch: look',
    'other-amount': 'in an earlier batch, with another amount',
    reversed: 'the bank paid it and took it back; waits for --retry',
    failed: 'the bank did not pay it; waits for --retry',
    uncorrected: 'not paid, and its account neither corrected nor confirmed',
    stopped: 'a case was answered: to be stopped (停发)',
    removed: 'a duplicate, or not to be paid: dedupe takes it out',
    double: 'probably paid in another row, which goes first until somebody has looked',
    blocked: 'on a roster of people who must not be paid',
    'taken-back': 'something of this measure was taken back from the person: what is left is not known',
    'row-error': 'the row has an error',
    'no-amount': 'no amount',
    'no-name': 'no name',
    'no-account': 'no account (where it is handed over, the measure says delivery: hand)',
    'account-masked': 'digits of the account are hidden',
    'account-wrong': 'the account is not right',
    'no-bank': 'of no bank under banks:',
    unfit: 'does not fit into the bank’s file',
    'not-this-round': 'this round pays only what failed',
  },
  unfit: {
    'too-long': (field) => `${field} is too long`,
    'no-character': (field) => `${field} has a character that the bank’s encoding lacks`,
    divides: (field) => `${field} holds what divides the line`,
  },
  accountFault: {
    damaged: 'a spreadsheet kept it as a number, and the last digits are lost',
    'check-digit': 'the card’s check digit does not fit',
    'card-length': 'cards with 62 have 16 to 19 digits',
    length: 'no account has so many digits',
    letters: 'it has letters in it',
    'id-number': 'it is an ID number',
    mobile: 'it is a mobile number',
    'no-number': 'words, and no number',
  },
  instead: (rule, place) => `${rule}; ${place} is paid first`,
  inBatch: (reference) => `see ${reference}`,
  files: {
    sheet: 'Files, with their control figures',
    columns: { bank: 'bank', file: 'file', count: 'payments', amount: 'amount (yuan)' },
    below: 'Each payment has a reference; where a bank return has it, reconcile ties by it before anything else',
    noReferences: (banks) =>
      `files of ${banks} have no {代发编号}: what the bank returns can be tied by account and amount only`,
  },
  held: {
    sheet: 'Held back',
    columns: {
      why: 'why',
      detail: 'detail',
      department: 'department',
      measure: 'measure',
      name: 'name',
      account: 'account',
      amount: 'amount (yuan)',
      place: 'place',
    },
    more: (count) => `${count} more: see the batch’s list`,
  },
  batches: {
    sheet: 'Batches',
    columns: {
      number: 'batch',
      time: 'made',
      count: 'payments',
      amount: 'amount (yuan)',
      paid: 'arrived',
      failed: 'failed',
      open: 'no word yet',
      state: 'state',
    },
    state: { withdrawn: 'withdrawn', broken: 'cut short', open: 'under way', done: 'returned' },
  },
  verdict: {
    ready: (count, amount, files) => `${count} payments, ${amount} yuan, ${files} file${files === '1' ? '' : 's'}`,
    nothing: 'nothing to be paid',
    written: (folder) =>
      `files written to ${folder}; they hold names and accounts in full, for nobody else to read (0600): keep them safe`,
    dryRun: 'no batch was made: -o FOLDER/ writes the files and the ledger',
    held: (count, amount) => `${count} payouts, ${amount} yuan, are held back; each is listed with its reason`,
    outliers: (count, amount) =>
      `${count} of them, ${amount} yuan, are far too much or too little (probably 万元 for 元): the sum of what is held back says little`,
    doubles: (count, amount) =>
      `${count} of them, ${amount} yuan, are doubles that nobody has looked into: a later batch pays them when the case is answered, --pay-doubts now`,
    between: (count, rules) =>
      `${count} payments have an error between rows (${rules}), which holds nothing back: see relief dedupe before they are paid`,
    rejected: (count) =>
      `${count} more rows of the lists could not be read as payouts and are not among these: see relief check`,
    broken: (batch, files) =>
      `making batch ${batch} was cut short, and files may be missing: ${files}. Where none went to the bank, --withdraw ${batch} and make it again; else wait for the return`,
    orphans: (count, amount) =>
      `${count} payments of earlier batches, ${amount} yuan, are on no list any more: the money is on its way`,
    unused: (count, places) =>
      `${count} corrections were not used (for nobody whose payment failed, or without an account): ${places}`,
    contradicting: (places) => `corrections contradict each other, and none of them was used: ${places}`,
    corrected: (count) => `corrected accounts used: ${count}`,
  },
  names: {
    file: (batch, bank, part) => [`batch-${batch}`, bank, part].filter(Boolean).join('-'),
    list: (batch) => `batch-${batch}-list`,
  },
  refused: {
    needsCampaign:
      'paying takes a campaign file (YAML), beside which payments.csv says who was paid; not standard input',
    accountsNeedRetry: '--accounts corrects what failed: use it with --retry',
    needsFolder: (got) => `the banks’ files go to a folder: -o out/, not “${got}”`,
    withdrawsAlone: '--withdraw only withdraws, and makes no batch: leave out -o and --retry',
    badBatch: (got) => `--withdraw takes the number of a batch, not “${got}”`,
    noBatch: (batch, known) => `the ledger has no batch ${batch}; it has: ${known || 'none'}`,
    isWithdrawn: (batch) => `batch ${batch} is withdrawn already`,
    isReturned: (batch, count) =>
      `the bank has returned ${count} payments of batch ${batch}: it was sent, and can’t be withdrawn; pay what failed with --retry`,
    isFollowed: (batch) => `what failed of batch ${batch} is in a later batch: it can’t be withdrawn`,
    ledgerMoved: 'somebody else wrote to the ledger of payments meanwhile: nothing was written, run it again',
    unfitFile: (bank, field) =>
      `${field} has no room in the file of ${bank} (too long, or a character that its encoding lacks): change its width or encoding under banks:, or divide the file by maxRows`,
  },
  notWritten: 'its files could not be written; withdrawn at once',
  withdrawn: (batch, count, amount) =>
    `batch ${batch} is withdrawn: ${count} payments, ${amount} yuan, are in no batch any more. Destroy its files, and send them to no bank:`,
};

export default en;
