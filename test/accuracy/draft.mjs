// How well `relief draft` tells what a figure of a document is, on real documents whose figures people have sorted
// (test/notices/gold): those that its rules were written or mended on, and those held out, on which no rule was.
// What a text's first run gave is kept in test/notices/first-runs.json: a text that rules were mended on is no longer unseen.
// Usage: npm run accuracy -- draft [--program bin/relief.js] [--half learned|'held out'] [--verbose] [--record ROUND]
// --verbose says what is wrong; --record keeps the first run of texts that have none yet, under a name of its round.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const FOLDER = 'test/notices';
const FIRST_RUNS = join(FOLDER, 'first-runs.json');
const HALVES = { learned: 'The rules were written or mended on these', 'held out': 'No rule was written on these' };
const { values } = parseArgs({
  options: {
    program: { type: 'string', default: 'bin/relief.js' },
    half: { type: 'string' },
    verbose: { type: 'boolean', default: false },
    record: { type: 'string' },
  },
  allowPositionals: true,
});

/**
 * `部门: class figure | class figure`, a line a measure; 总 is the whole document, an empty name any giver. Where a document may be
 * read in two ways, both classes are right: amount/income.
 */
function readGold(name) {
  const lines = readFileSync(join(FOLDER, 'gold', `${name}.txt`), 'utf8')
    .trim()
    .split('\n');
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .map((line, row) => {
      const [, giver = '', figures = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
      return figures.split(' | ').map((each) => {
        const [, kinds = '', text] = /^(\S+) (.+)$/.exec(each) ?? [];
        return { kinds: kinds.split('/'), text, giver, row };
      });
    });
  return { half: lines[1].replace('# ', ''), figures: rows.flat() };
}

function draft(name) {
  const args = [values.program, 'draft', join(FOLDER, 'texts', `${name}.txt`), '--format', 'json', '-q'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`relief draft ${name}: exit ${status}\n${stderr}`);
  return JSON.parse(stdout);
}

/** A figure's number or numbers, with their scale, and whether it is money: what is looked for in the other. */
function core(text) {
  const plain = text.normalize('NFKC').replace(/[\s,余多]/g, '');
  const numbers = plain.match(/\d+(?:\.\d+)?[十百千万亿]*|[一二三四五六七八九十百千万亿]+/g) ?? [];
  return `${numbers.join('-')}${/元|万$|亿$/.test(plain) ? '元' : ''}`;
}

/** What the text's figures are: those of relief as people sorted them, all others none. */
function matched({ figures }, drafted) {
  const left = drafted.figures.map((figure) => ({ ...figure, core: core(figure.text) }));
  const pairs = figures.map((gold) => {
    const isSame = (figure) => figure.core === core(gold.text);
    // Of two that are written alike, the one that is what people took it for; the other has to be what it is, too.
    const like = left.findIndex((figure) => isSame(figure) && gold.kinds.includes(keyOf(figure)));
    const written = left.findIndex((figure) => isSame(figure) && figure.text.includes(gold.text));
    const at = like >= 0 ? like : written >= 0 ? written : left.findIndex(isSame);
    return { gold, found: at < 0 ? null : left.splice(at, 1)[0] };
  });
  return { pairs, others: left };
}

const SCHEDULE = new Set(['date', 'document', 'eligible']);
const keyOf = (figure) => (figure?.fate.kind === 'placed' ? figure.fate.key : figure?.fate.kind);

function measure(name, gold) {
  const { pairs, others } = matched(gold, draft(name));
  const keys = ['figures', 'right', 'wrong', 'open', 'lost', 'rows', 'rowsRight', 'givers', 'giversRight'];
  const count = Object.fromEntries(keys.map((key) => [key, 0]));
  const say = (...words) => values.verbose && console.log(' ', name, ...words);
  for (const { gold: own, found } of pairs) {
    count.figures += 1;
    const key = keyOf(found);
    const came = key === undefined ? 'lost' : own.kinds.includes(key) ? 'right' : key === 'open' ? 'open' : 'wrong';
    count[came] += 1;
    if (came !== 'right')
      say(own.text, 'is', own.kinds.join(' or '), 'and was taken for', key ?? 'nothing', found?.fate.reason ?? '');
    measureGiver(own, found, count, say);
  }
  for (const figure of others) {
    const key = keyOf(figure);
    if (figure.fate.kind !== 'placed' || SCHEDULE.has(key)) continue;
    count.figures += 1;
    count.wrong += 1;
    say(figure.text, 'is no figure of relief and was taken for', key);
  }
  measureRows(pairs, count, say);
  return { name, half: gold.half, ...count };
}

function measureGiver({ giver, kinds, text }, found, count, say) {
  if (giver === '' || giver === '总' || found?.fate.kind !== 'placed' || kinds.includes('income')) return;
  count.givers += 1;
  const own = found.fate.at.split('/')[0];
  if (own !== '' && (own.includes(giver) || giver.includes(own))) count.giversRight += 1;
  else say(text, 'is of', giver, 'and was given to', own);
}

/** Rows of two or more figures: all of them in one measure, and no other row's among them. */
function measureRows(pairs, count, say) {
  const rows = new Map();
  for (const pair of pairs) rows.set(pair.gold.row, [...(rows.get(pair.gold.row) ?? []), pair]);
  for (const [row, own] of rows) {
    if (own.length < 2 || own[0].gold.kinds[0] === 'stated') continue;
    count.rows += 1;
    const places = new Set(own.map(({ found }) => (found?.fate.kind === 'placed' ? found.fate.at : null)));
    const [place] = places;
    // What may be money raised for a row or given in it may stand with it.
    const isOthers = ({ gold, found }) => gold.row !== row && gold.kinds.length === 1 && found?.fate.at === place;
    const isAlone = !pairs.some(isOthers);
    if (places.size === 1 && place !== null && isAlone) count.rowsRight += 1;
    else say('row', own.map(({ gold }) => gold.text).join(' + '), 'is in', [...places].join(' and '));
  }
}

const share = (part, all) => (all === 0 ? '—' : `${((100 * part) / all).toFixed(1)}%`);

function print(title, counts) {
  const sum = (key) => counts.reduce((total, each) => total + (each[key] ?? 0), 0);
  const figures = sum('figures');
  const line = [
    title.padEnd(62),
    `figures ${String(figures).padStart(4)}`,
    `right ${share(sum('right'), figures).padStart(6)}`,
    `wrong ${share(sum('wrong'), figures).padStart(6)}`,
    `lost ${sum('lost')}`,
    `rows ${sum('rowsRight')}/${sum('rows')} ${share(sum('rowsRight'), sum('rows'))}`,
    `giver ${sum('giversRight')}/${sum('givers')} ${share(sum('giversRight'), sum('givers'))}`,
  ];
  console.log(line.join('  '));
}

/** First runs of texts that have none yet are kept, with round and day; what is kept is never changed. */
function record(first, counts, round) {
  const measured = new Date().toISOString().slice(0, 10);
  for (const { name, half, ...count } of counts)
    if (!first.inRounds.includes(name)) first.texts[name] ??= { round, measured, half, ...count };
  writeFileSync(FIRST_RUNS, `${JSON.stringify(first, null, 1)}\n`);
}

const first = JSON.parse(readFileSync(FIRST_RUNS, 'utf8'));
const counts = readdirSync(join(FOLDER, 'gold'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => [file.slice(0, -4), readGold(file.slice(0, -4))])
  .filter(([, { half }]) => values.half === undefined || half === values.half)
  .map(([name, gold]) => measure(name, gold));
if (values.record) record(first, counts, values.record);
console.log('First runs, by round, of texts that the rules were mended on afterwards or that are held out:');
for (const { texts, ...round } of first.rounds) print(`  ${texts}`, [round]);
const rounds = new Map();
for (const run of Object.values(first.texts)) rounds.set(run.round, [...(rounds.get(run.round) ?? []), run]);
for (const [round, runs] of rounds) print(`  ${runs.length} ${round}`, runs);
for (const [half, title] of Object.entries(HALVES)) {
  const own = counts.filter((each) => each.half === half);
  if (own.length === 0) continue;
  console.log(`${title}:`);
  for (const each of own) print(`  ${each.name}`, [each]);
  const runs = own.flatMap(({ name }) => first.texts[name] ?? []);
  if (runs.length > 0) print(`  first run of ${runs.length}`, runs);
  if (runs.length < own.length)
    print(
      `  now, those ${runs.length}`,
      own.filter(({ name }) => first.texts[name]),
    );
  print('  together, now', own);
}
print('all', counts);
