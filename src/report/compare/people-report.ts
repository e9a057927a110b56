import { type Fen, grouped, yuan } from '../../domain/money.ts';
import { PERSON_CHANGES, type PersonChange, type PersonReason } from '../../domain/people/person-change.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Movement, PeopleComparison } from '../../totals/compare/people.ts';
import { type Shown, seenText } from '../findings/pair-row.ts';
import { type Cell, type LongSheet, type Report, type Row, type Sheet, text, type VerdictLine } from '../sheet.ts';
import type { ComparedPeople } from './compared-people.ts';
import { firstPeopleSheet, peopleSheet } from './people-list.ts';
import { reasonWords } from './people-reason.ts';

const figure = (count: number) => grouped(String(count));
const count = (value: number): Cell => ({ kind: 'count', value: BigInt(value) });
const item = (...cells: readonly Cell[]): Row => ({ level: 'item', cells });

/** Money in yuan; a sum that lacks amounts is a lower bound. */
const money = (value: Fen, without = 0): Cell => ({
  kind: 'money',
  value,
  in: 'yuan',
  ...(without > 0 ? { mark: '≥' } : {}),
});

/** Who came, went and changed, as people read it. */
export function peopleReport(compared: ComparedPeople, catalogue: Catalogue, shown: Shown): Report {
  const { say, from, to } = compared;
  return {
    title: say.title(from, to),
    verdict: peopleVerdict(compared),
    sheets: [...peopleSheets(compared, catalogue, shown), firstPeopleSheet(compared, shown)],
  };
}

/** The same, with everybody. */
export function peopleWorkbook(
  compared: ComparedPeople,
  catalogue: Catalogue,
  shown: Shown,
): Report<Sheet | LongSheet> {
  const { say, from, to } = compared;
  const [summary, ...others] = peopleSheets(compared, catalogue, shown);
  const above = peopleVerdict(compared).map(([, words]) => words);
  return {
    title: say.title(from, to),
    sheets: [...(summary ? [{ ...summary, above }] : []), ...others, peopleSheet(compared, shown)],
  };
}

/** What it comes to; that nothing is known of why people went is said, and who may have been forgotten. */
function peopleVerdict({ comparison, say }: ComparedPeople): VerdictLine[] {
  const { total, reasons, confirmed, perhaps, hasRosters } = comparison;
  const { verdict: words } = say;
  const [omitted, unknown] = (['enrolled', 'unknown'] as const).map((reason) => leftBy(reason, comparison));
  const stillPaid = reasons
    .filter(({ change, reason }) => change === 'added' && AGAINST.includes(reason))
    .reduce((sum, { persons }) => sum + persons, 0);
  const isSame = total.added + total.left + total.changed === 0;
  const sum = (one: { readonly persons: number; readonly amount: Fen }) =>
    [figure(one.persons), grouped(yuan(one.amount))] as const;
  return [
    isSame
      ? ['plain', words.unchanged(figure(total.now))]
      : ['strong', words.moved(figure(total.added), figure(total.left), figure(total.changed), figure(total.same))],
    ...(total.before === 0 ? [['warning', words.nobody(say.before)] as const] : []),
    ...(total.now === 0 ? [['warning', words.nobody(say.now)] as const] : []),
    ...(stillPaid > 0 ? [['error', words.stillPaid(figure(stillPaid))] as const] : []),
    ...(omitted ? [['warning', words.omitted(...sum(omitted))] as const] : []),
    ...(perhaps > 0 ? [['warning', words.perhaps(figure(perhaps))] as const] : []),
    ...(unknown ? [['warning', words.unknown(...sum(unknown))] as const] : []),
    ...(confirmed > 0 ? [['hint', words.confirmed(figure(confirmed))] as const] : []),
    ...(hasRosters || total.left === 0 ? [] : [['warning', words.noRosters] as const]),
  ];
}

/** What a roster says against whoever is paid all the same. */
const AGAINST: readonly PersonReason[] = ['deceased', 'moved', 'excluded', 'blocked'];

const leftBy = (wanted: PersonReason, { reasons }: PeopleComparison) =>
  reasons.find(({ change, reason }) => change === 'left' && reason === wanted);

function peopleSheets(compared: ComparedPeople, catalogue: Catalogue, shown: Shown): Sheet[] {
  const { comparison, say, lists } = compared;
  const { departments, measures } = lists.assignments;
  const named = (name: string | undefined) => seenText(name ?? '', shown) || say.notSaid;
  const ofMeasure = (index: number | null) => {
    const { department = -1, measure } = measures[index ?? -1] ?? {};
    const own = departments[department]?.name;
    return own ? `${named(own)} ${named(measure?.name)}` : named(measure?.name);
  };
  return [
    summarySheet(comparison.total, compared),
    ...(comparison.reasons.length > 0 ? [reasonsSheet(compared)] : []),
    partsSheet(
      say.sheets.departments,
      say.columns.department,
      comparison.departments,
      ({ index }) => named(departments[index ?? -1]?.name),
      compared,
    ),
    partsSheet(
      say.sheets.measures,
      say.columns.measure,
      comparison.measures,
      ({ index }) => ofMeasure(index),
      compared,
    ),
    partsSheet(
      say.sheets.committees,
      say.columns.committee,
      comparison.committees,
      ({ subdistrict, committee }) =>
        named(catalogue.language === 'zh' ? subdistrict + committee : `${subdistrict} ${committee}`.trim()),
      compared,
    ),
  ];
}

function summarySheet({ money: of, withoutAmount: lacking, ...total }: Movement, { say }: ComparedPeople): Sheet {
  const { columns, change } = say;
  const rows: Readonly<Record<PersonChange, Fen | null>> = {
    added: of.added,
    left: -of.left,
    changed: of.changed,
    same: null,
  };
  const blank = text('');
  return {
    name: say.sheets.summary,
    above: [],
    columns: [
      { title: columns.what, kind: 'text', width: 20 },
      { title: columns.persons, kind: 'count' },
      { title: columns.difference, kind: 'money' },
    ],
    rows: [
      item(text(say.before, 'strong'), count(total.before), money(of.before, lacking.before)),
      ...PERSON_CHANGES.map((each): Row => {
        const amount = rows[each];
        return {
          level: 'detail',
          cells: [text(change[each]), count(total[each]), amount === null ? blank : money(amount)],
        };
      }),
      { level: 'total', cells: [text(say.now, 'strong'), count(total.now), money(of.now, lacking.now)] },
    ],
    below: [
      say.closes,
      ...(lacking.before + lacking.now > 0 ? [say.atLeast(figure(lacking.before), figure(lacking.now))] : []),
    ],
  };
}

function reasonsSheet({ comparison, say }: ComparedPeople): Sheet {
  const { columns } = say;
  return {
    name: say.sheets.reasons,
    above: [],
    columns: [
      { title: columns.what, kind: 'text' },
      { title: columns.reason, kind: 'text', width: 34 },
      { title: columns.persons, kind: 'count' },
      { title: columns.difference, kind: 'money' },
    ],
    rows: comparison.reasons.map(({ change, reason, persons, amount }) =>
      item(
        text(say.change[change]),
        text(reasonWords(change, reason, say)),
        count(persons),
        money(change === 'left' ? -amount : amount),
      ),
    ),
    below: [],
  };
}

function partsSheet<Part extends Movement>(
  name: string,
  what: string,
  parts: readonly Part[],
  called: (part: Part) => string,
  { say }: ComparedPeople,
): Sheet {
  const { columns } = say;
  return {
    name,
    above: [],
    columns: [
      { title: what, kind: 'text', width: 28 },
      { title: columns.before, kind: 'count' },
      { title: columns.now, kind: 'count' },
      { title: columns.added, kind: 'count' },
      { title: columns.left, kind: 'count' },
      { title: columns.changed, kind: 'count', use: 'wide' },
      { title: columns.amountBefore, kind: 'money', use: 'wide' },
      { title: columns.amountNow, kind: 'money', use: 'wide' },
      { title: columns.difference, kind: 'money' },
    ],
    rows: parts.map((part) =>
      item(
        text(called(part)),
        ...[part.before, part.now, part.added, part.left, part.changed].map(count),
        money(part.money.before, part.withoutAmount.before),
        money(part.money.now, part.withoutAmount.now),
        money(part.money.now - part.money.before, part.withoutAmount.before + part.withoutAmount.now),
      ),
    ),
    below: [say.countedInEach],
  };
}
