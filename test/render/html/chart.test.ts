import { describe, expect, it } from 'vitest';
import { barsAreBroken, barsHtml } from '../../../src/render/html/chart/bars.ts';
import { matrix } from '../../../src/render/html/chart/matrix.ts';
import { scaleEnd } from '../../../src/render/html/chart/scale.ts';
import { spans } from '../../../src/render/html/chart/spans.ts';
import { width } from '../../../src/render/width.ts';

describe('where a scale ends', () => {
  it.each([
    ['at the largest', [5, 3, 9], 9],
    ['at the largest, also where it is much larger than some', [2222, 375, 270, 5], 2222],
    ['before one that is ten times as large as all others', [5000, 30, 20, 10], 30],
    ['before several such of many', [9000, 8000, 30, 20, 10, 9, 8, 7], 30],
    ['at the largest of two halves, of which neither is the exception', [9000, 8000, 3, 2], 9000],
    ['at the only one', [7], 7],
    ['nowhere', [0, 0], 0],
  ])('%s', (_, values, end) => {
    expect(scaleEnd(values)).toBe(end);
  });
});

const bar = (name: string, value: number) => ({ name, bars: [{ value, label: String(value), series: 0 as const }] });
const lengths = (svg: string) =>
  [...svg.matchAll(/width="([\d.]+)%" height="13"/g)].map(([, length]) => Number(length));

describe('bars', () => {
  it('are as long as their values, and one beyond the scale is broken', () => {
    const data = {
      kind: 'bars',
      items: [bar('甲', 5000), bar('乙', 30), bar('丙', 15)],
      legend: [],
      whole: null,
    } as const;
    const svg = barsHtml(data, '条形图');
    expect(barsAreBroken(data)).toBe(true);
    expect(svg).toContain('class="break"');
    const [far = 0, most = 0, half = 0] = lengths(svg);
    expect(far).toBe(most);
    expect(half).toBeCloseTo(most / 2);
  });

  it('of a hundred per cent have what is lacking behind them', () => {
    const svg = barsHtml({ kind: 'bars', items: [bar('南屏', 0.5)], legend: [], whole: 1 }, '覆盖率');
    const [rest = 0, reached = 0] = lengths(svg);
    expect(reached).toBeCloseTo(rest / 2);
  });

  it('are told once, in drawings that each fit a page', () => {
    const items = Array.from({ length: 10 }, (_, index) => bar(`部门${index}`, index));
    const svg = barsHtml({ kind: 'bars', items, legend: [], whole: null }, '十个部门');
    expect(svg.match(/<svg /g)?.length).toBeGreaterThan(1);
    expect(svg.match(/role="img"/g)).toHaveLength(1);
  });

  it('have names in lines that a phone has room for, and nothing in them is markup', () => {
    const name = `${'区残疾人联合会社区综合帮扶项目办公室'.repeat(3)}<b>`;
    const svg = barsHtml({ kind: 'bars', items: [bar(name, 1)], legend: [], whole: null }, '图');
    const lines = [...svg.matchAll(/<text class="name"[^>]*>([^<]*)</g)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(width(line)).toBeLessThanOrEqual(45);
    expect(svg).not.toContain('<b>');
  });
});

it('spans stand within their days, the last too', () => {
  const items = [
    { name: '动员', start: 0, days: 1, label: '12-31' },
    { name: '总结', start: 59, days: 1, label: '02-28' },
  ];
  const svg = spans({ kind: 'spans', spans: items, ticks: [{ label: '2026-01', day: 1 }], days: 60 }, '进度');
  const ends = [...svg.matchAll(/x="([\d.]+)%" y="\d+" width="([\d.]+)%"/g)].map(([, x, w]) => Number(x) + Number(w));
  expect(Math.max(...ends)).toBeLessThanOrEqual(100);
});

it('a matrix says who stands in a row and a column, and leaves the diagonal empty', () => {
  const html = matrix(
    ['甲', '乙'],
    [
      [null, 3],
      [3, null],
    ],
    '重叠',
  );
  expect(html.match(/class="self"/g)).toHaveLength(2);
  expect(html.match(/>3<\/td>/g)).toHaveLength(2);
  expect(html).toContain('<caption>重叠</caption>');
});
