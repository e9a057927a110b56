import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPublic, type PublicFile } from '../../../src/answer/check-public.ts';
import { below, idNumber, plantedNumber } from '../../answer/public/numbers.ts';
import { random } from '../../random.ts';
import { type Ran, relief } from '../run.ts';

export const CAMPAIGN = 'test/cli/publish/campaign.yaml';

export interface Made extends Ran {
  readonly folder: string;
  readonly files: readonly string[];
}

/** Publishes a list that is given as text. */
export async function published(list: string, ...flags: readonly string[]): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'relief-published-'));
  const path = join(folder, '民政局.csv');
  writeFileSync(path, list);
  const out = join(folder, '公示');
  const ran = await relief(['publish', CAMPAIGN, path, '-o', `${out}/`, ...flags], { today: '2026-01-05' });
  return {
    ...ran,
    folder: out,
    files:
      ran.code === 0
        ? readdirSync(out)
            .sort()
            .map((name) => join(out, name))
        : [],
  };
}

/** A list with somebody's number in every cell that can hold one, and how many there are. */
export function plantedList(rows: number, seed: number): { readonly list: string; readonly planted: number } {
  const draw = random(seed);
  let planted = 0;
  const put = () => {
    planted += 1;
    return plantedNumber(draw).written.replace(/[\n",]/g, ' ');
  };
  const given = ['张', '李', '王', '赵', '欧阳'];
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const lines = Array.from({ length: rows }, (_, index) => {
    const name = `${given[below(draw, given.length)]}某${'甲乙丙丁戊己庚辛'[index % 8]}`;
    const committee =
      below(draw, 2) === 0 ? `幸福居委会${put()}` : `幸福居委会${1 + below(draw, 90)}号${101 + below(draw, 800)}室`;
    planted += 1;
    return quoted([
      String(index + 1),
      below(draw, 3) === 0 ? `${name}（${put()}）` : below(draw, 2) === 0 ? `${name}${put()}` : name,
      idNumber(draw),
      '特困人员补助',
      '1200',
      `晴川街道${below(draw, 4) === 0 ? put() : ''}`,
      committee,
      `幸福路${put()}`,
      put(),
      put(),
      put(),
    ]);
  });
  const head = quoted([
    '序号',
    '姓名',
    '身份证号',
    '帮困项目',
    '金额',
    '街镇',
    '居委会',
    '家庭住址',
    '联系电话',
    '银行账号',
    '备注',
  ]);
  return { list: [head, ...lines].join('\n'), planted };
}

/** What `check --public` finds in files that may name this office. */
export async function exposedIn(files: readonly string[]): Promise<PublicFile['found']> {
  const all = await Promise.all(files.map((file) => checkPublic(file, ['021-59720000'])));
  return all.flatMap(({ found }) => found);
}
