import { createHash } from 'node:crypto';
import type { CasesPanel, Chart, ChartData, Headline, Page } from '../../report/page/page.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { shownRecord } from '../door.ts';
import { barsAreBroken, barsHtml } from './chart/bars.ts';
import { COLOURS } from './chart/fluid.ts';
import { matrix } from './chart/matrix.ts';
import { spans } from './chart/spans.ts';
import { cssText, escapeHtml, page, sheetHtml } from './html.ts';
import { FILTER_SCRIPT } from './html-filter.ts';
import { REPORT_STYLE } from './html-style.ts';
import { foundHtml, foundStyle } from './report-findings.ts';

/** The page for leaders: one file, charts drawn already, nothing fetched (its own policy forbids it). */
export function renderReport(report: Page, words: ReportWords, catalogue: Catalogue): string {
  const hash = createHash('sha256').update(FILTER_SCRIPT).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  const style = REPORT_STYLE + foundStyle(words.findings) + footStyle(report, words);
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style>`;
  const body = [
    `<a class="skip" href="#content">${escapeHtml(words.skip)}</a>`,
    `<header><h1>${escapeHtml(report.title)}</h1>${[report.subtitle, ...report.read, report.dated].map(note).join('')}</header>`,
    '<main id="content" tabindex="-1">',
    headlines(report, words),
    ...(report.cases ? [casesHtml(report.cases, words)] : []),
    ...report.charts.map((chart) => chartHtml(chart, words)),
    foundHtml(report, words.findings, catalogue),
    `<section class="tables"><h2>${escapeHtml(words.tables.heading)}</h2>`,
    ...report.tables.map(
      (sheet) => `<details><summary>${escapeHtml(sheet.name)}</summary>${sheetHtml(sheet, null)}</details>`,
    ),
    '</section></main>',
    `<footer>${[words.masked, report.made].map(note).join('')}</footer>`,
    `<script>${FILTER_SCRIPT}</script>`,
  ];
  return page(report.title, body.join('\n'), catalogue, head);
}

/** What stands at the foot of every sheet of paper: of what it is, of which day, and which sheet of how many. */
function footStyle({ title, dated }: Page, { sheets: [before, between, after] }: ReportWords): string {
  const number = [before, 'counter(page)', between, 'counter(pages)', after];
  const content = number.map((part, index) => (index % 2 === 0 ? cssText(part ?? '') : part)).join(' ');
  return `@page{@bottom-left{content:${cssText(title)} "  " ${cssText(dated)}}@bottom-right{content:${content}}}`;
}

const note = (text: string) => `<p class="note">${escapeHtml(text)}</p>`;

function headlines({ headlines, scores }: Page, { headlines: words }: ReportWords): string {
  const lines = scores.map(
    ({ principle, state, style }) =>
      `<div class="score ${style}"><dt>${escapeHtml(principle)}</dt><dd>${escapeHtml(state)}</dd></div>`,
  );
  return `<section><h2>${escapeHtml(words.heading)}</h2>${cards(headlines)}<dl class="scores">${lines.join('')}</dl></section>`;
}

const cards = (headlines: readonly Headline[]): string =>
  `<dl class="cards">${headlines
    .map(
      ({ label, value, remark }) =>
        `<div class="card"><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(value)}</b><span>${escapeHtml(remark)}</span></dd></div>`,
    )
    .join('')}</dl>`;

/** How far cases are: on a phone, a card for each unit. */
function casesHtml({ verdict, headlines, sheets, notes }: CasesPanel, { cases: words }: ReportWords): string {
  return [
    `<section class="cases"><h2>${escapeHtml(words.heading)}</h2>`,
    cards(headlines),
    ...verdict.map(([style, line]) => `<p class="${style}">${escapeHtml(line)}</p>`),
    ...sheets.map((sheet) => `<h3>${escapeHtml(sheet.name)}</h3>${sheetHtml(sheet, null, { stacks: true })}`),
    ...notes.map(note),
    '</section>',
  ].join('\n');
}

function chartHtml({ heading, alt, data, table, notes }: Chart, { charts: words }: ReportWords): string {
  const shown = shownRecord(data);
  const isBroken = shown.kind === 'bars' && barsAreBroken(shown);
  return [
    `<section class="chart"><h2>${escapeHtml(heading)}</h2>`,
    shown.kind === 'bars' ? legend(shown) : '',
    `<figure role="group" aria-label="${escapeHtml(heading)}">${drawn(shown, alt)}</figure>`,
    ...[...notes, ...(isBroken ? [words.broken] : [])].map(note),
    `<details><summary>${escapeHtml(words.table)}</summary>${sheetHtml(table, null)}</details></section>`,
  ].join('\n');
}

/** What the colours are, of those that there are. */
function legend({ legend: names, items }: Extract<ChartData, { readonly kind: 'bars' }>): string {
  const used = new Set(items.flatMap(({ bars }) => bars.map(({ series }) => series)));
  const each = names.flatMap((name, index) =>
    used.has(index as 0 | 1 | 2)
      ? [`<span><i style="background:${COLOURS[index]}"></i>${escapeHtml(name)}</span>`]
      : [],
  );
  return each.length === 0 ? '' : `<p class="legend">${each.join('')}</p>`;
}

function drawn(data: ChartData, alt: string): string {
  switch (data.kind) {
    case 'bars':
      return barsHtml(data, alt);
    case 'matrix':
      return matrix(data.names, data.counts, alt);
    case 'spans':
      return spans(data, alt);
  }
}
