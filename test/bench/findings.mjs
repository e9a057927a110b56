// Findings as a workbook, against the same findings as a CSV followed by a bare exceljs streaming write of the workbook's cells
// (no styles, widths or heights; the time in which that script only reads its cells is taken off). Both put every finding into
// words and mask it; a workbook of several sheets does so for each. The second line is the writing alone, with all words and
// masks against a script that has none: what the workbook takes more than a table, which shows a few findings only. The third is
// our renderer alone against exceljs, both given the same cells by a script.
// Usage: node test/bench/findings.mjs [ROUNDS] [ROWS]   (every third row of the list gives about one finding)
import { createWriteStream, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import excel from 'exceljs';
import { rolldown } from 'rolldown';
import { node, report, run, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const rows = Number(process.argv[3] ?? 300_000);
const list = sample(rows, 'csv');
const at = (name) => join(dirname(list), name);
const renderer = await bundledRenderer();
const relief = (...args) => node('bin/relief.js', ...args, '--quiet', '--fail-on', 'never');

for (const [name, command, same] of [
  ['export', ['export', at('campaign.yaml'), list], ['dedupe', at('campaign.yaml'), list]],
  ['dedupe, a sheet for each department', ['dedupe', list], ['dedupe', list]],
]) {
  const [workbook, cells] = [at(`${command[0]}.xlsx`), at(`${command[0]}.jsonl`)];
  run(relief(...command, '-o', workbook));
  const worksheets = await takeCells(workbook, cells);
  const bare = (...to) => run(node('test/bench/bare-exceljs-write.mjs', cells, ...to)).seconds;
  const measured = Array.from({ length: rounds }, () => ({
    whole: run(relief(...command, '-o', workbook)),
    csv: run(relief(...same, '--format', 'csv')).seconds,
    table: run(relief(...command)).seconds,
    read: bare(),
    written: bare(at('bare.xlsx')),
    rendered: run(node('test/bench/bare-relief-write.mjs', renderer, cells, at('own.xlsx'), worksheets)),
  }));
  const what = `${rows / 1e3}k rows, ${name}`;
  report(
    what,
    measured.map(({ whole, csv, read, written }) => [whole, { seconds: csv + written - read }]),
    { reach: 1.3, memory: 1024 },
  );
  report(
    `${what}, more than a table`,
    measured.map(({ whole, table, read, written }) => [
      { seconds: whole.seconds - table, peak: whole.peak },
      { seconds: written - read },
    ]),
    { reach: Number.POSITIVE_INFINITY },
  );
  report(
    `${what}, the renderer alone`,
    measured.map(({ rendered, read, written }) => [
      { seconds: rendered.seconds - read, peak: rendered.peak },
      { seconds: written - read },
    ]),
    { reach: 1.3, memory: 1024 },
  );
}

/** The renderer of workbooks and its words, for a script to import. */
async function bundledRenderer() {
  const source = at('renderer.ts');
  const from = (path) => JSON.stringify(resolve(path));
  writeFileSync(
    source,
    `export { renderXlsx } from ${from('src/render/xlsx/xlsx.ts')};\nexport { default as catalogue } from ${from('src/text/zh/catalogue.ts')};\n`,
  );
  const bundle = await rolldown({ input: source, platform: 'node', logLevel: 'silent' });
  const file = at('renderer.mjs');
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  return file;
}

/** Every row of a workbook as a line of JSON, after the name of its worksheet. Gives the names and how many columns there are, as JSON too. */
async function takeCells(workbook, to) {
  const out = createWriteStream(to);
  const worksheets = [];
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(workbook, { worksheets: 'emit' })) {
    for await (const row of sheet) {
      const values = Array.from(row.values, (value) => value?.result ?? value ?? null).slice(1);
      const isFull = !out.write(`${JSON.stringify([sheet.name, ...values])}\n`);
      if (isFull) await new Promise((resolve) => out.once('drain', resolve));
    }
    worksheets.push({ name: sheet.name, columns: sheet.columns.length });
  }
  out.end();
  await finished(out);
  return JSON.stringify(worksheets);
}
