import { BarChart, HeatmapChart, SankeyChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import type { EChartsCoreOption } from 'echarts/core';
import * as echarts from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  BarChart,
  HeatmapChart,
  SankeyChart,
  GridComponent,
  LegendComponent,
  VisualMapComponent,
  LegacyGridContainLabel,
  SVGRenderer,
]);

/** Stands for the page's own colour of text, which is light on dark and dark on light. */
const TEXT = '#0a0b0c';
/** Seen on white and on black; told apart by people who see few colours (after Okabe and Ito). */
export const COLOURS = ['#2f7fc1', '#d98a00', '#1f9e77', '#c2599b', '#8a7b00', '#c4501b', '#6a6fc4'] as const;
export const LINE = '#8a929b';

export const TEXT_STYLE = { color: TEXT, fontSize: 13, fontFamily: 'sans-serif' } as const;

/** A chart as SVG, drawn here and now: the page needs no script and no network for it. Its text takes the page's colour. */
export function drawChart(width: number, height: number, option: EChartsCoreOption): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    textStyle: TEXT_STYLE,
    color: [...COLOURS],
    backgroundColor: 'transparent',
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withoutHandles(svg)
    .replaceAll(TEXT, 'currentColor')
    .replace(/<svg width="\d+" height="\d+"/, `<svg width="100%" style="max-width:${width}px"`);
}

/** What a script would take hold of, of which there is none; some of it is numbered differently at every drawing. */
function withoutHandles(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class="zr[^"]*"|ecmeta_\w+="[^"]*"|pointer-events="[^"]*")/g, '');
}
