import { InvalidInput } from '../domain/problem.ts';
import type { ListField } from '../domain/row/list-field.ts';
import { bareTitle, foldTitle } from '../domain/row/list-title.ts';
import type { ColumnReading } from '../read/list/column-claims.ts';
import { headOf } from '../read/list/csv-bytes.ts';
import type { ListInput } from '../read/list/list-input.ts';
import { openList } from '../read/list/open-list.ts';
import { bytesOf } from '../read/pipes.ts';
import { Spill } from '../read/spill.ts';
import type { ListFlags } from './list-flags.ts';

/** Files by what they are, as far as their columns tell. */
export interface KindsOfLists {
  readonly lists: readonly string[];
  readonly rosters: readonly string[];
  readonly returns: readonly string[];
}

/** Columns that say what is paid, and others that only lists of payouts have. */
const PAYS: readonly ListField[] = ['amount', 'payable', 'goods', 'quantity'];
const OF_LISTS: readonly ListField[] = ['department', 'account', 'holder', 'paid_on', 'sign', 'agent'];
/** Columns by which whoever keeps a roster tells people: a list that forgot its amounts may have nothing but names and numbers. */
const OF_ROSTERS: readonly ListField[] = ['result', 'subdistrict', 'committee', 'household_id', 'died_on', 'measure'];
/** Only a bank says why it failed to pay, or both a transaction and what came of it. */
const OF_RETURNS: readonly (readonly ListField[])[] = [['reason'], ['result', 'serial']];
const OF_BANKS: readonly ListField[] = ['account', 'holder'];

/**
 * What files are that nobody says anything of: whoever checks a roster, or what the bank sent, gives it like a list. What can't be
 * told by its head is a list, and whoever reads it says what is wrong.
 */
export async function kindsOfLists(
  files: readonly string[],
  { column = new Map(), sheet }: ListFlags,
): Promise<KindsOfLists> {
  const kinds = { lists: [] as string[], rosters: [] as string[], returns: [] as string[] };
  for (const file of files) {
    const said = { anywhere: column, ...(sheet === undefined ? {} : { sheet }) };
    kinds[await kindOf({ file, columns: new Map(), amountOptional: true, ...said })].push(file);
  }
  return kinds;
}

async function kindOf(input: ListInput): Promise<keyof KindsOfLists> {
  if (isParquet(input.file)) return 'lists';
  const spill = new Spill();
  try {
    const opened = await openList(input, spill, async (path) => path);
    const columns = opened.sources.flatMap(({ head }) => head.columns);
    const known = columns.flatMap(({ field }) => field ?? []);
    await opened.close();
    if (columns.some(saysMoney)) return 'lists';
    return kindBy((fields) => fields.some((field) => known.includes(field)));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return 'lists';
  } finally {
    spill.close();
  }
}

/** Of money that nobody read: whoever checks such a file as a roster is told that all is well, and nothing of what is paid was looked at. */
const saysMoney = ({ field, how, title }: ColumnReading): boolean =>
  field === null && how === 'unknown' && OF_MONEY.test(bareTitle(foldTitle(title)));
const OF_MONEY = /(?:总额|补助|补贴|津贴|救助|慰问|资助|资金|奖金|[发救补]款)$/;

function kindBy(has: (fields: readonly ListField[]) => boolean): keyof KindsOfLists {
  if (!has(PAYS)) return has(OF_ROSTERS) && !has(OF_LISTS) ? 'rosters' : 'lists';
  const isOfBank = has(OF_BANKS) && !has(['id_number', 'department', 'sign']);
  return isOfBank && OF_RETURNS.some((all) => all.every((field) => has([field]))) ? 'returns' : 'lists';
}

/** Its rows would have to be turned into another format first, only to see its columns. */
function isParquet(file: string): boolean {
  try {
    return Buffer.from(headOf(bytesOf(file), 4).bytes).toString('latin1') === 'PAR1';
  } catch {
    return false;
  }
}
