import type { NoticePaper } from '../../report/publish/notice-paper.ts';
import { NOTICE_WORDS } from '../../text/notice-words.ts';
import { escaped } from '../../workbook/xml-text.ts';
import { readingText } from '../cell-text.ts';

/** No script, no picture, nothing from elsewhere: what is on the page is all there is in the file. */
const STYLE = `body{margin:2em auto;max-width:60em;padding:0 1em;font:16px/1.7 FangSong,仿宋,"Noto Serif CJK SC",serif;color:#000;background:#fff}
h1{font:normal 1.6em/1.4 "FZXiaoBiaoSong-B05S",方正小标宋简体,SimSun,"Noto Serif CJK SC",serif;text-align:center}
p{text-indent:2em;margin:.3em 0}table{width:100%;border-collapse:collapse;margin:1em 0}caption{position:absolute;left:-100vw}
th,td{border:1px solid #000;padding:.25em .5em;text-align:center}th{font-family:SimHei,黑体,"Noto Sans CJK SC",sans-serif;font-weight:normal}
td.n{text-align:right}.note,.signed{text-indent:0}.note{font-size:.9em}.signed{text-align:right}thead{display:table-header-group}tr{break-inside:avoid}
@media print{body{margin:0;max-width:none;font-size:12pt}@page{size:A4;margin:2cm}}`;

/** A notice as a page that stands by itself. */
export function renderNoticeHtml({
  title,
  paragraphs,
  objections,
  columns,
  rows,
  note,
  unit,
  date,
}: NoticePaper): string {
  const cells = (row: NoticePaper['rows'][number]) =>
    row
      .map((cell, at) => {
        const kind = cell.kind === 'money' ? ' class="n"' : '';
        const name = columns[at]?.isFigure ? '' : ' translate="no"';
        return `<td${kind}${name}>${escaped(readingText(cell))}</td>`;
      })
      .join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)}</title>
<style>${STYLE}</style></head>
<body><main><h1>${escaped(title)}</h1>
${[...paragraphs, objections].map((words) => `<p>${escaped(words)}</p>`).join('\n')}
<table><caption>${escaped(title)}</caption><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column.title)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody></table>
${note === null ? '' : `<p class="note">${escaped(note)}</p>\n`}<p class="signed">${escaped(unit + NOTICE_WORDS.unit)}</p>
<p class="signed">${escaped(date)}</p>
</main></body></html>
`;
}
