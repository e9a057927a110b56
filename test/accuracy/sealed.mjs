// Whether sealed lists say who certainly is who as open ones do, on departments' lists of which the truth is known.
// Usage: npm run accuracy -- sealed [--seeds 5 | 1,4,7] [--mix default] [--rows 20000] [--program bin/relief.js]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordsOf } from './records.mjs';
import { readTruth } from './truth.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    mix: { type: 'string', default: 'default' },
    rows: { type: 'string', default: '20000' },
    program: { type: 'string', default: 'bin/relief.js' },
  },
  allowPositionals: true,
});
const seeds = values.seeds.includes(',')
  ? values.seeds.split(',').map(Number)
  : Array.from({ length: Number(values.seeds) }, (_, place) => place + 1);

function run(command, ...args) {
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${status}\n${stderr}`);
}
const relief = (...args) => run(process.execPath, values.program, ...args, '--fail-on', 'never', '--quiet');

const listsIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.csv') && !['truth.csv', 'people.csv'].includes(file))
    .toSorted()
    .map((file) => join(folder, file));

/** Who certainly is who: a row by its list and number. Of couples, whose second is not sealed, only the first. */
async function certainly(lists, path) {
  relief('dedupe', ...lists, '--certain', '--identities', path);
  const rows = new Map();
  for await (const { file, row, certain, person } of recordsOf(path))
    if (person !== '2') rows.set(`${basename(file)}:${row}`, certain);
  return rows;
}

function pairsOf(rows) {
  const together = new Map();
  for (const [row, who] of rows) together.set(who, [...(together.get(who) ?? []), row]);
  return new Set(
    [...together.values()].flatMap((all) =>
      all.toSorted().flatMap((one, at) =>
        all
          .toSorted()
          .slice(at + 1)
          .map((other) => `${one} ${other}`),
      ),
    ),
  );
}

/** Rows of which less can be compared than of open ones, and why. */
function weakRows(files) {
  const weak = new Map();
  for (const file of files) {
    const [titles, ...rows] = sealedRows(file);
    for (const row of rows) {
      const cell = (title) => row[titles.indexOf(title)];
      if (cell('pattern') === 'part') weak.set(`${basename(file)}:${cell('row')}`, 'another mask, or a cut number');
      else if (cell('whole') === '' && cell('name') !== '' && cell('form') === '')
        weak.set(`${basename(file)}:${cell('row')}`, 'a masked name');
    }
  }
  return weak;
}

const sealedRows = (path) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(','));

async function measure(seed) {
  const folder = mkdtempSync(join(tmpdir(), 'relief-sealed-'));
  try {
    run(
      'npm',
      'run',
      '--silent',
      'sample',
      '--',
      'departments',
      '--rows',
      values.rows,
      '--seed',
      String(seed),
      '--mix',
      values.mix,
      '--out',
      folder,
    );
    const key = join(folder, 'seal.key');
    spawnSync(process.execPath, [values.program, 'seal', '--new-key', key]);
    const lists = listsIn(folder);
    relief('seal', ...lists, '--key-file', key, '-o', join(folder, 'sealed'));
    const sealedLists = listsIn(join(folder, 'sealed'));
    const open = pairsOf(await certainly(lists, join(folder, 'open.csv')));
    const sealed = pairsOf(await certainly(sealedLists, join(folder, 'sealed.csv')));
    const weak = weakRows(sealedLists);
    const lost = [...open].filter((pair) => !sealed.has(pair));
    const whyLost = (pair) =>
      pair
        .split(' ')
        .map((row) => weak.get(row))
        .find(Boolean) ?? 'other';
    const truth = await readTruth(folder);
    const isTrue = (pair) => {
      const [one, other] = pair.split(' ').map((row) => {
        const [file, number] = row.split(':');
        return truth.nodesOf(file, number, '1').map((node) => truth.personOf[node]);
      });
      return one.some((person) => other.includes(person));
    };
    const alone = [...sealed].filter((pair) => !open.has(pair));
    return {
      seed,
      open: open.size,
      both: open.size - lost.length,
      lost: countBy(lost, whyLost),
      alone: alone.length,
      false: [...sealed].filter((pair) => !isTrue(pair)).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countBy(all, of) {
  const counts = {};
  for (const each of all) counts[of(each)] = (counts[of(each)] ?? 0) + 1;
  return counts;
}

console.log(
  '| seed | certain pairs, open | found sealed too | not found | found sealed alone | of the sealed, false |',
);
console.log('| --- | --- | --- | --- | --- | --- |');
for (const seed of seeds) {
  const { open, both, lost, alone, ...rest } = await measure(seed);
  const why = Object.entries(lost).map(([reason, count]) => `${count} (${reason})`);
  console.log(`| ${seed} | ${open} | ${both} | ${why.join(', ') || 0} | ${alone} | ${rest.false} |`);
}
