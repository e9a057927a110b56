import { progressOf } from '../../answer/cases/progress.ts';
import { coverageRate } from '../../domain/coverage-rate.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ReportWords } from '../../text/zh/page.ts';
import { progressSheets } from '../cases/cases-report.ts';
import { casesVerdict } from '../cases/cases-verdict.ts';
import type { ExaminedCases } from '../cases/examined-cases.ts';
import type { CasesPanel } from './page.ts';

/** So many units are listed: those that are late, then those that have most to do. */
const MOST_UNITS = 20;

/** How far the cases of a campaign are; null before any went out, or was answered or allowed. */
export function casesPanel(
  examined: ExaminedCases,
  { cases: words }: ReportWords,
  catalogue: Catalogue,
): CasesPanel | null {
  if (examined.register.events.length === 0) return null;
  const { cases, sent, answered, phases, longest, money } = progressOf(examined.book.cases);
  const figure = (count: number) => grouped(String(count));
  const { all, sheets } = progressSheets(examined, MOST_UNITS);
  return {
    verdict: casesVerdict(examined, catalogue),
    headlines: [
      {
        label: words.cases,
        value: words.pieces(figure(cases)),
        remark: words.sent(figure(sent), figure(answered)),
      },
      {
        label: words.overdue,
        value: words.pieces(figure(phases.overdue)),
        remark: longest === null ? '' : words.longest(figure(longest)),
      },
      {
        label: words.rate,
        value: coverageRate(phases.closed, cases),
        remark: words.closed(figure(phases.closed)),
      },
      {
        label: words.risk,
        value: words.yuan(grouped(yuan(money.risk))),
        remark: words.recovered(grouped(yuan(money.confirmed)), grouped(yuan(money.recovered))),
      },
    ],
    sheets,
    notes: all > MOST_UNITS ? [words.first(figure(MOST_UNITS), figure(all))] : [],
  };
}
