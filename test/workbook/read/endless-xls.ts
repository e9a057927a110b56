import * as SheetJS from '@e965/xlsx';

const rows = Array.from({ length: 60 }, (_, row) => [`王${row}`, row / 7, row % 2 === 0, row]);

export const wholeXls: Buffer = SheetJS.write(
  { SheetNames: ['名单'], Sheets: { 名单: SheetJS.utils.aoa_to_sheet(rows) } },
  { type: 'buffer', bookType: 'biff8' },
);

const doubled = Buffer.concat([wholeXls.subarray(0, 1536 + 248), wholeXls.subarray(1536)]);

/** SheetJS fills an array without end, until V8 ends the process. */
export const endlessXls = Buffer.concat([doubled.subarray(0, 3385), doubled.subarray(3385 + 32)]);
