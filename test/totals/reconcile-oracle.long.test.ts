import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/row/bank-outcome.ts';
import { type RowState, type Slot, settle } from '../../src/domain/settlement.ts';
import { Desk, idNumber } from '../cli/people.ts';
import { relief } from '../cli/run.ts';
import { random } from '../random.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-reconcile-oracle-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

interface Payout {
  readonly name: string;
  readonly id: string;
  readonly account: string;
  readonly amount: number;
  readonly measure: string;
}
interface Returned {
  readonly file: number;
  readonly account: string;
  readonly name: string;
  readonly amount: number;
  readonly status: string;
  readonly serial: string;
}

const MEASURES = ['低保补助', '慰问'];
const NAMES = ['安一', '白二', '程三', '丁四', '戊五', '己六', '庚七', '辛八'];
const STATUSES: readonly (readonly [string, Outcome | null])[] = [
  ['成功', 'paid'],
  ['成功', 'paid'],
  ['成功', 'paid'],
  ['失败', 'failed'],
  ['冲正', 'reversed'],
  ['处理中', 'pending'],
  ['他行', null],
];

/** Of each world, so that its people have nothing in common with others’. */
const GIVEN = '甲乙丙丁戊己庚辛壬癸';

function draw(seed: number, world: number) {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const accountOf = (person: number) => `62280000000${world}${String(person % 6).padStart(4, '0')}`; // some share one
  const payouts = Array.from({ length: 6 + below(10) }, (): Payout => {
    const person = below(8);
    return {
      name: `${NAMES[person]}${GIVEN[world]}`,
      id: idNumber(world * 10 + person + 1),
      account: next() < 0.1 ? '' : accountOf(person),
      amount: pick([500, 500, 700]),
      measure: pick(MEASURES),
    };
  });
  const returned: Returned[] = [];
  const cumulative = next() < 0.3;
  for (let file = 0; file < 1 + below(3); file += 1) {
    for (let row = below(10); row >= 0; row -= 1) {
      const payout = pick(payouts);
      const amount = next() < 0.1 ? 300 : payout.amount;
      returned.push({
        file,
        account: next() < 0.1 ? '6228999999999999' : payout.account || accountOf(0),
        name: next() < 0.1 ? '无名' : payout.name,
        amount,
        status: pick(STATUSES)[0],
        serial:
          next() < 0.3 ? `2026${world}00${below(5)}` : `2026${file}${world}${String(returned.length).padStart(3, '0')}`,
      });
    }
  }
  return { payouts, returned, cumulative };
}

/** Ten worlds, those whose returns are cumulative apart from the others, each in one list and its returns. */
function drawWorlds(from: number): ReturnType<typeof draw>[] {
  const drawn = Array.from({ length: 10 }, (_, world) => draw(from + world, world));
  return [false, true].flatMap((cumulative) => {
    const own = drawn.filter((one) => one.cumulative === cumulative);
    const returned = own.flatMap((one) => one.returned).sort((a, b) => a.file - b.file);
    return own.length > 0 ? [{ payouts: own.flatMap((one) => one.payouts), returned, cumulative }] : [];
  });
}

/** Everything again in plain loops; only the following of one pool is shared with the program, and has tests of its own. */
function naive({ payouts, returned, cumulative }: ReturnType<typeof draw>) {
  const slots = payouts
    .map((payout, index) => ({
      ...payout,
      who: payout.id,
      byBank: payout.account !== '',
      slot: { id: BigInt(index), state: 'open', payment: null, file: null } as Slot,
      paid: 0,
    }))
    .filter(({ byBank }) => byBank);
  const identities = (account: string) => [
    ...new Set(slots.filter((one) => one.account === account).map(({ who }) => who)),
  ];
  const rows = returned.map((one, index) => {
    const own = identities(one.account);
    const named = [
      ...new Set(
        slots.filter(({ account, name }) => account === one.account && name === one.name).map(({ who }) => who),
      ),
    ];
    return {
      ...one,
      id: BigInt(1000 + index),
      outcome: STATUSES.find(([word]) => word === one.status)?.[1] ?? null,
      payee: own.length === 1 ? own[0] : named.length === 1 ? named[0] : undefined,
      state: null as RowState | null,
    };
  });
  const last = Math.max(...rows.map(({ file }) => file));
  for (const row of rows) {
    if (row.outcome === null) row.state = 'unclear';
    if (cumulative && row.file < last) row.state = 'superseded';
  }
  for (const [index, row] of rows.entries()) {
    if (row.state !== null) continue;
    const isTold = (other: typeof row) =>
      other.serial === row.serial &&
      other.account === row.account &&
      other.amount === row.amount &&
      other.name === row.name;
    if (rows.slice(index + 1).some((other) => other.state === null && isTold(other))) row.state = 'superseded';
  }
  type Row = (typeof rows)[number];
  type One = (typeof slots)[number];
  const pools = (
    keyOfRow: (row: Row) => string | undefined,
    keyOfSlot: (slot: One) => string | undefined,
    mayBe: (slot: One) => boolean,
  ) => {
    const keys = new Set(rows.filter(({ state }) => state === null).flatMap((row) => keyOfRow(row) ?? []));
    for (const key of keys) {
      const ours = slots.filter((slot) => keyOfSlot(slot) === key && mayBe(slot));
      if (ours.length === 0) continue;
      const theirs = rows.filter((row) => row.state === null && keyOfRow(row) === key);
      const settled = settle(
        ours.map(({ slot }) => slot),
        theirs.map(({ id, outcome, file }) => ({ id, outcome: outcome as Outcome, file })),
      );
      for (const [at, slot] of settled.slots.entries()) {
        const one = ours[at] as One;
        if (slot.payment !== one.slot.payment) one.paid = slot.state === 'paid' ? one.amount : 0;
        one.slot = slot;
      }
      for (const [id, { state }] of settled.payments) {
        const row = rows.find((each) => each.id === id);
        if (row) row.state = state;
      }
    }
  };
  const byPerson = [
    (row: Row) => row.payee && `${row.payee} ${row.amount}`,
    (slot: One) => `${slot.who} ${slot.amount}`,
  ] as const;
  const byAccount = [
    (row: Row) => `${row.account} ${row.amount}`,
    (slot: One) => `${slot.account} ${slot.amount}`,
  ] as const;
  pools(...byPerson, () => true);
  pools(...byAccount, () => true);
  for (const [keyOfRow, keyOfSlot] of [byPerson, byAccount]) {
    for (const row of rows.filter(({ state }) => state === null)) {
      const key = keyOfRow(row);
      if (key && slots.some((slot) => keyOfSlot(slot) === key && slot.slot.state !== 'open'))
        row.state = row.outcome === 'paid' ? 'repeated' : 'replaced';
    }
  }
  for (const [keyOfRow, keyOfSlot] of [
    [(row: Row) => row.payee, (slot: One) => slot.who],
    [(row: Row) => row.account, (slot: One) => slot.account],
  ] as const) {
    for (const key of new Set(rows.filter(({ state }) => state === null).flatMap((row) => keyOfRow(row) ?? []))) {
      const byAmount = (a: { amount: number }, b: { amount: number }) => a.amount - b.amount;
      const ours = slots.filter((slot) => keyOfSlot(slot) === key && slot.slot.state === 'open').sort(byAmount);
      const theirs = rows.filter((row) => row.state === null && keyOfRow(row) === key).sort(byAmount);
      const [only] = theirs;
      const put = (one: One, row: Row, paid: number) => {
        one.slot = { ...one.slot, state: row.outcome as Outcome, payment: row.id, file: row.file };
        one.paid = row.outcome === 'paid' ? paid : 0;
      };
      if (
        only &&
        theirs.length === 1 &&
        ours.length > 1 &&
        only.amount === ours.reduce((sum, { amount }) => sum + amount, 0)
      ) {
        for (const one of ours) put(one, only, one.amount);
        only.state = only.outcome;
        continue;
      }
      for (const [at, row] of theirs.entries()) {
        const one = ours[at];
        if (!one) break;
        put(one, row, row.amount);
        row.state = row.outcome === 'paid' ? 'differs' : row.outcome;
      }
    }
  }
  const unpaid = (slot: One) => slot.slot.state === 'failed' || slot.slot.state === 'reversed';
  const alone = new Set(
    slots
      .map(({ name }) => name)
      .filter(
        (name) => new Set(slots.filter((slot) => unpaid(slot) && slot.name === name).map(({ who }) => who)).size === 1,
      ),
  );
  pools(
    (row) => `${row.name} ${row.amount}`,
    (slot) => `${slot.name} ${slot.amount}`,
    (slot) => unpaid(slot) && alone.has(slot.name),
  );
  for (const row of rows) row.state ??= row.outcome === 'paid' ? 'not-listed' : 'unpaid-not-listed';

  const states: Record<string, number> = {};
  for (const { state } of rows) states[state ?? ''] = (states[state ?? ''] ?? 0) + 1;
  const sums: Record<string, { count: number; amount: number }> = {};
  for (const { slot, amount, paid } of slots) {
    const kind = slot.state === 'pending' ? 'open' : slot.state;
    const before = sums[kind] ?? { count: 0, amount: 0 };
    sums[kind] = { count: before.count + 1, amount: before.amount + (slot.state === 'paid' ? paid : amount) };
  }
  return { states, sums, differs: states.differs ?? 0 };
}

describe('reconciliation is what a plain recomputation gives', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index * 10))('(from %d)', async (from) => {
    for (const drawn of drawWorlds(from)) {
      const list = desk.list(
        'list.csv',
        drawn.payouts.map(({ name, id, account, amount, measure }) => [
          name,
          id,
          '民政局',
          measure,
          String(amount),
          account,
        ]),
        ['姓名', '身份证号', '部门', '项目', '金额', '银行账号'],
      );
      const files = [...new Set(drawn.returned.map(({ file }) => file))];
      const returns = files.flatMap((file) => [
        '--returns',
        desk.list(
          `return${file}.csv`,
          drawn.returned
            .filter((one) => one.file === file)
            .map(({ account, name, amount, status, serial }) => [account, name, String(amount), status, serial]),
          ['账号', '户名', '金额', '交易结果', '流水号'],
        ),
      ]);
      const args = [
        'reconcile',
        list,
        ...returns,
        ...(drawn.cumulative ? ['--cumulative'] : []),
        '-f',
        'json',
        '--threads',
        '1',
      ];
      const record = JSON.parse((await relief(args)).stdout);
      const { states, sums, differs } = naive(drawn);
      const told: Record<string, number> = {};
      for (const { states: own } of record.returns) {
        for (const [state, { count }] of Object.entries(own as Record<string, { count: number }>))
          if (count > 0) told[state] = (told[state] ?? 0) + count;
      }
      expect(told, `seeds from ${from}`).toEqual(states);
      const kinds = ['paid', 'failed', 'reversed', 'open'];
      const said = Object.fromEntries(
        kinds.flatMap((kind) =>
          record.total[kind].count > 0
            ? [[kind, { count: record.total[kind].count, amount: Number(record.total[kind].amount) }]]
            : [],
        ),
      );
      expect(said, `seeds from ${from}`).toEqual(sums);
      // Conservation: what is listed is the sum of what became of it, and what differs is what was found to.
      const { listed, byHand, difference } = record.total;
      const became = kinds.reduce((sum, kind) => sum + record.total[kind].count, byHand.count);
      expect(became).toBe(listed.count);
      const amount = kinds.reduce((sum, kind) => sum + Number(record.total[kind].amount), Number(byHand.amount));
      expect(amount).toBeCloseTo(Number(listed.amount) + Number(difference), 6);
      expect(record.summary.byRule['paid-amount-differs'] ?? 0).toBe(differs);
      if (drawn.cumulative) continue;
      const [, again = ''] = returns; // the first return once more: nothing changes
      const twice = JSON.parse((await relief([...args, '--returns', again])).stdout);
      expect(twice.total, `seeds from ${from}`).toEqual(record.total);
    }
  });
});
