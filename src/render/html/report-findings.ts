import type { Page, PageFinding } from '../../report/page/page.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { cssText, escapeHtml } from './html.ts';

type Words = ReportWords['findings'];

const option = (value: string, label: string) => `<option value="${escapeHtml(value)}">${escapeHtml(label)}</option>`;

/**
 * The findings of a page, worst first. It begins with the first of each rule, and so it prints: the script of `html-filter.ts` shows
 * all that match what is asked for, or all of them.
 */
export function foundHtml({ findings: all, found, byRule }: Page, words: Words, catalogue: Catalogue): string {
  const heading = `<h2>${escapeHtml(words.heading)}</h2>`;
  if (all.length === 0) return `<section>${heading}<p>${escapeHtml(words.none)}</p></section>`;
  const note = (text: string, style = 'note') => `<p class="${style}">${escapeHtml(text)}</p>`;
  const departments = [...new Set(all.flatMap((finding) => finding.departments))];
  const numberOf = new Map(departments.map((name, index) => [name, index]));
  const seen = new Set<string>();
  const rows = all.map((finding) => {
    const isFirst = !seen.has(finding.rule);
    seen.add(finding.rule);
    return rowHtml(finding, isFirst ? (byRule.get(finding.rule) ?? 0) : null, numberOf, words, catalogue);
  });
  const { columns } = words;
  const titles = [columns.severity, columns.rule, columns.message, columns.people, columns.places];
  return [
    `<section class="findings">${heading}`,
    ...(found > all.length ? [note(words.cut(String(all.length), String(found)))] : []),
    filterHtml(all, departments, byRule.size, found, words, catalogue),
    note(words.printed, 'note paper'),
    '<table id="found"><thead><tr>',
    ...titles.map((title) => `<th scope="col">${escapeHtml(title)}</th>`),
    `<th scope="col" class="n">${escapeHtml(columns.amount)}</th></tr></thead><tbody>`,
    ...rows,
    '</tbody></table></section>',
  ].join('');
}

function filterHtml(
  all: readonly PageFinding[],
  departments: readonly string[],
  rules: number,
  found: number,
  words: Words,
  { severity }: Catalogue,
): string {
  const select = (id: string, label: string, options: readonly string[]) =>
    `<label>${escapeHtml(label)} <select id="${id}">${option('', words.all)}${options.join('')}</select></label>`;
  const severities = [...new Set(all.map((finding) => finding.severity))];
  const titles = [...new Map(all.map(({ rule, title }) => [rule, title]))];
  return [
    `<div class="filter" role="search"><label>${escapeHtml(words.search)} <input id="search" type="search" autocomplete="off"></label>`,
    select(
      'severity',
      words.severity,
      severities.map((each) => option(each, severity[each])),
    ),
    select(
      'rule',
      words.rule,
      titles.map(([rule, title]) => option(rule, title)),
    ),
    ...(departments.length > 1
      ? [
          select(
            'department',
            words.department,
            departments.map((name, index) => option(String(index), name)),
          ),
        ]
      : []),
    `<label><input id="every" type="checkbox"> ${escapeHtml(words.every)}</label>`,
    `<p role="status"><span id="few">${escapeHtml(words.few(String(rules), String(found)))}</span>`,
    `<span id="some" hidden><output id="matching">${all.length}</output> ${escapeHtml(words.shown)}</span></p></div>`,
  ].join('');
}

/** `of` is how many its rule found, of which it is the first; null where it is another. */
function rowHtml(
  { severity, rule, title, message, people, places, departments, amount }: PageFinding,
  of: number | null,
  numberOf: ReadonlyMap<string, number>,
  words: Words,
  { severity: severities }: Catalogue,
): string {
  const lines = (texts: readonly string[]) => texts.map(escapeHtml).join('<br>');
  const touched = departments.map((name) => numberOf.get(name)).join(' ');
  const more = of === null || of === 1 ? '' : ` <span class="of">${escapeHtml(words.inAll(String(of)))}</span>`;
  const cells = [
    `<td class="${severity}">${escapeHtml(severities[severity])}</td><td>${escapeHtml(title)}${more}</td>`,
    `<td>${escapeHtml(message)}</td><td>${lines(people)}</td><td>${lines(places)}</td><td class="n">${escapeHtml(amount)}</td>`,
  ];
  return `<tr data-severity="${severity}" data-rule="${escapeHtml(rule)}" data-of="${touched}"${of === null ? '' : ' class="first"'}>${cells.join('')}</tr>\n`;
}

/** On a narrow screen a finding is a card, whose lines are named by the headings of the table. */
export function foundStyle({ columns }: Words): string {
  const named = [columns.people, columns.places, columns.amount].map(
    (title, index) => `#found td:nth-child(${index + 4}):not(:empty)::before{content:${cssText(title)}}`,
  );
  return `@media screen and (max-width:46rem){${named.join('')}}`;
}
