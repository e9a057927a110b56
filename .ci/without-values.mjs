// A workbook whose formulas have lost their values, so that whoever opens it has to calculate. Usage: node .ci/without-values.mjs
// FROM.xlsx TO.xlsx; says how many formulas there are.
import excel from 'exceljs';

const [from, to] = process.argv.slice(2);
const workbook = new excel.Workbook();
await workbook.xlsx.readFile(from);
let formulas = 0;
for (const sheet of workbook.worksheets) {
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (typeof cell.value !== 'object' || cell.value === null || !('formula' in cell.value)) return;
      cell.value = { formula: cell.value.formula };
      formulas += 1;
    });
  });
}
await workbook.xlsx.writeFile(to);
console.log(`${formulas} formulas`);
process.exitCode = formulas > 0 ? 0 : 1;
