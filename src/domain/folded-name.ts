/** Unicode's canonical ordering takes quadratic time over a run of combining marks, and no name is longer. */
const LONGEST = 1000;

/** A name as it is compared between documents: full-width forms and blanks make no difference. */
export function foldedName(name: string): string {
  return (name.length > LONGEST ? name : name.normalize('NFKC')).replace(/\s+/g, '').toLowerCase();
}
