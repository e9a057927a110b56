// Makes the forms of this folder that exceljs writes. Usage: node make.mjs
import { fileURLToPath } from 'node:url';
import excel from 'exceljs';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function form() {
  const book = new excel.Workbook();
  const sheet = book.addWorksheet('统计 表');
  sheet.getCell('A1').value = '{{campaign.title}}';
  sheet.mergeCells('A1:D1');
  sheet.getRow(3).values = ['项目', '{{campaign.year}}年金额', '折合元', '备注'];
  for (const [row, key] of [
    [4, 'total'],
    [5, 'entitled'],
  ]) {
    sheet.getRow(row).values = [key, `{{${key}.amount}}`, { formula: `B${row}*10000`, result: 0 }];
    sheet.getCell(`B${row}`).numFmt = '0.00';
    sheet.getCell(`D${row}`).value = {
      richText: [
        { text: '共' },
        { font: { bold: true, color: { argb: 'FFC00000' } }, text: `{{${key}.` },
        { font: { bold: true, color: { argb: 'FFC00000' } }, text: 'amount}}' },
        { text: '万元' },
      ],
    };
  }
  sheet.getCell('A8').value = '合计（元）';
  sheet.getCell('B8').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFEB9C' } };
  book.definedNames.add("'统计 表'!$B$8", 'total_yuan');
  book.addWorksheet('汇总').getCell('A1').value = { formula: "'统计 表'!B4+'统计 表'!B5", result: 0 };
  return { book, sheet };
}

{
  const { book, sheet } = form();
  sheet.getCell('B4').note = '填合计数';
  sheet.addConditionalFormatting({
    ref: 'B4:B5',
    rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [100], priority: 1, style: { font: { bold: true } } }],
  });
  sheet.addImage(book.addImage({ base64: PIXEL, extension: 'png' }), 'F20:G22');
  await book.xlsx.writeFile(at('exceljs-comment-image-rules.xlsx'));
}
{
  const { book, sheet } = form();
  sheet.addTable({
    name: '各部门',
    ref: 'F3',
    columns: [{ name: '{{campaign.year}}年' }, { name: '部门' }],
    rows: [['{{total.amount}}', '{{campaign.issuer}}']],
  });
  await book.xlsx.writeFile(at('exceljs-table.xlsx'));
}
