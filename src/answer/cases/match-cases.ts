import { caseId, caseNumber } from '../../domain/cases/case-number.ts';
import type { CaseEvent } from '../../domain/cases/event.ts';
import type { Match } from '../../domain/cases/phase.ts';
import type { CaseFinding } from './case-finding.ts';
import type { CaseRecord } from './case-record.ts';

/** How a case stands to what is found now. */
export interface Matched {
  readonly id: string;
  readonly finding: CaseFinding | null;
  readonly record: CaseRecord | null;
  readonly how: Match;
  /** Cases that a new one shares rows with. */
  readonly from: readonly string[];
}

/**
 * Which case each finding is. One that shows what a case showed, on one of its rows, is that case; of several that show the same, each
 * is told by where it stands and what stands there. What shares a row with a case of its rule goes on with it. Neither the order of
 * findings nor that of rows matters where that says anything.
 */
export function matchCases(findings: readonly CaseFinding[], records: ReadonlyMap<string, CaseRecord>): Matched[] {
  const open = new Set(records.values());
  const rest: CaseFinding[] = [];
  const matched: Matched[] = [];
  const shown = groupedBy(records.values(), ({ rule, last }) => `${rule} ${last.shows}`);
  for (const [key, same] of groupedBy(findings, ({ rule, print }) => `${rule} ${print}`)) {
    const taken = matchAlike(same, shown.get(key) ?? []);
    for (const each of taken) {
      matched.push(each);
      if (each.record) open.delete(each.record);
    }
    const done = new Set(taken.map(({ finding }) => finding));
    rest.push(...same.filter((finding) => !done.has(finding)));
  }
  const numbers = new Numbers(records.keys());
  for (const each of continued(rest, open, numbers)) {
    matched.push(each);
    if (each.record) open.delete(each.record);
  }
  for (const record of open) matched.push({ id: record.id, finding: null, record, how: 'gone', from: [] });
  return matched;
}

function groupedBy<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

const printsOf = ({ rows }: CaseFinding): readonly string[] => rows.map(({ print }) => print);
const asSet = (texts: readonly string[]): string => [...texts].sort().join('\n');
const whereOf = (finding: CaseFinding): string => `${asSet(finding.places)}\n\n${asSet(printsOf(finding))}`;
const whereWas = ({ last }: CaseRecord): string => `${asSet(last.places)}\n\n${asSet(last.rows)}`;

/** Do they share a row? What stands on no row of a list, as a figure of the campaign, is known by what it shows. */
function sharesRow(finding: CaseFinding, { last }: CaseRecord): boolean {
  if (finding.rows.length === 0 && last.rows.length === 0) return true;
  return finding.rows.some(({ print }) => last.rows.includes(print));
}

/** Of findings that show the same, and cases that showed that, which is which. */
function matchAlike(findings: readonly CaseFinding[], records: readonly CaseRecord[]): Matched[] {
  const matched: Matched[] = [];
  let [left, open] = [[...findings], [...records]];
  const take = (finding: CaseFinding, record: CaseRecord, how: Match) => {
    matched.push({ id: record.id, finding, record, how, from: [] });
    left = left.filter((each) => each !== finding);
    open = open.filter((each) => each !== record);
  };
  const byKey = (ofFinding: (finding: CaseFinding) => string, ofRecord: (record: CaseRecord) => string) => {
    const found = groupedBy(left, ofFinding);
    for (const [key, [record, another]] of groupedBy(open, ofRecord)) {
      const [finding, other] = found.get(key) ?? [];
      if (record && finding && !another && !other) take(finding, record, 'same');
    }
  };
  byKey(whereOf, whereWas);
  byKey(
    (finding) => asSet(printsOf(finding)),
    ({ last }) => asSet(last.rows),
  );
  const [one, other] = [left[0], open[0]];
  if (findings.length === 1 && records.length === 1 && one && other && sharesRow(one, other)) take(one, other, 'same');
  const isOneDecision = new Set(open.map(({ decision }) => decidedAs(decision))).size === 1;
  const isTold = isOneDecision && left.length === open.length;
  for (const record of [...open]) {
    const finding = left.find((each) => sharesRow(each, record));
    if (finding) take(finding, record, isTold || record.decision === null ? 'same' : 'unclear');
  }
  return matched;
}

/** A decision as far as two can be the same. */
const decidedAs = (decision: CaseEvent | null): string =>
  decision === null
    ? ''
    : [decision.state, decision.action, decision.confirmed, decision.recovered, decision.irrecoverable].join(' ');

/** Gives numbers to new cases; those of the register are never given again. */
class Numbers {
  readonly #last = new Map<string, number>();

  constructor(known: Iterable<string>) {
    for (const id of known) {
      const number = caseNumber(id);
      if (number) this.#last.set(number.print, Math.max(number.nth, this.#last.get(number.print) ?? 0, 1));
    }
  }

  /** The number of a new case, of `several` that show the same. */
  next(print: string, several: boolean): string {
    const last = this.#last.get(print);
    if (last === undefined && !several) {
      this.#last.set(print, 1);
      return print;
    }
    const nth = (last ?? 0) + 1;
    this.#last.set(print, nth);
    return caseId({ print, nth });
  }
}

/** Findings that show what no case showed: they go on with cases that they share rows with, or are new. */
function continued(findings: readonly CaseFinding[], open: ReadonlySet<CaseRecord>, numbers: Numbers): Matched[] {
  const byRow = new Map<string, CaseRecord[]>();
  for (const record of open) {
    for (const print of new Set(record.last.rows)) {
      const key = `${record.rule} ${print}`;
      byRow.set(key, [...(byRow.get(key) ?? []), record]);
    }
  }
  const sharing = findings.map((finding) => {
    const shared = new Map<CaseRecord, number>();
    for (const print of new Set(printsOf(finding))) {
      for (const record of byRow.get(`${finding.rule} ${print}`) ?? []) {
        shared.set(record, (shared.get(record) ?? 0) + 1);
      }
    }
    return { finding, shared };
  });
  const heirs = new Map<CaseRecord, { readonly finding: CaseFinding; readonly rows: number }>();
  for (const { finding, shared } of sharing) {
    if (shared.size !== 1) continue;
    for (const [record, rows] of shared) {
      if (rows > (heirs.get(record)?.rows ?? 0)) heirs.set(record, { finding, rows });
    }
  }
  const alike = groupedBy(findings, ({ rule, print }) => `${rule} ${print}`);
  const matched: Matched[] = [];
  const merged = new Set<CaseRecord>();
  for (const { finding, shared } of sharing) {
    const records = [...shared.keys()];
    const [only] = records;
    if (records.length === 1 && only && heirs.get(only)?.finding === finding) {
      matched.push({ id: only.id, finding, record: only, how: 'changed', from: [] });
      continue;
    }
    const several = (alike.get(`${finding.rule} ${finding.print}`)?.length ?? 0) > 1;
    const id = numbers.next(finding.print, several);
    matched.push({ id, finding, record: null, how: 'new', from: records.map((record) => record.id) });
    if (records.length > 1) for (const record of records) merged.add(record);
  }
  for (const record of merged) {
    if (!heirs.has(record)) matched.push({ id: record.id, finding: null, record, how: 'merged', from: [] });
  }
  return matched;
}
