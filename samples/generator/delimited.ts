import iconv from 'iconv-lite';

/** The text encodings of lists; `utf8-bom` and `utf16` begin with a byte order mark. */
export type Encoding = 'utf8' | 'utf8-bom' | 'gbk' | 'utf16';

export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'gbk') return iconv.encode(text, 'gb18030');
  return Buffer.from(text, encoding === 'utf16' ? 'utf16le' : 'utf8');
}

export function byteOrderMark(encoding: Encoding): Buffer {
  return encoding === 'utf8-bom' || encoding === 'utf16' ? encode('\uFEFF', encoding) : Buffer.alloc(0);
}

const SPECIAL = /["\r\n\t,;|]/;

/** One line, quoted where it must be, with the line end that spreadsheets write. */
export function delimited(cells: readonly string[], delimiter: string): string {
  const isPlain = !SPECIAL.test(cells.join('')); // one look at all of them: most lines are
  return `${(isPlain ? cells : cells.map(quoted)).join(delimiter)}\r\n`;
}

function quoted(cell: string): string {
  return SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
