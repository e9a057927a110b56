import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { csv, Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '电话', '居委'];
const CAMPAIGN = `relief: 1
id: one-number
title: 一号两名
year: 2026
departments:
  - {name: 民政局, measures: [{id: m0, name: 节日补助, form: cash, standard: 500元/人}]}
  - {name: 残联, measures: [{id: m1, name: 走访慰问, form: cash, standard: 500元/人}]}
lists: [{file: list.csv}]
`;
const SURNAMES = [...'王李张刘陈杨黄赵吴周'];

/** Sixty people of two departments, and two rows of one valid number whose names differ in a character that sounds otherwise. */
function rows(): string[][] {
  const person = (at: number) => [
    `${SURNAMES[at % 10]}${'秀英伟芳敏'[at % 5]}${'兰凤华明'[at % 4]}`,
    idNumber(at + 1, `1950${String(1 + (at % 12)).padStart(2, '0')}${String(1 + (at % 28)).padStart(2, '0')}`),
    ['民政局', '残联'][at % 2] as string,
    ['节日补助', '走访慰问'][at % 2] as string,
    '500',
    `1390000${1000 + at}`,
    `第${at % 5}居委`,
  ];
  const shared = idNumber(701, '19480304');
  return [
    ...Array.from({ length: 60 }, (_, at) => person(at)),
    ['孙梅兰', shared, '民政局', '节日补助', '500', '13900009001', '第1居委'],
    ['孙玉兰', shared, '残联', '走访慰问', '500', '13900009001', '第1居委'],
  ];
}

describe('two names under one valid number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relief-one-number-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const desk = new Desk(folder);
  const campaign = desk.at('campaign.yaml');
  beforeEach(() => {
    rmSync(desk.at('cases.csv'), { force: true });
    desk.write('campaign.yaml', CAMPAIGN);
    desk.write('list.csv', csv([TITLES, ...rows()]));
  });

  async function told() {
    const { stdout } = await relief(['dedupe', campaign, '-f', 'json', '--fail-on', 'never']);
    const { totals, findings } = JSON.parse(stdout) as { totals: { persons: number }; findings: { rule: string }[] };
    return { persons: totals.persons, rules: findings.map(({ rule }) => rule) };
  }
  const answer = (typed: string) => relief(['review', campaign], { typed: [typed], columns: 80, tty: true });

  it('are two people who may be one until somebody says which', async () => {
    expect(await told()).toEqual({ persons: 62, rules: ['identity-conflict', 'probable-same-person'] });
  });

  it('are one once somebody said so: paid by two departments, and no longer a conflict', async () => {
    await answer('y');
    expect(readFileSync(desk.at('cases.csv'), 'utf8')).toContain('核定');
    expect(await told()).toEqual({ persons: 61, rules: ['several-departments'] });
  });

  it('stay two once somebody said so, and the number of two is still an error', async () => {
    await answer('n');
    expect(await told()).toEqual({ persons: 62, rules: ['identity-conflict'] });
  });
});
