import { relative } from 'node:path';
import { rowPrint } from '../../checks/fingerprint.ts';
import type { GroupFinding } from '../../checks/group/found-groups.ts';
import type { PayoutRow } from '../../checks/payout-row.ts';
import type { RowFinding } from '../../checks/row/found-rows.ts';
import type { Rule } from '../../checks/rule.ts';
import type { Finding, Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import { type Place, printPlace } from '../../domain/place.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { shownText } from '../../domain/shown/masking.ts';
import type { Band } from '../../identity/bands.ts';
import { atHome, type Homes } from './homes.ts';

/** Who answers for a case: a department that has a row in it, the committee where people live, or whoever runs the campaign. */
export interface Unit {
  readonly kind: 'department' | 'committee' | 'host';
  /** Empty for whoever runs the campaign. */
  readonly name: string;
}

/** A row of a case as it stands on its list, unmasked: whoever shows it masks it. */
export interface CaseRow {
  /** File, sheet and row as seen from the campaign's folder; masked. */
  readonly place: string;
  readonly print: string;
  readonly role: ListRole;
  readonly payout: PayoutRow;
}

/** A finding as the loop of cases sees it. */
export interface CaseFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** The finding's fingerprint. */
  readonly print: string;
  /** What it says, in Chinese: it goes to people who write that. */
  readonly says: string;
  readonly amount: Fen | null;
  readonly people: readonly string[];
  readonly rows: readonly CaseRow[];
  readonly places: readonly string[];
  readonly units: readonly Unit[];
  /** The one person it is about; null where it is about several, or nobody. */
  readonly person: bigint | null;
  /** How sure it is that rows are one person's, or a question whether they are; null where that is not what it is about. */
  readonly band: Band | null;
}

/** Rules whose findings are settled by asking people where they live. */
const ON_THE_SPOT: ReadonlySet<string> = new Set(['omitted', 'omitted-from-measure']);
/** The question whether two are one: a case however low its severity, and one for somebody who knows both. */
const WHETHER_ONE: ReadonlySet<string> = new Set(['probable-same-person']);

export interface FoundNow {
  /** On the campaign and its plan. */
  readonly planned: readonly Finding[];
  /** On single rows, and on groups of them; null where nobody looked. */
  readonly checked: AsyncIterable<RowFinding> | null;
  readonly pairs: AsyncIterable<GroupFinding> | null;
}

interface Gathering {
  readonly rules: readonly Rule[];
  /** The folder of the campaign. */
  readonly folder: string;
  /** Where committees lie. */
  readonly homes: Homes;
  /** Whether hints are cases too. */
  readonly hints: boolean;
}

/** Everything found that is a case, worst first; findings that show the same in the order of files and rows. */
export async function caseFindings(
  found: FoundNow,
  { rules, folder, hints, homes }: Gathering,
): Promise<CaseFinding[]> {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const place = placesFrom(folder);
  const isCase = ({ rule, severity }: Finding) => hints || severity !== 'hint' || WHETHER_ONE.has(rule);
  const asCase = (finding: Finding, rows: readonly CaseRow[]): CaseFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    print: finding.fingerprint,
    says: saysOf(finding, known.get(finding.rule)),
    amount: finding.amount,
    people: finding.people,
    rows,
    places: rows.length > 0 ? rows.map((row) => row.place) : finding.places.map(place),
    units: unitsOf(finding.rule, rows),
    person: null,
    band: null,
  });
  const cases = found.planned.filter(isCase).map((finding) => asCase(finding, []));
  for await (const finding of found.pairs ?? []) {
    if (!isCase(finding)) continue;
    const { identities, band } = finding;
    const person = identities.length === 1 ? (identities[0] ?? null) : null;
    cases.push({ ...asCase(finding, groupRows(finding, place, homes)), person, band });
  }
  for await (const finding of found.checked ?? []) {
    if (!isCase(finding)) continue;
    const { atRisk: amount, identity: person } = finding;
    cases.push({ ...asCase(finding, singleRow(finding, place)), amount, person });
  }
  return cases;
}

function groupRows({ rows }: GroupFinding, placeOf: (place: Place) => string, homes: Homes): CaseRow[] {
  return rows.map(({ place, role, payout: own }) => {
    const payout = atHome(own, homes);
    return { place: placeOf(place), print: rowPrint(payout), role, payout };
  });
}

function singleRow({ places: [place], payout }: RowFinding, placeOf: (place: Place) => string): CaseRow[] {
  return place ? [{ place: placeOf(place), print: rowPrint(payout), role: 'payouts', payout }] : [];
}

/** Rules speak of a finding in one line: what it is called, and what it found. */
function saysOf({ rule, data }: Finding, known: Rule | undefined): string {
  if (!known) return shownText(rule);
  const { title } = known.documentation.zh;
  const message = known.message.zh(data);
  return shownText(message.startsWith(title) ? message : `${title}：${message}`);
}

/** Where something stands, as seen from the campaign's folder, wherever relief is run. */
function placesFrom(folder: string): (place: Place) => string {
  const files = new Map<string, string>();
  return (place) => {
    let file = files.get(place.file);
    if (file === undefined) {
      file = fileFrom(folder, place.file);
      files.set(place.file, file);
    }
    return shownText(printPlace({ ...place, file, column: null }));
  };
}

/** A file as seen from a folder; standard input is itself. */
export const fileFrom = (folder: string, file: string): string =>
  file === '-' ? file : (relative(folder, file) || file).replaceAll('\\', '/');

const HOST: Unit = { kind: 'host', name: '' };

function unitsOf(rule: string, rows: readonly CaseRow[]): Unit[] {
  if (WHETHER_ONE.has(rule)) return [unitOfAll(rows)];
  const named = (kind: Unit['kind'], names: readonly (string | null)[]) =>
    [...new Set(names.flatMap((name) => name || []))].map((name): Unit => ({ kind, name: shownText(name) }));
  const committees = ON_THE_SPOT.has(rule)
    ? named(
        'committee',
        rows.map(({ payout }) => payout.livesIn),
      )
    : [];
  const departments = named(
    'department',
    rows.map(({ role, payout }) => (role === 'payouts' ? payout.department : null)),
  );
  if (committees.length > 0) return committees;
  return departments.length > 0 ? departments : [HOST];
}

/** The one unit that has every row before it; where there is none, whoever runs the campaign has. */
function unitOfAll(rows: readonly CaseRow[]): Unit {
  const inCommon = (kind: Unit['kind'], names: readonly (string | null)[]): Unit | null => {
    const [first] = names;
    return first && names.every((name) => name === first) ? { kind, name: shownText(first) } : null;
  };
  const livesIn = rows.map(({ payout }) => payout.livesIn);
  const departments = rows.map(({ role, payout }) => (role === 'payouts' ? payout.department : null));
  return inCommon('committee', livesIn) ?? inCommon('department', departments) ?? HOST;
}
