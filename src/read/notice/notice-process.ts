import { readFileSync } from 'node:fs';
import WordExtractor from 'word-extractor';
import { serve } from '../../file/apart/serve.ts';
import type { Foreign, ForeignInput } from './foreign.ts';
import { pdfLines } from './pdf-lines.ts';

serve(async ({ path, kind, characterMaps }: ForeignInput): Promise<Foreign> => {
  const bytes = readFileSync(path);
  try {
    return kind === 'pdf' ? await pdfLines(new Uint8Array(bytes), characterMaps) : await docLines(bytes);
  } catch (error) {
    return /password/i.test((error as Error).name) ? 'encrypted' : 'damaged';
  }
});

/** Text boxes and footnotes stand behind the text. */
async function docLines(bytes: Buffer): Promise<Foreign> {
  const document = await new WordExtractor().extract(bytes);
  const asIs = { filterUnicode: false }; // else quotation marks become those of English
  const parts = [document.getBody(asIs), document.getTextboxes(asIs), document.getFootnotes(asIs)];
  const lines = parts.flatMap((part) => (part ?? '').split(/\p{Cc}+/u));
  return { lines: lines.map((text, index) => ({ text, at: index + 1 })), pictures: [], pages: 0 };
}
