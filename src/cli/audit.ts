import packageJson from '../../package.json' with { type: 'json' };
import type { AuditEntry } from '../domain/audit/entry.ts';
import { shownText } from '../domain/shown/masking.ts';
import { sha256Of } from '../file/bytes.ts';
import { AUDIT_LINES } from '../read/register/audit-line.ts';
import type { JsonRecord } from '../render/json/json.ts';
import { appendLines } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import type { Context } from './context.ts';

/**
 * Adds a line on what a run did to the journal that `--audit` names.
 * @throws InvalidInput where that is something else; what the operating system says.
 */
export function addToJournal(
  path: string,
  argv: readonly string[],
  exit: number,
  { io, outputs, runs }: Context,
): void {
  const entry: AuditEntry = {
    time: eventTime(io),
    version: packageJson.version,
    command: shownText(['relief', ...argv].join(' ')),
    exit,
    campaigns: [...new Set(runs.campaigns.map(({ id }) => shownText(id)))],
    inputs: inputsOf([...outputs.read], runs.records),
    outputs: outputs.written.map(({ path: file, sha256 }) => `${shownText(file)} ${sha256 ?? sha256Of(file)}`),
    findings: findingsOf(runs.records),
    decisions: runs.decisions,
  };
  appendLines(path, '', AUDIT_LINES, () => [entry]);
}

/** A list as a record has it. */
interface Listed {
  readonly file: string;
  readonly sha256: string;
  readonly rows?: number;
  readonly payouts?: number;
  readonly setAside?: number;
  readonly rejected?: number;
}

/** Every file that was read, once; of lists each sheet, with its row equation. */
function inputsOf(files: readonly string[], records: readonly JsonRecord[]): string[] {
  const listed = records.flatMap((record) =>
    ['inputs', 'rosters', 'returns', 'against'].flatMap((key) => (record[key] ?? []) as readonly Listed[]),
  );
  const said = new Map<string, string>();
  for (const { file, sha256, rows, payouts, setAside, rejected } of listed) {
    const equation = rows === undefined ? '' : ` ${rows}=${payouts}+${setAside}+${rejected}`;
    const before = said.get(file);
    if (before === undefined) said.set(file, `${shownText(file)} ${sha256}${equation}`);
    else if (!before.includes(equation)) said.set(file, before + equation);
  }
  for (const file of files) if (!said.has(file)) said.set(file, `${shownText(file)} ${digestOf(file)}`);
  return [...said.values()];
}

/** Of what can't be read again (a pipe), nothing is known. */
function digestOf(file: string): string {
  try {
    return sha256Of(file);
  } catch {
    return '-';
  }
}

/** How often each rule found something: in a record's summary, or among the findings of a campaign file. */
function findingsOf(records: readonly JsonRecord[]): string[] {
  const counts = new Map<string, number>();
  for (const { summary, findings } of records) {
    const byRule = (summary as { byRule?: Readonly<Record<string, number>> } | undefined)?.byRule;
    const own = Array.isArray(findings) && !byRule ? findings.map(({ rule }) => [rule as string, 1] as const) : [];
    const found = new Map<string, number>();
    for (const [rule, count] of [...Object.entries(byRule ?? {}), ...own])
      found.set(rule, (found.get(rule) ?? 0) + count);
    // Several answers of one run find the same things.
    for (const [rule, count] of found) counts.set(rule, Math.max(count, counts.get(rule) ?? 0));
  }
  return [...counts].map(([rule, count]) => `${rule} ${count}`);
}
