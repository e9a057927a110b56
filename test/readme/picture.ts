import stringWidth from 'fast-string-width';

const CHARACTER = 8.4;
const LINE = 19;
const MARGIN = 16;
const COLOURS: Record<string, string> = { 31: '#f85149', 32: '#3fb950', 33: '#d29922', 36: '#39c5cf' };

/** Coloured terminal output as an SVG picture in which every character keeps its column, whatever font shows it. */
export function terminalPicture(command: string, output: string): string {
  const lines = [`\u001b[1m$ ${command}\u001b[22m`, ...output.trimEnd().split('\n')];
  const columns = Math.max(...lines.map((line) => stringWidth(line)));
  const [width, height] = [columns * CHARACTER + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  const body = lines.map((line, row) => pictureLine(line, MARGIN + row * LINE + 14)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width.toFixed(0)}" height="${height}" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img">
<title>${escaped(command)}</title>
<style>text{white-space:pre}</style>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace" font-size="14" fill="#e6edf3" xml:space="preserve">
${body}
</g>
</svg>
`;
}

function pictureLine(line: string, y: number): string {
  const style = { bold: false, dim: false, colour: '' };
  let column = 0;
  const runs: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with ESC
  for (const part of line.split(/(\u001b\[\d+m)/)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are written with ESC
    const code = /^\u001b\[(\d+)m$/.exec(part)?.[1];
    if (code !== undefined) apply(style, code);
    else
      for (const run of part.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []) {
        const width = stringWidth(run);
        if (run.trim() !== '') runs.push(pictureRun(run, column, width, y, style));
        column += width;
      }
  }
  return runs.join('');
}

function pictureRun(
  run: string,
  column: number,
  width: number,
  y: number,
  style: { bold: boolean; dim: boolean; colour: string },
): string {
  const attributes = [
    `x="${(MARGIN + column * CHARACTER).toFixed(1)}" y="${y}" textLength="${(width * CHARACTER).toFixed(1)}"`,
    style.bold ? 'font-weight="bold"' : '',
    style.colour ? `fill="${style.colour}"` : style.dim ? 'fill="#8b949e"' : '',
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escaped(run)}</text>`;
}

function apply(style: { bold: boolean; dim: boolean; colour: string }, code: string): void {
  if (code === '1') style.bold = true;
  else if (code === '2') style.dim = true;
  else if (code === '22') style.bold = style.dim = false;
  else if (code === '39') style.colour = '';
  else style.colour = COLOURS[code] ?? '';
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
