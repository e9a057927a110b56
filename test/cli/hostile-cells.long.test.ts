import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { csv, Desk, idNumber } from './people.ts';
import { relief } from './run.ts';
import { sheetsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-hostile-cells-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const LONG = 40_000;
/** Names, departments, measures and remarks that somebody might put on a list. */
const HOSTILE = [
  ...['=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', '\tx', '\rx', '＝1+1', '=HYPERLINK("http://x","y")'],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><b onclick=x>',
    ']]>',
    '&lt;b&gt;',
    'javascript:alert(1)',
  ],
  ...['\u0000\u0007\u001b[31m红', '\ud800x', 'x\udc00', '\ufffe', '\u202e三张', '长'.repeat(LONG)],
  ...['[甲]:乙*丙?丁/戊\\己', '长'.repeat(35), 'History', 'history', 'ABC', 'abc', "尾'", "'头", '1: 2', '_x0041_'],
];
const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '备注', '联系电话', '街道', '居委会'];

/** UTF-16, since no other encoding of a list can hold half of a surrogate pair. */
const table = (name: string, titles: readonly string[], rows: readonly (readonly string[])[]) =>
  desk.write(name, Buffer.from(`\ufeff${csv([titles, ...rows])}`, 'utf16le'));

/** Each is a name, a department, a measure and a remark, and whoever bears it is paid by another department too. */
const list = table(
  'list.csv',
  TITLES,
  HOSTILE.flatMap((text, index) => {
    const phone = `1380000${String(index).padStart(4, '0')}`;
    return [
      [text, idNumber(index), text, text, '500', text, phone, text, text],
      [text, idNumber(index), '民政局', '春节慰问', '500', text, phone, text, text],
    ];
  }),
);
const roster = table(
  'roster.csv',
  ['姓名', '身份证号', '对象类别', '街道', '居委会', '备注'],
  HOSTILE.map((text, index) => [text, idNumber(500 + index), text, text, text, text]),
);
const returned = table(
  'return.csv',
  ['户名', '身份证号', '金额', '交易结果', '失败原因'],
  HOSTILE.map((text, index) => [text, idNumber(index), '500', index % 2 === 0 ? '失败' : text, text]),
);
const quoted = (text: string) => JSON.stringify(text);
const campaign = desk.write(
  'campaign.yaml',
  `relief: 1\nid: hostile\ntitle: ${quoted('=<script>题</script>')}\nyear: 2017\nissuer: ${quoted('@<b>局')}\ndepartments:\n${HOSTILE.filter(
    (text) => !/[\p{Cs}\p{Cc}\ufffe]/u.test(text) && text.trim() === text && text.length < LONG,
  )
    .map(
      (text, index) =>
        `  - name: ${quoted(text)}\n    measures:\n      - {id: m${index}, name: ${quoted(`${text}款`)}, amount: 1万元, note: ${quoted(text)}}\n`,
    )
    .join('')}  - name: 民政局\n    measures:\n      - {id: spring, name: 春节慰问, standard: 500元/人, reach: 30人}\n`,
);

const COMMANDS = {
  export: [campaign, list],
  dedupe: [list],
  'dedupe ': [campaign, list, '--show-ids'],
  cover: [list, '--roster', roster],
  reconcile: [list, '--returns', returned],
};

describe.each(Object.entries(COMMANDS))('what %s writes of hostile cells', (name, args) => {
  const command = name.trim();

  it('is a workbook of plain texts that any program opens', async () => {
    const path = desk.at(`${name}.xlsx`);
    const { code, stderr } = await relief([command, ...args, '-o', path, '--fail-on', 'never']);
    expect(stderr).toContain(path);
    expect(code).toBe(0);
    const sheets = await sheetsOf(path);
    const names = sheets.map((sheet) => sheet.name);
    expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
    for (const each of names) expect(each).not.toMatch(/^$|[[\]:*?/\\]|^'|'$|^history$|.{32}|\p{Cc}/iu);
    let neutral = 0;
    for (const sheet of sheets) {
      sheet.eachRow((row) =>
        row.eachCell(({ value, address }) => {
          if (typeof value === 'object' && value !== null) {
            expect(value, `${sheet.name} ${address}`).toMatchObject({
              formula: expect.stringMatching(/^SUM\([A-Z\d:,]+\)$/),
            });
          }
          if (typeof value !== 'string') return;
          if (/^'[=+\-@]/.test(value)) neutral += 1;
          expect(value.slice(0, 40)).not.toMatch(/^[=+\-@\t\r]/);
          expect(value.length).toBeLessThanOrEqual(32_767);
          expect(/[\p{Cc}\p{Cs}\u202a-\u202e]/u.test(value), `${sheet.name} ${address}`).toBe(false);
        }),
      );
    }
    expect(neutral).toBeGreaterThan(3);
  });

  it.each(['csv', 'json', 'md', 'table'])('is no formula, markup or control as %s', async (format) => {
    const { stdout } = await relief([command, ...args, '-f', format, '--fail-on', 'never']);
    expect(stdout.length).toBeGreaterThan(1000);
    if (format === 'json') {
      expect(() => JSON.parse(stdout)).not.toThrow();
      return;
    }
    expect(/(?![\r\n\t])\p{Cc}|[\u202a-\u202e]/u.test(stdout)).toBe(false);
    if (format === 'csv') expect(stdout.match(/(?:^|,)"?[=@+](?!\d)[^,]{0,20}/gm)).toBeNull();
    if (format === 'md') expect(stdout.match(/(?<!\\)<\w[^|]{0,20}/g)).toBeNull();
  });
});

describe('pages', () => {
  it.each([
    ['report', [campaign, list, '--roster', roster]],
    ['export', [campaign, list, '-f', 'html']],
  ])('that %s makes have no element or address from a cell', async (command, args) => {
    const { stdout } = await relief([command, ...args, '--fail-on', 'never']);
    expect(stdout).toContain('&#60;script&#62;');
    expect((stdout.match(/<script/g) ?? []).length).toBe(command === 'report' ? 1 : 0);
    expect(stdout.match(/<img|<b |<[^>]*\son\w+=|(?:href|src)="(?!#)/g)).toBeNull();
    expect(/(?![\r\n\t])\p{Cc}/u.test(stdout)).toBe(false);
  });
});
