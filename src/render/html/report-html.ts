import { createHash } from 'node:crypto';
import type { Chart, ChartData, Page, PageFinding } from '../../report/page/page.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { shownRecord } from '../door.ts';
import { flows, moneyBars, overlapMatrix, rateBars, timeline } from './chart/charts.ts';
import { escapeHtml, page, sheetHtml } from './html.ts';
import { FILTER_SCRIPT } from './html-filter.ts';
import { REPORT_STYLE } from './html-style.ts';

/** The page for leaders: one file, charts drawn already, nothing fetched (its own policy forbids it). */
export function renderReport(report: Page, words: ReportWords, catalogue: Catalogue): string {
  const hash = createHash('sha256').update(FILTER_SCRIPT).digest('base64');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${REPORT_STYLE}</style>`;
  const body = [
    `<a class="skip" href="#content">${escapeHtml(words.skip)}</a>`,
    `<header><h1>${escapeHtml(report.title)}</h1>${[report.subtitle, ...report.read].map(note).join('')}</header>`,
    '<main id="content" tabindex="-1">',
    headlines(report, words),
    ...report.charts.map((chart) => chartHtml(chart, words)),
    findings(report, words, catalogue),
    `<section><h2>${escapeHtml(words.tables.heading)}</h2>`,
    ...report.tables.map(
      (sheet) => `<details><summary>${escapeHtml(sheet.name)}</summary>${sheetHtml(sheet, null)}</details>`,
    ),
    '</section></main>',
    `<footer>${[words.masked, report.made].map(note).join('')}</footer>`,
    `<script>${FILTER_SCRIPT}</script>`,
  ];
  return page(report.title, body.join('\n'), catalogue, head);
}

const note = (text: string) => `<p class="note">${escapeHtml(text)}</p>`;

function headlines({ headlines, scores }: Page, { headlines: words }: ReportWords): string {
  const cards = headlines.map(
    ({ label, value, remark }) =>
      `<div class="card"><dt>${escapeHtml(label)}</dt><dd><b>${escapeHtml(value)}</b><span>${escapeHtml(remark)}</span></dd></div>`,
  );
  const lines = scores.map(
    ({ principle, state, style }) =>
      `<div class="score ${style}"><dt>${escapeHtml(principle)}</dt><dd>${escapeHtml(state)}</dd></div>`,
  );
  return `<section><h2>${escapeHtml(words.heading)}</h2><dl class="cards">${cards.join('')}</dl><dl class="scores">${lines.join('')}</dl></section>`;
}

function chartHtml({ heading, alt, data, table, notes }: Chart, { charts: words }: ReportWords): string {
  const svg = drawn(data).replace('<svg ', `<svg role="img" aria-label="${escapeHtml(alt)}" `);
  return [
    `<section><h2>${escapeHtml(heading)}</h2>`,
    `<figure class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(heading)}">${svg}</figure>`,
    ...notes.map(note),
    `<details><summary>${escapeHtml(words.table)}</summary>${sheetHtml(table, null)}</details></section>`,
  ].join('\n');
}

function drawn(given: ChartData): string {
  const data = shownRecord(given);
  switch (data.kind) {
    case 'money':
      return moneyBars(data.names, data.series);
    case 'rates':
      return rateBars(data.names, data.rates, data.labels);
    case 'flows':
      return flows(data.flows);
    case 'matrix':
      return overlapMatrix(data.names, data.counts);
    case 'spans':
      return timeline(data.spans);
  }
}

function findings({ findings: all, found }: Page, { findings: words }: ReportWords, { severity }: Catalogue): string {
  const heading = `<h2>${escapeHtml(words.heading)}</h2>`;
  if (all.length === 0) return `<section>${heading}<p>${escapeHtml(words.none)}</p></section>`;
  const severities = [...new Set(all.map((finding) => finding.severity))];
  const rules = [...new Map(all.map(({ rule, title }) => [rule, title]))];
  const option = (value: string, label: string) => `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`;
  const select = (id: string, label: string, options: readonly string[]) =>
    `<label for="${id}">${escapeHtml(label)}</label><select id="${id}">${option('', words.all)}${options.join('')}</select>`;
  const { columns } = words;
  const titles = [columns.severity, columns.rule, columns.message, columns.people, columns.places];
  return [
    `<section>${heading}`,
    ...(found > all.length ? [`<p class="note">${escapeHtml(words.cut(String(all.length), String(found)))}</p>`] : []),
    `<div class="filter" role="search"><label for="search">${escapeHtml(words.search)}</label><input id="search" type="search" autocomplete="off">`,
    select(
      'severity',
      words.severity,
      severities.map((each) => option(each, severity[each])),
    ),
    select(
      'rule',
      words.rule,
      rules.map(([rule, title]) => option(rule, title)),
    ),
    `<p role="status"><output id="matching">${all.length}</output> ${escapeHtml(words.shown)}</p></div>`,
    `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(words.heading)}"><table id="found"><thead><tr>`,
    ...titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`),
    `<th scope="col" class="n">${escapeHtml(columns.amount)}</th></tr></thead><tbody>`,
    ...all.map((finding) => findingRow(finding, severity)),
    '</tbody></table></div></section>',
  ].join('');
}

function findingRow(
  { severity, rule, title, message, people, places, amount }: PageFinding,
  words: Catalogue['severity'],
): string {
  const lines = (texts: readonly string[]) => texts.map(escapeHtml).join('<br>');
  return `<tr data-severity="${severity}" data-rule="${escapeHtml(rule)}"><td class="${severity}">${escapeHtml(words[severity])}</td><td>${escapeHtml(title)}</td><td>${escapeHtml(message)}</td><td>${lines(people)}</td><td>${lines(places)}</td><td class="n">${escapeHtml(amount)}</td></tr>\n`;
}
