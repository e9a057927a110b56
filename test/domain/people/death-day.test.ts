import { describe, expect, it } from 'vitest';
import { readDeath } from '../../../src/domain/people/death-day.ts';

describe('a cell of a day of death', () => {
  it.each(['2025-01-05', '2025年1月5日', '20250105', '2025.1.5', '45662'])('says the day: %s', (cell) => {
    expect(readDeath(cell)).toEqual({ day: '2025-01-05' });
  });

  it.each(['2025年1月', '2025-01', '202501'])('or its month: %s', (cell) => {
    expect(readDeath(cell)).toEqual({ month: '2025-01' });
  });

  it.each([
    ...['2024-13-05', '2024-2-30', '5/1/2024', '2024', '2024年底', '去年12月', '24.12.30', '1月5日'],
    ...['已故', '死亡', '是', '不详', '日期不详', '时间不明', '未知', '2024年12月（农历）', '☒2024'],
  ])('or that somebody died, and no day that can be read: %s', (cell) => {
    expect(readDeath(`  ${cell} `)).toEqual({ unread: cell });
  });

  it.each([
    ...['', '-', '/', '无', '0', '00000000', '0000-00-00', '0000-00-00 00:00:00', '0001-01-01', '0001/1/1'],
    ...['1900-01-00', '1900-01-01', '1900/1/0 0:00', '19000101', '1899-12-30', '9999-12-31', '99991231'],
    ...['健在', '在世', '未死亡', '没有死亡记录', '2024年12月核查健在', '否', '正常', '非死亡人员', '无记录'],
  ])('or nothing of the kind: %s', (cell) => {
    expect(readDeath(cell)).toBeNull();
  });

  it('shows no more of it than a date could need', () => {
    expect(readDeath(`死于${'很久'.repeat(100)}`)).toEqual({ unread: `死于${'很久'.repeat(19)}` });
  });
});
