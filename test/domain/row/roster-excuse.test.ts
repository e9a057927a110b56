import { describe, expect, it } from 'vitest';
import { type Excuse, meansDeceased, readExcuse } from '../../../src/domain/row/roster-excuse.ts';

const SAID: readonly (readonly [string, Excuse | null])[] = [
  ['死亡', 'deceased'],
  ['已死亡', 'deceased'],
  ['已故', 'deceased'],
  ['2026年1月5日去世', 'deceased'],
  ['于2026.1去世', 'deceased'],
  ['本人已去世（2026年1月）', 'deceased'],
  ['迁出', 'moved'],
  ['户籍迁出，外省', 'moved'],
  ['本人放弃', 'refused'],
  ['不愿领取', 'refused'],
  ['已退保', 'excluded'],
  ['注销', 'excluded'],
  ['已注销（2025年6月）', 'excluded'],
  ['死亡注销', 'deceased'],
  ['不符合条件：名下有车', 'excluded'],
  ['2025年11月病逝', 'deceased'],
  ['死亡待核减', 'deceased'],
  ['该户迁出', 'moved'],
  ['2月起停发', 'excluded'],
  ['死亡待核实', null],
  ['死亡未确认', null],
  ['人不在了', null],
  ['户籍注销', null],
  ['调离', null],
  ['转走', null],
  ['核减', null],
  ['减员', null],
  ['不再享受', null],
  ['羁押', null],
  ['丈夫已故', null],
  ['父母双亡', null],
  ['配偶去世', null],
  ['正常', null],
  ['在册', null],
  ['低保', null],
  ['因病致贫', null],
  ['未死亡', null],
  ['不放弃', null],
  ['', null],
];

describe('what a roster says of somebody', () => {
  it.each(SAID)('%s: %s', (text, excuse) => {
    expect(readExcuse(text)).toBe(excuse);
  });
});

describe('why people must not be paid', () => {
  it.each(['死亡名单', '殡葬火化数据', '公安注销：已故', 'deceased'])('%s means that they have died', (reason) => {
    expect(meansDeceased(reason)).toBe(true);
  });
  it.each(['公职人员', '名下有车', '有两套以上住房'])('%s does not', (reason) => {
    expect(meansDeceased(reason)).toBe(false);
  });
});
