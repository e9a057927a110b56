// How well `relief draft` tells what a figure of a document is, on real documents whose figures people have sorted
// (test/notices/gold): those that its rules were written on, and those of its last round, which they were first measured on, and mended after (docs/draft.md).
// Usage: npm run accuracy -- draft [--program bin/relief.js] [--verbose]
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const FOLDER = 'test/notices';
const { values } = parseArgs({
  options: { program: { type: 'string', default: 'bin/relief.js' }, verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** `部门: class figure | class figure`, a line a measure; 总 is the whole document, an empty name any giver. */
function readGold(name) {
  const lines = readFileSync(join(FOLDER, 'gold', `${name}.txt`), 'utf8')
    .trim()
    .split('\n');
  const rows = lines
    .filter((line) => !line.startsWith('#'))
    .map((line, row) => {
      const [, giver = '', figures = ''] = /^([^:]*):\s*(.*)$/.exec(line) ?? [];
      return figures.split(' | ').map((each) => {
        const [, kind, text] = /^(\S+) (.+)$/.exec(each) ?? [];
        return { kind, text, giver, row };
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
    const like = left.findIndex((figure) => isSame(figure) && keyOf(figure) === gold.kind);
    const at = like < 0 ? left.findIndex(isSame) : like;
    return { gold, found: at < 0 ? null : left.splice(at, 1)[0] };
  });
  return { pairs, others: left };
}

const SCHEDULE = new Set(['date', 'document', 'eligible']);
const keyOf = (figure) => (figure?.fate.kind === 'placed' ? figure.fate.key : figure?.fate.kind);

function measure(name) {
  const gold = readGold(name);
  const { pairs, others } = matched(gold, draft(name));
  const count = {
    half: gold.half,
    name,
    figures: 0,
    right: 0,
    wrong: 0,
    lost: 0,
    rows: 0,
    rowsRight: 0,
    givers: 0,
    giversRight: 0,
  };
  const say = (...words) => values.verbose && console.log(' ', name, ...words);
  for (const {
    gold: { kind, text, giver },
    found,
  } of pairs) {
    count.figures += 1;
    const key = keyOf(found);
    if (key === undefined) count.lost += 1;
    if (key === kind) count.right += 1;
    else if (key !== 'open') count.wrong += 1;
    if (key !== kind) say(text, 'is', kind, 'and was taken for', key ?? 'nothing', found?.fate.reason ?? '');
    if (giver === '' || giver === '总' || found?.fate.kind !== 'placed' || kind === 'income') continue;
    count.givers += 1;
    const own = found.fate.at.split('/')[0];
    if (own.includes(giver) || giver.includes(own)) count.giversRight += 1;
    else say(text, 'is of', giver, 'and was given to', own);
  }
  for (const figure of others) {
    const key = keyOf(figure);
    if (figure.fate.kind !== 'placed' || SCHEDULE.has(key)) continue;
    count.figures += 1;
    count.wrong += 1;
    say(figure.text, 'is no figure of relief and was taken for', key);
  }
  measureRows(pairs, count, say);
  return count;
}

/** Rows of two or more figures: all of them in one measure, and no other row's among them. */
function measureRows(pairs, count, say) {
  const rows = Map.groupBy ? Map.groupBy(pairs, ({ gold }) => gold.row) : grouped(pairs);
  for (const [row, own] of rows) {
    if (own.length < 2 || own[0].gold.kind === 'stated') continue;
    count.rows += 1;
    const places = new Set(own.map(({ found }) => (found?.fate.kind === 'placed' ? found.fate.at : null)));
    const [place] = places;
    const isAlone = pairs.every(({ gold, found }) => gold.row === row || found?.fate.at !== place);
    if (places.size === 1 && place !== null && isAlone) count.rowsRight += 1;
    else say('row', own.map(({ gold }) => gold.text).join(' + '), 'is in', [...places].join(' and '));
  }
}

function grouped(pairs) {
  const rows = new Map();
  for (const pair of pairs) rows.set(pair.gold.row, [...(rows.get(pair.gold.row) ?? []), pair]);
  return rows;
}

const share = (part, all) => (all === 0 ? '—' : `${((100 * part) / all).toFixed(1)}%`);

function print(title, counts) {
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  const figures = sum('figures');
  const line = [
    title.padEnd(20),
    `figures ${String(figures).padStart(4)}`,
    `right ${share(sum('right'), figures).padStart(6)}`,
    `wrong ${share(sum('wrong'), figures).padStart(6)}`,
    `lost ${sum('lost')}`,
    `rows ${sum('rowsRight')}/${sum('rows')} ${share(sum('rowsRight'), sum('rows'))}`,
    `giver ${sum('giversRight')}/${sum('givers')} ${share(sum('giversRight'), sum('givers'))}`,
  ];
  console.log(line.join('  '));
}

const counts = readdirSync(join(FOLDER, 'gold'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => measure(file.slice(0, -4)));
for (const half of ['rules', 'measured']) {
  const own = counts.filter((each) => each.half === half);
  console.log(
    half === 'rules'
      ? 'The rules were written on these:'
      : 'First measured on, and mended after (what came out first: docs/draft.md):',
  );
  for (const each of own) print(`  ${each.name}`, [each]);
  print('  together', own);
}
print('all', counts);
