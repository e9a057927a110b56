import type { ListRole } from '../../domain/row/list-role.ts';
import type { LoadedList } from '../../engine/load.ts';
import { roleOf } from '../../read/list/list-input.ts';
import dateUnreadable from './date-unreadable.ts';
import fileCutOff from './file-cut-off.ts';
import formulaUncomputed from './formula-uncomputed.ts';
import idAreaUnknown from './id-area-unknown.ts';
import idBirthDate from './id-birth-date.ts';
import idChecksum from './id-checksum.ts';
import idDamagedBySpreadsheet from './id-damaged-by-spreadsheet.ts';
import idDisagreesWithRow from './id-disagrees-with-row.ts';
import idLegacy15 from './id-legacy-15.ts';
import idMalformed from './id-malformed.ts';
import idMissing from './id-missing.ts';
import listTotalContradictsRows from './list-total-contradicts-rows.ts';
import rowRejected from './row-rejected.ts';
import type { RowRule } from './row-rule.ts';

/** The rules that also hold where nobody is paid: of numbers by which people on rosters are found, of rows that can't be read, and of whether they are all there. */
const BESIDES_PAYOUTS: Readonly<Record<Exclude<ListRole, 'payouts' | 'earlier'>, readonly RowRule[]>> = {
  roster: [
    dateUnreadable,
    fileCutOff,
    formulaUncomputed,
    listTotalContradictsRows,
    rowRejected,
    idMissing,
    idDamagedBySpreadsheet,
    idMalformed,
    idBirthDate,
    idChecksum,
    idDisagreesWithRow,
    idLegacy15,
    idAreaUnknown,
  ],
  return: [fileCutOff, formulaUncomputed, listTotalContradictsRows, rowRejected],
};

/** Is a list asked by this rule? What was paid earlier is only compared with; a roster need not say any day. */
export function isAsked(rule: RowRule, { source, fields }: LoadedList): boolean {
  const role = roleOf(source.input);
  if (role === 'payouts') return true;
  if (role === 'earlier' || !BESIDES_PAYOUTS[role].includes(rule)) return false;
  return rule !== dateUnreadable || fields.has('birth') || fields.has('died_on');
}
