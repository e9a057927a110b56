// Findings as a workbook, against the same findings as a CSV followed by a bare exceljs streaming write of the workbook's cells
// (no styles, widths or heights; the time in which that script only reads its cells is taken off). Both put every finding into
// words and mask it; a workbook of several sheets does so for each. The second line is the writing alone, with all words and
// masks against a script that has none: what the workbook takes more than a table, which shows a few findings only.
// Usage: node test/bench/findings.mjs [ROUNDS] [ROWS]   (every third row of the list gives about one finding)
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import excel from 'exceljs';
import { node, report, run, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const rows = Number(process.argv[3] ?? 300_000);
const list = sample(rows, 'csv');
const at = (name) => join(dirname(list), name);
const relief = (...args) => node('bin/relief.js', ...args, '--quiet', '--fail-on', 'never');

for (const [name, command, same] of [
  ['export', ['export', at('campaign.yaml'), list], ['dedupe', at('campaign.yaml'), list]],
  ['dedupe, a sheet for each department', ['dedupe', list], ['dedupe', list]],
]) {
  const [workbook, cells] = [at(`${command[0]}.xlsx`), at(`${command[0]}.jsonl`)];
  run(relief(...command, '-o', workbook));
  await takeCells(workbook, cells);
  const bare = (...to) => run(node('test/bench/bare-exceljs-write.mjs', cells, ...to)).seconds;
  const measured = Array.from({ length: rounds }, () => ({
    whole: run(relief(...command, '-o', workbook)),
    csv: run(relief(...same, '--format', 'csv')).seconds,
    table: run(relief(...command)).seconds,
    written: bare(at('bare.xlsx')) - bare(),
  }));
  const what = `${rows / 1e3}k rows, ${name}`;
  report(
    what,
    measured.map(({ whole, csv, written }) => [whole, { seconds: csv + written }]),
    { reach: 1.3, memory: 1024 },
  );
  report(
    `${what}, more than a table`,
    measured.map(({ whole, table, written }) => [
      { seconds: whole.seconds - table, peak: whole.peak },
      { seconds: written },
    ]),
    { reach: Number.POSITIVE_INFINITY },
  );
}

/** Every row of a workbook as a line of JSON, after the name of its worksheet. */
async function takeCells(workbook, to) {
  const out = createWriteStream(to);
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(workbook, { worksheets: 'emit' })) {
    for await (const row of sheet) {
      const values = Array.from(row.values, (value) => value?.result ?? value ?? null).slice(1);
      const isFull = !out.write(`${JSON.stringify([sheet.name, ...values])}\n`);
      if (isFull) await new Promise((resolve) => out.once('drain', resolve));
    }
  }
  out.end();
  await finished(out);
}
