/** What one language has of a page in both. */
interface Say {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Say;
export const LANGUAGES: readonly Language[] = ['en', 'zh'];

/** Where a page of docs/ stands, by its English name. */
export const pageFile = (name: string, language: Language) => `docs/${name}${language === 'zh' ? '.zh-CN' : ''}.md`;

/** The line at the head of a page that leads to the other language and says what makes it. */
export function pageHead(title: string, name: string, language: Language): string {
  const other = `${name.split('/').at(-1)}${language === 'zh' ? '' : '.zh-CN'}.md`;
  return `# ${title}\n\n[${language === 'zh' ? 'English' : '简体中文'}](${other})\n`;
}

/** Text as it may stand in a cell of a table. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>').replaceAll('<title>', '`<title>`');

export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row.map(cell)))].join('\n');
}
