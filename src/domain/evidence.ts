/**
 * What two people who may be one have in common, and what tells them apart: how well each field of theirs agrees, as words of the
 * model (`name:same-sound phone:same committee …`).
 */
export const EVIDENCE = {
  name: [
    'same',
    'variant',
    'same-sound',
    'near-sound',
    'similar-shape',
    'masked',
    'prefix',
    'one-more-or-less',
    'one-differs',
    'surname-only',
    'different',
  ],
  id: ['same', 'one-mistake', 'partial', 'contradicts'],
  birth: ['day', 'mistake', 'month', 'year', 'age', 'near', 'differs'],
  sex: ['same', 'differs'],
  phone: ['same', 'one-digit', 'differs'],
  account: ['same', 'differs'],
  place: ['address', 'room', 'building', 'committee', 'subdistrict', 'elsewhere'],
  spouse: ['same', 'each-other', 'differs'],
  guardian: ['same', 'differs'],
  workplace: ['same', 'differs'],
  household: ['same', 'differs'],
  'other-id': ['same'],
} as const;

export type EvidenceField = keyof typeof EVIDENCE;
export type Agreement<F extends EvidenceField> = (typeof EVIDENCE)[F][number];

/** A field, and how well two people agree in it. */
export type Evidence = {
  readonly [F in EvidenceField]: { readonly field: F; readonly agreement: Agreement<F> };
}[EvidenceField];

/** The evidence that a text names, in its order; what is no such word is left out. */
export function readEvidence(text: string): Evidence[] {
  return text.split(/\s+/).flatMap((word) => {
    const [field = '', agreement = ''] = word.split(':');
    const known: readonly string[] = Object.hasOwn(EVIDENCE, field) ? EVIDENCE[field as EvidenceField] : [];
    return known.includes(agreement) ? [{ field, agreement } as Evidence] : [];
  });
}
