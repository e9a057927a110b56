import type { RemovedRow } from '../checks/group/removed-rows.ts';
import { severityIs } from '../checks/group/store-groups.ts';
import { ageOnDay } from '../checks/row/age.ts';
import { ROW_RULES } from '../checks/row/index.ts';
import type { Day } from '../domain/calendar.ts';
import { groupedBy } from '../domain/grouped-by.ts';
import type { Fen } from '../domain/money.ts';
import { generalised, isOfChildren, type OwnWords, revealsIllness } from '../domain/published/general-words.ts';
import type { NoticesBy } from '../domain/published/notices-by.ts';
import { type NameRule, publishedName } from '../domain/published/published-name.ts';
import { withoutNumbers } from '../domain/published/without-numbers.ts';
import type { Lists } from '../engine/lists.ts';

export interface PublishOptions {
  readonly by: NoticesBy;
  /** Of everybody who is neither a minor nor ill. */
  readonly names: Exclude<NameRule, 'surname'>;
  readonly words: OwnWords;
  /** The first day of the notice, on which ages are counted. */
  readonly day: Day;
}

/** One person of a notice, as everybody may read it. */
export interface PublishedRow {
  readonly name: string;
  readonly department: string;
  readonly measure: string;
  readonly place: string;
  readonly amount: Fen | null;
  /** How many packs or pieces, where goods are given. */
  readonly quantity: number | null;
}

/** A notice: who is on it, and what it is about; '' where the lists do not say. */
export interface PublicNotice {
  readonly about: string;
  readonly rows: readonly PublishedRow[];
  /** Whether any name is not whole. */
  readonly isMasked: boolean;
}

export interface Published {
  readonly notices: readonly PublicNotice[];
  /** Rows that are not published: taken out by the rules; without a readable name. */
  readonly removed: number;
  readonly nameless: number;
  /** Rows that would say something wrong of somebody in public. */
  readonly held: number;
}

type PayoutRow = {
  readonly list: number;
  readonly row: number;
  readonly name: string | null;
  readonly age: number | null;
  readonly department: number;
  readonly measure: number;
  readonly amount: Fen | null;
  readonly quantity: number | null;
  readonly subdistrict: string | null;
  readonly committee: string | null;
};

/**
 * Who is to be published, row by row: whoever the rules leave on the lists. Of a row only the name, the measure, the committee and what
 * is given come here at all: no number, no address, no telephone.
 */
export async function publicNotices(
  lists: Lists,
  removed: readonly RemovedRow[],
  options: PublishOptions,
): Promise<Published> {
  const out = new Set(removed.map(keyOf));
  const rows = await lists.database.all<PayoutRow>(
    `select p.list, p."row", p.name, ${ageOnDay(options.day)} as age, p.department, p.measure, p.amount,
        p.quantity, p.subdistrict, p.committee from payout p order by p.list, p."row"`,
  );
  const left = rows.filter((row) => !out.has(keyOf(row)));
  const wrong = new Set((await wrongRows(lists)).map(keyOf));
  const kept = left.filter((row) => !wrong.has(keyOf(row)));
  const published = kept.map((row) => publishedRow(row, lists, options));
  const named = published.filter(({ shown }) => shown.name !== '');
  const groups = groupedBy(named, ({ shown }) => aboutOf(shown, options.by));
  return {
    notices: [...groups].map(([about, all]) => ({
      about,
      rows: all.map(({ shown }) => shown),
      isMasked: all.some(({ rule }) => rule !== 'full'),
    })),
    removed: rows.length - left.length,
    held: left.length - kept.length,
    nameless: published.length - named.length,
  };
}

const keyOf = ({ list, row }: Pick<PayoutRow, 'list' | 'row'>) => `${list} ${row}`;

/** Errors in what a notice says: how much, of what, and whether somebody is of the age for it. */
const WRONG_IN_PUBLIC = [
  ...['amount-outlier', 'amount-unreadable', 'amount-off-standard', 'age-not-eligible'],
  ...['unknown-measure', 'unknown-department'],
];

/** The rows that have such an error; `checkRows` has found them. */
function wrongRows({ database }: Lists): Promise<Pick<PayoutRow, 'list' | 'row'>[]> {
  const rules = ROW_RULES.flatMap(({ id }, index) => (WRONG_IN_PUBLIC.includes(id) ? [index] : []));
  return database.all(
    `select distinct list, "row" from finding where severity = ${severityIs('error')} and rule in (${rules.join(', ')})`,
  );
}

const aboutOf = ({ place, measure, department }: PublishedRow, by: NoticesBy) =>
  by === 'committee' ? place : by === 'measure' ? measure : department;

function publishedRow(
  row: PayoutRow,
  { assignments }: Lists,
  { names, words }: PublishOptions,
): { readonly shown: PublishedRow; readonly rule: NameRule } {
  const department = assignments.departments[row.department];
  const measure = assignments.measures[row.measure]?.measure;
  const called = measure?.name ?? '';
  const rule = isProtected(row, [called, ...(measure?.is?.to ?? [])]) ? 'surname' : names;
  const place = [row.subdistrict, row.committee].map((part) => publishedPlace(part ?? '')).join('');
  const shown: PublishedRow = {
    name: publishedName(row.name ?? '', rule),
    department: withoutNumbers(department?.name ?? ''),
    measure: withoutNumbers(generalised(called, words)),
    place,
    amount: row.amount,
    quantity: row.quantity === null ? null : Number(row.quantity),
  };
  return { shown, rule };
}

const OF_AGE = 18;

/** Minors, and whoever a measure makes known as ill: of them no more than the surname is published, whatever was chosen. */
function isProtected({ age }: PayoutRow, about: readonly string[]): boolean {
  if (age !== null && Number(age) < OF_AGE) return true;
  const words = about.join(' ');
  return revealsIllness(words) || (age === null && isOfChildren(words));
}

/** A street or a committee without what leads to a door (幸福居委会3号101室). */
export function publishedPlace(text: string): string {
  return withoutNumbers(text.normalize('NFKC'))
    .replace(/[（(].*$/u, '')
    .replace(/\s*[\d一二三四五六七八九十百零〇*A-Za-z-]+\s*(?:号|弄|室|幢|栋|单元|楼|巷|门|户).*$/u, '')
    .replace(/[\d*]{3,}.*$/u, '')
    .trim()
    .slice(0, LONGEST_PLACE);
}
const LONGEST_PLACE = 40;
