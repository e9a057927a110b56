// The least that writing a workbook with exceljs takes: stream rows of plain cells, without styles, widths or heights.
// Usage: node bare-exceljs-write.mjs CELLS.jsonl OUT.xlsx   (each line a row: its worksheet's name, then its cells)
//        node bare-exceljs-write.mjs CELLS.jsonl            (only reads the cells)
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import excel from 'exceljs';

const [cells, out] = process.argv.slice(2);
const workbook = out && new excel.stream.xlsx.WorkbookWriter({ filename: out });
let worksheet;
for await (const line of createInterface({ input: createReadStream(cells) })) {
  const [name, ...values] = JSON.parse(line);
  if (!workbook) continue;
  if (worksheet?.name !== name) {
    worksheet?.commit();
    worksheet = workbook.addWorksheet(name);
  }
  worksheet.addRow(values).commit();
}
worksheet?.commit();
await workbook?.commit();
