import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Draft } from '../../src/domain/notice/draft.ts';
import { draftOf } from '../../src/domain/notice/draft-of.ts';
import { type CampaignFile, readCampaign } from '../../src/read/campaign-file.ts';
import { textLines } from '../../src/read/notice/text-lines.ts';
import { renderDraft } from '../../src/render/draft-yaml.ts';
import words from '../../src/text/zh/draft.ts';

export const TEXTS = 'test/notices/texts';

export const draftOfText = (text: string): Draft => draftOf(textLines(text));

/** A text that is kept here, drafted. */
export const draftOfNotice = (name: string): Draft => draftOfText(readFileSync(join(TEXTS, `${name}.txt`), 'utf8'));

/** The draft as the campaign that its file is read as. Throws where it does not load. */
export function campaignOf(draft: Draft): CampaignFile {
  const folder = mkdtempSync(join(tmpdir(), 'relief-drafts-'));
  try {
    const file = join(folder, 'draft.yaml');
    writeFileSync(file, renderDraft({ file: 'notice.txt', id: 'draft', draft, pictures: [] }, words, '：'));
    return readCampaign(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
