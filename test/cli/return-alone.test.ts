import { describe, expect, it } from 'vitest';
import { saved } from '../engine/reading.ts';
import { relief } from './run.ts';

const HEADER = '序号,账号,户名,金额,处理结果,失败原因';
const returned = (...rows: readonly string[]) => saved(`${[HEADER, ...rows].join('\n')}\n`);
const checked = async (path: string) =>
  (await relief(['check', path, '--lang', 'zh', '--width', '160'])).stdout.split('\n')[0];

describe('a bank return that is checked by itself', () => {
  it('says how many payments did not arrive, and their sum', async () => {
    const path = returned(
      '1,6228480000000001,安一,500.00,成功,',
      '2,6228480000000002,白二,500.50,失败,户名账号不符',
      '3,6228480000000003,程三,700.00,账户状态异常,久悬户',
      '4,6228480000000004,丁四,300.00,冲正,',
    );
    expect(await checked(path)).toContain('但银行回盘上有3笔没有到账（失败、退票或冲正），共1,500.50元');
  });

  it('says nothing of the kind where all arrived', async () => {
    expect(await checked(returned('1,6228480000000001,安一,500.00,成功,'))).toMatch(/^没有发现错误和警告（/);
  });
});
