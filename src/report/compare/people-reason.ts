import type { PersonReason } from '../../domain/people/person-change.ts';
import type { ComparePeopleWords } from '../../text/zh/compare-people.ts';

/** Why somebody came or went: who went and is on a roster yet may have been forgotten. */
export function reasonWords(change: 'added' | 'left', reason: PersonReason, say: ComparePeopleWords): string {
  return change === 'left' && reason === 'enrolled' ? say.stillEnrolled : say.reason[reason];
}
