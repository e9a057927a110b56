// The least that reading a workbook with exceljs takes: stream its rows and look at every cell.
// Usage: node bare-exceljs.mjs LIST.xlsx
import excel from 'exceljs';

let cells = 0;
for await (const sheet of new excel.stream.xlsx.WorkbookReader(process.argv[2])) {
  for await (const row of sheet) row.eachCell(() => (cells += 1));
}
if (cells === 0) throw new Error('no cells');
