import { escapeHtml } from '../html.ts';
import { scaleEnd } from './scale.ts';

/** What the darkest cell has of the colour: figures on it can be read in light and dark. */
const DARKEST = 0.55;

/** How many people two departments have in common, the darker the more: a table, whose headings stand upright. */
export function matrix(names: readonly string[], counts: readonly (readonly (number | null)[])[], alt: string): string {
  const end = scaleEnd(counts.flat().map((count) => count ?? 0));
  const cell = (count: number | null, isSelf: boolean) => {
    if (isSelf) return '<td class="self"></td>';
    if (count === null) return '<td></td>';
    const share = DARKEST * Math.min(1, count / Math.max(1, end));
    return `<td style="background:rgba(47,127,193,${share.toFixed(2)})">${count}</td>`;
  };
  const heads = names.map((name) => `<th scope="col"><span>${escapeHtml(name)}</span></th>`);
  const rows = names.map(
    (name, y) =>
      `<tr><th scope="row">${escapeHtml(name)}</th>${names.map((_, x) => cell(counts[y]?.[x] ?? null, x === y)).join('')}</tr>`,
  );
  return `<table class="matrix"><caption>${escapeHtml(alt)}</caption><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
