import { expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { saved } from '../engine/reading.ts';
import { relief } from './run.ts';

// Of a short list nearly all time goes into planning statements: none is planned for what nothing was found of.

const id = (order: number) => {
  const first17 = `99000019500101${String(order).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const [A, B] = [`甲一,${id(11)},6228480000000000011`, `乙二,${id(22)},6228480000000000029`] as const;
const listOf = (...rows: readonly string[]) =>
  saved(`姓名,身份证号,银行账号,部门,项目,金额\n${rows.map((row) => `${row},民政局,御寒,100\n`).join('')}`);
const returnOf = (...rows: readonly string[]) =>
  saved(`姓名,身份证号,银行账号,金额,结果\n${rows.map((row) => `${row},成功\n`).join('')}`);

/** How many statements there are of each kind: `create payment`. */
async function statementsOf(...args: readonly string[]): Promise<Map<string, number>> {
  const { stderr } = await relief([...args, '--debug', '--fail-on', 'never', '--quiet']);
  const kinds = [...stderr.matchAll(/^ *[\d.]+ +\d+ {2}(\w+ \w+)/gm)].map(([, kind = '']) => kind);
  return new Map(kinds.map((kind) => [kind, kinds.filter((each) => each === kind).length]));
}

it('stores groups of a rule between rows only where it has candidates', async () => {
  const clean = await statementsOf('dedupe', '--certain', listOf(A, B));
  const doubled = await statementsOf('dedupe', '--certain', listOf(A, A, B));
  expect(clean.get('create candidate')).toBe(doubled.get('create candidate'));
  // Paid twice, and the same account twice in one measure.
  const more = (doubled.get('insert found_group') ?? 0) - (clean.get('insert found_group') ?? 0);
  expect(more).toBeGreaterThan(0);
  expect(more).toBeLessThan(clean.get('create candidate') ?? 0);
});

it('looks for payouts only while there are payments without one', async () => {
  const list = listOf(A, B);
  const found = await statementsOf('reconcile', list, '--returns', returnOf(`${A},100`, `${B},100`));
  const other = await statementsOf('reconcile', list, '--returns', returnOf(`${A},100`, `${B},90`));
  expect(['create simple', 'create settled_slot', 'create settled_payment'].map((kind) => found.get(kind))).toEqual([
    1,
    undefined,
    undefined,
  ]);
  // By person and by account; then of another amount.
  expect(['create simple', 'create settled_slot', 'create settled_payment'].map((kind) => other.get(kind))).toEqual([
    2, 1, 1,
  ]);
});
