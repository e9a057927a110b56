import { statSync } from 'node:fs';
import { springFestival } from '../domain/calendar.ts';
import { REJECTED_REASONS } from '../domain/row/list-row.ts';
import { type BodyRecord, recordsAt } from '../read/list/body-records.ts';
import type { ListBody, ListSource } from '../read/list/list-source.ts';
import { assignerByWords } from './assigner.ts';
import { cellReadings } from './cell-reading.ts';
import type { Database, Value } from './database.ts';
import { columnsRead, fieldsKnown, type LoadedList, type Loading, wrongTotalsOf } from './load.ts';
import { fieldsOf } from './loaded-field.ts';
import { type Found, foundIn, type Irregular, readOdd, rowsAbove } from './odd-rows.ts';
import { mayBeOpaque, setOpaqueIds, withoutSerials } from './other-numbers.ts';
import { KEYS } from './payouts.ts';
import { constantsOf, noPlainRows } from './plain-rows.ts';
import { turnedSource } from './turned-source.ts';

/** Bytes of a list whose rows are read in less time than the statements for it take. */
const SHORT = 128 << 10;
/** So many rows are gathered before they are put into a table. */
const MOST_GATHERED = 50_000;

/** Rows of lists that have the same columns. */
interface Alike {
  readonly columns: readonly string[];
  readonly constants: Readonly<Record<string, string>>;
  readonly rows: (readonly Value[])[];
}

/** A list that was read, but for what only SQL can tell of it. */
interface Pending {
  readonly list: LoadedList;
  readonly number: number;
  readonly found: Found;
  readonly outcomes: Loading['outcomes'];
}

/**
 * Lists so short that the domain's readers are done with their rows before a statement is planned: the rows of all go into the tables
 * together, among the odd ones, where they say what they would if SQL had read them.
 */
export class ShortLists {
  readonly #database: Database;
  readonly #alike = new Map<string, Alike>();
  readonly #pending: Pending[] = [];
  #gathered = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Reads list `number`, which `finish` completes. Where it is to be read by SQL, it is returned as it is to be read. */
  async take(
    number: number,
    source: ListSource,
    loading: Loading,
  ): Promise<LoadedList | { readonly bySql: ListSource }> {
    if (loading.bySql || (source.size ?? 0) > SHORT) return { bySql: source };
    const body = await bodyOf(source);
    if (source.size === null && statSync(body.path).size > SHORT) return { bySql: withBody(source, body) };
    const before = [loading.assignments.departments.length, loading.assignments.measures.length] as const;
    const read = this.#read(number, source, body, loading);
    if (!('otherHeads' in read)) return this.#keep(read);
    loading.assignments.keep(...before);
    const turned = await turnedSource(source, read);
    const again = this.#read(number, turned, await bodyOf(turned), loading);
    if ('otherHeads' in again) throw new Error('rows that were turned are to be turned again');
    return this.#keep(again);
  }

  async #keep(pending: Pending & { readonly alike: Alike }): Promise<LoadedList> {
    const { columns, constants, rows } = pending.alike;
    const key = JSON.stringify([columns, constants]);
    const known = this.#alike.get(key);
    if (known) for (const row of rows) known.rows.push(row);
    else this.#alike.set(key, pending.alike);
    this.#pending.push(pending);
    this.#gathered += rows.length;
    if (this.#gathered > MOST_GATHERED) await this.#store();
    return pending.list;
  }

  #read(
    number: number,
    source: ListSource,
    body: ListBody,
    { campaign, assignments, outcomes, leaveOut }: Loading,
  ): (Pending & { readonly alike: Alike }) | Irregular {
    const { head } = source;
    const fields = new Set(fieldsOf(source, { campaign, leaveOut }));
    const near = campaign?.year ? springFestival(campaign.year) : null;
    const readings = cellReadings(number, head.unit, near).filter(({ field }) => fields.has(field));
    const assigner = assignerByWords(source, campaign, assignments);
    const irregular: Irregular = { otherHeads: [...body.otherHeads], hasDitto: false };
    const found = foundIn(rowsAbove(number, head, body.rows));
    const records = accepted(number, recordsAt(body, rowsBelow(head.titles + head.header, body.rows)), found);
    const rows = [...readOdd(number, head, body, records, readings, assigner, found, irregular)];
    irregular.hasDitto ||= assigner.hasDitto();
    if (!source.isTurned && (irregular.hasDitto || irregular.otherHeads.length > 0)) return irregular;
    const rejected = found.nonPayouts.filter(([, , reason]) => REJECTED_REASONS.includes(reason)).length;
    if (rows.length + found.nonPayouts.length !== body.rows) {
      throw new Error(`rows of a list are lost: ${body.rows} ≠ ${rows.length} + ${found.nonPayouts.length}`);
    }
    const columns = readings.flatMap((reading) => reading.columns.map(({ name, type }) => `${name} ${type}`));
    return {
      number,
      found,
      outcomes,
      alike: { columns, constants: constantsOf(source), rows },
      list: {
        source,
        fields: fieldsKnown(source, fields),
        rows: body.rows,
        payouts: rows.length,
        setAside: found.nonPayouts.length - rejected,
        rejected,
        hiddenRows: body.hiddenRows,
        opaqueIds: false,
        wrongTotals: [],
        ...columnsRead(source, body),
        plain: noPlainRows(number),
      },
    };
  }

  /** Puts the rows into the tables, and gives the lists by their numbers, with what the tables say of them. */
  async finish(): Promise<ReadonlyMap<number, LoadedList>> {
    await this.#store();
    const database = this.#database;
    const opaque = this.#pending.length > 0 ? await mayBeOpaque(database) : new Set<number>();
    const lists = new Map<number, LoadedList>();
    for (const { number, list, found, outcomes } of this.#pending) {
      const opaqueIds =
        list.fields.has('id_number') && opaque.has(number) && (await setOpaqueIds(database, list.plain));
      if (opaqueIds || list.fields.has('other_id')) await withoutSerials(database, list.plain);
      lists.set(number, { ...list, opaqueIds, wrongTotals: await wrongTotalsOf(database, list, found, outcomes) });
    }
    return lists;
  }

  async #store(): Promise<void> {
    const database = this.#database;
    for (const { columns, constants, rows } of this.#alike.values()) {
      await database.run(`create or replace temp table odd_of_list (${[...KEYS, ...columns].join(', ')})`);
      await database.append('odd_of_list', rows);
      const said = Object.entries(constants).map(([name, sql]) => `, ${sql} as ${name}`);
      await database.run(`insert into odd_payout by name select *${said.join('')} from odd_of_list`);
    }
    const found = this.#pending.map((each) => each.found);
    await database.append(
      'non_payout',
      found.flatMap(({ nonPayouts }) => nonPayouts.splice(0)),
    );
    await database.append(
      'uncomputed',
      found.flatMap(({ uncomputed }) => uncomputed.splice(0)),
    );
    await database.append(
      'listed_member',
      found.flatMap(({ members }) => members.splice(0)),
    );
    this.#alike.clear();
    this.#gathered = 0;
  }
}

/** As SQL would read it: where a row has more cells than the head, or fewer, the list is rewritten first. */
async function bodyOf(source: ListSource): Promise<ListBody> {
  const body = await source.survey();
  return body && isEven(body) ? body : source.rewrite();
}

function isEven(body: ListBody): boolean {
  for (const { cells } of recordsAt(body, rowsBelow(0, body.rows))) if (cells.length !== body.width) return false;
  return true;
}

/** A sheet that was written as a body already, and is not to be again. */
const withBody = (source: ListSource, body: ListBody): ListSource => ({
  ...source,
  rewrite: (turn) => (turn ? source.rewrite(turn) : Promise.resolve(body)),
});

const rowsBelow = (above: number, rows: number) =>
  Array.from({ length: Math.max(0, rows - above) }, (_, index) => above + index + 1);

/** The rows that are not rejected by whoever wrote them. */
function* accepted(list: number, records: Iterable<BodyRecord>, { nonPayouts }: Found): Generator<BodyRecord> {
  for (const record of records) {
    if (record.rejected) nonPayouts.push([list, record.row, record.rejected]);
    else yield record;
  }
}
