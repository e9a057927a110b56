import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber, payout, TITLES } from './people.ts';
import { relief, said } from './run.ts';
import { cellsOf, sheetsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-list-output-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const campaign = desk.campaign('campaign.yaml');

/** Every command and format that shows lists, with all that it says. */
async function everything(lists: readonly string[]): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  const runs = [
    ...['table', 'json', 'jsonl', 'csv'].map((format) => ['check', campaign, ...lists, '-f', format]),
    ['check', ...lists, '--columns'],
    ...['table', 'json', 'jsonl', 'csv', 'md'].map((format) => [
      'budget',
      campaign,
      ...lists,
      '--by',
      'subdistrict',
      '-f',
      format,
    ]),
  ];
  for (const args of runs) {
    const { stdout, stderr } = await said(...args);
    shown.set(`${args[0]} ${args.at(-1)}`, stdout + stderr);
  }
  const path = workbookOf(lists);
  const { stderr } = await said('budget', campaign, ...lists, '--by', 'subdistrict', '-o', path);
  shown.set('budget xlsx', stderr + (await cellsOf(path)).join('\n'));
  return shown;
}

/** Where the workbook of a budget of some lists is written. */
const workbookOf = ([first = '']: readonly string[]) => `${first}.xlsx`;

const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
const grouped = (text: string) => text.replace(/\d{4}(?=\d)/g, '$& ');

describe('nobody’s number is shown', () => {
  const PHONE = '13812345678';
  const ACCOUNT = '9900212345678901234';
  const ids = Array.from({ length: 40 }, (_, serial) => idNumber(serial));
  const id = (serial: number) => ids[serial] ?? '';
  const misplaced = desk.list(
    'misplaced.csv',
    [
      payout(0, { 姓名: id(1) }),
      payout(2, { 姓名: `张三 ${id(3)}`, 身份证号: '' }),
      payout(4, { 部门: id(5) }),
      payout(6, { 部门: `民政局${PHONE}` }),
      payout(7, { 项目: id(8) }),
      payout(9, { 项目: `春节 ${grouped(ACCOUNT)}` }),
      payout(10, { 金额: id(11) }),
      payout(12, { 金额: '138 1234 5678' }),
      payout(13, { 金额: `500${id(14)}元` }),
      payout(15, { 街道: id(16) }),
      payout(17, { 街道: grouped(ACCOUNT) }),
      payout(18, { 姓名: wide(id(19)), 项目: wide(id(20)), 部门: [...id(21)].join('\u200b') }),
      payout(22, { 姓名: `张\n${id(23)}`, 身份证号: `${id(24)} ${id(25)}` }),
      payout(26, { 身份证号: id(26).slice(0, 17) }),
      payout(27, { 身份证号: `${id(27)}1` }),
      payout(28, { 身份证号: PHONE, 金额: '' }),
      [...payout(29), id(30)],
      ['', '', '', '', id(31), ''],
      ['合计', id(32), '', '', '', ''],
    ],
    TITLES,
  );
  const titled = desk.write('titled.csv', `经办 ${id(33)} ${PHONE}\n${readFileSync(misplaced, 'utf8')}`);
  const header = desk.list('header.csv', [[...payout(34), 'x', 'y']], [...TITLES, `备注${id(35)}`, `电话${PHONE}`]);
  const secrets = [...ids, ...ids.map((each) => each.slice(0, 17)), PHONE, '1234 5678', ACCOUNT, grouped(ACCOUNT)];

  function expectMasked(text: string, where: string): void {
    const plain = text.normalize('NFKC').replace(/\u200b/g, '');
    for (const secret of secrets) expect(plain.includes(secret), `${secret} in ${where}`).toBe(false);
    expect(plain.match(/990000\d{9,}/g), where).toBeNull();
  }

  it('in the wrong column, above the header or in it, in any format', async () => {
    const shown = await everything([misplaced, titled, header]);
    for (const [what, text] of shown) expectMasked(text, what);
    expect(shown.get('check json')).toContain('990000********'); // there was something to mask
  });

  it.each<[string, string[][], string[], string]>([
    // Of a list whose columns are not known nothing with a digit is shown.
    ['without a header', [[id(36), PHONE, '500']], ['张三', id(37), PHONE], '张三'],
    ['without an amount', [['张三', id(36), 'x']], ['姓名', '身份证号', `备注${id(37)}`], '**'],
    [
      'with two columns of amounts',
      [['张三', id(36), '1', '2']],
      ['姓名', '身份证号', `金额(${id(37)})`, `金额(${PHONE})`],
      '**',
    ],
  ])('of a list that can’t be used: %s', async (_, rows, titles, shown) => {
    const list = desk.list('unusable.csv', rows, titles);
    for (const lang of ['zh', 'en']) {
      const { code, stderr } = await relief(['check', list, '--lang', lang]);
      expect(code).toBe(2);
      expect(stderr).toContain(shown);
      expectMasked(stderr, lang);
    }
  });
});

describe('hostile cells', () => {
  const CELLS = [
    '=cmd()',
    '+1',
    '-2',
    '@x',
    '\tx',
    '\u001b[31m红\u001b[0m',
    'a\u009b31mb',
    '钟\u0007',
    '张\n三',
    '<b>张</b>',
    '\u202e三张',
    '\u2066李',
    '=HYPERLINK("http://x")',
    '长'.repeat(32_767),
    '1'.repeat(32_767),
  ];
  const list = desk.list('hostile.csv', [
    ...CELLS.map((cell, index) => payout(index, { 姓名: cell, 部门: cell, 项目: cell, 街道: cell })),
    ...CELLS.map((cell, index) => payout(index, { 金额: cell, 身份证号: cell })),
  ]);

  it('send no control to a terminal and take no room', async () => {
    for (const [what, text] of await everything([list])) {
      expect(text.replace(/\n|\r\n/g, '').match(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu), what).toBeNull();
      if (what.includes('jsonl')) continue; // a line of it is a whole record
      expect(Math.max(...text.split('\n').map((line) => line.length)), what).toBeLessThan(3000);
    }
  });

  it('are no formulas in csv and xlsx', async () => {
    const { stdout: findings } = await said('check', campaign, list, '-f', 'csv');
    const { stdout: budget } = await said('budget', campaign, list, '--by', 'subdistrict', '-f', 'csv');
    const rows = [findings, budget].flatMap((text): string[][] => parse(text, { relax_column_count: true }));
    expect(rows.flat().filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThan(3);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d+(\.\d\d)?$))/);
    const path = workbookOf([list]);
    await said('budget', campaign, list, '--by', 'subdistrict', '-o', path);
    for (const sheet of await sheetsOf(path)) {
      sheet.eachRow((row) =>
        row.eachCell(({ value }) => {
          if (typeof value === 'string') expect(value).not.toMatch(/^[=+\-@\t\r]/);
          else expect(typeof value).toBe('number');
        }),
      );
    }
  });

  it('are no HTML in Markdown', async () => {
    const { stdout } = await said('budget', campaign, list, '--by', 'subdistrict', '-f', 'md');
    expect(stdout).toContain('\\<b\\>张');
    expect(stdout).not.toMatch(/(?<!\\)<b>/);
  });

  it.each([60, 80, 120])('fit a table of %i columns', async (columns) => {
    for (const lang of ['zh', 'en']) {
      for (const args of [
        ['check', campaign, list],
        ['check', list, '--columns'],
        ['budget', campaign, list, '--by', 'subdistrict'],
      ]) {
        const { stdout } = await relief([...args, '--lang', lang, '--width', String(columns)]);
        expect(stdout.length).toBeGreaterThan(200);
        expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
      }
    }
  });
});

describe('what is said of lists', () => {
  const many = desk.list('many.csv', [
    ['', '', '', '', '500', ''],
    ...Array.from({ length: 7 }, (_, index) => payout(100 + index, { 身份证号: `${idNumber(index).slice(0, 17)}?` })),
    payout(110, { 身份证号: '' }),
    payout(111, { 金额: '待定' }),
    payout(112, { 部门: '老龄委' }),
    ['小计', '', '', '', '5000', ''],
  ]);
  const more = desk.list('more.csv', [payout(113, { 项目: '助学' }), payout(114), payout(100, { 身份证号: '123' })]);

  it('json has every finding, worst first, by rule, list and row', async () => {
    const record = JSON.parse((await said('check', campaign, many, more, '-f', 'json')).stdout);
    const SEVERITY = ['error', 'warning', 'hint'];
    const keys = record.findings.map(({ severity }: { severity: string }) => SEVERITY.indexOf(severity));
    expect(keys).toEqual([...keys].sort());
    const { bySeverity, byRule } = record.summary;
    expect(bySeverity).toEqual({ error: 12, warning: 1, hint: 0 });
    expect(byRule).toMatchObject({ 'id-malformed': 8, 'id-missing': 1, 'amount-unreadable': 1, 'row-rejected': 1 });
    for (const [rule, count] of Object.entries(byRule)) {
      const found = record.findings.filter((finding: { rule: string }) => finding.rule === rule);
      expect([rule, found.length]).toEqual([rule, count]);
    }
    const rows = record.findings
      .filter(({ rule }: { rule: string }) => rule === 'id-malformed')
      .map(({ places: [place] }: { places: { file: string; row: number }[] }) => [place?.file, place?.row]);
    expect(rows).toEqual([...[3, 4, 5, 6, 7, 8, 9].map((row) => [many, row]), [more, 4]]);
    expect(record.inputs.slice(1)).toMatchObject([
      { rows: 13, payouts: 10, setAside: 2, rejected: 1, hiddenRows: 0, sheet: null },
      { rows: 4, payouts: 3, setAside: 1, rejected: 0 },
    ]);
    expect(record.setAside).toEqual([
      { file: many, sheet: null, row: 1, reason: 'header' },
      { file: many, sheet: null, row: 2, reason: 'no-person' },
      { file: many, sheet: null, row: 13, reason: 'subtotal' },
      { file: more, sheet: null, row: 1, reason: 'header' },
    ]);
    expect(record.notChecked).toContainEqual(
      expect.objectContaining({
        rule: 'signature-missing',
        why: 'no-column',
        inputs: [
          { file: many, sheet: null },
          { file: more, sheet: null },
        ],
      }),
    );
  });

  it('csv has the same findings as json, those on the campaign first', async () => {
    const late = desk.campaign('doubtful.yaml');
    const text = readFileSync(late, 'utf8').replace('amount: 1000元', 'amount: 1100元');
    const doubtful = desk.write('doubtful.yaml', text);
    const { code, stdout } = await relief(['check', doubtful, many, more, '-f', 'csv']);
    expect(code).toBe(1);
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    const { findings } = JSON.parse((await relief(['check', doubtful, many, more, '-f', 'json'])).stdout);
    expect(rows.map((row) => row.指纹)).toEqual(
      findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint),
    );
    expect(rows[0]).toMatchObject({ 级别: '错误', 规则: 'amount-contradicts-standard', 文件: doubtful });
    expect(rows.find((row) => row.规则 === 'amount-unreadable')).toMatchObject({
      行: '11',
      列: '金额',
      人员: /张三 990000/,
    });
  });

  it('--bom starts it with the UTF-8 mark', async () => {
    expect((await relief(['check', many, '-f', 'csv', '--bom'])).stdout.startsWith('\ufeff级别,')).toBe(true);
    expect((await relief(['check', many, '-f', 'csv'])).stdout.startsWith('级别,')).toBe(true);
  });

  it('a table shows the first of many and how many there are', async () => {
    const { stdout } = await relief(['check', many, '--width', '120']);
    expect(stdout).toContain('id-malformed（7）');
    expect(stdout).toMatch(/共7行，以上是前3行/);
  });

  it('a workbook holds the sheets', async () => {
    const path = desk.at('budget.xlsx');
    const { code } = await relief(['budget', campaign, many, more, '--by', 'subdistrict', '-o', path]);
    expect(code).toBe(1);
    const sheets = await sheetsOf(path);
    const names = sheets.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['计划与实际', '条×块', '预算']);
    expect(names.slice(-3)).toEqual(['名单', '名单疑点', '三个要求']);
    const rows: unknown[][] = [];
    sheets.at(-3)?.eachRow(({ values }) => rows.push(values as unknown[]));
    const total = rows.find(([, first]) => first === '合计') ?? [];
    expect(total.filter((value) => typeof value === 'number')).toEqual([17, 13, 3, 1]);
  });

  it('is the same to the byte for any number of threads', async () => {
    for (const format of ['table', 'json', 'jsonl', 'csv']) {
      const [one, two] = await Promise.all(
        ['1', '3'].map((threads) => relief(['check', campaign, many, more, '-f', format, '--threads', threads])),
      );
      expect(one?.stdout).toBe(two?.stdout);
    }
  });

  it('is the same for lists in another order', async () => {
    const read = async (lists: readonly string[]) => {
      const { findings, totals, byDepartment, summary } = JSON.parse(
        (await said('check', campaign, ...lists, '-f', 'json')).stdout,
      );
      const prints = findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint).sort();
      return { prints, totals, summary, departments: byDepartment.map(JSON.stringify).sort() };
    };
    const [one, other] = [await read([many, more]), await read([more, many])];
    expect(one.prints.length).toBeGreaterThan(10);
    expect({ ...other, departments: null }).toEqual({ ...one, departments: null });
  });
});
