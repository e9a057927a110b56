import type { Catalogue } from '../../text/zh/catalogue.ts';
import { pairFindingsSheet } from '../findings/pair-findings-sheet.ts';
import { listSheets } from '../lists/list-sheets.ts';
import type { Sheet } from '../sheet.ts';
import type { ExaminedCheck } from './examined-check.ts';

/** What lists, rosters and bank returns say, and what was found on their rows. */
export function checkedRowsSheets(listed: ExaminedCheck, catalogue: Catalogue): Sheet[] {
  const { first, last } = listSheets(null, listed, catalogue);
  const unclear = listed.pairs.groups.length > 0 ? [pairFindingsSheet(listed, catalogue, { showIds: false })] : [];
  return [...(listed.lists.lists.length > 0 ? first : []), ...unclear, ...last];
}
