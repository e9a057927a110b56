import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkDraft } from '../../../src/answer/check-draft.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-check-draft-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NOTICE = 'test/notices/texts/putuo-2017.txt';

it('finds the transcribed campaign and its notice to agree', async () => {
  const { same, missing, extra, unread } = await checkDraft('campaigns/putuo-2017.yaml', NOTICE);
  expect([same, missing, extra, unread]).toEqual([48, [], [], 0]);
});

it('tells a figure that was mistyped, and one that was left out', async () => {
  const campaign = readFileSync('campaigns/putuo-2017.yaml', 'utf8')
    .replace('amount: 99.23万元', 'amount: 92.93万元')
    .replace('        reach: 共计101人\n', '');
  const path = join(folder, 'campaign.yaml');
  writeFileSync(path, campaign);
  const { missing, extra } = await checkDraft(path, NOTICE);
  expect(missing.map(({ text }) => text)).toEqual(['99.23万元', '101人']);
  expect(extra).toEqual(['92.93万元']);
});
