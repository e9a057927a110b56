import accountDamaged from './account-damaged.ts';
import accountMalformed from './account-malformed.ts';
import ageNotEligible from './age-not-eligible.ts';
import amountOffStandard from './amount-off-standard.ts';
import amountOutlier from './amount-outlier.ts';
import amountUnreadable from './amount-unreadable.ts';
import columnOverlooked from './column-overlooked.ts';
import dateUnreadable from './date-unreadable.ts';
import fileCutOff from './file-cut-off.ts';
import formulaUncomputed from './formula-uncomputed.ts';
import holderNotPayee from './holder-not-payee.ts';
import idAreaUnknown from './id-area-unknown.ts';
import idBirthDate from './id-birth-date.ts';
import idChecksum from './id-checksum.ts';
import idDamagedBySpreadsheet from './id-damaged-by-spreadsheet.ts';
import idDisagreesWithRow from './id-disagrees-with-row.ts';
import idLegacy15 from './id-legacy-15.ts';
import idMalformed from './id-malformed.ts';
import idMissing from './id-missing.ts';
import latePayout from './late-payout.ts';
import listTotalContradictsRows from './list-total-contradicts-rows.ts';
import nameUnreadable from './name-unreadable.ts';
import notThroughBank from './not-through-bank.ts';
import phoneMalformed from './phone-malformed.ts';
import remarkAgainstPayout from './remark-against-payout.ts';
import rowRejected from './row-rejected.ts';
import type { RowRule } from './row-rule.ts';
import severalPeopleInCell from './several-people-in-cell.ts';
import signatureMissing from './signature-missing.ts';
import unknownDepartment from './unknown-department.ts';
import unknownMeasure from './unknown-measure.ts';

/** Every rule on single rows, in the order in which findings are listed. */
export const ROW_RULES: readonly RowRule[] = [
  fileCutOff,
  columnOverlooked,
  formulaUncomputed,
  listTotalContradictsRows,
  rowRejected,
  nameUnreadable,
  severalPeopleInCell,
  idMissing,
  idMalformed,
  idChecksum,
  idBirthDate,
  idDamagedBySpreadsheet,
  idLegacy15,
  idAreaUnknown,
  idDisagreesWithRow,
  amountUnreadable,
  amountOffStandard,
  amountOutlier,
  unknownDepartment,
  unknownMeasure,
  latePayout,
  dateUnreadable,
  notThroughBank,
  accountDamaged,
  accountMalformed,
  holderNotPayee,
  phoneMalformed,
  signatureMissing,
  remarkAgainstPayout,
  ageNotEligible,
];
