import type { ReportWords } from '../../text/zh/page.ts';
import { coverageChart } from './coverage-chart.ts';
import { flowsChart, spendingChart } from './money-charts.ts';
import { overlapChart } from './overlap-chart.ts';
import type { Overview } from './overview.ts';
import type { Chart } from './page.ts';
import { timelineChart } from './timeline-chart.ts';

/** The charts of a campaign, of which each is there only where it has something to show. */
export function pageCharts(overview: Overview, words: ReportWords): Chart[] {
  return [spendingChart, flowsChart, coverageChart, overlapChart, timelineChart].flatMap(
    (chart) => chart(overview, words) ?? [],
  );
}
