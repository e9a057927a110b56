import iconv from 'iconv-lite';

/** The encodings that text can be written in. */
export type WrittenEncoding = 'utf-8' | 'gbk' | 'gb18030';

export const encoded = (text: string, encoding: WrittenEncoding): Buffer => iconv.encode(text, encoding);

/** How many bytes a text takes; null where it has a character that the encoding does not (㛃 and many of names are not in GBK). */
export function bytesIn(text: string, encoding: WrittenEncoding): number | null {
  const bytes = encoded(text, encoding);
  return iconv.decode(bytes, encoding, { stripBOM: false }) === text ? bytes.length : null;
}
