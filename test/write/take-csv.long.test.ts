import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { InvalidInput } from '../../src/domain/problem.ts';
import { takeCsv } from '../../src/write/take-csv.ts';
import { inputOf, newPath, rowsOf, saved, withLists } from '../engine/reading.ts';
import { everyPayout, filesIn, onlyFile, type Split, split } from './splitting.ts';

const idOf = (serial: number) => {
  const start = `99000019450101${String(serial).padStart(3, '0')}`;
  return start + checkDigit(start);
};

const ENCODINGS: readonly (readonly [name: string, encode: (text: string) => Uint8Array])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['GB18030', (text) => iconv.encode(text, 'gb18030')],
  ['UTF-16LE with a mark', (text) => iconv.encode(text, 'utf16le', { addBOM: true })],
  ['UTF-16BE with a mark', (text) => iconv.encode(text, 'utf16be', { addBOM: true })],
  ['UTF-16LE', (text) => iconv.encode(text, 'utf16le')],
  ['GBK', (text) => iconv.encode(text, 'gbk')],
];
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

/** Rows of a list, and which of them are to go. */
const ROWS: readonly (readonly [name: string, rows: readonly string[], removed: readonly number[]])[] = [
  ['plain', ['慰问名单,,', '姓名,身份证号,金额', `王秀英,${idOf(1)},5`, `李强,${idOf(2)},6`, `赵六,${idOf(3)},7`], [4]],
  ['with line breaks in cells', ['姓名,"身份\n证号",金额', `"王\n秀英",${idOf(1)},5`, `李强,"\n${idOf(2)}",6`], [3]],
  [
    'with damaged quotes',
    ['姓名,身份证号,金额', `王"秀"英,${idOf(1)},5`, `"李强"x,${idOf(2)},6`, `赵六,${idOf(3)},7`],
    [3],
  ],
  [
    'with blank rows and too many cells',
    ['姓名,身份证号,金额', '', `王秀英,${idOf(1)},5,多`, '', `李强,${idOf(2)},6`],
    [5],
  ],
  ['the first', ['姓名,身份证号,金额', `王秀英,${idOf(1)},5`, `李强,${idOf(2)},6`], [2]],
  ['the last', ['姓名,身份证号,金额', `王秀英,${idOf(1)},5`, `李强,${idOf(2)},6`], [3]],
  ['all', ['姓名,身份证号,金额', `王秀英,${idOf(1)},5`, `李强,${idOf(2)},6`], [2, 3]],
];

const CASES = ENCODINGS.slice(0, 5).flatMap(([encoding, encode]) =>
  LINE_ENDS.flatMap((lineEnd) =>
    [true, false].map((ends) => ({
      name: `${encoding}, ${JSON.stringify(lineEnd)}, ${ends ? '' : 'not '}ended`,
      lineEnd,
      encode,
      ends,
    })),
  ),
);

describe('rows of a CSV file', () => {
  it.each(CASES)('in $name', async ({ encode, lineEnd, ends }) => {
    const files = ROWS.map(([name, rows, removed]) => {
      const head = rows.findIndex((row) => row.startsWith('姓名')) + 1;
      const written = rows.map((row, index) => row + (ends || index + 1 < rows.length ? lineEnd : ''));
      const of = (takes: (row: number) => boolean) =>
        Buffer.from(encode(written.filter((_, index) => takes(index + 1)).join('')));
      const clean = of((row) => !removed.includes(row));
      const out = of((row) => row <= head || removed.includes(row));
      return { name, path: saved(encode(written.join(''))), removed, clean, out };
    });
    const done = await split(
      files.map(({ path }) => inputOf(path)),
      Object.fromEntries(files.map(({ removed }, index) => [index, removed])),
    );
    for (const { name, path, clean, out } of files) {
      expect([name, readFileSync(join(done.clean, basename(path)))]).toEqual([name, clean]);
      expect([name, readFileSync(join(done.removed, basename(path)))]).toEqual([name, out]);
    }
  });

  it('are bytes that no encoding has, too', async () => {
    const bytes = Buffer.concat([
      iconv.encode(`姓名,身份证号,金额\r\n王秀英,${idOf(1)},5\r\n李`, 'gbk'),
      Buffer.of(0xff, 0x81, 0x30),
      iconv.encode(`\r\n赵六,${idOf(3)},7\r\n张`, 'gbk'),
      Buffer.of(0xb0),
    ]);
    const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const { clean, removed } = await split([inputOf(saved(bytes))], { 0: [4] });
    expect(onlyFile(clean)).toEqual(Buffer.concat([bytes.subarray(0, ends[2]), bytes.subarray(ends[3])]));
    expect(onlyFile(removed)).toEqual(Buffer.concat([bytes.subarray(0, ends[0]), bytes.subarray(ends[2], ends[3])]));
  });

  it('are as many as there are, beyond what is read at a time', () => {
    for (const [encoding, name] of [
      ['utf-8', 'utf8'],
      ['gb18030', 'gbk'],
      ['utf-16le', 'utf16le'],
    ] as const) {
      const rows = Array.from(
        { length: 120_000 },
        (_, at) => `${at},"王\n秀英",${idOf(at % 1000)},${'多'.repeat(at % 40)}\r\n`,
      );
      const path = saved(iconv.encode(rows.join(''), name));
      const to = newPath();
      const takes = (row: number) => row % 7 < 3;
      takeCsv({ file: path, path, encoding, delimiter: ',' }, { sheet: null, carried: () => [], takes }, to);
      const wanted = iconv.encode(rows.filter((_, index) => takes(index + 1)).join(''), name);
      expect(readFileSync(to).equals(wanted)).toBe(true);
    }
  });
});

describe('totals', () => {
  const text = `姓名,身份证号,金额\n王秀英,${idOf(1)},5\n小计,,5\n李强,${idOf(2)},6\n合计,,11\n填表人：张三,,\n`;

  it('go where a row has gone, and are on neither list', async () => {
    const { clean, removed } = await split([inputOf(saved(text))], { 0: [4] });
    expect(onlyFile(clean).toString()).toBe(`姓名,身份证号,金额\n王秀英,${idOf(1)},5\n填表人：张三,,\n`);
    expect(onlyFile(removed).toString()).toBe(`姓名,身份证号,金额\n李强,${idOf(2)},6\n`);
  });

  it('stay where none has', async () => {
    const { clean, removed } = await split([inputOf(saved(text))], {});
    expect(onlyFile(clean).toString()).toBe(text);
    expect(onlyFile(removed).toString()).toBe('姓名,身份证号,金额\n');
  });
});

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('王秀英', '李强', '欧阳|娜娜', '赵六', '550', '1,000.5', '无', '', idOf(7)) },
  fc.constantFrom('王\n秀英', 'a"b', '"王"', '合计', '小计', ' ', '\t', 'é', '𠮷', '\r', '单位：万元', '2017-01-05'),
);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const usual = fc
  .tuple(fc.constantFrom('王秀英', '李强', '赵\n六'), fc.nat({ max: 999 }), fc.nat({ max: 9999 }), cell)
  .map(([name, id, amount, remark]) => [name, idOf(id), String(amount), remark].map(quoted).join(','));
const row = fc.oneof(
  { weight: 5, arbitrary: usual },
  { weight: 2, arbitrary: fc.array(cell, { maxLength: 6 }).map((cells) => cells.map(quoted).join(',')) },
  fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(',')), // not quoted as it should be
  fc.constantFrom('', ',,,', '姓名,身份证号,金额,备注', '合计,,100,', '以下空白,,,'),
);
const list = fc.record({
  encode: fc.constantFrom(...ENCODINGS.map(([, encode]) => encode)),
  titles: fc.constantFrom('', '慰问名单\n', '\n慰问名单,,,\n'),
  rows: fc.array(fc.tuple(row, fc.constantFrom('\n', '\n', '\r\n', '\r')), { maxLength: 12 }),
  lineEnd: fc.constantFrom(...LINE_ENDS, 'its own' as const),
  ended: fc.boolean(),
  pick: fc.array(fc.nat(), { maxLength: 6 }),
});

describe('any list', () => {
  it('is the same payouts after it was split, whatever was removed', async () => {
    let splits = 0;
    const run = async ({
      encode,
      titles,
      rows,
      lineEnd,
      ended,
      pick,
    }: typeof list extends fc.Arbitrary<infer T> ? T : never) => {
      const endOf = (own: string) => (lineEnd === 'its own' ? own : lineEnd);
      const body = rows
        .map(([text, own], index) => text + (ended || index + 1 < rows.length ? endOf(own) : ''))
        .join('');
      const bytes = encode(`${titles}姓名,身份证号,金额,备注${endOf('\n')}${body}`);
      const path = saved(bytes);
      const all = await everyPayout([inputOf(path)]).catch((error) => {
        if (error instanceof InvalidInput) return null; // a quote that never closes
        throw error;
      });
      if (!all) return;
      let removed: readonly number[] = [];
      const done: Split = await split([inputOf(path)], async (lists) => {
        const found = Object.entries(await rowsOf(lists)).filter(([, what]) => what === 'payout');
        removed = [...new Set(found.length > 0 ? pick.map((each) => Number(found[each % found.length]?.[0])) : [])];
        return { 0: removed };
      });
      const [clean, out] = [done.clean, done.removed].map((folder) => join(folder, filesIn(folder)[0] ?? ''));
      const parts = await Promise.all([clean, out].map((file = '') => everyPayout([inputOf(file)])));
      expect(parts.flat().sort()).toEqual(all);
      expect(parts[1]).toHaveLength(removed.length);
      expect(await rejected(clean ?? '')).toBe(await rejected(path));
      if (removed.length === 0) expect(onlyFile(done.clean).equals(bytes)).toBe(true);
      else splits += 1;
      expect([clean, out].map((file = '') => statSync(file).mode & 0o777)).toEqual([0o600, 0o600]);
    };
    await fc.assert(fc.asyncProperty(list, run), { numRuns: 40, endOnFailure: true });
    expect(splits).toBeGreaterThan(10);
  });
});

const rejected = (file: string) => withLists([inputOf(file)], ({ lists: [list] }) => list?.rejected);
