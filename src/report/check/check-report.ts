import type { Checked } from '../../checks/campaign/check-campaign.ts';
import { isDoubtful } from '../../domain/campaign/gathered.ts';
import type { Severity } from '../../domain/finding.ts';
import { grouped, wanYuan, yuan } from '../../domain/money.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Budget, unreadInputs } from '../../totals/budget/budget.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { namedUnread } from '../budget/budget-report.ts';
import { findingsSheet } from '../findings/findings-sheet.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { passedOverLines, unnamedSheets } from '../lists/passed-over.ts';
import { gatheredLines, readWords } from '../lists/read-words.ts';
import type { Report, Sheet, VerdictLine } from '../sheet.ts';
import type { ExaminedCheck } from './examined-check.ts';

/** A campaign file that was read and checked. */
interface CheckedPlan {
  readonly file: string;
  readonly budget: Budget;
  readonly checked: Checked;
}

/** What was checked: a campaign file, the rows of lists, rosters and bank returns, or both. */
export interface CheckedFiles {
  readonly plan: CheckedPlan | null;
  readonly listed: ExaminedCheck | null;
}

/** That the files are valid, and what the rules found in them; `ofRows` is what is shown of lists, rosters and returns. */
export function checkReport({ plan, listed }: CheckedFiles, ofRows: readonly Sheet[], catalogue: Catalogue): Report {
  const titles = [...(plan ? [validPlan(plan, catalogue)] : []), ...(listed ? titlesOf(listed, catalogue) : [])];
  return {
    title: catalogue.clauses(titles),
    verdict: checkVerdict({ plan, listed }, catalogue),
    ...(listed ? { read: readWords(listed, catalogue) } : {}),
    sheets: [...(plan ? [findingsSheet(plan.checked, catalogue)] : []), ...ofRows],
  };
}

function validPlan({ file, budget: { departments } }: CheckedPlan, catalogue: Catalogue): string {
  const measures = departments.reduce((sum, department) => sum + department.measures.length, 0);
  return catalogue.check_.valid(file, departments.length, measures);
}

const figure = (count: number) => grouped(String(count));

function titlesOf({ lists, totals, words }: ExaminedCheck, { check_: say }: Catalogue): string[] {
  const { payouts, persons } = totals.total;
  const rowsOf = (some: readonly LoadedList[]) => figure(some.reduce((sum, list) => sum + list.payouts, 0));
  const { rosters, returns } = lists;
  return [
    ...(lists.lists.length > 0
      ? [
          words.check.valid(lists.lists.length, figure(payouts), figure(persons), wanYuan(usualAmount(totals.total))) +
            outlierAside(totals.total, words),
        ]
      : []),
    ...(rosters.length > 0 ? [say.rosterRows(rosters.length, rowsOf(rosters))] : []),
    ...(returns.length > 0 ? [say.returnRows(returns.length, rowsOf(returns))] : []),
  ];
}

/** How many findings there are of each severity, on the campaign and on rows. */
export function checkCounts({ plan, listed }: CheckedFiles): Record<Severity, number> {
  const count = (severity: Severity) =>
    (plan?.checked.findings.filter((finding) => finding.severity === severity).length ?? 0) +
    (listed ? listed.checked.counts[severity] + listed.pairs.counts[severity] : 0);
  const doubts = listed?.gathered.notes.filter(isDoubtful).length ?? 0;
  return { error: count('error'), warning: count('warning') + doubts, hint: count('hint') };
}

/** What a return says of itself is not passed over, although nothing is wrong with its rows. */
const notArrivedLines = ({ notArrived }: ExaminedCheck, { check_: say }: Catalogue): string[] =>
  notArrived && notArrived.payments > 0
    ? [say.notArrived(figure(notArrived.payments), grouped(yuan(notArrived.fen)))]
    : [];

/** Never more than was asked: no single row shows who is paid twice. */
export function checkVerdict(files: CheckedFiles, catalogue: Catalogue): VerdictLine[] {
  const { check_: say, list, colon } = catalogue;
  const { plan, listed } = files;
  const { error, warning } = checkCounts(files);
  const unread = plan
    ? unreadInputs(plan.budget.campaign, { listed: listed !== null, returned: listed !== null })
    : null;
  const unreadFiles = unread ? namedUnread({ ...unread, parts: 0 }, catalogue) : [];
  const parts = unread ? namedUnread({ ...unread, lists: 0, rosters: 0, returns: 0 }, catalogue) : [];
  const passed = listed
    ? [...notArrivedLines(listed, catalogue), ...unnamedSheets(listed), ...passedOverLines(listed)]
    : [];
  const isNothing = error + warning === 0;
  // Never “nothing” alone where something was not asked of some rows.
  const [but, more] = isNothing ? [passed[0], passed.slice(1)] : [undefined, passed];
  const first: VerdictLine =
    error > 0
      ? ['error', say.errors(figure(error), figure(warning))]
      : warning > 0
        ? ['warning', say.warnings(figure(warning))]
        : but !== undefined
          ? ['warning', say.but(but)]
          : [unreadFiles.length > 0 || listed ? 'plain' : 'good', say.none];
  const about = plan && !listed ? `${plan.file}${colon}${first[1]}` : first[1];
  const limits = [
    ...(unreadFiles.length > 0 ? [say.unread(list(unreadFiles))] : []),
    ...(parts.length > 0 ? [catalogue.findings.notRead(list(parts))] : []),
    ...(listed && !listed.isBesideDedupe && listed.lists.lists.length > 0 ? [say.onlyRows] : []),
  ];
  return [
    [first[0], catalogue.clauses([about, ...limits])],
    ...more.map((line): VerdictLine => ['warning', line]),
    ...(listed?.known.rosters ?? []).map((file): VerdictLine => ['muted', say.asRoster(file)]),
    ...(listed?.known.returns ?? []).map((file): VerdictLine => ['muted', say.asReturn(file)]),
    ...(listed ? gatheredLines(listed, catalogue) : []),
  ];
}
