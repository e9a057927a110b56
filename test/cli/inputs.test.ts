import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as SheetJS from '@e965/xlsx';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { zipped } from '../workbook/read/parts.ts';
import { csv, Desk, idNumber, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-inputs-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));
const CAMPAIGN = readFileSync('campaigns/putuo-2017.yaml', 'utf8');
const NOTICE = '关于做好春节帮困工作的通知\n\n各街道、镇：\n现将有关事项通知如下。\n一、请于周五前报送名单。\n';

/** A list of one person, as a workbook of some kind. */
const book = (serial: number, bookType: SheetJS.BookType): Buffer =>
  SheetJS.write(
    { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet([[...TITLES], payout(serial)]) } },
    { type: 'buffer', bookType },
  );

async function read(...args: string[]) {
  const { code, stdout, stderr } = await relief(['check', ...args, '-f', 'json']);
  const { inputs, campaign } = code === 2 ? { inputs: [], campaign: null } : JSON.parse(stdout);
  const lists: [string, string][] = (inputs as { file: string; encoding?: string }[]).flatMap(({ file, encoding }) =>
    encoding === undefined ? [] : [[basename(file), encoding]],
  );
  return { code, stderr, lists, campaign };
}

describe('what is given is known by its bytes', () => {
  it.each([
    ['.et of WPS', 'a.et', () => book(1, 'biff8'), 'xls'],
    ['.ods', 'b.ods', () => book(2, 'ods'), 'ods'],
    ['a page called .xls', 'c.xls', () => book(3, 'html'), 'html'],
    ['a page called .html', 'd.html', () => book(3, 'html'), 'html'],
    ['XML called .xml', 'e.xml', () => book(4, 'xlml'), 'xml'],
    ['a workbook called .yaml', 'f.yaml', () => book(5, 'xlsx'), 'xlsx'],
    ['a workbook without an ending', 'g', () => book(6, 'xlsx'), 'xlsx'],
    ['cells called .yaml', 'h.yaml', () => csv([TITLES, payout(7)]), 'utf-8'],
    ['cells called .dat, in GBK', 'i.dat', () => iconv.encode(csv([TITLES, payout(8)]), 'gbk'), 'gb18030'],
    ['cells in UTF-16 without an ending', 'j', () => iconv.encode(csv([TITLES, payout(9)]), 'utf16le'), 'utf-16le'],
  ] as const)('%s is a list', async (_, name, content, encoding) => {
    expect(await read(desk.write(name, content()))).toMatchObject({ code: 0, lists: [[name, encoding]] });
  });

  it.each(['a.csv', 'a.xlsx', 'a.txt', 'a'])('a campaign is one under the name %s', async (name) => {
    const { code, stdout } = await relief(['check', desk.write(name, CAMPAIGN)]);
    expect(code).toBe(0);
    expect(stdout).toContain('12个部门');
  });

  it.each([
    ['a campaign for a list', 'campaign.csv', CAMPAIGN, '这是活动文件，这里要的是名单'],
    ['a notice', 'notice.txt', NOTICE, '这是一篇文字（通知、方案、总结之类），不是名单'],
    ['a notice in GBK', 'gbk.csv', iconv.encode(NOTICE, 'gbk'), '这是一篇文字'],
    ['.docx', 'notice.docx', zipped([{ name: 'word/document.xml', content: '<w/>' }]), '这是文字文档'],
    [
      '.odt',
      'notice.odt',
      zipped([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' }]),
      '这是文字文档',
    ],
    ['.ofd', 'notice.ofd', zipped([{ name: 'OFD.xml', content: '<o/>' }]), '这是 OFD 版式文件'],
    ['.xlsb', 'list.xlsb', book(10, 'xlsb'), '这是二进制工作簿（.xlsb）'],
    ['.numbers', 'list.numbers', zipped([{ name: 'Index/Document.iwa', content: 'x' }]), 'Numbers'],
    ['.pdf called .xlsx', 'list.xlsx', '%PDF-1.7\n', '这是 PDF'],
    ['a picture called .csv', 'photo.csv', Buffer.from('89504e470d0a1a0a', 'hex'), '这是图片'],
    ['.dbf', 'list.dbf', Buffer.from(`03180101${'00000000'}4100${'0900'}${'00'.repeat(60)}`, 'hex'), 'dBASE'],
    [
      'a zip',
      'lists.zip',
      zipped([
        { name: '名单/', content: '' },
        { name: '名单/a.xlsx', content: 'x' },
      ]),
      '这是压缩包（zip）',
    ],
    ['gzip called .xls', 'list.xls', gzipSync('姓名'), '这是压缩包（gzip）'],
    [
      'an e-mail',
      'list.eml',
      'From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n',
      '这是邮件',
    ],
    ['a page without a table', 'login.xls', '<html><body>请先登录</body></html>', '这是网页，里面没有表格'],
    ['a page that is not plain', 'page.xls', '<table><tr><td>姓名<td>金额</tr></table>', '写得不规整'],
    ['XML of another kind', 'feed.xml', '<?xml version="1.0"?><rss/>', '这是 XML'],
  ] as const)('%s is told for what it is', async (_, name, content, what) => {
    const path = desk.write(name, content as string);
    for (const args of [
      ['dedupe', '--against', path, desk.list('good.csv', [payout(11)])],
      ['check', path],
    ]) {
      if (args[0] === 'check' && content === CAMPAIGN) continue; // there it is no mistake
      const { code, stderr } = await relief(args);
      expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(`${path}：`)]);
      expect(stderr).toContain(what);
      expect(stderr).toMatch(/改法：.{6,}/);
      expect((await relief([...args, '--lang', 'en'])).stderr).toMatch(/to fix: .{10,}/);
    }
  });
});

describe('a list of a kind that is only read', () => {
  const twice = (bookType: SheetJS.BookType): Buffer =>
    SheetJS.write(
      { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet([[...TITLES], payout(14), payout(14)]) } },
      { type: 'buffer', bookType },
    );

  it.each(['html', 'xlml', 'ods', 'fods'] as const)(
    '(%s) is not split: nothing is written, and why is said',
    async (bookType) => {
      const [list, clean] = [desk.write(`twice.${bookType}.xls`, twice(bookType)), desk.at(`clean-${bookType}`)];
      const { code, stderr } = await relief(['dedupe', list, '--clean', clean]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${list}：网页、XML 表格和 ods 只能读`)]);
      expect(existsSync(clean) ? readdirSync(clean) : []).toEqual([]);
    },
  );

  it('is copied as it is where nobody is taken out', async () => {
    const [list, clean] = [desk.write('once.ods', book(15, 'ods')), desk.at('clean-once')];
    expect((await relief(['dedupe', list, '--clean', clean])).code).toBe(0);
    expect(readFileSync(join(clean, 'once.ods'))).toEqual(readFileSync(list));
  });
});

describe('where a campaign is asked for', () => {
  it.each([
    ['a document', 'plan.docx', zipped([{ name: 'word/document.xml', content: '<w/>' }]), '这不是文本文件'],
    ['cells', 'plan.yaml', csv([TITLES, payout(12)]), 'YAML 写法有误'],
  ])('%s called like one is told by its name', async (_, name, content, what) => {
    const { code, stderr } = await relief(['budget', desk.write(name, content)]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`${desk.at(name)}`)]);
    expect(stderr).toContain(what);
  });

  it('a list is no campaign', async () => {
    expect((await relief(['budget', desk.write('a.et', book(13, 'biff8'))])).stderr).toContain('缺少活动文件');
  });
});

describe('what has no name that tells', () => {
  const list = desk.list('无名', [payout(31), payout(32)]);
  const bash = (script: string, input = '') => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--norc', '-c', script, process.execPath, list, desk.folder],
      {
        encoding: 'utf8',
        input,
        env: { PATH: process.env.PATH ?? '', LANG: 'zh_CN.UTF-8' },
      },
    );
    return { code: status, stdout, stderr };
  };

  it.each([
    ['a FIFO', 'mkfifo "$2/管"; (timeout 60 cat "$1" > "$2/管" &); "$0" bin/relief.js check "$2/管"'],
    ['a pipe of the shell', '"$0" bin/relief.js check <(cat "$1")'],
    ['standard input', 'cat "$1" | "$0" bin/relief.js check -'],
  ])('%s is a list by its bytes', (_, script) => {
    expect(bash(script)).toMatchObject({ code: 0, stdout: expect.stringContaining('2人次') });
  });

  it.each(['budget', 'check', 'status', 'export'])('%s knows a campaign from standard input', (command) => {
    expect(bash(`"$0" bin/relief.js ${command} -`, CAMPAIGN)).toMatchObject({ code: 0 });
  });

  it.each(['budget', 'status', 'export', 'report'])('%s takes no table for a campaign', async (command) => {
    for (const file of [list, desk.list('名单.json', [payout(33)]), desk.list('名单.dat', [payout(34)])]) {
      const { code, stderr } = await relief([command, file]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('缺少活动文件')]);
    }
  });

  it('quotes nothing of what is no campaign', async () => {
    const json = desk.write('people.json', JSON.stringify([{ 姓名: '王伟', 出生: '1956-03-12', 号: idNumber(35) }]));
    for (const command of ['budget', 'check']) {
      const { code, stderr } = await relief([command, json]);
      expect([code, stderr]).toEqual([2, expect.not.stringMatching(/王伟|1956|0000/)]);
    }
  });

  it('shows no digit of a list without header', async () => {
    const file = desk.write('无表头', csv([payout(36), payout(37)].map((cells) => [...cells, '1956-03-12', '8687室'])));
    const { code, stderr } = await relief(['check', file]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('张三、民政局、春节慰问')]);
    expect(stderr.replaceAll(file, '')).not.toMatch(/\d{3}/);
  });
});

describe('a folder', () => {
  const folder = new Desk(join(desk.folder, 'lists'));
  mkdirSync(join(folder.folder, '去年'), { recursive: true });
  folder.list('b.csv', [payout(21)]);
  folder.write('a.xlsx', book(22, 'xlsx'));
  folder.write('c.et', book(23, 'biff8'));
  folder.list('.hidden.csv', [payout(24)]);
  folder.write('~$a.xlsx', 'Wang');
  folder.write('.~lock.a.xlsx#', 'Wang');
  folder.write('活动.yaml', CAMPAIGN);
  folder.write('通知.txt', NOTICE);
  folder.write('通知.docx', zipped([{ name: 'word/document.xml', content: '<w/>' }]));
  folder.write('照片.jpg', Buffer.from('ffd8ffe000', 'hex'));
  const lists = [
    ['a.xlsx', 'xlsx'],
    ['b.csv', 'utf-8'],
    ['c.et', 'xls'],
  ];
  const LEFT_OUT = [
    '.hidden.csv（隐藏文件）',
    '.~lock.a.xlsx#（打开表格时的临时文件）',
    '~$a.xlsx（打开表格时的临时文件）',
    '去年（下级文件夹）',
    '活动.yaml（活动文件）',
    '照片.jpg（不是名单）',
    '通知.docx（不是名单）',
    '通知.txt（不是名单）',
  ];

  it('means the lists in it, in order, and what is left out is said', async () => {
    const { code, stderr, lists: found } = await read(folder.folder);
    expect([code, found]).toEqual([0, lists]);
    expect(stderr).toContain(`${folder.folder}：读里面的 3 份名单；没有读：`);
    for (const each of LEFT_OUT) expect(stderr).toContain(each);
    expect(await read(`${folder.folder}/`)).toMatchObject({ lists });
    expect((await relief(['check', folder.folder, '--lang', 'en'])).stderr).toContain('去年 (a folder)');
  });

  it('may stand in a campaign', async () => {
    const campaign = desk.write('own.yaml', `${CAMPAIGN.replace(/^lists:[\s\S]*/m, '')}\nlists:\n  - file: lists\n`);
    const { stdout, stderr } = await relief(['budget', campaign, '-f', 'json']);
    const files = JSON.parse(stdout).inputs.map(({ file }: { file: string }) => basename(file));
    expect(files).toEqual(['own.yaml', 'a.xlsx', 'b.csv', 'c.et']);
    expect(stderr).toContain('去年（下级文件夹）');
  });

  it('that is broken inside is no all-clear', async () => {
    const bad = new Desk(join(desk.folder, 'bad'));
    mkdirSync(bad.folder);
    bad.list('a.csv', [payout(25)]);
    bad.write('b.csv', '');
    bad.write('c.zip', zipped([{ name: 'a.csv', content: '姓名' }]));
    const { code, stderr } = await read(bad.folder);
    expect(code).toBe(2);
    expect(stderr).toContain('b.csv：文件是空的');
    expect(stderr).toContain('c.zip：这是压缩包');
  });

  it('without any list is an error', async () => {
    mkdirSync(desk.at('empty'));
    expect(await read(desk.at('empty'))).toMatchObject({ code: 2, stderr: expect.stringContaining('这是文件夹') });
  });

  it('is read for rosters too', async () => {
    const people = ['姓名', '身份证号'];
    mkdirSync(desk.at('rosters'));
    desk.list('rosters/低保.csv', [payout(26).slice(0, 2)], people);
    const { stdout } = await relief(['cover', desk.at('lists'), '--roster', desk.at('rosters'), '-f', 'json']);
    expect(JSON.parse(stdout).coverage).toMatchObject([{ roster: '低保', eligible: 1, reached: 0 }]);
  });
});

describe('a pattern that no shell has expanded', () => {
  const folder = new Desk(join(desk.folder, 'patterns'));
  mkdirSync(folder.folder);
  folder.list('b.csv', [payout(31)]);
  folder.list('a.csv', [payout(32)]);
  folder.list('名单(1).csv', [payout(33)]);
  folder.list('名单[2].csv', [payout(34)]);
  folder.write('~$b.csv', 'Wang');

  it.each([
    ['*.csv', ['a.csv', 'b.csv', '名单(1).csv', '名单[2].csv']],
    ['?.csv', ['a.csv', 'b.csv']],
    ['[ab].csv', ['a.csv', 'b.csv']],
    ['名单(1).csv', ['名单(1).csv']],
    ['名单[2].csv', ['名单[2].csv']],
    ['{a,b}.csv', ['a.csv', 'b.csv']],
  ])('%s is expanded here', async (pattern, files) => {
    const { code, lists } = await read(folder.at(pattern));
    expect([code, lists.map(([file]) => file)]).toEqual([0, files]);
  });

  it('that matches nothing is told with all the rest', async () => {
    const { code, stderr } = await read(folder.at('*.xlsx'), desk.write('nothing.csv', ''));
    expect(code).toBe(2);
    expect(stderr).toContain('*.xlsx：找不到这个文件');
    expect(stderr).toContain('nothing.csv：文件是空的');
  });

  it('leaves out what a program keeps while a list is open, also where a shell did not', async () => {
    const { code, stderr, lists } = await read(folder.at('~$b.csv'), folder.at('b.csv'));
    expect([code, lists.map(([file]) => file)]).toEqual([0, ['b.csv']]);
    expect(stderr).toContain('~$b.csv（打开表格时的临时文件，不是名单）');
  });
});
