import { readFileSync } from 'node:fs';
import { serve } from '../../file/apart/serve.ts';
import { compoundTexts } from './compound-texts.ts';
import type { ForeignTexts, TextsInput } from './foreign-texts.ts';
import { pdfTexts } from './pdf-texts.ts';

serve(async ({ path, kind, characterMaps }: TextsInput): Promise<ForeignTexts> => {
  const bytes = readFileSync(path);
  try {
    return kind === 'pdf' ? await pdfTexts(bytes, characterMaps) : await compoundTexts(bytes);
  } catch (error) {
    return /password/i.test((error as Error).name) ? 'encrypted' : 'damaged';
  }
});
