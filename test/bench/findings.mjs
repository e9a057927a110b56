// Findings as a workbook against a bare exceljs streaming write of the same cells, which has no styles, widths or heights. Of
// both only the writing counts: the same command that shows a table has found the same, and the bare script that only reads
// its cells has read the same, so their times, in turn in the same round, are taken off.
// Usage: node test/bench/findings.mjs [ROUNDS] [ROWS]   (every third row of the list gives about one finding)
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import excel from 'exceljs';
import { compareLess, node, run, sample } from './measure.mjs';

const rounds = Number(process.argv[2] ?? 3);
const rows = Number(process.argv[3] ?? 300_000);
const list = sample(rows, 'csv');
const at = (name) => join(dirname(list), name);
const relief = (...args) => node('bin/relief.js', ...args, '--quiet', '--fail-on', 'never');

for (const [name, command] of [
  ['export', ['export', at('campaign.yaml'), list]],
  ['dedupe, a sheet for each department', ['dedupe', list]],
]) {
  const [workbook, cells] = [at(`${command[0]}.xlsx`), at(`${command[0]}.jsonl`)];
  run(relief(...command, '-o', workbook));
  await takeCells(workbook, cells);
  const bare = (...to) => node('test/bench/bare-exceljs-write.mjs', cells, ...to);
  compareLess(
    rounds,
    `${rows / 1e3}k rows, ${name}`,
    [relief(...command, '-o', workbook), relief(...command)],
    [bare(at('bare.xlsx')), bare()],
    { reach: 1.3, memory: 1024 },
  );
}

/** Every row of a workbook as a line of JSON, after the name of its worksheet. */
async function takeCells(workbook, to) {
  const out = createWriteStream(to);
  for await (const sheet of new excel.stream.xlsx.WorkbookReader(workbook, { worksheets: 'emit' })) {
    for await (const row of sheet) {
      const values = Array.from(row.values, (value) => value?.result ?? value ?? null).slice(1);
      if (!out.write(`${JSON.stringify([sheet.name, ...values])}\n`))
        await new Promise((resolve) => out.once('drain', resolve));
    }
  }
  out.end();
  await finished(out);
}
