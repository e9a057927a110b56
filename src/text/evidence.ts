import { readEvidence } from '../domain/evidence.ts';
import type { IdentityWords } from './zh/identity.ts';

/** What speaks for two people being one, and what against, in words. `mistaken` says where one ID number differs from the other. */
export function evidenceWords(evidence: string, words: IdentityWords, mistaken: readonly number[] = []): string[] {
  return readEvidence(evidence).map(({ field, agreement }) =>
    field === 'id' && agreement === 'one-mistake'
      ? words.mistaken(mistaken)
      : ((words.evidence[field] as Readonly<Record<string, string>>)[agreement] ?? ''),
  );
}
