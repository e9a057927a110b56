import exceljs from 'exceljs';

/** What is wrong with each sheet of the workbook below, as whoever looks at its pages has to say it. */
export const FAULTS = [/###/, /stands alone/, /half empty/, /type of 6/];

/** A workbook that prints as none should: a figure too wide for its column, a sum without a row, a page half empty before one, small type. */
export async function brokenWorkbook(path) {
  const book = new exceljs.Workbook();
  const sheet = (name, rows, breaks) => {
    const added = book.addWorksheet(name, { pageSetup: { paperSize: 9, printTitlesRow: '1:1' } });
    added.addRows([['序号', '项目', '金额'], ...rows]);
    for (const row of breaks) added.getRow(row).addPageBreak();
    return added;
  };
  const items = (count) => Array.from({ length: count }, (_, index) => [index + 1, `项目${index + 1}`, 500]);
  sheet('too-wide', [[1, '项目', 123_456_789.12]], []).getColumn(3).width = 3;
  sheet('alone', [...items(40), ['合计', '', 20_000]], [41]);
  sheet('half-empty', [...items(30), ['合计', '', 15_000]], [9]);
  sheet('small', items(3), []).eachRow((row) => {
    row.font = { size: 6 };
  });
  await book.xlsx.writeFile(path);
}
