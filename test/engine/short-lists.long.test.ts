import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { everyList, type Lists } from '../../src/engine/lists.ts';
import { hasPlainRows } from '../../src/engine/plain-rows.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';
import { draws } from '../draws.ts';
import { inputOf, payouts, saved, withLists } from './reading.ts';

/** All that is known of each list, by its name, but for the numbers by which lists, departments and measures are known. */
async function known(lists: Lists): Promise<Record<string, unknown>> {
  const rows = await payouts(lists, '* exclude (person, account, phone), person > 0 as proven');
  const nonPayouts = await lists.database.all('select * from non_payout order by list, row');
  const uncomputed = await lists.database.all('select * from uncomputed order by list, row, field');
  const { departments, measures } = lists.assignments;
  return Object.fromEntries(
    everyList(lists).map((each, number) => {
      const { source, plain: _, fields, ...facts } = each;
      const own = (all: readonly Readonly<Record<string, unknown>>[]) =>
        all.filter(({ list }) => list === number).map(({ list: _, ...rest }) => rest);
      const households = [...new Set(own(rows).map(({ household_id }) => household_id))];
      const named = own(rows).map(({ department, measure, household_id, ...rest }) => ({
        ...rest,
        household: household_id === null ? null : households.indexOf(household_id), // a number of one list is not another's
        department: departments[department as number]?.name,
        measure: measures[measure as number]?.measure.name,
      }));
      const name = `${source.origin.file} ${source.sheet} ${source.head.part?.number}`;
      const set = [...fields].sort();
      return [name, { ...facts, fields: set, rows: named, nonPayouts: own(nonPayouts), uncomputed: own(uncomputed) }];
    }),
  );
}

/** The files that can be read by themselves. */
async function readable(files: readonly string[]): Promise<string[]> {
  try {
    await withLists(
      files.map((file) => inputOf(file)),
      () => {},
    );
    return [...files];
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const bad = new Set(error.problems.map(({ place }) => place.file));
    return readable(files.filter((file) => !bad.has(file)));
  }
}

/** What SQL says of lists, two at a time, and what the domain's readers say of them. */
async function bothWays(inputs: readonly ListInput[]) {
  const bySql: Record<string, unknown> = {};
  for (let first = 0; first < inputs.length; first += 2) {
    Object.assign(bySql, await withLists(inputs.slice(first, first + 2), known));
  }
  const byReaders = await withLists(
    inputs,
    async (lists) => {
      const short = everyList(lists).filter(({ plain }) => !hasPlainRows(plain)).length;
      return { short, said: await known(lists) };
    },
    { bySql: false },
  );
  return { bySql, byReaders: byReaders.said, short: byReaders.short };
}

describe('a short list', () => {
  it('is read as it is by SQL: every list of the cases', async () => {
    const names = readdirSync('test/cases', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.csv'),
    );
    const files = await readable(names.sort().map((name) => join('test/cases', name)));
    expect(files.length).toBeGreaterThan(300);
    const { bySql, byReaders, short } = await bothWays(files.map((file) => inputOf(file)));
    expect(short).toBeGreaterThan(300);
    expect(Object.keys(byReaders)).toHaveLength(Object.keys(bySql).length);
    for (const [name, said] of Object.entries(bySql)) expect(byReaders[name], name).toEqual(said);
  });

  it('also where its cells are as people leave them: quotes, blanks, rows too short or too long, lines without end', async () => {
    const cell = fc.constantFrom(
      ...[
        '',
        '""',
        ' ',
        '"　"',
        '-',
        '无',
        '王秀英',
        '"王秀英"',
        '王 秀英',
        '王秀英、李强',
        '合计',
        '小计',
        '"李\n强"',
        '张"三',
        '=1+1',
        '#N/A',
      ],
      ...[
        '990000194501010019',
        '"990000194501010019"',
        "'990000194501010019",
        '9.90000E+17',
        '990000********0019',
        '99000019450101001x',
      ],
      ...[
        '500',
        '500.00',
        '"1,000"',
        '５００',
        '伍佰元',
        '0.05万元',
        '-5',
        '500元',
        '1e3',
        '14210231464',
        '021-62531234',
        '2026-1-3',
        '2026/01/03',
        '46025',
      ],
      ...['6222020200000000001', '6.22E+18', '民政局', '残联', '春节慰问', '〃', '同上', '三口之家', '备注\t', 'TRUE'],
    );
    const titles = fc.constantFrom(
      ...[
        '姓名,身份证号,金额',
        '序号,姓名,金额,联系电话,备注',
        '"姓名","部门","项目","金额","银行账号"',
        '姓名,身份证号,发放日期,金额,户主姓名,家庭住址',
      ],
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 7 }).map((cells) => cells.join(','));
    const end = fc.constantFrom('\n', '\r\n');
    const list = fc
      .tuple(fc.constantFrom('', '\ufeff'), titles, fc.array(line, { maxLength: 7 }), end, fc.boolean())
      .map(([mark, head, lines, end, isEnded]) => mark + [head, ...lines].join(end) + (isEnded ? end : ''));
    const texts = fc.sample(list, { numRuns: draws(150), seed: 20_261_130 });
    const texted = new Map(texts.map((text) => [saved(text), text]));
    const files = await readable([...texted.keys()]);
    expect(files.length).toBeGreaterThan(texts.length / 4);
    const { bySql, byReaders } = await bothWays(files.map((file) => inputOf(file)));
    for (const [name, said] of Object.entries(bySql)) {
      const text = texted.get(name.split(' ')[0] ?? '');
      expect({ text, said: byReaders[name] }).toEqual({ text, said });
    }
  });

  it('also where it is a sheet, has other tables below, marks for what is above, or a row that is rejected', async () => {
    const book = new excel.Workbook();
    const shapes = [
      [
        ['姓名', '金额'],
        ['王秀英', 5],
        ['李强', '壹佰元整'],
        ['合计', 106],
      ],
      [['春节慰问'], ['姓名', '身份证号', '金额'], ['王秀英', '990000194501010019', 5], ['〃', '〃', '〃']],
      [
        ['姓名', '金额'],
        ['王秀英', 5],
        ['姓名', '部门', '金额'],
        ['李强', '残联', 6],
      ],
      [
        ['姓名', '金额', '姓名', '金额'],
        ['王秀英', 5, '李强', 6],
      ],
      [['姓名', '工号', '金额'], ...Array.from({ length: 12 }, (_, at) => [`王${at}`, `A${1000 + at}`, 5])],
      [
        ['姓名', '身份证号', '金额'],
        ...Array.from({ length: 12 }, (_, at) => [`王${at}`, `${70_000_000 + at * 97}`, 5]),
      ],
      [
        ['姓名', '金额'],
        ['王'.repeat(40_000), 5],
        ['李强', 6],
        ['合计', 11],
      ],
    ];
    for (let sheet = 0; sheet < 6; sheet += 1)
      for (const [at, rows] of shapes.entries()) book.addWorksheet(`${sheet}-${at}`).addRows(rows);
    const path = saved(new Uint8Array(await book.xlsx.writeBuffer()), '.xlsx');
    const sheets = book.worksheets.map(({ name }) => inputOf(path, { sheet: name }));
    const { bySql, byReaders, short } = await bothWays(sheets);
    expect(short).toBeGreaterThan(40);
    expect(byReaders).toEqual(bySql);
  });

  it('is read by SQL where it is long after all, and its sheet is written once', async () => {
    const book = new excel.Workbook();
    const long = [['姓名', '金额'], ...Array.from({ length: 12_000 }, (_, at) => [`王${at}`, at])];
    book.addWorksheet('长').addRows(long);
    const path = saved(new Uint8Array(await book.xlsx.writeBuffer()), '.xlsx');
    const { bySql, byReaders, short } = await bothWays([inputOf(path)]);
    expect([short, byReaders]).toEqual([0, bySql]);
  });
});
