import type { CheckedDraft } from '../answer/check-draft.ts';
import { shownText } from '../domain/shown/masking.ts';
import type { DraftWords } from '../text/zh/draft.ts';

/** How a campaign and its document differ, a line a figure. */
export function checkLines(
  { campaign, notice, same, missing, extra, unread }: CheckedDraft,
  words: DraftWords,
): string {
  const { check, key, spot } = words;
  const lines: string[] = [];
  if (missing.length + extra.length === 0) lines.push(check.same(campaign, notice.file, same));
  if (missing.length > 0) lines.push(check.missing(missing.length));
  for (const { text, context, spot: at, fate } of missing) {
    const what = fate.kind === 'placed' ? key[fate.key] : '';
    lines.push(check.line(`${notice.file}${spot(at)}`, text, what, context));
  }
  if (extra.length > 0) lines.push(check.extra(extra.length), ...extra.map((text) => `  ${text}`));
  if (notice.pictures.length > 0) lines.push(words.notRead(notice.pictures));
  if (unread > 0) lines.push(check.unread(unread));
  return `${lines.map(shownText).join('\n')}\n`;
}
