import { join } from 'node:path';
import type { CaseBook } from '../answer/cases/case-book.ts';
import { isSender, questionsOf, type Sending, type SendMode, sendings, sentEvents } from '../answer/cases/sending.ts';
import type { Day } from '../domain/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { CaseEvent } from '../domain/cases/event.ts';
import { shownFileName } from '../domain/file-name.ts';
import { renderLetter } from '../render/letter-docx.ts';
import { renderXlsx } from '../render/xlsx/xlsx.ts';
import { officialLetter } from '../report/cases/case-letter.ts';
import { type Letter, unitCalled, unitWorkbook } from '../report/cases/case-sheets.ts';
import { appendEvents } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import { type FoundCases, registerOf } from './cases.ts';
import type { Context } from './context.ts';
import type { DoubtFlags } from './doubt-flags.ts';
import { cutOf } from './doubts.ts';

export interface SendOptions {
  readonly folder: string;
  readonly mode: SendMode;
  readonly due: Day;
  readonly contact: string;
  readonly showIds: boolean;
  /** How many people's cases go out, and how many of the others; null: all. */
  readonly doubts?: DoubtFlags | null;
}

/** What went out. */
export interface SentCases {
  /** To so many units; those of whoever runs the campaign are not among them. */
  readonly units: number;
  readonly cases: number;
  /** What whoever runs the campaign looks into, and of that questions whether two people of different units are one. */
  readonly own: number;
  readonly questions: number;
  /** Of all of them. */
  readonly again: number;
  /** The department that sends, and so gets no letter; null where none does. */
  readonly sender: string | null;
}

/**
 * Writes a workbook and a letter for each unit that has open cases (whoever sends gets no letter), puts them in their places, and then in the register that they went
 * out: whoever is stopped in between has sheets that are sent again, and never a register that says more than what is there.
 */
export async function sendCases(found: FoundCases, options: SendOptions, context: Context): Promise<SentCases> {
  const written = await writeSheets(found, options, context);
  context.outputs.put({ quietly: true });
  written.record();
  return written.sent;
}

/** Sheets that were written. */
export interface WrittenSheets {
  readonly sent: SentCases;
  /** What the register will say of it. */
  readonly events: () => readonly CaseEvent[];
  /** Says so in the register. */
  readonly record: () => void;
}

/** Writes a workbook and a letter for each unit that has cases to be sent (no letter to oneself); nothing is in its place yet. */
export async function writeSheets(found: FoundCases, options: SendOptions, context: Context): Promise<WrittenSheets> {
  const { outputs, catalogue } = context;
  const register = registerOf(found);
  const book = found.bookOf(register.events);
  const all = sendings(options.doubts ? chosenOf(book, options.doubts) : book, options.mode);
  const time = eventTime(context.io);
  const before = new Set(register.events.flatMap(({ kind, time: at }) => (isOut(kind) ? [at] : [])));
  const letter = letterOf(found, before.size + 1, options, context);
  outputs.holdsPeople = true;
  const taken = new Set<string>();
  for (const sending of all) {
    const name = shownFileName(unitCalled(sending), taken);
    const workbook = unitWorkbook(sending, letter, { showIds: options.showIds });
    await outputs.write(join(options.folder, `${name}.xlsx`), renderXlsx(workbook, catalogue));
    if (isSender(sending.unit, letter.campaign)) continue;
    const file = found.say.letterFile(name, letter.isReminder);
    await outputs.write(
      join(options.folder, `${file}.docx`),
      renderLetter(officialLetter(sending, letter, `${name}.xlsx`)),
    );
  }
  const events = () => sentEvents(all, time, options.due);
  return {
    sent: counted(all, letter.campaign),
    events,
    record: () => appendEvents(found.register, found.plan.source.campaign.id, events),
  };
}

/** The cases of those who are looked at first, each person's together, and of some of the others drawn by chance. */
function chosenOf(book: CaseBook, flags: DoubtFlags): CaseBook {
  const { chosen, sample } = cutOf(book.cases, flags);
  return { ...book, cases: [...chosen, ...sample].flatMap(({ cases }) => cases) };
}

const isOut = (kind: string) => kind === 'sent' || kind === 'reminded';

function letterOf({ plan }: FoundCases, nth: number, options: SendOptions, { io }: Context): Letter {
  const { due, contact, mode } = options;
  return {
    campaign: plan.source.campaign,
    nth,
    day: io.today() as Day,
    due,
    contact,
    isReminder: mode === 'remind',
  };
}

function counted(all: readonly Sending[], campaign: Campaign): SentCases {
  const [own, others] = [
    all.filter(({ unit }) => unit.kind === 'host'),
    all.filter(({ unit }) => unit.kind !== 'host'),
  ];
  const casesIn = (some: readonly Sending[], isMeant: (before: number) => boolean = () => true) =>
    new Set(some.flatMap(({ items }) => items.flatMap(({ before, case: { id } }) => (isMeant(before) ? [id] : []))))
      .size;
  return {
    units: others.length,
    cases: casesIn(others),
    own: casesIn(own),
    questions: own.reduce((sum, sending) => sum + questionsOf(sending), 0),
    again: casesIn(all, (before) => before > 0),
    sender: others.find(({ unit }) => isSender(unit, campaign))?.unit.name ?? null,
  };
}
