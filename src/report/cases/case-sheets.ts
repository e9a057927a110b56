import type { CaseRow } from '../../answer/cases/case-finding.ts';
import { isSender, questionsOf, type SendItem, type Sending } from '../../answer/cases/sending.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { SHEET_COLUMNS, type SheetColumn } from '../../domain/cases/sheet-columns.ts';
import { ACTION_WORDS, STATE_WORDS } from '../../domain/cases/words.ts';
import { type Fen, grouped, yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { CASE_LETTERS as SAY } from '../../text/case-letters.ts';
import { type Shown, seenRow } from '../findings/pair-row.ts';
import {
  type Cell,
  type LongSheet,
  number,
  type Report,
  type Row,
  type Sheet,
  text,
  type WideColumn,
} from '../sheet.ts';

/** What a letter says besides its cases. */
export interface Letter {
  readonly campaign: Campaign;
  readonly nth: number;
  readonly day: Day;
  readonly due: Day;
  readonly contact: string;
  readonly isReminder: boolean;
}

/** How a unit is called on what goes to it. */
export const unitCalled = ({ unit }: Pick<Sending, 'unit'>): string => unit.name || SAY.host;

/**
 * What goes to one unit: a letter, or a few words where it is the one that sends, and its cases to be answered. Nothing of any other unit
 * is in it but rows that its own stand against.
 */
export function unitWorkbook(sending: Sending, letter: Letter, shown: Shown): Report<Sheet | LongSheet> {
  const isOwn = isSender(sending.unit, letter.campaign);
  return {
    title: isOwn ? SAY.ownTitle(unitCalled(sending)) : SAY.title(unitCalled(sending), letter.isReminder),
    sheets: [
      isOwn ? ownSheet(sending, letter, shown) : letterSheet(sending, letter, shown),
      doubtsSheet(sending, shown),
    ],
  };
}

type Line = readonly [what: string, says: string];

function letterSheet(sending: Sending, letter: Letter, { showIds }: Shown): Sheet {
  const { campaign, nth, day, due, contact } = letter;
  return linesSheet(SAY.letter, [
    [SAY.rows.campaign, campaign.title],
    [SAY.rows.to, unitCalled(sending)],
    [SAY.rows.from, campaign.issuer ?? ''],
    [SAY.rows.number, SAY.number(campaign.id, nth)],
    ...counted(sending),
    [SAY.rows.day, day],
    [SAY.rows.due, due],
    [SAY.rows.contact, contact],
    ...FILL,
    [SAY.rows.numbers, showIds ? SAY.notMasked : SAY.masked],
  ]);
}

/** What stands before the cases of whoever sends: who looks into them, and why those are its own. */
function ownSheet(sending: Sending, { campaign, day, due }: Letter, { showIds }: Shown): Sheet {
  const questions = questionsOf(sending);
  return linesSheet(SAY.own, [
    [SAY.rows.campaign, campaign.title],
    [SAY.rows.checks, campaign.issuer ?? unitCalled(sending)],
    ...counted(sending),
    ...(questions > 0 ? [[SAY.rows.questions, SAY.questions(questions)] as const] : []),
    [SAY.rows.made, day],
    [SAY.rows.ownDue, due],
    ...FILL,
    [SAY.rows.numbers, showIds ? SAY.ownNotMasked : SAY.masked],
  ]);
}

function counted({ items }: Sending): Line[] {
  const again = items.filter(({ before }) => before > 0).length;
  return [
    [SAY.rows.count, SAY.count(items.length)],
    ...(again > 0 ? [[SAY.rows.again, SAY.again(again)] as const] : []),
  ];
}

const FILL: readonly Line[] = SAY.fill.map((words, index) => [index === 0 ? SAY.rows.fill : '', words]);

function linesSheet(name: string, lines: readonly Line[]): Sheet {
  return {
    name,
    above: [],
    columns: [
      { title: SAY.what, kind: 'text', width: 18 },
      { title: SAY.says, kind: 'text', width: 96 },
    ],
    rows: lines.map(([what, says]) => {
      // Whom to ask is to be called: that number is nobody's on the lists.
      const said = what === SAY.rows.contact ? number(says) : text(says);
      return { level: 'item', cells: [text(what, 'strong'), said] };
    }),
    below: [],
  };
}

const STATES = ['confirmed', 'partly', 'refuted', 'allowed'] as const;

/** Widths at which a page of A4 across stays readable. */
const WIDTHS: Readonly<Record<SheetColumn, number>> = {
  id: 14,
  says: 27,
  own: 25,
  other: 25,
  risk: 12,
  state: 10,
  action: 9,
  confirmed: 11,
  recovered: 11,
  irrecoverable: 11,
  note: 15,
  by: 8,
};

const INPUTS: Readonly<Partial<Record<SheetColumn, NonNullable<WideColumn['input']>>>> = {
  state: { choices: STATES.map((state) => STATE_WORDS[state]) },
  action: { choices: Object.values(ACTION_WORDS) },
  confirmed: { amount: true },
  recovered: { amount: true },
  irrecoverable: { amount: true },
};

function doubtsSheet(sending: Sending, shown: Shown): LongSheet {
  const columns = (Object.keys(SHEET_COLUMNS) as SheetColumn[]).map((column): WideColumn => {
    const input = INPUTS[column];
    const isMoney = column === 'risk' || (input !== undefined && 'amount' in input);
    return {
      title: SHEET_COLUMNS[column],
      kind: isMoney ? 'money' : 'text',
      width: WIDTHS[column],
      ...(input ? { input } : {}),
    };
  });
  return { name: SAY.doubts, above: [], columns, rows: doubtRows(sending, shown), below: [] };
}

async function* doubtRows(sending: Sending, shown: Shown): AsyncGenerator<Row> {
  for (const item of sending.items) yield { level: 'item', cells: doubtCells(item, sending, shown) };
}

function doubtCells({ case: each, code }: SendItem, { unit }: Sending, shown: Shown): Cell[] {
  const rows = each.finding?.rows ?? [];
  const isOwn = (row: CaseRow) =>
    unit.kind === 'committee'
      ? row.payout.livesIn === unit.name
      : unit.kind === 'host' || row.payout.department === unit.name;
  const isForHost = unit.kind === 'host' && each.finding?.band === 'review';
  // Whoever runs the campaign has the two of a question side by side.
  const [own, others] = isForHost
    ? [rows.slice(0, 1), rows.slice(1)]
    : [rows.filter(isOwn), rows.filter((row) => !isOwn(row))];
  const { decision } = each;
  const fen = (value: Fen | null | undefined): Cell =>
    value === null || value === undefined ? text('') : { kind: 'money', value, in: 'yuan' };
  return [
    number(`${each.id}/${code}`),
    text(each.says),
    number(rows.length === 0 ? (each.finding?.places ?? []).join(SAY.between) : recordsOf(own, shown)),
    number(recordsOf(others, isForHost ? shown : { showIds: false })),
    fen(each.finding?.amount),
    text(decision ? STATE_WORDS[decision.state] : ''),
    text(decision?.action ? ACTION_WORDS[decision.action] : ''),
    ...[fen(decision?.confirmed), fen(decision?.recovered), fen(decision?.irrecoverable)],
    text(decision ? decision.reason || decision.note : ''),
    text(decision?.by ?? ''),
  ];
}

/** So many rows stand in a cell: nobody reads more there. */
const MOST_RECORDS = 6;

/** Rows as one cell says them, one behind another. */
function recordsOf(rows: readonly CaseRow[], shown: Shown): string {
  const some = rows.slice(0, MOST_RECORDS).map((row) => recordOf(row, shown));
  return [...some, ...(rows.length > MOST_RECORDS ? [SAY.more(rows.length - MOST_RECORDS)] : [])].join(SAY.between);
}

function recordOf({ place, role, payout }: CaseRow, shown: Shown): string {
  const nowhere = { file: '', sheet: null, row: null, column: null };
  const seen = seenRow({ place: nowhere, role, payout }, shown);
  const whose =
    role === 'roster' ? SAY.onRoster : role === 'return' ? SAY.fromBank : SAY.otherUnit(maskText(payout.department));
  const parts = [
    whose,
    place,
    seen.name,
    seen.id,
    seen.measure,
    seen.amount === null ? seen.amountText : SAY.yuan(grouped(yuan(seen.amount))),
    seen.paidOn === '' ? '' : SAY.paidOn(seen.paidOn),
    seen.livesIn,
  ];
  return parts.filter(Boolean).join(SAY.record);
}
