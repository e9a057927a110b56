import type { Sending } from '../../answer/cases/sending.ts';
import { CASE_LETTERS as SAY } from '../../text/case-letters.ts';
import { type Letter, unitCalled } from './case-sheets.ts';

/** A letter of an office: what stands over it, whom it is for, what it says, and who sends it. */
export interface OfficialLetter {
  readonly title: string;
  readonly number: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  /** Whom to ask, with a number that is to be called; may be empty. */
  readonly contact: string;
  readonly attachment: string;
  readonly from: string;
  readonly day: string;
}

/** The letter that a unit's workbook, the file of this name, goes with: a 通知函, or a 催办函. */
export function officialLetter(sending: Sending, letter: Letter, file: string): OfficialLetter {
  const { campaign, nth, day, due, contact, isReminder } = letter;
  const cases = sending.items.length;
  const [year, month, date] = day.split('-').map(Number);
  return {
    title: (isReminder ? SAY.reminderTitle : SAY.noticeTitle)(campaign.title),
    number: SAY.number(campaign.id, nth),
    to: unitCalled(sending) + SAY.colon,
    paragraphs: [(isReminder ? SAY.reminder : SAY.notice)(campaign.title, cases, file), SAY.due(due), SAY.truth],
    contact: contact === '' ? '' : SAY.contact(contact),
    attachment: SAY.attachment(file),
    from: campaign.issuer ?? SAY.host,
    day: SAY.date(year ?? 0, month ?? 0, date ?? 0),
  };
}
