import { grouped } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { StatusWords } from '../../text/zh/status.ts';
import type { Standing, State } from '../../totals/status/standing.ts';
import type { Status } from '../../totals/status/status.ts';

/** More names than this are counted. */
const NAMED = 3;

/** The day, which stages run, what is due next, and what is past due, in one line. */
export function verdict(status: Status, { list }: Catalogue, { verdict: say }: StatusWords): string {
  const { asOf, standings, next } = status;
  const dated = standings.filter(({ state }) => state !== 'undated');
  if (dated.length === 0) return say.on(asOf, [say.undated]);
  const those = (what: Standing['what'], state: State) =>
    dated.filter((each) => each.what === what && each.state === state);
  const few = (names: readonly string[]) =>
    names.length > NAMED ? say.others(list(names.slice(0, NAMED)), names.length) : list(names);
  const left = (some: readonly Standing[]) => few(some.map(({ name, days }) => say.left(name, days)));
  const ago = (some: readonly Standing[]) => few(some.map(({ name, days }) => say.ago(name, days ?? 0)));
  if (dated.every(({ state }) => state === 'over' || state === 'overdue')) {
    const { until, days } = dated.reduce((last, each) => ((each.days ?? 0) < (last.days ?? 0) ? each : last));
    return say.on(asOf, [say.allOver(until ?? '', days ?? 0), ...overdue(status, few, say)]);
  }
  const part = (some: readonly Standing[], words: (some: readonly Standing[]) => string) =>
    some.length > 0 ? [words(some)] : [];

  const running = those('stage', 'under-way');
  const hasStages = standings.some(({ what }) => what === 'stage');
  const [first, ...rest] = [...new Set(next?.ends.map(({ name }) => name) ?? [])];
  const due = first !== undefined && rest.length > 0 ? say.others(first, rest.length + 1) : first;
  return say.on(asOf, [
    ...(running.length > 0 ? [say.running(left(running))] : hasStages ? [say.noneRunning] : []),
    ...part(those('stage', 'due'), (some) => say.open(left(some))),
    ...(next && due !== undefined ? [say.next(next.until, next.days, due)] : []),
    ...overdue(status, few, say),
    ...part(those('deadline', 'over'), (some) => say.passed(ago(some))),
    ...part(those('stage', 'over'), (some) => say.ended(ago(some))),
  ]);
}

function overdue(
  { overdue }: Status,
  few: (names: readonly string[]) => string,
  say: StatusWords['verdict'],
): readonly string[] {
  if (!overdue) return [];
  const { standing, late, unpaid, missing } = overdue;
  const evidence = [
    ...(late > 0 ? [say.late(grouped(String(late)))] : []),
    ...(unpaid ? [say.unpaid(grouped(String(unpaid)))] : []),
    ...(missing.length > 0 ? [say.missing(few(missing))] : []),
  ];
  return [say.overdue(standing.name, standing.days ?? 0, evidence)];
}

/** How an appointment stands, in a few words. */
export function stateWords({ what, state, days }: Standing, { state: say }: StatusWords): string {
  switch (state) {
    case 'undated':
      return say.undated;
    case 'ahead':
      return say.ahead(days ?? 0);
    case 'under-way':
      return say.underWay(days);
    case 'due':
      return say.due(days ?? 0);
    case 'over':
      return (what === 'deadline' ? say.passed : say.ended)(days ?? 0);
    case 'overdue':
      return say.overdue(days ?? 0);
  }
}
