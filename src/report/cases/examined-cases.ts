import type { CaseBook } from '../../answer/cases/case-book.ts';
import type { CaseFinding } from '../../answer/cases/case-finding.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { FaultyLine } from '../../read/register/sealed-lines.ts';
import type { CasesWords } from '../../text/zh/cases.ts';

/** A campaign's cases: what is found now and what its register says, and the words to say it with. */
export interface ExaminedCases {
  readonly campaign: Campaign;
  readonly today: Day;
  readonly findings: readonly CaseFinding[];
  readonly book: CaseBook;
  readonly register: {
    readonly path: string;
    readonly events: readonly CaseEvent[];
    readonly faults: readonly FaultyLine[];
  };
  readonly say: CasesWords;
}
