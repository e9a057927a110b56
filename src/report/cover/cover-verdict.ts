import { IDENTIFYING } from '../../checks/group/identifying.ts';
import { isDoubtful } from '../../domain/campaign/gathered.ts';
import type { Severity } from '../../domain/finding.ts';
import { grouped } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import { notRead } from '../budget/budget-report.ts';
import { nowhereOf } from '../lists/passed-over.ts';
import { gatheredLines } from '../lists/read-words.ts';
import type { VerdictLine } from '../sheet.ts';
import type { ExaminedCover } from './examined-cover.ts';

const figure = (count: number) => grouped(String(count));

/** How many findings there are of each severity; a list that may be counted twice is a warning. */
export function coverCounts({ pairs, gathered }: ExaminedCover): Record<Severity, number> {
  const { error, warning, hint } = pairs.counts;
  return { error, warning: warning + gathered.notes.filter(isDoubtful).length, hint };
}

/** Was nobody left out? Neither those whom no list has, nor those who lack a measure that is due to them. */
export function coverVerdict(examined: ExaminedCover, catalogue: Catalogue): VerdictLine[] {
  const { coverage, lists, pairs, cover } = examined;
  const { verdict: say } = cover;
  const { total, lacking } = coverage;
  const all = [...lists.lists, ...lists.earlier];
  const blocked = pairs.groups.find(({ rule, severity }) => rule.id === 'blocked-payee' && severity === 'error');
  const empty = lists.rosters.flatMap(({ payouts, source }) => (payouts === 0 ? [source.origin.file] : []));
  const isBlind = all.length > 0 && !all.some(({ fields }) => IDENTIFYING.some((field) => fields.has(field)));
  const unread = lists.campaign ? notRead(lists.campaign, catalogue, { listed: true, returned: true }) : [];
  const isOfMeasures = examined.enrolment.dues.all.some(({ measure }) => measure !== null);
  const measures = (some: Coverage['lacking']['measures']) =>
    catalogue.list(some.map(({ measure, people }) => say.ofMeasure(measure, figure(people))));
  const lines: VerdictLine[] = [
    ...(total.omitted > 0 ? [['error', say.omitted(figure(total.omitted))] as const] : []),
    ...(blocked ? [['error', say.blocked(figure(blocked.count))] as const] : []),
    ...(lacking.people > 0
      ? [['warning', say.lacking(figure(lacking.people), measures(lacking.measures))] as const]
      : []),
    ...(total.unclear > 0 ? [['warning', say.unclear(figure(total.unclear))] as const] : []),
    ...(isOfMeasures ? nowhereOf(examined.nowhere, examined, say.nowhere) : []),
    ...(lacking.unlisted.length > 0 ? [['warning', say.unlisted(measures(lacking.unlisted))] as const] : []),
    ...unread.map((line) => ['warning', line] as const),
    ...(all.length === 0 ? [['warning', say.noLists] as const] : []),
    ...(empty.length > 0 ? [['warning', say.empty(catalogue.list(empty))] as const] : []),
    ...(isBlind ? [['warning', say.blind] as const] : []),
    ...(total.eligible === 0 ? [['warning', say.nobody] as const] : []),
  ];
  const good: VerdictLine[] = lines.length === 0 ? [['good', say.none]] : [];
  return [...lines, ...good, ...gatheredLines(examined, catalogue)];
}
