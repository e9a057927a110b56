import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from '../../cli/people.ts';
import { relief } from '../../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const saved = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const street = (number: number, amount: string) => `relief: 1
id: street-${number}
title: 第${number}街道
year: 2026
departments:
  - name: 社区服务办
    measures:
      - {id: low-income, name: 低保家庭补助, form: cash, reach: 600户, standard: 500元/户}
      - {id: by-name, name: 走访 慰问, form: cash, amount: 2万元}
      - {id: own, name: 街道慈善帮困, form: cash, reach: 80人, amount: ${amount}}
`;
const district = saved(
  'district.yaml',
  `relief: 1
id: district
title: 某区
year: 2026
parts: [street-*.yaml]
departments:
  - name: 民政局
    measures:
      - {id: low-income, name: 低保家庭补助, form: cash, reach: 1000户, standard: 500元/户, amount: 50万元}
      - {id: visit, name: 走访慰问, form: cash, amount: 10万元}
`,
);
saved('street-1.yaml', street(1, '4万元'));
saved('street-2.yaml', street(2, '5万元'));

const json = async (...args: string[]) => JSON.parse((await relief(['budget', ...args, '-f', 'json'])).stdout);

describe('a campaign with parts', () => {
  it('keeps what is shared, by id or name, apart from what the parts do on their own', async () => {
    const { parts, total, notRead } = await json(district);
    expect(total.amount).toBe('600000.00');
    expect(notRead.parts).toBe(0);
    expect(parts.parts).toMatchObject([
      {
        id: 'street-1',
        shared: { measures: 2, amount: '320000.00', reach: 600 },
        own: { measures: 1, amount: '40000.00', reach: 80 },
      },
      { id: 'street-2', own: { amount: '50000.00' } },
    ]);
    expect(parts.own).toMatchObject({ measures: 2, amount: '90000.00' });
  });

  it('says where the parts are over what is planned', async () => {
    const { parts } = await json(district);
    expect(parts.shared).toMatchObject([
      { id: 'low-income', planned: '500000.00', parts: { amount: '600000.00' } },
      { id: 'visit', planned: '100000.00', parts: { amount: '40000.00' } },
    ]);
    const { stdout } = await relief(['budget', district]);
    expect(stdout).toMatch(/低保家庭补助 +50\.00 +60\.00 +-10\.00 +各街镇合计超过区里计划/);
    expect(stdout).toContain('街镇自己的项目合计');
  });

  it('that names itself, or a part that is wrong, is refused with all that is wrong', async () => {
    const wrong = saved(
      'itself.yaml',
      'relief: 1\nid: x\ntitle: 甲\nparts: [itself.yaml, none.yaml]\ndepartments: []\n',
    );
    const { code, stderr } = await relief(['budget', wrong]);
    expect(code).toBe(2);
    expect(stderr).toContain('活动把自己写成了下级活动');
    expect(stderr).toContain('none.yaml：找不到这个文件');
  });

  it('never writes over a part', async () => {
    const { code, stderr } = await relief(['budget', district, '-f', 'json', '-o', join(folder, 'street-1.yaml')]);
    expect(code).toBe(2);
    expect(stderr).toContain('是输入文件');
  });
});

describe('lists of the parts', () => {
  const PAID = ['姓名', '身份证号', '项目', '金额'];
  const desk = new Desk(join(folder, 'lists'));
  mkdirSync(desk.folder);
  const [one, two, three, four] = [11, 22, 33, 44].map((serial) => idNumber(serial)) as [
    string,
    string,
    string,
    string,
  ];
  /** The same number with one digit wrong. */
  const mistyped = two.slice(0, 9) + String((Number(two[9]) + 1) % 10) + two.slice(10);
  desk.list(
    'district.csv',
    [
      ['安一', one, '低保家庭补助', '500'],
      ['白二', two, '低保家庭补助', '500'],
      ['白二', two, '走访慰问', '200'],
      ['程三', '', '走访慰问', '300'],
    ],
    PAID,
  );
  desk.list(
    'one.csv',
    [
      ['白二', mistyped, '街道慈善帮困', '80'],
      ['程三', '', '街道慈善帮困', '90'],
      ['丁四', four, '街道慈善帮困', ''],
    ],
    PAID,
  );
  desk.list(
    'two.csv',
    [
      ['安一', one, '街道慈善帮困', '70'],
      ['白二', two, '街道慈善帮困', '60'],
      ['程三', three, '街道慈善帮困', '50'],
    ],
    PAID,
  );
  const part = (number: number, lists: string) =>
    desk.write(`part-${number}.yaml`, `${street(number, '4万元')}${lists}`);
  part(1, 'lists: [{file: one.csv}]\n');
  part(2, 'lists: [{file: two.csv}]\n');
  part(3, '');
  const whole = (lists: string) =>
    desk.write('whole.yaml', readFileSync(district, 'utf8').replace('street-*', 'part-*') + lists);
  const campaign = () => whole('lists: [{file: district.csv, department: 民政局}]\n');

  it('are set beside each part’s plan, and tell who is on the campaign’s lists too, by the same identity as dedupe', async () => {
    const { parts, byDepartment, totals } = await json(campaign());
    expect(parts.listed.campaign).toEqual({ payouts: 4, persons: 3, amount: '1500.00', withoutAmount: 0 });
    expect(parts.parts.map(({ listed }: { listed: unknown }) => listed)).toEqual([
      {
        payouts: 3,
        persons: 3,
        amount: '170.00',
        withoutAmount: 1,
        onBoth: { persons: 1, ofCampaign: '700.00', ofParts: '80.00' },
        listsInCommon: 0,
      },
      {
        payouts: 3,
        persons: 3,
        amount: '180.00',
        withoutAmount: 0,
        onBoth: { persons: 2, ofCampaign: '1200.00', ofParts: '130.00' },
        listsInCommon: 0,
      },
      null,
    ]);
    // 白二 is on both streets' lists, and one person.
    expect(parts.listed.parts).toMatchObject({
      payouts: 6,
      persons: 5,
      amount: '350.00',
      onBoth: { persons: 2, ofCampaign: '1200.00', ofParts: '210.00' },
    });
    expect([totals.payouts, byDepartment.length]).toEqual([4, 1]);
  });

  it('are shown part by part', async () => {
    const { stdout } = await relief(['budget', campaign(), '--width', '200']);
    expect(stdout).toMatch(/第1街道 .* 3 +3 +≥0\.017 +1 +0\.07 +0\.008 +1笔没有金额/);
    expect(stdout).toMatch(/第3街道 .*没有写名单/);
    expect(stdout).toMatch(/街镇合计 .* 6 +5 +≥0\.035 +2 +0\.12 +0\.021/);
  });

  it('that the campaign names too are the same payouts, and no overlap', async () => {
    const { parts } = await json(
      whole('lists: [{file: district.csv, department: 民政局}, {file: one.csv, department: 民政局}]\n'),
    );
    expect(parts.parts[0].listed).toMatchObject({
      amount: '170.00',
      onBoth: { persons: 0, ofCampaign: '0.00', ofParts: '0.00' },
      listsInCommon: 1,
    });
    expect(parts.parts[1].listed.onBoth).toEqual({ persons: 2, ofCampaign: '1280.00', ofParts: '130.00' });
  });

  it('are the same payouts too where the campaign names the whole workbook, and the part its sheet', async () => {
    const sheet = (name: string, id: string, amount: string) => [PAID, [name, id, '街道慈善帮困', amount]];
    await desk.workbook('all.xlsx', { 一街: sheet('白二', two, '80'), 二街: sheet('安一', one, '70') });
    part(3, 'lists: [{file: all.xlsx, sheet: 二街}]\n');
    const { parts } = await json(
      whole('lists: [{file: district.csv, department: 民政局}, {file: all.xlsx, department: 民政局}]\n'),
    );
    part(3, '');
    expect(parts.listed.campaign).toMatchObject({ payouts: 6, amount: '1650.00' });
    expect(parts.parts[2].listed).toMatchObject({
      payouts: 1,
      amount: '70.00',
      onBoth: { persons: 0 },
      listsInCommon: 1,
    });
  });

  it('stand alone where the campaign names no lists', async () => {
    const { parts } = await json(whole(''));
    expect(parts.listed).toMatchObject({ campaign: null, parts: { persons: 5, onBoth: null } });
    expect((await relief(['budget', whole('')])).stdout).toContain('没有与区里的名单比对');
  });

  it('are not read where none are to be', async () => {
    const { parts } = await json(campaign(), '--no-lists');
    expect(parts.listed).toBeUndefined();
    expect(JSON.stringify(parts)).not.toContain('listed');
  });

  it('are inputs, too: never written over, and an error where they are not there', async () => {
    const { code, stderr } = await relief(['budget', campaign(), '-f', 'json', '-o', desk.at('one.csv')]);
    expect([code, stderr.includes('是输入文件')]).toEqual([2, true]);
    part(3, 'lists: [{file: nowhere.csv}]\n');
    const missing = await relief(['budget', campaign()]);
    part(3, '');
    expect([missing.code, missing.stderr.includes('nowhere.csv')]).toEqual([2, true]);
  });
});
