import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber, payout, TITLES } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-held-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = new Desk(folder);

const wrongId = (serial: number) => idNumber(serial).replace(/.$/, (digit) => (digit === '1' ? '2' : '1'));
const CAMPAIGN = desk.write(
  'campaign.yaml',
  `relief: 1
id: held
title: 扣下
issued: 2026-01-07
overlap: {person: 900元}
departments:
  - name: 民政局
    measures:
      - {id: visit, name: 春节慰问, standard: 500元/人}
      - {id: aid, name: 冬令补助, standard: 500元/人}
lists:
  - {file: '*.csv'}
`,
);
/** What becomes of each row, in order. */
const ROWS: readonly (readonly [string, 'clean' | 'removed' | 'held'])[] = [
  [payout(1).join(','), 'clean'],
  [payout(1, { 姓名: '张三' }).join(','), 'removed'],
  [payout(2, { 姓名: '李四', 身份证号: wrongId(2) }).join(','), 'held'],
  [payout(3, { 姓名: '王五', 金额: '五佰块' }).join(','), 'held'],
  [payout(4, { 姓名: '赵六', 金额: '5000' }).join(','), 'held'],
  // Over the ceiling for a person: an error between rows holds nobody's money back.
  [payout(5, { 姓名: '孙七' }).join(','), 'clean'],
  [payout(5, { 姓名: '孙七', 项目: '冬令补助' }).join(','), 'clean'],
  [payout(6, { 姓名: '', 身份证号: '' }).join(','), 'held'],
];
const LINES = ROWS.map(([line]) => line);
desk.write('名单.csv', `${[TITLES.join(','), ...LINES].join('\n')}\n`);

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').slice(1);

async function split(name: string, ...flags: readonly string[]) {
  const to = join(folder, name);
  mkdirSync(to);
  const at = (kind: string) => join(to, kind);
  const args = [
    'dedupe',
    CAMPAIGN,
    '--clean',
    at('clean'),
    '--removed',
    at('removed'),
    '--fail-on',
    'never',
    '-o',
    at('r.json'),
  ];
  const { stderr } = await relief([...args, ...flags.map((flag) => (flag === 'HELD' ? at('held') : flag))], {
    today: '2026-01-10',
  });
  return { at, stderr };
}

describe('--strict --held', () => {
  it('puts every row in exactly one of clean, removed and held', async () => {
    const { at } = await split('strict', '--strict', '--held', 'HELD');
    for (const kind of ['clean', 'removed', 'held'] as const) {
      expect(linesOf(at(`${kind}/名单.csv`)), kind).toEqual(
        ROWS.flatMap(([line, where]) => (where === kind ? [line] : [])),
      );
    }
  });

  it('says why each row is held back, by its place on the list that was read, and masked', async () => {
    const { at, stderr } = await split('reasons', '--strict', '--held', 'HELD');
    const reasons = readFileSync(at('held/扣下的原因.csv'), 'utf8');
    const held = ROWS.flatMap(([, where], index) => (where === 'held' ? [String(index + 2)] : []));
    const told = reasons
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').at(2));
    expect(new Set(told)).toEqual(new Set(held));
    expect(reasons).toContain('id-checksum');
    expect(reasons).not.toContain(wrongId(2));
    expect(statSync(at('held/扣下的原因.csv')).mode & 0o777).toBe(0o600);
    expect(stderr).toContain(`扣下${held.length}行`);
  });

  it('says which errors stay: those between rows, which nobody’s money is held back for', async () => {
    const { stderr } = await split('stay', '--strict', '--held', 'HELD');
    expect(stderr).toMatch(/还有2行有错误：.*名单\.csv 2行（第7、8行）/);
  });

  it('is both or neither', async () => {
    for (const flags of [['--strict'], ['--held', join(folder, 'x')]]) {
      expect((await relief(['dedupe', CAMPAIGN, '--clean', join(folder, 'y'), ...flags])).code).toBe(2);
    }
  });
});

describe('--clean', () => {
  it('says how many rows with errors it still holds, and where; what was settled by removing rows is none', async () => {
    const { stderr } = await split('clean-only');
    expect(stderr).toMatch(/还有6行有错误：.*名单\.csv 6行（第4、5、6、7、8…行）/);
  });
});
