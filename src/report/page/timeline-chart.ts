import { addDays, type Day, daysBetween } from '../../domain/calendar.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { schedule } from '../../totals/status/schedule.ts';
import { text } from '../sheet.ts';
import { chartTable } from './chart-table.ts';
import type { Overview } from './overview.ts';
import type { Chart, Tick } from './page.ts';

/** Months are named no closer to each other, and no closer to the end, than a phone has room for: as parts of the whole. */
const BETWEEN_TICKS = 0.2;

export function timelineChart({ budget }: Overview, { charts: words }: ReportWords): Chart | null {
  const dated = schedule(budget.campaign).flatMap(({ what, name, from, until }) => {
    const [first, last] = [from ?? until, until ?? from];
    return what !== 'task' && first !== null && last !== null ? [{ name, from, first, last }] : [];
  });
  if (dated.length === 0) return null;
  const begin = dated.reduce<Day>((day, { first }) => (first < day ? first : day), dated[0]?.first ?? '');
  const end = dated.reduce<Day>((day, { last }) => (last > day ? last : day), begin);
  const days = daysBetween(begin, end) + 1;
  const label = ({ from, last }: (typeof dated)[number]) => (from === null ? words.by(last) : words.until(from, last));
  return {
    heading: words.timeline,
    alt: words.timelineAlt,
    notes: [],
    data: {
      kind: 'spans',
      spans: dated.map((each) => ({
        name: each.name,
        start: daysBetween(begin, each.first),
        days: daysBetween(each.first, each.last) + 1,
        label: label(each),
      })),
      ticks: months(begin, days),
      days,
    },
    table: chartTable(
      words.timeline,
      [
        { title: words.stage, kind: 'text' },
        { title: words.days, kind: 'text' },
      ],
      dated.map((each) => ({ level: 'item', cells: [text(each.name), text(label(each))] })),
    ),
  };
}

/** The first days of months, as many as there is room to name; where there is none, the first day of all. */
function months(begin: Day, days: number): Tick[] {
  const ticks: Tick[] = [];
  const room = days * BETWEEN_TICKS;
  let first = begin.endsWith('-01') ? begin : nextMonth(begin);
  for (let day = daysBetween(begin, first); day <= days - room; day = daysBetween(begin, first)) {
    const last = ticks.at(-1);
    if (!last || day - last.day >= room) ticks.push({ label: first.slice(0, 7), day });
    first = nextMonth(first);
  }
  return ticks.length > 0 ? ticks : [{ label: begin, day: 0 }];
}

const nextMonth = (day: Day): Day => `${addDays(`${day.slice(0, 8)}01`, 31).slice(0, 8)}01`;
