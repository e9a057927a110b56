import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { csv, Desk, idNumber, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-lists-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const TOTAL = ['合计', '', '', '', '1000', ''];
const good = desk.list('good.csv', [payout(1), payout(2), TOTAL]);
const other = desk.list('other.csv', [payout(3, { 街道: '曹杨街道', 项目: '冬令帮困', 金额: '300' })]);
const wrong = desk.list('wrong.csv', [payout(4), payout(5, { 身份证号: `${idNumber(5).slice(0, 17)}?` })]);
const campaign = desk.campaign('campaign.yaml');

async function json(args: readonly string[]) {
  const { code, stdout, stderr } = await relief([...args, '--format', 'json']);
  return { code, stderr, record: JSON.parse(stdout) };
}

/** A command line that is refused: nothing on stdout, both languages. */
async function refused(args: readonly string[]) {
  const [zh, en] = [await relief([...args, '--lang', 'zh']), await relief([...args, '--lang', 'en'])];
  for (const { code, stdout, stderr } of [zh, en])
    expect([code, stdout, stderr.includes('    at ')]).toEqual([2, '', false]);
  return { zh: zh.stderr, en: en.stderr };
}

describe('check of lists', () => {
  it('reads one list by itself', async () => {
    const { code, stdout, stderr } = await relief(['check', good]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1份名单：2人次，2人，0.10万元');
    expect(stdout).toContain('名单没有疑点');
    expect(stdout.replace(/\s/g, '')).toMatch(/没有查的（没有给活动文件）：[\w、-]*unknown-measure/);
    expect(stdout.split('\n')[0]).toContain('谁领了几次没有查');
  });

  it('adds several lists up as one', async () => {
    const { code, record } = await json(['check', good, other]);
    expect(code).toBe(0);
    const checked = record;
    expect(checked).toMatchObject({
      schema: 'relief/check@2',
      campaign: null,
      totals: { payouts: 3, persons: 3, amount: '1300.00' },
      inputs: [
        { file: good, rows: 4, payouts: 2, setAside: 2, rejected: 0 },
        { file: other, rows: 2, payouts: 1, setAside: 1, rejected: 0 },
      ],
      setAside: [
        { file: good, row: 1, reason: 'header' },
        { file: good, row: 4, reason: 'total' },
        { file: other, row: 1, reason: 'header' },
      ],
    });
  });

  it('sets lists against a campaign', async () => {
    const unknown = desk.list('unknown.csv', [payout(6, { 部门: '民政菊' }), payout(7, { 项目: '春节慰问费' })]);
    const { code, record } = await json(['check', campaign, unknown, good]);
    expect(code).toBe(1);
    expect(record.findings.map(({ rule, places }: { rule: string; places: object[] }) => [rule, places])).toEqual([
      ['unknown-department', [{ file: unknown, sheet: null, row: 2, column: '部门' }]],
      ['unknown-measure', [{ file: unknown, sheet: null, row: 3, column: '项目' }]],
    ]);
    expect(record.byDepartment).toEqual([
      expect.objectContaining({ department: '民政局', inCampaign: true, payouts: 3 }),
      expect.objectContaining({ department: '民政菊', inCampaign: false, payouts: 1 }),
    ]);
  });

  it('exits by --fail-on', async () => {
    expect((await relief(['check', wrong])).code).toBe(1);
    expect((await relief(['check', wrong, '--fail-on', 'never'])).code).toBe(0);
    const missing = desk.list('missing.csv', [payout(8, { 身份证号: '' })]);
    expect((await relief(['check', missing])).code).toBe(0);
    expect((await relief(['check', missing, '--fail-on', 'warning'])).code).toBe(1);
  });

  it('reads a list that is named twice once, and says so', async () => {
    const again = join(desk.folder, '..', desk.folder.split('/').at(-1) ?? '', 'good.csv');
    const { record } = await json(['check', good, other, again]);
    expect(record.totals).toMatchObject({ payouts: 3, amount: '1300.00' });
    expect(record.read.notes).toEqual([{ kind: 'same-path', file: again, other: good }]);
    for (const [lang, words] of [
      ['zh', '只读一次'],
      ['en', 'was read once'],
    ]) {
      const { stdout } = await relief(['check', good, good, '--lang', lang ?? '', '--width', '400']);
      expect(stdout).toContain(words);
    }
  });

  it('refuses lists with several campaigns', async () => {
    const { zh, en } = await refused(['check', campaign, 'campaigns/putuo-2017.yaml', good]);
    expect(zh).toContain('活动文件只能有一份');
    expect(en).toContain('only one campaign file');
  });

  it.each([
    ['budget', ['--by', 'subdistrict']],
    ['budget', ['--column', '款=amount']],
    ['check', ['--sheet', '名单']],
  ])('refuses %s %j without any list', async (command, flag) => {
    const { zh, en } = await refused([command, campaign, ...flag]);
    expect(zh).toContain(`${flag[0]} 只对名单有用`);
    expect(en).toContain(`${flag[0]} needs lists`);
  });

  it('refuses what is no Parquet file but says it is', async () => {
    const { zh, en } = await refused(['check', desk.write('bad.parquet', 'PAR1 and no more PAR1')]);
    expect(zh).toContain('不是完好的 Parquet 文件');
    expect(en).toContain('this Parquet file is damaged');
  });
});

describe('a campaign’s own lists', () => {
  const folder = join(desk.folder, 'district');
  mkdirSync(join(folder, 'lists'), { recursive: true });
  const own = new Desk(folder);
  own.list('lists/b.csv', [payout(11)]);
  own.list('lists/a.csv', [payout(12)]);

  it('are read as seen from its folder, patterns in order', async () => {
    const { code, record } = await json(['budget', own.campaign('campaign.yaml', "  - file: 'lists/*.csv'\n")]);
    expect(code).toBe(0);
    expect(record.inputs.slice(1).map(({ file }: { file: string }) => file)).toEqual(
      ['lists/a.csv', 'lists/b.csv'].map((name) => join(folder, name)),
    );
    const [department] = record.departments;
    expect(department.actual).toMatchObject({ payouts: 2, persons: 2, amount: '1000.00', withoutAmount: 0 });
    expect(department.measures.map(({ id, actual }: { id: string; actual: object | null }) => [id, actual])).toEqual([
      ['spring', expect.objectContaining({ payouts: 2, amount: '1000.00' })],
      ['winter', null],
    ]);
    expect(record.total.actual).toMatchObject({ payouts: 2, amount: '1000.00' });
  });

  it('are left alone with --no-lists, and that is said', async () => {
    const path = own.campaign('campaign.yaml', "  - file: 'lists/*.csv'\n");
    const { stdout } = await relief(['budget', path, '--no-lists']);
    expect(stdout).not.toContain('实际');
    expect(stdout).toMatch(/本命令没有读：发放名单/);
    expect((await relief(['budget', path])).stdout).not.toContain('本命令没有读');
  });

  it('give way to lists that are named with --only', async () => {
    const path = own.campaign('campaign.yaml', '  - file: lists/a.csv\n');
    const { record } = await json(['budget', path, good, other, '--only']);
    expect(record.inputs.slice(1).map(({ file }: { file: string }) => file)).toEqual([good, other]);
    const all = (await json(['budget', path, good, other])).record;
    expect(all.inputs.slice(2).map(({ file }: { file: string }) => file)).toEqual([good, other]);
  });

  it.each([
    ["  - file: 'lists/*.xlsx'\n", 'lists/*.xlsx'],
    ['  - file: lists/c.csv\n', 'lists/c.csv'],
  ])('%j: what is not there is told with where it was looked for', async (lists, name) => {
    const { zh, en } = await refused(['budget', own.campaign('missing.yaml', lists)]);
    expect(zh).toContain(`${join(folder, name)}：找不到这个文件`);
    expect(en).toContain(join(folder, name));
  });

  it('are read once where two patterns name one file', async () => {
    const path = own.campaign('twice.yaml', "  - file: lists/a.csv\n  - file: 'lists/*.csv'\n");
    const { record } = await json(['budget', path]);
    const files = record.inputs.slice(1).map(({ file }: { file: string }) => file);
    expect(files).toHaveLength(new Set(files).size);
    expect(record.read.notes).toMatchObject([{ kind: 'same-path', other: join(folder, 'lists/a.csv') }]);
  });

  it('by subdistrict: what each gets from each department', async () => {
    const { code, stdout } = await relief(['budget', campaign, good, other, '--by', 'subdistrict']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/条×块[\s\S]*曹杨街道[\s\S]*长风街道/);
    const { record } = await json(['budget', campaign, good, other, '--by', 'subdistrict']);
    expect(record.bySubdistrict).toEqual([
      expect.objectContaining({ subdistrict: '曹杨街道', department: '民政局', payouts: 1, amount: '300.00' }),
      expect.objectContaining({ subdistrict: '长风街道', department: '民政局', payouts: 2, amount: '1000.00' }),
    ]);
  });

  it('need a campaign in budget', async () => {
    expect((await refused(['budget', good])).zh).toContain('缺少活动文件');
  });
});

describe('columns', () => {
  const odd = desk.list('odd.csv', [['张三', idNumber(21), '500', 'x']], ['姓名', '身份证号', '救助款', '名目']);

  it('are shown as they were understood', async () => {
    const { code, stdout } = await relief(['check', odd, '--columns', '--column', '救助款=amount']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/A +姓名 +姓名 name +同名/);
    expect(stdout).toMatch(/C +救助款 +金额 amount +指定/);
    expect(stdout).not.toContain('人次');
    const english = await relief(['check', odd, '--columns', '--column', '救助款=amount', '--lang', 'en']);
    expect(english.stdout).toMatch(/C +救助款 +amount amount +given|C +救助款 .*amount +given/i);
  });

  it('are said with --column, as often as needed, by either name of a field', async () => {
    const { code, record } = await json(['check', odd, '--column', '救助款=金额', '--column', '名目=measure']);
    expect(code).toBe(0);
    const checked = record;
    expect(checked.byDepartment[0].measures).toEqual([expect.objectContaining({ measure: 'x', amount: '500.00' })]);
  });

  it('must name a field there is', async () => {
    const { zh, en } = await refused(['check', odd, '--column', '救助款=amout']);
    expect(zh).toContain('没有“amout”这个字段，是不是“amount”？');
    expect(en).toMatch(/amout.*amount/s);
  });

  it('must be on the list', async () => {
    const { zh } = await refused(['check', odd, '--column', '救助金=amount']);
    expect(zh).toContain('名单里没有“救助金”这一列，是不是“救助款”？');
  });

  it.each(['救助款', '=amount', '救助款=', '='])('%j is no TITLE=FIELD', async (value) => {
    const { zh, en } = await refused(['check', odd, '--column', value]);
    expect(zh).toContain(`--column 要写成 标题=字段，不能是“${value}”`);
    expect(en).toContain('--column');
  });

  it('are no CSV', async () => {
    expect((await refused(['check', odd, '--columns', '-f', 'csv'])).zh).toContain('--columns');
    expect((await refused(['check', campaign, '-f', 'csv'])).zh).toContain('要给名单');
  });

  it('without an amount are one clear error', async () => {
    const none = desk.list('none.csv', [['张三', idNumber(22), '民政局']], ['姓名', '身份证号', '部门']);
    const { zh, en } = await refused(['check', none]);
    expect(zh.trim().split('\n')).toEqual([
      expect.stringContaining(`${none}:1：没有“金额”列；现有：姓名、身份证号、部门`),
      expect.stringContaining('--column 标题=amount'),
    ]);
    expect(en).toContain('--column');
  });
});

describe('workbooks', () => {
  it('are read sheet by sheet; --sheet takes one', async () => {
    const path = await desk.workbook('two.xlsx', {
      一: [TITLES, payout(31)],
      二: [TITLES, payout(32), payout(33)],
      说明: [['请于周五前报送']],
    });
    const all = await json(['check', path]);
    const checked = all.record;
    expect(checked.inputs.map(({ sheet, payouts }: { sheet: string; payouts: number }) => [sheet, payouts])).toEqual([
      ['一', 1],
      ['二', 2],
    ]);
    expect(checked.skippedSheets).toEqual([{ file: path, sheet: '说明', why: 'no-header' }]);
    const one = await json(['check', path, '--sheet', '二']);
    expect(one.record.totals.payouts).toBe(2);
    const { zh, en } = await refused(['check', path, '--sheet', '三']);
    expect(zh).toContain('没有叫“三”的工作表');
    expect(zh).toContain('一、二、说明');
    expect(en).toContain('三');
  });

  it('are known by what is in them, not by their ending', async () => {
    const path = await desk.workbook('renamed.xlsx', { 一: [TITLES, payout(34)] });
    const asCsv = desk.write('workbook.csv', readFileSync(path));
    const asXlsx = desk.write('text.xlsx', csv([TITLES, payout(35)]));
    const { code, record } = await json(['check', asCsv, asXlsx]);
    expect(code).toBe(0);
    expect(record.inputs).toMatchObject([
      { encoding: 'xlsx', payouts: 1 },
      { encoding: 'utf-8', payouts: 1 },
    ]);
  });

  it('in GBK under any ending are read', async () => {
    const path = desk.write('gbk.xls', iconv.encode(csv([TITLES, payout(36)]), 'gbk'));
    const { record } = await json(['check', path]);
    const checked = record;
    expect(checked.inputs).toMatchObject([{ encoding: 'gb18030', payouts: 1 }]);
    expect(checked.byDepartment[0].department).toBe('民政局');
  });
});

describe('files that are no lists', () => {
  const ods = Buffer.from('504b0304140000080000', 'hex');
  mkdirSync(desk.at('folder.csv'));
  const cases: [string, string, string][] = [
    ['an empty file', desk.write('empty.csv', ''), '文件是空的'],
    ['a folder', desk.at('folder.csv'), '这是文件夹'],
    ['titles only', desk.write('titles.csv', '帮困名单\n二〇一七年\n'), '没有认得的表头'],
    [
      'an ods',
      desk.write(
        'list.csv',
        Buffer.concat([ods, Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')]),
      ),
      '工作簿',
    ],
    ['nothing at all', desk.at('nothing.csv'), '找不到这个文件'],
  ];

  it.each(cases)('%s is told by name, with how to mend it', async (_, path, what) => {
    const { zh, en } = await refused(['check', path]);
    expect(zh).toContain(path);
    expect(zh).toContain(what);
    expect(zh).toMatch(/改法：.{4,}/);
    expect(en).toContain(path);
    expect(en).not.toMatch(/[\u4e00-\u9fff]{6,}.*改法/);
  });

  it('are told all at once', async () => {
    const { zh } = await refused(['check', good, ...cases.map(([, path]) => path)]);
    for (const [, path, what] of cases) {
      expect(zh.split('\n').some((line) => line.startsWith(path) && line.includes(what))).toBe(true);
    }
    expect(zh).toContain(`共 ${cases.length} 处`);
  });

  it('nobody is paid by a header alone, or by a header and totals', async () => {
    for (const rows of [[], [TOTAL]]) {
      const { code, record } = await json(['check', desk.list('nobody.csv', rows)]);
      // A total of money that stands in no row is told.
      expect(code).toBe(rows.length);
      expect(record.findings.map(({ rule }: { rule: string }) => rule)).toEqual(
        rows.map(() => 'list-total-contradicts-rows'),
      );
      expect(record).toMatchObject({
        totals: { payouts: 0, persons: 0, amount: '0.00' },
        inputs: [{ rows: rows.length + 1, payouts: 0, setAside: rows.length + 1, rejected: 0 }],
      });
    }
  });
});

describe('wrong flags are refused with what they take', () => {
  it.each([
    [['--threads', '0'], '--threads 要正整数'],
    [['--threads', '1.5'], '--threads 要正整数'],
    [['--threads', 'all'], '--threads 要正整数'],
    [['--memory-limit', '2'], '--memory-limit 写成 2GB'],
    [['--memory-limit', 'lots'], '--memory-limit 写成 2GB'],
    [['--memory-limit', '-1GB'], '--memory-limit 写成 2GB'],
    [['--by', 'street'], '--by 不能是“street”；可选：subdistrict'],
    [['--format', 'pdf'], '--format 不能是“pdf”'],
    [['--fail-on', 'eror'], '--fail-on 不能是“eror”'],
    [['--width', '10'], '--width 要 40 以上'],
    [['--sheet'], '--sheet 后面要有内容'],
    [['--column'], '--column 后面要有内容'],
  ])('%j', async (flags, chinese) => {
    const { zh, en } = await refused(['budget', campaign, good, ...flags]);
    expect(zh).toContain(chinese);
    expect(en).toContain(flags[0]);
  });

  it('but right ones are taken', async () => {
    for (const flags of [
      ['--threads', '1'],
      ['--memory-limit', '500MB'],
      ['--memory-limit', '1.5 GiB'],
    ]) {
      expect((await relief(['check', good, ...flags])).code).toBe(0);
    }
  });
});

describe('output', () => {
  it.each(['out.xlsx', 'out.md', 'out.doc'])('check does not write a table into %s', async (name) => {
    const { zh } = await refused(['check', good, '-o', desk.at(name)]);
    expect(zh).toContain('.txt .json .jsonl .csv');
    expect(readdirSync(desk.folder)).not.toContain(name);
  });

  it('into a folder is named by its format', async () => {
    expect((await relief(['check', good, '-o', `${desk.at('reports')}/`])).code).toBe(0);
    expect(readdirSync(desk.at('reports'))).toEqual(['check.txt']);
    expect((await relief(['check', good, '-o', `${desk.at('reports')}/`, '-f', 'csv'])).code).toBe(0);
    expect(readdirSync(desk.at('reports')).sort()).toEqual(['check.csv', 'check.txt']);
  });

  it('never goes over a list that was read, named or the campaign’s own', async () => {
    const path = desk.list('precious.csv', [payout(41)]);
    const own = desk.campaign('own.yaml', '  - file: precious.csv\n');
    const before = readFileSync(path);
    for (const args of [
      ['check', path, '-o', path],
      ['check', campaign, path, '-o', path],
      ['budget', campaign, path, '-o', path],
      ['budget', own, '-o', path],
      ['check', own, '--columns', '-f', 'table', '-o', path],
    ]) {
      expect((await refused(args)).zh).toContain('不会覆盖');
      expect(readFileSync(path)).toEqual(before);
    }
  });
});
