import type { AuditEntry } from '../../domain/audit/entry.ts';
import { readCell, writtenCell } from './line-cells.ts';
import type { LineForm } from './sealed-lines.ts';

/** The columns of a journal of runs. */
const COLUMNS = ['时间', '版本', '命令', '退出码', '活动', '读入', '写出', '疑点', '已登记处理'] as const;

/** What stands between several in one cell. */
const BETWEEN = ' | ';

const severalIn = (cell: string): string[] => (cell === '' ? [] : cell.split(BETWEEN));

function cellsOf(entry: AuditEntry): string[] {
  const { time, version, command, exit, decisions } = entry;
  const several = [entry.campaigns, entry.inputs, entry.outputs, entry.findings].map((each) => each.join(BETWEEN));
  return [time, version, command, String(exit), ...several, String(decisions)].map(writtenCell);
}

const COUNT = /^\d{1,9}$/;

function eventIn(cells: readonly string[]): { readonly event: AuditEntry; readonly campaign: string } | null {
  const [time = '', version = '', command = '', exit = '', campaigns = '', inputs = '', outputs = '', ...rest] =
    cells.map((cell) => readCell(cell));
  const [findings = '', decisions = ''] = rest;
  if (cells.length < COLUMNS.length || !COUNT.test(exit) || !COUNT.test(decisions)) return null;
  return {
    campaign: '',
    event: {
      time,
      version,
      command,
      exit: Number(exit),
      campaigns: severalIn(campaigns),
      inputs: severalIn(inputs),
      outputs: severalIn(outputs),
      findings: severalIn(findings),
      decisions: Number(decisions),
    },
  };
}

/** The journal of runs, a line a run; it is of no campaign. */
export const AUDIT_LINES: LineForm<AuditEntry> = { columns: COLUMNS, cellsOf, eventIn };
