import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { relief } from '../cli/run.ts';

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
