import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { Random } from '../../samples/generator/random.ts';
import { foldCell, saysNothing } from '../../src/domain/cell-text.ts';
import { checkDigit, identifies, readIdNumber } from '../../src/domain/people/id-number.ts';
import { readPayee } from '../../src/domain/people/person-name-fault.ts';
import { asideReason } from '../../src/domain/row/list-row.ts';
import { readAmount } from '../../src/domain/row/payout-amount.ts';
import { type Listed, listedTotals } from '../../src/totals/lists/listed.ts';
import { takeAsWritten } from '../totals/as-written.ts';
import { inputOf, rowsOf, saved, withLists } from './reading.ts';

const HEADER = ['序号', '姓名', '身份证号', '部门', '项目', '金额', '街道', '户号', '户主身份证号'];
const ROLES = { ordinal: 0, name: 1, id_number: 2, amount: 5 };

const first17 = (order: number) => `99000019${40 + (order % 20)}0${1 + (order % 9)}15${String(order).padStart(3, '0')}`;
const full = (order: number) => first17(order) + checkDigit(first17(order));

/** One list of 0 to 60 rows: somebody is on it several times, in several forms; some rows pay nobody. */
function listOf(seed: number): string[][] {
  const random = new Random(seed).at(1, seed);
  const pick = <T>(...choices: readonly T[]): T => random.pick(choices);
  const id = () => {
    const order = random.below(12);
    const number = full(order);
    const fifteen = number.slice(0, 6) + number.slice(8, 17);
    const wrong = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
    return pick(
      number,
      number,
      number,
      `\t${number}`,
      `'${number.toLowerCase()}`,
      fifteen,
      wrong,
      '',
      '无',
      '3.10107E+17',
      '12345',
      number.replace(/^(.{6}).{8}/, '$1********'),
    );
  };
  const row = (order: number): string[] => {
    if (random.chance(0.1)) return [...random.pick(JUNK)];
    return [
      String(order),
      pick('王秀英', '李强', '李 强', '张三（已故）', '赵六', '无', ''),
      id(),
      pick('民政局', '民政局', '残联', ' 残联', ''),
      pick('低保', '特困', ''),
      pick('550', '550.5', '1,000', '￥200元', '', '-', '见备注', '伍佰元整', '0'),
      pick('石泉路', '长风', '', '暂无'),
      pick('H1', 'H2', 'Ｈ２', '', '无'),
      pick('', '', full(40 + random.below(3)), '某某'),
    ];
  };
  return Array.from({ length: random.below(61) }, (_, order) => row(order + 1));
}

const JUNK: readonly (readonly string[])[] = [
  [],
  ['合计', '', '', '', '', '12345'],
  ['小计', '三人', '', '', '', '1650'],
  HEADER,
  ['', '以下空白'],
  ['制表人：', '王秀英', '审核人：', '', '李强'],
  ['', '', '', '', '', '700'],
  ['注：本表一式三份'],
  ['第1页共2页'],
];

interface Naive {
  readonly department: string;
  readonly measure: string;
  readonly subdistrict: string;
  readonly person: string | null;
  readonly household: string | null;
  readonly fen: bigint | null;
}

const word = (cell: string) => {
  const text = foldCell(cell).replace(/\s+/g, '');
  return saysNothing(text) ? '' : text;
};
const plain = (cell: string) => foldCell(cell).replace(/\s+/g, '');
const own = (cell: string) => {
  const read = readIdNumber(cell);
  return read.key ?? (identifies(read) ? read.text : '');
};

/** What a person would make of the rows with the domain's readers at hand. */
function naive(rows: readonly string[][]): { payouts: Naive[]; aside: Record<number, string> } {
  const payouts: Naive[] = [];
  const aside: Record<number, string> = { 1: 'header' };
  for (const [index, cells] of rows.entries()) {
    const at = (column: number) => cells[column] ?? '';
    const reason = asideReason(
      HEADER.map((_, column) => at(column)),
      ROLES,
      HEADER,
    );
    aside[index + 2] = reason ?? 'payout';
    if (reason) continue;
    const id = readIdNumber(at(2));
    const amount = readAmount(at(5), 100n);
    payouts.push({
      department: plain(at(3)),
      measure: plain(at(4)),
      subdistrict: word(at(6)),
      person: id.key ?? (identifies(id) ? `${id.text} ${readPayee(at(1)).name}` : null),
      household: word(at(7)) || own(at(8)) || null,
      fen: 'fen' in amount ? amount.fen : null,
    });
  }
  return { payouts, aside };
}

const distinct = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null)).size;

type Sums = Omit<Listed, 'outliers'>;

function added(rows: readonly Naive[]): Sums {
  return {
    payouts: rows.length,
    persons: distinct(rows.map(({ person }) => person)) + rows.filter(({ person }) => person === null).length,
    households: distinct(rows.map(({ household }) => household)) || null,
    amount: rows.reduce((sum, { fen }) => sum + (fen ?? 0n), 0n),
    withoutAmount: rows.filter(({ fen }) => fen === null).length,
  };
}

function addedBy(rows: readonly Naive[], key: (row: Naive) => string): Record<string, Sums> {
  const groups = new Map<string, Naive[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return Object.fromEntries([...groups].map(([name, group]) => [name, added(group)]));
}

const only = ({ payouts, persons, households, amount, withoutAmount }: Listed): Sums => ({
  payouts,
  persons,
  households,
  amount,
  withoutAmount,
});

async function compare(seeds: readonly number[]): Promise<number> {
  const tables = seeds.map(listOf);
  const inputs = tables.map((rows) =>
    inputOf(saved(stringify([HEADER, ...rows.map((row) => HEADER.map((_, at) => row[at] ?? ''))]))),
  );
  const expected = tables.map(naive);
  return withLists(inputs, async (lists) => {
    const totals = await listedTotals(await takeAsWritten(lists), { bySubdistrict: true });
    const departmentOf = (index: number) => lists.assignments.departments[index]?.name;
    const measureOf = (index: number) => lists.assignments.measures[index]?.measure.name;
    const all = expected.flatMap(({ payouts }) => payouts);
    expect(only(totals.total)).toEqual(added(all));
    expect(Object.fromEntries(totals.departments.map((each) => [departmentOf(each.department), only(each)]))).toEqual(
      addedBy(all, ({ department }) => department),
    );
    expect(
      Object.fromEntries(
        totals.departments.flatMap((each) =>
          each.measures.map((one) => [`${departmentOf(each.department)} ${measureOf(one.measure)}`, only(one)]),
        ),
      ),
    ).toEqual(addedBy(all, ({ department, measure }) => `${department} ${measure}`));
    expect(
      Object.fromEntries(
        (totals.subdistricts ?? []).map((each) => [`${departmentOf(each.department)} ${each.subdistrict}`, only(each)]),
      ),
    ).toEqual(addedBy(all, ({ department, subdistrict }) => `${department} ${subdistrict}`));
    for (const [list, { aside }] of expected.entries()) expect(await rowsOf(lists, list)).toEqual(aside);
    return all.length;
  });
}

describe('what is added up of twenty random lists', () => {
  it.each([0, 20, 40, 60, 80, 100, 120, 140, 160, 180])(
    'is what a plain recomputation gives (from %i)',
    async (from) => {
      const seeds = Array.from({ length: 20 }, (_, index) => from + index);
      expect(await compare(seeds)).toBeGreaterThan(300);
    },
  );
});
