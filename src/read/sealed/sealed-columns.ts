/** What of people a list may say that is sealed: fields of lists. */
export const SEALED_FIELDS = ['name', 'id_number', 'other_id', 'account', 'phone', 'household_id', 'head_id'] as const;
export type LoadedIdentity = (typeof SEALED_FIELDS)[number];

/**
 * The columns of a sealed list. A token is 16 signs that stand for a value; several have a space between them.
 *
 * - `row`: the row of the list that was sealed; the department finds it again by that.
 * - `class`: what its ID number is (`ID_CLASSES`), which says nothing of the number.
 * - `whole`: the token of a valid ID number; `text`, of any other text in its column.
 * - `tells`: of a number that is not valid, whether so much of it is known that it tells its bearer from others.
 * - `pattern`: what is known of a number that is not valid: `whole` (18 digits), `mask` (6 + 4), `part`, or nothing.
 * - `mask`: the token of the first six and the last four digits.
 * - `bearers`: of how many people of one name a number known in part can tell its own, at most.
 * - `repairs`, `swaps`: tokens of the valid numbers that it may have been before one sign of it was changed, or two were swapped.
 * - `name`, `form`: tokens of the name as it is written, and in whatever characters.
 * - `sounds`: of all ways in which it is heard, of a name of several parts with their lengths; `joined`: of such a name without those.
 * - `near`, `nears`: tokens of a valid number, or of those that a wrong one may have been, with the name, and with what a near name may be;
 *   `likes`, with the sounds and shapes of the name's characters.
 * - `born`, `sex`: of each of `joined` (else of `sounds`, else of the name), a year and a sex that the key has moved.
 * - `account`, `phone`, `other`, `household`, `head`: tokens; `head` is the whole number of a head of household.
 * - `department`, `measure`, `amount` (fen), `date`: as they are, where they stand open.
 */
export const SEALED_COLUMNS = [
  'row',
  'class',
  'whole',
  'text',
  'tells',
  'pattern',
  'mask',
  'bearers',
  'repairs',
  'swaps',
  'name',
  'form',
  'sounds',
  'joined',
  'near',
  'nears',
  'likes',
  'born',
  'sex',
  'account',
  'phone',
  'other',
  'household',
  'head',
  'department',
  'measure',
  'amount',
  'date',
] as const;
type SealedColumn = (typeof SEALED_COLUMNS)[number];

/** A row of a sealed list, each cell as it is written; what is not said is empty. */
export type SealedRow = Readonly<Record<SealedColumn, string>>;

/** What begins the last line, in the column of the row. */
export const END = 'end';
