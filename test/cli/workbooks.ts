import type { Worksheet } from 'exceljs';

/** The worksheets of a workbook that was written. */
export async function sheetsOf(path: string): Promise<Worksheet[]> {
  const { default: excel } = await import('exceljs');
  return (await new excel.Workbook().xlsx.readFile(path)).worksheets;
}

/** Every text of a workbook, and the names of its sheets. */
export async function cellsOf(path: string): Promise<string[]> {
  const texts: string[] = [];
  for (const sheet of await sheetsOf(path)) {
    texts.push(sheet.name);
    sheet.eachRow((row) => row.eachCell(({ value }) => texts.push(String(value))));
  }
  return texts;
}
