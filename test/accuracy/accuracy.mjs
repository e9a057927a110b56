// How well `relief dedupe` tells who is who, on departments' lists of which the truth is known: of several seeds and mixes,
// against Splink where a Python with it is found ($PYTHON, else python3), and on public data where its folder is given.
// Usage: npm run accuracy -- [--seeds 5 | 1,4,7] [--mixes default,clean,dirty] [--rows 20000] [--json FILE] [--febrl DIR]
//        [--program bin/relief.js] [--no-splink]
// And how well `relief draft` reads documents: npm run accuracy -- draft (draft.mjs); whether sealed lists say what open ones
// do: npm run accuracy -- sealed (sealed.mjs).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readIdentities, readPairs } from './answers.mjs';
import { FEBRL, measureFebrl } from './febrl.mjs';
import { measured } from './measures.mjs';
import { abilities, dedupe } from './run-relief.mjs';
import { printMix } from './table.mjs';
import { readPeople, readTruth } from './truth.mjs';

if (process.argv[2] === 'draft') {
  await import('./draft.mjs');
  process.exit();
}
if (process.argv[2] === 'sealed') {
  await import('./sealed.mjs');
  process.exit();
}

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    mixes: { type: 'string', default: 'default,clean,dirty' },
    rows: { type: 'string', default: '20000' },
    json: { type: 'string' },
    febrl: { type: 'string' },
    program: { type: 'string', default: 'bin/relief.js' },
    splink: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const { program, rows, febrl } = values;
const seeds = values.seeds.includes(',')
  ? values.seeds.split(',').map(Number)
  : Array.from({ length: Number(values.seeds) }, (_, place) => place + 1);
const python = process.env.PYTHON ?? 'python3';
const needs = 'import splink, pandas, pypinyin, zhconv';
const hasSplink = values.splink && spawnSync(python, ['-c', needs], { stdio: 'ignore' }).status === 0;
const can = abilities(program);
const missing = [];

function sample(seed, mix, out) {
  const args = ['departments', '--rows', rows, '--seed', String(seed), '--mix', mix, '--out', out];
  const { status } = spawnSync('npm', ['run', '--silent', 'sample', '--', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm run sample -- ${args.join(' ')}: exit ${status}`);
}

function splink(folder) {
  const { status, stdout } = spawnSync(python, ['test/accuracy/splink.py', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`splink.py: exit ${status}`);
  const { best, seconds } = JSON.parse(stdout);
  return { ...best, seconds };
}

async function measure(seed, mix) {
  const folder = mkdtempSync(join(tmpdir(), 'relief-accuracy-'));
  try {
    sample(seed, mix, folder);
    const said = dedupe(program, folder, [join(folder, 'campaign.yaml')], can);
    const { complaint, pairs, seconds, peak } = said;
    if (complaint) return { complaint };
    const truth = await readTruth(folder);
    const people = await readPeople(folder);
    const found = await readIdentities(said, truth);
    const run = measured(truth, people, found, pairs && (await readPairs(pairs, truth, found.identity)));
    return { seed, ...run, seconds, peak, ...(hasSplink && { splink: splink(folder) }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (!can.pairs) missing.push('probabilities, questions and calibration: this build knows no --pairs');
if (!values.splink) missing.push('Splink: --no-splink');
else if (!hasSplink) missing.push(`Splink: ${python} cannot ${needs}`);
if (!febrl) missing.push('FEBRL: no --febrl');

const results = {};
for (const mix of values.mixes.split(',')) {
  const runs = [];
  for (const seed of seeds) {
    const run = await measure(seed, mix);
    if (run.complaint) missing.push(`${mix}, seed ${seed}: ${run.complaint}`);
    else runs.push(run);
    process.stderr.write('.');
  }
  results[mix] = runs;
  if (runs.length > 0) printMix(`${mix}: ${runs.length} seeds, ${rows} rows each`, runs);
}
for (const file of febrl ? FEBRL : []) {
  const run = await measureFebrl(program, febrl, file, can);
  if (run.complaint) missing.push(`FEBRL ${file}: ${run.complaint}`);
  else {
    printMix(`FEBRL ${file}`, [run]);
    results[file] = [run];
  }
}
console.log(missing.length > 0 ? `\nNot measured:\n${missing.map((line) => `  ${line}`).join('\n')}` : '');
if (values.json) writeFileSync(values.json, JSON.stringify({ rows: Number(rows), seeds, missing, results }, null, 1));
