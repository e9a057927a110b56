import type { AuditAnswer } from '../../answer/audit.ts';
import { grouped } from '../../domain/money.ts';
import type { AuditWords } from '../../text/zh/audit.ts';
import { number, type Report, text, type VerdictLine } from '../sheet.ts';

/** Whether a journal of runs is as it was written, and which lines are not. */
export function auditReport(answer: AuditAnswer, words: AuditWords): Report {
  const { faults, seal } = answer;
  return {
    title: words.title,
    verdict: auditVerdict(answer, words),
    sheets: [
      {
        name: words.sheet,
        above: [],
        columns: [
          { title: words.line, kind: 'text' },
          { title: words.why, kind: 'text' },
        ],
        rows: faults.map(({ line, fault }) => ({
          level: 'item' as const,
          cells: [number(String(line)), text(words.faults[fault], 'error')],
        })),
        below: [words.seal(seal)],
      },
    ],
  };
}

export function auditVerdict({ runs, first, last, faults }: AuditAnswer, words: AuditWords): VerdictLine[] {
  const lines = new Set(faults.map(({ line }) => line)).size;
  const verdict: VerdictLine = lines > 0 ? ['error', words.broken(String(lines))] : ['good', words.whole];
  const span = first !== null && last !== null ? words.span(grouped(String(runs)), first, last) : words.empty;
  return [verdict, ['plain', span]];
}
