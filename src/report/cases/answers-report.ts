import type { ReadAnswers } from '../../answer/cases/read-answers.ts';
import type { Refusal } from '../../answer/cases/refusal.ts';
import { grouped } from '../../domain/money.ts';
import type { CasesWords } from '../../text/zh/cases.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { number, type Report, text, type VerdictLine } from '../sheet.ts';

/** What came of sheets that came back: how many answers were taken, and why others were not, each with its row. */
export function answersReport(campaign: string, read: ReadAnswers, say: CasesWords, catalogue: Catalogue): Report {
  const { columns, sheet } = say.read;
  const rows = read.refused.map((refusal) => ({
    level: 'item' as const,
    cells: [
      text(refusal.place),
      number(refusal.id ?? ''),
      number(refusal.cell),
      text(refusalWords(refusal, say), 'warning'),
    ],
  }));
  return {
    title: say.read.title(campaign),
    verdict: answersVerdict(read, say, catalogue),
    sheets: [
      {
        name: sheet,
        above: [],
        columns: [
          { title: columns.place, kind: 'text' },
          { title: columns.id, kind: 'text', whole: true },
          { title: columns.cell, kind: 'text' },
          { title: columns.why, kind: 'text' },
        ],
        rows,
        below: [],
      },
    ],
  };
}

/** Why an answer was not taken, in words. */
const refusalWords = ({ reason, other }: Refusal, say: CasesWords): string => say.refusal[reason](other);

function answersVerdict(read: ReadAnswers, say: CasesWords, catalogue: Catalogue): VerdictLine[] {
  const { taken, refused, already, blank, rows, strange } = read;
  const figure = (count: number) => grouped(String(count));
  const first: VerdictLine =
    refused.length > 0
      ? ['warning', say.read.refused(figure(refused.length))]
      : taken.length > 0
        ? ['good', say.read.allTaken(figure(taken.length))]
        : ['plain', say.read.nothing];
  const counts = [rows, taken.length, already, blank, refused.length].map(figure);
  const [all = '', some = '', before = '', empty = '', none = ''] = counts;
  return [
    first,
    ...(strange.length > 0 ? [['warning', say.read.strange(catalogue.list(strange))] as const] : []),
    ['plain', say.read.equation(all, some, before, empty, none)],
  ];
}
