/** A table in Markdown. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), `|${'---|'.repeat(titles.length)}`, ...rows.map(line)].join('\n');
}

/** YAML as it may stand in a cell. */
export const inCell = (yaml: string) =>
  yaml
    .split('\n')
    .map((line) => `\`${line}\``)
    .join('<br>');
