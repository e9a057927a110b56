import { join } from 'node:path';
import { type Published, publicNotices } from '../answer/publish.ts';
import { removedRows } from '../checks/group/removed-rows.ts';
import type { Day } from '../domain/calendar.ts';
import { shownFileName } from '../domain/file-name.ts';
import { grouped } from '../domain/money.ts';
import { withoutNumbers } from '../domain/published/without-numbers.ts';
import { type NoticeFrame, type NoticePaper, noticePaper } from '../report/publish/notice-paper.ts';
import { NOTICE_WORDS } from '../text/notice-words.ts';
import { examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { Output } from './io.ts';
import { sortInputs } from './list-flags.ts';
import { examinePairs } from './pairs.ts';
import type { NoticeFormat, PublishFlags } from './publish-flags.ts';

export interface PublishOptions extends PublishFlags {
  readonly folder: string;
  readonly formats: readonly NoticeFormat[];
}

const USUAL_DAYS = 7;

/** Writes the notices of a campaign, each in the formats that are asked for, and says what is on them and what is not. */
export async function writeNotices(files: readonly string[], options: PublishOptions, context: Context): Promise<void> {
  const { cli } = context.catalogue;
  const { campaigns, lists } = sortInputs(files, 'campaign');
  if (campaigns.length !== 1) throw new UsageError(cli.oneCampaign);
  const [plan] = await examine(campaigns, context);
  if (!plan) throw new UsageError(cli.needsCampaign);
  const { campaign, file } = { campaign: plan.source.campaign, file: plan.source.file };
  if (lists.length + campaign.lists.length === 0) throw new UsageError(cli.noListsGiven);
  const examined = await examinePairs(
    lists,
    { path: file.path, campaign },
    { ...options, amountOptional: true },
    context,
  );
  try {
    const frame = frameOf(campaign, options, context.io.today() as Day);
    const removed = await removedRows(examined.lists, examined.pairs);
    const published = await publicNotices(examined.lists, removed, {
      by: frame.by,
      names: (options.names ?? campaign.publish?.names) === 'full' ? 'full' : 'middle',
      words: campaign.publish?.words ?? {},
      day: frame.from,
    });
    if (published.notices.length === 0) throw new UsageError(cli.nobodyToPublish);
    context.outputs.holdsPeople = false; // it is for everybody
    const taken = new Set<string>();
    for (const notice of published.notices) await writeNotice(noticePaper(notice, frame), taken, options, context);
    context.outputs.put({ quietly: true });
    const errors = examined.checked.counts.error + examined.pairs.counts.error;
    sayPublished(published, frame, { errors, folder: options.folder }, context);
  } finally {
    examined.lists.database.close();
  }
}

function frameOf(campaign: NoticeFrame['campaign'], options: PublishOptions, today: Day): NoticeFrame {
  const { publish = {} } = campaign;
  return {
    campaign,
    by: options.by ?? publish.by ?? 'committee',
    unit: withoutNumbers(options.unit ?? publish.unit ?? campaign.issuer ?? ''),
    phone: options.phone ?? publish.phone ?? null,
    from: options.from ?? today,
    days: options.days ?? publish.days ?? USUAL_DAYS,
  };
}

async function writeNotice(
  paper: NoticePaper,
  taken: Set<string>,
  { formats, folder }: PublishOptions,
  { outputs }: Context,
): Promise<void> {
  const name = shownFileName(NOTICE_WORDS.file(paper.about), taken);
  for (const format of formats) await outputs.write(join(folder, `${name}.${format}`), await rendered(paper, format));
}

async function rendered(paper: NoticePaper, format: NoticeFormat): Promise<Output> {
  switch (format) {
    case 'xlsx':
      return (await import('../render/publish/notice-xlsx.ts')).renderNoticeXlsx(paper);
    case 'html':
      return (await import('../render/publish/notice-html.ts')).renderNoticeHtml(paper);
    case 'docx':
      return (await import('../render/publish/notice-docx.ts')).renderNoticeDocx(paper);
  }
}

function sayPublished(
  { notices, removed, held, nameless }: Published,
  { phone }: NoticeFrame,
  { errors, folder }: { readonly errors: number; readonly folder: string },
  { say, catalogue: { cli } }: Context,
): void {
  const figure = (count: number) => grouped(String(count));
  const rows = notices.reduce((sum, notice) => sum + notice.rows.length, 0);
  say(cli.published(figure(notices.length), figure(rows), folder));
  if (removed > 0) say(cli.notPublished(figure(removed)));
  if (held > 0) say(cli.heldFromPublic(figure(held)));
  if (nameless > 0) say(cli.namelessNotPublished(figure(nameless)));
  if (errors > 0) say(cli.publishedWithErrors(figure(errors)));
  if (phone === null) say(cli.publishWithoutPhone);
}
