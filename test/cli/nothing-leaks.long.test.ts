import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { Desk } from './people.ts';
import { everyCommand, relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-leaks-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

/** What a terminal, or a reader of right-to-left text, would act upon. */
const ESCAPES = '\u001b]52;c;aGk=\u0007\u001b[2J\u009b31m\u202e\u2066';
const FORMS: ReadonlyArray<(serial: number) => readonly [written: string, digits: string]> = [
  (serial) => [idOf(serial), idOf(serial)],
  (serial) => [idOf(serial).replace(/^(.{6})(.{8})/, '$1 $2 '), idOf(serial)],
  (serial) => [idOf(serial).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))), idOf(serial)],
  (serial) => [phoneOf(serial), phoneOf(serial)],
  (serial) => [phoneOf(serial).replace(/^(...)(....)/, '$1 - $2 - '), phoneOf(serial)],
  (serial) => [cardOf(serial).replace(/(\d{4})(?=\d)/g, '$1 '), cardOf(serial)],
  (serial) => [idOf(serial).replace(/^(.{6})(....)(..)(..)/, '$1\t$2\t$3\t$4\t'), idOf(serial)],
  (serial) => [phoneOf(serial).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''), phoneOf(serial)],
];
const idOf = (serial: number) => {
  const first17 = `990107${19300101 + (serial % 60) * 10000}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const phoneOf = (serial: number) => `138${String(12340000 + serial)}`;
const cardOf = (serial: number) => `62170000${String(31234560000 + serial)}`;

const planted = new Map<string, string>();
let serial = 0;

/** A text with somebody's number in it, another each time, and with what moves a cursor. */
function bad(word: string, escapes = ESCAPES): string {
  serial += 1;
  const form = FORMS[serial % FORMS.length] ?? FORMS[0];
  const [written, digits] = form?.(serial) ?? ['', ''];
  planted.set(digits, word);
  return `${word}${escapes}${written}`;
}
/** Names of files can hold no control characters on some systems, and are given as they are. */
const badName = (word: string) => bad(word, '\u202e').replace(/\t/g, ' ');
const yaml = (text: string) => JSON.stringify(text);
const cells = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`).join('');

const DEPARTMENT = bad('民政局');
const MEASURE = bad('慰问');
const TITLES = [
  '姓名',
  '身份证号',
  '部门',
  '项目',
  '金额',
  '户号',
  '银行卡号',
  '户名',
  '电话',
  '代领人',
  '街道',
  '居委',
  '家庭住址',
  '发放日期',
  '签收',
  '备注',
];
const row = (own: Readonly<Record<string, string>>, others: readonly string[] = []) => [
  ...TITLES.map((title) => own[title] ?? ''),
  ...others,
];
const person = (index: number): string[] =>
  row(
    {
      姓名: bad('王伟'),
      身份证号: index % 3 === 0 ? bad('号') : idOf(900 + (index % 4)),
      部门: index % 4 === 3 ? bad('别的部门') : DEPARTMENT,
      项目: index % 4 === 2 ? bad('别的项目') : MEASURE,
      金额: index % 5 === 4 ? bad('金额') : '500',
      户号: bad('户'),
      银行卡号: index % 2 === 0 ? cardOf(5) : bad('卡'),
      户名: bad('赵金凤'),
      电话: index % 2 === 0 ? phoneOf(7) : bad('电话'),
      代领人: bad('代'),
      街道: bad('街道'),
      居委: bad('居委'),
      家庭住址: bad('曹杨路'),
      发放日期: index % 3 === 1 ? bad('日期') : '2017-01-20',
      签收: index % 2 === 0 ? bad('签') : '',
      备注: bad('备注'),
    },
    [bad('另一列')],
  );
for (const number of [idOf(900), idOf(901), idOf(902), idOf(903), cardOf(5), phoneOf(7)]) planted.set(number, 'cells');

const LIST = badName('名单');
const list = desk.write(
  `${LIST}.csv`,
  cells([
    [bad('表名')],
    [...TITLES, bad('补助金额备注')],
    ...Array.from({ length: 12 }, (_, index) => person(index)),
    ['合计', '', '', '', bad('六千')],
  ]),
);
const headerless = desk.write(`${badName('无表头')}.csv`, cells([person(0).slice(0, 9), person(1).slice(0, 9)]));
const isJson = desk.write(`${badName('数据')}.json`, JSON.stringify([{ 姓名: bad('王'), 身份证号: idOf(904) }]));
const isYaml = desk.write(`${badName('数据')}.yaml`, `- {姓名: ${yaml(bad('王'))}}\n`);
const broken = desk.write(
  `${badName('坏')}.yaml`,
  `relief: 1\nid: x\ntitle: ${bad('题', '')}: ${bad('又', '')}\n`.replace(/\t/g, ' '),
);
const wrong = desk.write(
  `${badName('错')}.yaml`,
  `relief: 1\nid: ${yaml(bad('id'))}\ntitle: t\n${yaml(bad('key'))}: 1\ndepartments: [{name: a, measures: [{id: a, name: b, form: ${yaml(bad('form'))}, amount: ${yaml(bad('5万元'))}, until: ${yaml(bad('春节'))}}]}]\n`,
);
const roster = desk.write(
  `${badName('名册')}.csv`,
  cells([
    ['姓名', '身份证号', '街道', '居委', '对象类别', '电话', '备注'],
    ...Array.from({ length: 4 }, (_, index) => [
      bad('李'),
      index > 1 ? bad('号') : idOf(910 + index),
      bad('街'),
      bad('居'),
      bad('低保'),
      bad('话'),
      bad('注'),
    ]),
  ]),
);
const returned = desk.write(
  `${badName('回盘')}.csv`,
  cells([
    ['户名', '卡号', '金额', '交易结果', '失败原因', '流水号'],
    ...Array.from({ length: 4 }, (_, index) => [
      bad('户名'),
      cardOf(5 + index),
      '500',
      index > 1 ? '失败' : '成功',
      bad('原因'),
      bad('流水'),
    ]),
  ]),
);
const campaign = desk.write(
  `${badName('活动')}.yaml`,
  `relief: 1
id: leaks
title: ${yaml(bad('春节'))}
issuer: ${yaml(bad('民政'))}
document: ${yaml(bad('文'))}
region: ${yaml(bad('区'))}
year: 2017
note: ${yaml(bad('注'))}
stated: {reach: 9人, amount: 1万元, source: ${yaml(bad('源'))}}
funds: [{id: f, name: ${yaml(bad('财政'))}, ceiling: 100元, source: ${yaml(bad('源'))}, note: ${yaml(bad('注'))}}]
categories: {${yaml(bad('类'))}: [${yaml(bad('子类'))}]}
stages: [{name: ${yaml(bad('阶段'))}, when: 1月1日至1月20日, kind: payout, tasks: [{name: ${yaml(bad('任务'))}, owner: ${yaml(bad('谁'))}, on: 1月5日}], source: ${yaml(bad('源'))}}]
deadlines: [{name: ${yaml(bad('期限'))}, until: 1月10日, kind: payout, note: ${yaml(bad('注'))}}]
roles: [{name: ${yaml(bad('角色'))}, duty: ${yaml(bad('职责'))}}]
departments:
  - name: ${yaml(DEPARTMENT)}
    note: ${yaml(bad('注'))}
    measures:
      - {id: a, name: ${yaml(MEASURE)}, to: ${yaml(bad('对象'))}, form: cash, reach: 2人, standard: 500元/人, amount: 3000元, funds: f, source: ${yaml(bad('源'))}, note: ${yaml(bad('注'))}, excludes: [b]}
      - {id: b, name: ${yaml(bad('实物'))}, to: ${yaml(bad('对象'))}, form: goods, note: ${yaml(bad('注'))}}
sharing: {agents: ${yaml(bad('代'))}, accounts: ${yaml(bad('户'))}, note: ${yaml(bad('注'))}}
lists: [{file: ${yaml(list.slice(desk.folder.length + 1))}, batch: ${yaml(bad('批'))}}]
rosters: [{id: r, file: ${yaml(roster.slice(desk.folder.length + 1))}, name: ${yaml(bad('名册'))}, measures: a}]
returns: [{file: ${yaml(returned.slice(desk.folder.length + 1))}}]
exceptions: [{rule: shared-phone, finding: ${yaml(bad('f'))}, reason: ${yaml(bad('理由'))}, until: 2030-01-01}]
`,
);

/** The parts of a zip, one after the other, unpacked. */
function unzipped(bytes: Buffer): string {
  let text = '';
  for (
    let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    const [method, packed, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + packed);
    text += `${bytes.toString('utf8', at + 46, at + 46 + nameLength)}\n${method === 8 ? inflateRawSync(data) : data}\n`;
  }
  return text;
}

function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !WITH_NUMBERS.test(join(entry.parentPath, entry.name)))
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return `${entry.name}\n${bytes.subarray(0, 2).toString() === 'PK' ? unzipped(bytes) : bytes}`;
    })
    .join('\n');
}

/** Where a text has a planted number, also with other signs between its digits. */
function plantedIn(text: string): RegExpExecArray | null {
  // Without all such signs most are sooner known not to be there.
  const bare = text.replaceAll(/[^\p{L}\p{N}*]+/gu, '');
  const there = [...planted.keys()].filter((digits) => bare.includes(digits));
  if (there.length === 0) return null;
  return new RegExp(there.map((digits) => [...digits].join('[^\\p{L}\\p{N}*]{0,8}')).join('|'), 'u').exec(text);
}

/** As whoever wants the numbers would look for them; `isCoded`: in a format that has codes for characters. */
function plain(text: string, isCoded: boolean): string {
  const decoded = isCoded
    ? text
        .replace(/\\u([0-9a-f]{4})|&#(\d+);|_x([0-9A-F]{4})_/g, (_, one, two, three) =>
          String.fromCodePoint(two ? Number(two) : Number.parseInt(one ?? three, 16)),
        )
        .replace(/\\[tn]/g, ' ')
    : text;
  return decoded
    .normalize('NFKC')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String('〇一二三四五六七八九'.indexOf(digit)));
}

function expectNothing(text: string, what: string): void {
  const seen = plain(text, !what.endsWith('stderr'));
  const leak = plantedIn(seen);
  const where = leak && seen.slice(Math.max(0, leak.index - 60), leak.index + 60);
  expect(where, what).toBeNull();
  expect(
    /[^\p{L}\p{N}\p{P}\p{S}\p{Z}\p{M}\t\r\n\ufeff]/u.exec(seen.replace(/\p{Co}|\p{Cn}/gu, ''))?.[0] ?? '',
    what,
  ).toBe('');
}

/** The telephone that a form and a letter ask to ring stands there as it was given. */
const CONTACT = `王科长${ESCAPES}`;

let runs = 0;
const asked = new Set<string>();
/** What is written so that a bank, or whoever pays, has the numbers. */
const WITH_NUMBERS = /可发名单|移出名单|to-be-paid|taken-out|批(-\d+)?\.xlsx$|[Bb]atch-?\d+(-\d+)?\.xlsx$/;

async function run(args: readonly string[], typed?: readonly string[]): Promise<void> {
  runs += 1;
  asked.add(args[0] ?? '').add(args.slice(0, 2).join(' '));
  const out = desk.at(`out-${runs}`);
  mkdirSync(out);
  const { stdout, stderr, code } = await relief(
    args.map((arg) => arg.replace('OUT', out)),
    typed ? { typed } : {},
  );
  const what = args.map((arg) => arg.slice(0, 20)).join(' ');
  expect(code, `${what}: ${stderr}`).toBeLessThan(3);
  const own = (text: string) => text.replaceAll(out, 'OUT');
  expectNothing(own(stdout), `${what} on stdout`);
  expectNothing(own(stderr), `${what} on stderr`);
  expectNothing(everythingIn(out), `${what} in a file`);
}

const FORMATS = ['table', 'json', 'csv', 'md', 'xlsx'];
/** Who is probably who takes most of the time, and is shown no differently: once is enough. */
const CERTAIN = ['--certain'];
const COMMANDS: readonly (readonly string[])[] = [
  ['budget', campaign, '--by', 'subdistrict', ...CERTAIN],
  ['budget', campaign, '--no-lists'],
  ['check', campaign, ...CERTAIN],
  ['check', list, roster, returned, ...CERTAIN],
  ['check', list, '--columns'],
  ['dedupe', campaign],
  ['dedupe', list, '--blocked', roster, '--against', returned, ...CERTAIN],
  ['cover', campaign, ...CERTAIN],
  ['cover', list, '--roster', roster, ...CERTAIN],
  ['reconcile', campaign, '--complete', ...CERTAIN],
  ['reconcile', list, '--returns', returned, ...CERTAIN],
  ['export', campaign, ...CERTAIN],
  ['export', campaign, '--no-lists'],
  ['status', campaign, ...CERTAIN],
  ['compare', campaign, 'campaigns/putuo-2017.yaml'],
];

describe('no number and no escape of a user is shown', () => {
  for (const args of COMMANDS) {
    const name = args.map((arg) => (arg.startsWith(desk.folder) ? 'FILE' : arg)).join(' ');
    it.each(FORMATS)(`${name} as %s`, async (format) => {
      await run([...args, '-f', format, '-o', `OUT/x.${format}`]);
      if (format === 'table' || format === 'json') await run([...args, '--lang', 'en', '-f', format]);
    });
  }

  it('a page', async () => {
    for (const more of [[], ['--mask-names'], ['--lang', 'en'], ['--roster', roster]])
      await run(['report', campaign, list, ...more, ...CERTAIN, '-o', 'OUT/x.html']);
    await run(['report', campaign, ...CERTAIN]);
  });

  it('who is who', async () => {
    await run(['dedupe', list, '--identities', 'OUT/i.csv', '--pairs', 'OUT/p.csv']);
    for (const format of ['table', 'json'])
      await run(['dedupe', list, '--explain-match', `${list}:3`, `${list}:4`, '-f', format]);
  });

  it('what is sealed', async () => {
    const key = desk.at('seal.key');
    await run(['seal', '--new-key', key]);
    for (const lang of ['zh', 'en']) {
      for (const more of [[], ['--open', 'department,measure,amount,date'], ['--open', 'none'], ['--sm3']])
        await run(['seal', list, '--key-file', key, '-o', 'OUT/', ...more, '--lang', lang]);
      await run(['seal', campaign, '--key-file', key, '-o', 'OUT/', '--lang', lang]);
      for (const file of [headerless, isJson, isYaml, broken, wrong, desk.at(badName('没有')), desk.folder])
        await run(['seal', file, '--key-file', key, '-o', 'OUT/', '--lang', lang]);
      for (const given of [
        ['--new-key', key],
        ['--new-key', `${desk.folder}/${bad('没有')}/k`],
        [list, '--key-file', desk.at(badName('没有')), '-o', 'OUT/'],
        [list, '--key-file', list, '-o', 'OUT/'],
        [list, '--key-file', key, '-o', `${bad('x')}.csv`],
        [list, '--key-file', key, '--open', bad('x'), '-o', 'OUT/'],
        [list, '--key-file', key, '--verify'],
        [desk.at(badName('没有')), '--key-file', key, '--verify'],
      ])
        await run(['seal', ...given, '--lang', lang]);
    }
    const sealed = desk.at('sealed');
    await relief(['seal', list, '--key-file', key, '-o', sealed, '--open', 'department,measure,amount,date']);
    const [name = ''] = readdirSync(sealed);
    const text = readFileSync(join(sealed, name), 'utf8');
    const changed = desk.write(`${badName('改')}.csv`, text.replace(/\n3,/, '\n4,'));
    const untrue = desk.write(
      `${badName('头')}.csv`,
      text.replace(/"list"":""[^"]*/, `"list"":""${bad('名').replace(/"/g, '')}`),
    );
    for (const lang of ['zh', 'en']) {
      for (const file of [join(sealed, name), changed, untrue]) {
        await run(['seal', file, '--key-file', key, '--verify', '--lang', lang]);
        for (const format of FORMATS)
          await run(['dedupe', file, '-f', format, '-o', `OUT/x.${format}`, '--lang', lang]);
      }
    }
  });

  it('what goes out and comes back', async () => {
    const words = ['--contact', CONTACT, '--due', '2017-02-01'];
    for (const lang of ['zh', 'en']) {
      // What a form says of its department comes back, and has to be as the campaign says it.
      await run(['forms', campaign, '-o', desk.at('forms'), ...words, '--lang', lang]);
      expectNothing(readdirSync(desk.at('forms')).join('\n'), 'names of forms');
      for (const by of ['committee', 'measure', 'department'])
        await run(['publish', campaign, '-o', 'OUT/', '--by', by, '--unit', bad('单位'), '--lang', lang]);
      await run(['cases', 'send', campaign, '-o', 'OUT/', ...words, '--lang', lang]);
      for (const format of FORMATS)
        await run(['cases', campaign, '-f', format, '-o', `OUT/x.${format}`, '--lang', lang]);
      await run(['cases', 'read', campaign, list, roster, '--lang', lang]);
      await run(['review', campaign, '--by', bad('王科长'), '--lang', lang], ['x', 'y', 'n', 's']);
      await run(['pay', campaign, '--lang', lang]);
      for (const more of [
        ['--note', bad('说明'), '--withdraw', '1'],
        ['--withdraw', bad('x')],
        ['--accounts', list, '--retry'],
      ])
        await run(['pay', campaign, ...more, '--lang', lang]);
      await run(['pay', campaign, '-o', 'OUT/', '--pay-doubts', '--lang', lang]);
    }
    const sent = desk.at('sent');
    await relief(['cases', 'send', campaign, '-o', sent]);
    for (const file of readdirSync(sent)) await run(['cases', 'read', campaign, join(sent, file), '-f', 'json']);
  });

  it('a whole run, and its journal', async () => {
    for (const lang of ['zh', 'en']) {
      await run(['run', campaign, '-o', 'OUT/', '--summary', 'OUT/s.json', '--lang', lang]);
      await run(['run', campaign, '-o', 'OUT/', '-f', 'json', '--send', '--contact', CONTACT, '--lang', lang]);
    }
    const journal = desk.at('journal.csv');
    await run(['check', campaign, '--audit', journal, ...CERTAIN, '--column', `${bad('列')}=name`]);
    await run(['check', campaign, '--audit', journal, ...CERTAIN]);
    expectNothing(readFileSync(journal, 'utf8'), 'the journal');
    for (const file of [journal, list, desk.at(badName('没有'))]) await run(['audit', 'verify', file]);
  });

  it('a draft of a notice', async () => {
    const notice = desk.write(
      `${badName('通知')}.txt`,
      `${bad('关于春节帮困')}的通知\n${bad('民政局')}对${bad('低保家庭')}每户发放${bad('慰问金')}500元，共120户，计6万元。\n联系人：${bad('王科长')}\n`,
    );
    for (const lang of ['zh', 'en']) {
      await run(['draft', notice, '--lang', lang]);
      await run(['draft', notice, '-o', 'OUT/x.yaml', '--lang', lang]);
    }
    for (const file of [list, broken, desk.at(badName('没有'))]) await run(['draft', file, '-o', 'OUT/x.yaml']);
  });

  it('what is the same for everybody', async () => {
    for (const given of [
      ['schema', '-o', 'OUT/x.json'],
      ['init', 'OUT'],
      ['completion', 'bash'],
      ['complete', '--', bad('x')],
    ])
      await run(given);
  });

  it('a folder of a file for each place', async () => {
    await run(['cover', campaign, ...CERTAIN, '-o', 'OUT/']);
    await run(['cover', list, '--roster', roster, ...CERTAIN, '-o', 'OUT/']);
  });

  it.each(['budget', 'check', 'dedupe', 'cover', 'reconcile', 'export', 'status', 'report', 'compare'])(
    'what %s says of files that it can’t take',
    async (command) => {
      for (const lang of command === 'check' ? ['zh', 'en'] : ['zh'])
        for (const file of [headerless, isJson, isYaml, broken, wrong, desk.at(badName('没有')), desk.folder])
          await run([command, file, ...(command === 'compare' ? [file] : []), '--lang', lang]);
    },
  );

  it('what is said of options', async () => {
    for (const lang of ['zh', 'en']) {
      for (const given of [
        ['check', list, '--column', `${bad('列')}=name`],
        ['check', list, '--column', `姓名=${bad('field')}`],
        ['check', list, '--column', bad('column')],
        ['check', list, '--sheet', bad('表')],
        ['check', list, '--as', bad('部门/项目')],
        ['check', list, '--fail-on', bad('x')],
        ['check', list, '--format', bad('x')],
        ['check', list, '--threads', bad('x')],
        ['check', list, '--memory-limit', bad('x')],
        ['check', list, `--${bad('x')}`],
        ['check', list, '-o', bad('x')],
        ['check', list, '-o', `${desk.folder}/${bad('x')}/y.csv`],
        ['dedupe', list, '--rule', bad('x')],
        ['dedupe', list, '--department', bad('x')],
        ['dedupe', list, '--explain-match', bad('x'), bad('y')],
        ['dedupe', list, '--limit', bad('x')],
        ['reconcile', campaign, '--batch', bad('x')],
        ['reconcile', campaign, '--as-of', bad('x')],
        ['export', campaign, '--template', bad('x')],
        ['explain', bad('x')],
        ['init', `${desk.folder}/${bad('没有')}/x.yaml`],
        ['completion', bad('x')],
        [bad('command')],
        ['--lang', bad('x')],
        ['check', list, bad('x').replaceAll('\u0000', ''), '--debug'],
      ]) {
        await run([...given, '--lang', lang]);
      }
    }
  });

  it('whatever command there is', async () => {
    const names = await everyCommand();
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('was planted in many places', () => {
    expect(planted.size).toBeGreaterThan(250);
    for (const digits of planted.keys()) expect(plantedIn(`编号 ${[...digits].join(' - ')}。`)).not.toBeNull();
    expect(runs).toBeGreaterThan(200);
  });
});
