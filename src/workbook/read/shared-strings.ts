import type { Archive } from './archive.ts';
import { RichText } from './rich-text.ts';
import { readXml } from './xml.ts';

/** What the table may take in memory: two bytes a character and what an empty string costs. */
const LARGEST = 1024 * 1024 * 1024;
const OVERHEAD = 32;

/** The texts that cells point to. They are kept in memory, since any cell may point to any of them. */
export async function readSharedStrings(archive: Archive, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  const content = new RichText(() => archive.damaged('xml'));
  let size = 0;
  const reader = {
    open: content.open.bind(content),
    text: content.text.bind(content),
    close: (name: string) => {
      content.close(name);
      if (name !== 'si') return;
      const text = content.take();
      size += OVERHEAD + 2 * text.length;
      if (size > LARGEST) throw archive.tooLarge(LARGEST);
      strings.push(text);
    },
  };
  for await (const _ of readXml(archive, part, reader));
  return strings;
}
