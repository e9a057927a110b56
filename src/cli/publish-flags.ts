import type { Day } from '../domain/calendar.ts';
import type { NoticesBy } from '../domain/published/notices-by.ts';
import type { ListFlags } from './list-flags.ts';

export type NoticeFormat = 'xlsx' | 'html' | 'docx';

/** What is said of notices on the command line, before what the campaign says. */
export interface PublishFlags extends ListFlags {
  readonly output?: string;
  readonly format?: readonly NoticeFormat[];
  readonly by?: NoticesBy;
  readonly names?: 'full' | 'masked';
  readonly from?: Day;
  readonly days?: number;
  readonly unit?: string;
  readonly phone?: string;
  readonly blocked?: readonly string[];
}
