// What people write instead: read a list with csv-parse, total it by department, and flag exact duplicate ID numbers with a
// Map. No checks, no normalising. Usage: node map-duplicates.mjs LIST.csv (columns 部门, 身份证号, 金额)
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

const totals = new Map();
const seen = new Map();
let row = 1;
for await (const record of createReadStream(process.argv[2]).pipe(parse({ columns: true, bom: true }))) {
  row += 1;
  totals.set(record.部门, (totals.get(record.部门) ?? 0) + Number(record.金额));
  const rows = seen.get(record.身份证号);
  if (rows) rows.push(row);
  else seen.set(record.身份证号, [row]);
}
const duplicates = [...seen].filter(([, rows]) => rows.length > 1);
console.log(totals, duplicates.length);
