import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../golden.ts';
import { deduped } from './deduped.ts';
import { Desk, idNumber } from './people.ts';
import { relief, said } from './run.ts';
import { cellsOf, sheetsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-dedupe-output-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '联系电话', '银行账号', '户号', '发放日期'];

/** A row about which nothing is wrong, but for what is given. */
function row(serial: number, others: Partial<Record<string, string>> = {}): string[] {
  const plain: Record<string, string> = {
    姓名: '张三',
    身份证号: idNumber(serial),
    部门: '民政局',
    项目: '春节慰问',
    金额: '500',
    联系电话: `1380000${String(serial).padStart(4, '0')}`,
    银行账号: `990000000000${String(serial).padStart(4, '0')}`,
    户号: `H${serial}`,
    发放日期: '2017-01-10',
  };
  return TITLES.map((title) => others[title] ?? plain[title] ?? '');
}

const json = async (...args: readonly string[]) => JSON.parse((await said('dedupe', ...args, '-f', 'json')).stdout);

describe.each([
  ['recipients', 'samples/district/recipients.csv'],
  ['district', 'samples/district/campaign.yaml'],
])('the sample %s', (name, input) => {
  it.each([
    ['80.zh.txt', ['--width', '80', '--lang', 'zh']],
    ['100.en.txt', ['--width', '100', '--lang', 'en']],
    ['200.zh.txt', ['--width', '200', '--lang', 'zh']],
    ['md', ['--format', 'md', '--lang', 'zh']],
  ])('is shown as in %s', async (ending, flags) => {
    const { stdout } = await relief(['dedupe', input, ...flags], { today: '2026-02-01' });
    expectGolden(`test/golden/dedupe-${name}.${ending}`, stdout);
  });

  it('has the same record, with the first findings of each rule', async () => {
    const { findings, setAside, ...record } = await json(input);
    const first = Object.keys(record.summary.byRule).map((rule) =>
      findings.find((finding: { rule: string }) => finding.rule === rule),
    );
    const shown = { ...record, setAside: setAside.slice(0, 3), findings: first };
    expectGolden(`test/golden/dedupe-${name}.json`, `${JSON.stringify(shown, null, 2)}\n`);
  });

  it('has the same lines', async () => {
    const { stdout } = await said('dedupe', input, '-f', 'csv');
    expectGolden(`test/golden/dedupe-${name}.csv`, stdout.split('\r\n').slice(0, 40).join('\n'));
  });

  it('is the same to the byte for any number of threads', async () => {
    const wanted = { zh: ['table', 'json', 'csv'] } as const;
    const { shown } = await deduped([input], { threads: 1 }, wanted);
    expect((await deduped([input], { threads: 3 }, wanted)).shown).toEqual(shown);
    expect(shown.get('csv zh')?.toString()).toBe((await said('dedupe', input, '-f', 'csv')).stdout);
  });
});

describe('is it safe to pay?', () => {
  const twice = desk.list('twice.csv', [row(1), row(1), row(2)], TITLES);
  const both = desk.list('both.csv', [row(3), row(3, { 部门: '残联', 项目: '走访' })], TITLES);
  const clean = desk.list('clean.csv', [row(4), row(5)], TITLES);
  const blind = desk.list('blind.csv', [['张三', '500']], ['姓名', '金额']);
  const bare = desk.list('bare.csv', [row(6).slice(0, 5)], TITLES.slice(0, 5));
  const namesake = desk.list('namesake.csv', [row(7, { 身份证号: '', 联系电话: '13800009999' })], TITLES);
  const unnamed = desk.list('unnamed.csv', [row(4, { 项目: '', 金额: '300' })], TITLES);
  const planOf = (name: string, more: string, delivery = '') =>
    desk.write(
      name,
      `relief: 1
id: verdict
title: 发不发
issued: 2017-01-04
${more}departments:
  - name: 民政局
    measures:
      - {id: spring, name: 春节慰问, form: cash${delivery}}
`,
    );
  const CLEAN = planOf('plan.yaml', '');
  const OFF = planOf('off.yaml', 'rules: {paid-twice: off}\n');
  const QUIET = planOf('quiet.yaml', 'rules: {id-missing: off}\n');
  const BY_HAND = planOf('by-hand.yaml', '', ', delivery: visit');
  const told = desk.list('told.csv', [['欧阳小海', '1950-01-02', '500']], ['姓名', '出生日期', '金额']);

  it.each([
    ['not with errors', [twice], '先不要发放：错误1处要改正', 'Do not pay yet: 1 error to fix'],
    ['not before warnings are verified', [both], '核实后再发放：没有错误，警告1处要核实', 'Verify before paying'],
    ['with nothing found', [CLEAN, clean], '可以发放：没有发现疑点；有', 'Safe to pay: nothing found; '],
    [
      'not without what a campaign rules',
      [clean],
      '没有错误和警告，但没有给活动文件，',
      'No errors or warnings, but no campaign',
    ],
    ['not where rules that matter are off', [OFF, clean], '关了 paid-twice', 'turns off paid-twice'],
    [
      'not without accounts',
      [CLEAN, bare],
      '1行（500.00元）没有银行账号，账号没有查',
      '1 row (500.00 yuan) without an account',
    ],
    ['with what is handed over', [BY_HAND, bare], '可以发放：没有发现疑点；有', 'Safe to pay: nothing found; '],
    [
      'not where names repeat without numbers',
      [QUIET, clean, namesake],
      '1行没有证件号，与别处的人同名',
      '1 rows have no ID',
    ],
    [
      'not where nobody says for what',
      [clean, unnamed, '--as', '民政局'],
      '1人领两笔以上，其中1笔没有写项目',
      '1 people get two',
    ],
    ['nobody knows without numbers', [blind], '查不出重复：', 'Duplicates can’t be found:'],
    ['nobody knows of the list without numbers', [clean, blind], 'blind.csv没有证件号、', 'blind.csv: no column of'],
    [
      'nobody is compared without numbers where only what is certain counts',
      [clean, told, '--certain'],
      'told.csv没有证件号、账号、电话任何一列，其中的人没有参加比对',
      'told.csv: no column of ID numbers, accounts or telephones; the people there were not compared',
    ],
    [
      'names with births are compared',
      [BY_HAND, clean, told, '--as', '民政局'],
      '可以发放：没有发现疑点；有',
      'Safe to pay: nothing found; ',
    ],
    [
      'of one department only',
      [clean, '--department', '民政局'],
      '只查了指定的规则或部门',
      'Only the rules or departm',
    ],
  ])('%s', async (_, args, zh, en) => {
    const flat = (text: string) => text.replace(/\s+/g, ''); // a long path breaks the line
    expect(flat((await said('dedupe', ...args, '--width', '400')).stdout)).toContain(flat(zh));
    expect(flat((await said('dedupe', ...args, '--width', '400', '--lang', 'en')).stdout)).toContain(flat(en));
    const others = ['先不要发放', '核实后再发放', '可以发放', '查不出重复'].filter((each) => !zh.startsWith(each));
    for (const other of others) expect((await said('dedupe', ...args, '--width', '400')).stdout).not.toContain(other);
  });

  it('what too many people share for every two to be compared is told', async () => {
    const names = [...'赵钱孙李周吴郑王冯陈褚卫'].map((name, at) => [
      `${name}${'一二三四五六七八九十甲乙'[at]}`,
      '1950-01-02',
      '500',
    ]);
    const crowd = desk.list('crowd.csv', names, ['姓名', '出生日期', '金额']);
    const birth = { block: 'birth', keys: 1, largest: 12 };
    expect((await json(crowd)).notCompared).toEqual([birth]);
    expect((await json(crowd, '--certain')).notCompared).toEqual([]);
    expect((await said('dedupe', crowd, '--width', '400')).stdout).toContain('：出生日期相同（最多12人）\n');
    expect((await said('dedupe', crowd, '--width', '400', '--lang', 'en')).stdout).toContain(
      'the same day of birth (up to 12 people)\n',
    );
  });

  it('lists paid earlier are compared with, and stand apart', async () => {
    const { stdout } = await said('dedupe', clean, '--against', twice, '--width', '120');
    expect(stdout).toContain('与已发的1份名单比对');
    expect(stdout).toContain('twice.csv（已发，只作比对）');
    const record = await json(clean, '--against', twice);
    expect(record.against).toMatchObject([{ file: twice, payouts: 3 }]);
    expect(record.inputs).toHaveLength(1);
    expect(record.totals).toMatchObject({ payouts: 2 });
  });

  it('rows of a list paid earlier that can’t be read are not this list’s findings', async () => {
    const spoilt = desk.list('spoilt.csv', [row(6), [...row(7), 'x', 'y']], TITLES);
    const record = await json(clean, '--against', spoilt);
    expect(record.findings).toEqual([]);
    expect(record.against).toMatchObject([{ rejected: 1 }]);
    expect(record.setAside.map(({ file }: { file: string }) => file)).toContain(spoilt);
  });
});

describe('what nobody should take for a pass', () => {
  const list = desk.list('notes.csv', [row(41), row(41), row(42), row(43, { 银行账号: '' })], TITLES);
  const campaign = desk.campaign('notes.yaml');

  it('is told: rules that did not run and that are off, once each, and findings that are excepted', async () => {
    const { findings } = await json(campaign, list);
    const { fingerprint } = findings.find(({ rule }: { rule: string }) => rule === 'paid-twice');
    const set = `rules: {shared-phone: off, id-checksum: off}
exceptions:
  - {rule: paid-twice, finding: '${fingerprint}', reason: 已核实, until: 2030-01-01}
`;
    const excepting = desk.write('excepting.yaml', readFileSync(campaign, 'utf8') + set);
    const { stdout } = await said('dedupe', excepting, list, '--width', '1000');
    const [, notes = ''] = stdout.split('没有查的、不算的');
    expect(notes).toContain('已核实（2030-01-01前有效）');
    expect(notes).toMatch(/paid-twice 张三 990000\*{8}\w{4}：/);
    expect(notes).toMatch(/rules: 写了 off .*shared-phone.*id-checksum/);
    expect(notes).toMatch(/没有这方面的规定 .*over-person-ceiling/);
    expect(notes).toMatch(/行没有代领人 .*same-agent/);
    const record = await json(excepting, list);
    expect(record.rulesOff).toEqual(['shared-phone', 'id-checksum']);
    expect(record.excepted).toMatchObject([{ rule: 'paid-twice', fingerprint, reason: '已核实' }]);
    const ids: string[] = record.notChecked.map(({ rule }: { rule: string }) => rule);
    for (const id of ids) expect(notes.split(` ${id}`), id).toHaveLength(2);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});

describe('rows side by side', () => {
  it('say the positions that differ where they are hidden', async () => {
    const name = '欧阳修';
    const [one, other] = [idNumber(11), `${idNumber(11).slice(0, 8)}9${idNumber(11).slice(9)}`];
    const account = { 姓名: name, 银行账号: '9900000000001111', 户号: 'H9' };
    const list = desk.list(
      'hidden.csv',
      [row(11, account), row(11, { ...account, 身份证号: other, 银行账号: '9900000000001111' })],
      TITLES,
    );
    const masked = await said('dedupe', list, '--width', '160');
    expect(masked.stdout).toContain('证件号第9位不同');
    expect(masked.stdout).not.toContain(one);
    const whole = await said('dedupe', list, '--width', '160', '--show-ids');
    expect(whole.stdout).toContain(one);
    expect(whole.stdout).not.toContain('位不同');
  });

  it('are the first few of many, and how many more there are', async () => {
    const phone = { 联系电话: '13800009999' };
    const list = desk.list(
      'many.csv',
      Array.from({ length: 50 }, (_, serial) => row(serial, { ...phone, 姓名: `王${serial}` })),
      TITLES,
    );
    const { stdout } = await said('dedupe', list, '--width', '120');
    expect(stdout).toContain('50户50人共用电话 138****9999');
    expect(stdout).toContain('另有46行');
    const { findings } = await json(list);
    expect(findings[0].rows).toHaveLength(50);
  });

  it('name files without their folders, and sheets where there are several', async () => {
    const book = await desk.workbook('book.xlsx', { 甲: [TITLES, row(21)], 乙: [TITLES, row(21)] });
    const list = desk.list('plain.csv', [row(21)], TITLES);
    const { stdout } = await said('dedupe', book, list, '--width', '160');
    for (const place of ['book.xlsx[甲]:2', 'book.xlsx[乙]:2', ' plain.csv:2']) expect(stdout).toContain(place);
    expect((await said('dedupe', desk.list('only.csv', [row(22), row(22)], TITLES))).stdout).toMatch(/第2行 +张三/);
  });
});

describe('records and lines', () => {
  const list = desk.list(
    'records.csv',
    [row(31), row(31), row(31, { 部门: '残联', 项目: '走访', 金额: '300' }), row(32, { 金额: '待定' }), row(33)],
    TITLES,
  );

  it('have the contract’s keys, and counts that agree with the findings', async () => {
    const record = await json(list);
    expect(record).toMatchObject({
      schema: 'relief/dedupe@2',
      totals: { payouts: 5, persons: 3, households: 3, amount: '1800.00' },
      overlap: [{ departments: ['残联', '民政局'], persons: 1, amount: '1300.00' }],
      repeated: {
        severalPayouts: { persons: 1, payouts: 3, amount: '1300.00' },
        severalLists: { persons: 0, payouts: 0, amount: '0.00' },
        severalDepartments: { persons: 1, payouts: 3, amount: '1300.00' },
      },
      inputs: [{ file: list, encoding: 'utf-8', rows: 6, payouts: 5, setAside: 1, rejected: 0, sha256: /^/ }].map(
        ({ sha256: _, ...input }) => input,
      ),
    });
    const counted: Record<string, number> = {};
    for (const { rule } of record.findings) counted[rule] = (counted[rule] ?? 0) + 1;
    expect(counted).toEqual(record.summary.byRule);
    const { error, warning, hint } = record.summary.bySeverity;
    expect(error + warning + hint).toBe(record.findings.length);
    expect(record.findings[0]).toMatchObject({
      rule: 'paid-twice',
      severity: 'error',
      amount: '500.00',
      people: ['张三 990000********031X'.replace(/.{4}$/, idNumber(31).slice(-4))],
      places: [{ row: 2 }, { row: 3 }],
      rows: [{ row: 2, name: '张三', amount: '500.00', paidOn: '2017-01-10', earlier: false }, { row: 3 }],
    });
  });

  it('csv has a line for each row of each finding', async () => {
    const { findings } = await json(list);
    const lines: Record<string, string>[] = parse((await said('dedupe', list, '-f', 'csv')).stdout, { columns: true });
    expect(lines.map((line) => [line.疑点编号, line.行])).toEqual(
      findings.flatMap(({ fingerprint, places }: { fingerprint: string; places: { row: number }[] }) =>
        places.map((place) => [fingerprint, String(place.row)]),
      ),
    );
    expect(lines[0]).toMatchObject({ 级别: '错误', 规则: 'paid-twice', '涉及金额（元）': '500.00', 户号: 'H31' });
  });

  it('fingerprints do not change with --show-ids', async () => {
    const prints = ({ findings }: { findings: { fingerprint: string }[] }) => findings.map((each) => each.fingerprint);
    expect(prints(await json(list, '--show-ids'))).toEqual(prints(await json(list)));
  });

  it('a workbook has a sheet for each department, with its own rows and the others’', async () => {
    const path = desk.at('dedupe.xlsx');
    expect((await relief(['dedupe', list, '-o', path])).code).toBe(1);
    const sheets = await sheetsOf(path);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['摘要', '重叠矩阵', '疑点', '残联', '民政局', '名单', '没有查的、不算的', '三个要求'],
    ]);
    const rows: unknown[][] = [];
    sheets[3]?.eachRow(({ values }) => rows.push((values as unknown[]).slice(1)));
    const titles = rows.find((cells) => cells.includes('核实结果')) ?? [];
    const whose = rows.slice(rows.indexOf(titles) + 1).map((cells) => cells[titles.indexOf('部门')]);
    expect(whose).toEqual(['民政局', '民政局', '残联']);
    expect(rows.flat()).toContain('打印时不含右边几栏：涉及金额（元）、银行账号、电话、户号');
    const matrix = await cellsOf(path);
    expect(matrix).toContain('人数：两个部门都发的人');
  });
});

describe('hostile cells', () => {
  const CELLS = ['=cmd()', '+1', '-2', '@x', '\tx', '\u001b[31m红', '张\n三', '\u202e三张', '长'.repeat(32_767)];
  const list = desk.list(
    'hostile.csv',
    CELLS.flatMap((cell, index) => [
      row(index, { 姓名: cell, 部门: cell, 项目: cell, 户号: cell }),
      row(index, { 姓名: cell, 部门: cell, 项目: cell, 户号: cell, 银行账号: cell, 联系电话: cell }),
      row(index, { 姓名: cell, 项目: cell }),
    ]),
    TITLES,
  );

  it('fit a table of any width, and send no control to a terminal', async () => {
    for (const lang of ['zh', 'en']) {
      for (const width of [60, 80, 120]) {
        const { stdout } = await relief(['dedupe', list, '--lang', lang, '--width', String(width)]);
        expect(Math.max(...stdout.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
        expect(stdout.replace(/\n/g, '').match(/[\p{Cc}\u202a-\u202e]/gu)).toBeNull();
      }
    }
  });

  it('are no formulas in csv and xlsx', async () => {
    const rows: string[][] = parse((await said('dedupe', list, '-f', 'csv')).stdout);
    expect(rows.flat().filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThan(3);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^(?:[=+@\t\r]|-(?!\d+(\.\d\d)?$))/);
    const path = desk.at('hostile.xlsx');
    await said('dedupe', list, '-o', path);
    const cells: string[] = [];
    for (const sheet of await sheetsOf(path)) sheet.eachRow((row) => row.eachCell(({ text }) => cells.push(text)));
    expect(cells.filter((cell) => /^'[=+\-@]/.test(cell)).length).toBeGreaterThan(3);
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });
});
