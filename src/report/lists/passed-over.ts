import type { CheckedRows } from '../../checks/row/check-rows.ts';
import type { PassedOverRows } from '../../checks/row/passed-over.ts';
import { groupedBy } from '../../domain/grouped-by.ts';
import { grouped, roundedMoney } from '../../domain/money.ts';
import { DECISIVE, NOWHERE, type Wanting } from '../../domain/row/wanting.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import type { NowhereRows } from '../../totals/lists/nowhere.ts';
import type { VerdictLine } from '../sheet.ts';
import { namesOf } from './list-names.ts';

interface Said {
  readonly lists: Pick<Lists, 'assignments'>;
  readonly words: ListWords;
}

interface Checked extends Said {
  readonly checked: Pick<CheckedRows, 'passedOver'>;
}

/** Payouts of a list and a measure that were passed over. */
type Counted = Pick<PassedOverRows, 'list' | 'measure' | 'rows' | 'amount' | 'why'>;

/**
 * What stands in the way of saying that rows are right: of how many payouts something was not asked, whose they are, and how to mend
 * that. Of all that is decisive, or of some.
 */
export function passedOverLines(
  { checked, lists, words }: Checked,
  reasons: readonly (typeof DECISIVE)[number][] = DECISIVE,
): string[] {
  const { therefore } = words.passedOver;
  return linesOf(checked.passedOver, { lists, words }, reasons, (why) => therefore[why]);
}

/** The same of what belongs nowhere, where something else is asked of it: what comes of that, in the words of whoever asks. */
export const nowhereOf = (rows: readonly NowhereRows[], examined: Said, therefore: string): VerdictLine[] =>
  linesOf(rows, examined, NOWHERE, () => therefore).map((line) => ['warning', line]);

function linesOf<Why extends Wanting>(
  rows: readonly Counted[],
  examined: Said,
  reasons: readonly Why[],
  therefore: (why: Why) => string,
): string[] {
  const { cause, line } = examined.words.passedOver;
  return reasons.flatMap((why) => {
    const some = rows.filter((each) => each.why === why);
    return some.length > 0 ? [line(cause[why](those(some, examined)), therefore(why))] : [];
  });
}

/** The same of what belongs nowhere, for whoever only adds up. */
export const nowhereLines = (examined: Checked): VerdictLine[] =>
  passedOverLines(examined, NOWHERE).map((line) => ['warning', line]);

/** Sheets that look like lists, of workbooks of which others are read. */
export const unnamedSheets = ({
  lists,
  words,
}: {
  readonly lists: Pick<Lists, 'skipped'>;
  readonly words: ListWords;
}): string[] =>
  lists.skipped
    .filter(({ why }) => why === 'not-named')
    .map(({ file, sheet, why }) => words.inputs.skipped(file, sheet, why));

/** What was passed over, in short, with the rule; but where that did not run on the list, which is told as that. */
export function passedOverCauses(
  examined: Said & { readonly checked: Pick<CheckedRows, 'passedOver' | 'notChecked'> },
) {
  const { checked, words } = examined;
  const didRun = ({ rule, list }: PassedOverRows) =>
    !checked.notChecked.some((other) => other.rule === rule && other.lists.includes(list));
  const noted = checked.passedOver.filter(didRun);
  return [...groupedBy(noted, ({ why }) => why)].map(([why, some]) => ({
    why: words.passedOver.cause[why](those(some, examined)),
    rules: [...new Set(some.map(({ rule }) => rule))],
  }));
}

/** Whose they are, of which measures, how many rows and how much money. */
function those(some: readonly Counted[], { lists, words }: Said) {
  const rows = some.reduce((sum, each) => sum + each.rows, 0);
  const amount = some.reduce((sum, each) => sum + each.amount, 0n);
  const measures = some.map(({ measure }) => maskText(lists.assignments.measures[measure]?.measure.name ?? ''));
  return {
    who: words.findings.files(namesOf([...new Set(some.map(({ list }) => list))])),
    measures: words.findings.files([...new Set(measures.filter((name) => name !== ''))]),
    rows: grouped(String(rows)),
    amount: amount > 0n ? roundedMoney(amount) : null,
  };
}
