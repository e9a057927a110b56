import type { GroupFinding } from '../../checks/group/found-groups.ts';
import type { RowFinding } from '../../checks/row/found-rows.ts';
import type { Finding } from '../../domain/finding.ts';
import { maskedName, maskText } from '../../domain/shown/masking.ts';

/** A message about rows, for publication. Longer names first, so that none is left in part; by one character nobody is known. */
export function withoutNames(message: string, finding: Finding): string {
  const longest = [...new Set(namesIn(finding))].filter((name) => name.length > 1).sort((a, b) => b.length - a.length);
  return longest.reduce((text, name) => text.replaceAll(name, maskedName(name)), message);
}

/** Everybody whom the rows of a finding name, as a message may: payees, holders of accounts, who signed, and several in one cell. */
function namesIn(finding: Finding): string[] {
  const { payout, rows = [] } = finding as Partial<RowFinding> & Partial<GroupFinding>;
  const cells = [...rows.map((row) => row.payout), ...(payout ? [payout] : [])].flatMap(({ name, holder, agent }) => [
    name,
    holder,
    agent,
  ]);
  const { names } = finding.data as { readonly names?: unknown };
  return [...cells, ...[names].flat()].flatMap((cell) => {
    if (typeof cell !== 'string') return [];
    const shown = maskText(cell);
    return [shown, ...shown.split(/[、,，;；/+&()（）]|\s+/u)];
  });
}
