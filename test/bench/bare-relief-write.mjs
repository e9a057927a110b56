// What bare-exceljs-write.mjs does, by the renderer of workbooks: with styles, widths, heights, print set-up and neutralised texts.
// Usage: node bare-relief-write.mjs RENDERER.mjs CELLS.jsonl OUT.xlsx WORKSHEETS   (the renderer as findings.mjs bundles it; the
// worksheets' names and how many columns they have, as JSON)
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

const [renderer, cells, out, worksheets] = process.argv.slice(2);
const { renderXlsx, catalogue } = await import(pathToFileURL(renderer));
const lines = createInterface({ input: createReadStream(cells) })[Symbol.asyncIterator]();
const WIDTH = 30; // of every column: which long texts take how many lines has to be found out
const sheets = JSON.parse(worksheets).map((worksheet) => {
  const columns = Array.from({ length: worksheet.columns }, () => ({ title: '', kind: 'text', width: WIDTH }));
  return { name: worksheet.name, above: [], columns, rows: rowsOf(worksheet.name), below: [] };
});
let next = await nextRow();
await pipeline(renderXlsx({ title: '', sheets }, catalogue), createWriteStream(out));

async function nextRow() {
  const { value, done } = await lines.next();
  return done ? [] : JSON.parse(value);
}

async function* rowsOf(name) {
  for (; next[0] === name; next = await nextRow()) yield { level: 'item', cells: next.slice(1).map(cell) };
}

function cell(value) {
  if (typeof value === 'number') return { kind: 'money', value: BigInt(Math.round(value * 100)), in: 'yuan' };
  return { kind: 'text', text: value ?? '' };
}
