// Sheets of cases as units send them back: filled in, with rows sorted, left out, copied from another unit and numbers filled down, then
// saved by LibreOffice in each format that it has for them. Every verdict is taken for the case it was written for, or refused by name.
// Usage: node .ci/saved-again.mjs, where soffice is on the path.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';

/** Of CSV, all sheets: UTF-8, as shown. */
const FORMATS = {
  xlsx: 'xlsx',
  xls: 'xls',
  ods: 'ods',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
};
const STATES = ['属实', '不属实', '允许', '部分属实', '大概属实吧'];
const HEAD = 2; // rows above the cases
/** One sheet for each way to edit them, of so many cases at least. */
const WAYS = 5;
const FEWEST = 5;
const [ID, STATE, BY] = ['疑点编号', '核实结果', '办理人'];

const folder = mkdtempSync(join(tmpdir(), 'saved-again-'));
const problems = [];
let seed = 20260105;
/** A whole number below a limit, the same ones in every run. */
function below(limit) {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}
try {
  const campaign = join(folder, 'campaign', 'campaign.yaml');
  cpSync('test/cli/day-of-work', join(folder, 'campaign'), { recursive: true });
  run(process.execPath, ['bin/relief.js', 'cases', 'send', campaign, '-o', `${folder}/sent/`, '--quiet']);
  const filled = await fillAll(join(folder, 'sent'), join(folder, 'filled'));
  for (const [format, filter] of Object.entries(FORMATS)) look(format, filter, campaign, filled);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Fills in every unit's sheet, and gives how many verdicts stand in all of them. Who answers is the case that the answer is meant for. */
async function fillAll(from, to) {
  mkdirSync(to);
  const workbooks = [];
  for (const name of readdirSync(from).filter((each) => each.endsWith('.xlsx'))) {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(from, name));
    const sheet = workbook.getWorksheet('疑点');
    if (sheet.rowCount >= HEAD + FEWEST && workbooks.length < WAYS) workbooks.push({ name, workbook, sheet });
  }
  let verdicts = 0;
  const sheets = workbooks.map(({ sheet }) => ({ sheet, titles: sheet.getRow(HEAD).values, rows: casesOf(sheet) }));
  for (const [at, { sheet, titles, rows }] of sheets.entries()) {
    const column = (title) => titles.indexOf(title);
    for (const row of rows) {
      row[column(BY)] = inLetters(String(row[column(ID)]).split('/')[0]);
      if (below(4) > 0) row[column(STATE)] = STATES[below(STATES.length)];
    }
    const edited = edit(at, rows, sheets[(at + 1) % sheets.length].rows, column(ID));
    sheet.spliceRows(HEAD + 1, rows.length);
    for (const row of edited) sheet.addRow(row.slice(1));
    verdicts += edited.filter((row) => row[column(STATE)]).length;
  }
  for (const { name, workbook } of workbooks) await workbook.xlsx.writeFile(join(to, name));
  return verdicts;
}

function casesOf(sheet) {
  const rows = sheet.getSheetValues().slice(HEAD + 1);
  return rows.map((row) => [...row]);
}

/** A case as a name, in which no digits are masked. */
function inLetters(id) {
  return id.replace(/[0-9a-f]/g, (digit) => 'ghijklmnopqrstuv'[Number.parseInt(digit, 16)]);
}

/** What people do to rows. */
function edit(way, rows, others, id) {
  if (way === 1) return rows.toSorted((a, b) => (String(a[4]) < String(b[4]) ? 1 : -1));
  if (way === 2) return rows.filter((_, at) => at % 5 !== 0);
  if (way === 3) return [...rows, ...others.slice(0, 2)];
  if (way === 4) return rows.map((row, at) => (at % 4 === 1 ? row.toSpliced(id, 1, rows[at - 1][id]) : row));
  return rows;
}

/** Has LibreOffice save all of them in a format, and relief read them. */
function look(format, filter, campaign, verdicts) {
  const from = readdirSync(join(folder, 'filled')).map((name) => join(folder, 'filled', name));
  const to = join(folder, format);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  run('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', to, ...from]);
  const saved = readdirSync(to).filter((name) => format !== 'csv' || name.includes('疑点'));
  if (saved.length !== from.length) problems.push(`${format}: ${saved.length} of ${from.length} files were saved`);
  const paths = saved.map((name) => join(to, name));
  const args = ['bin/relief.js', 'cases', 'read', campaign, ...paths, '--dry-run', '-f', 'json'];
  const read = JSON.parse(run(process.execPath, args, 1));
  const { taken, refused, already } = read.counts;
  for (const { fingerprint, by, source } of read.taken)
    if (inLetters(fingerprint) !== by)
      problems.push(`${format}: ${source} is taken for ${fingerprint}, and was written for ${by}`);
  for (const { place, reason } of read.refused)
    if (!place || !reason) problems.push(`${format}: something is refused without its place or reason`);
  if (taken + refused + already !== verdicts)
    problems.push(
      `${format}: ${verdicts} verdicts, of which ${taken} are taken, ${already} known and ${refused} refused`,
    );
  if (taken === 0 || refused === 0) problems.push(`${format}: ${taken} taken, ${refused} refused: nothing was tried`);
  console.log(
    `${format}: ${saved.length} files, ${verdicts} verdicts: ${taken} taken, ${already} known, ${refused} refused`,
  );
}

/** What a program says, which may end with 0 or so much. */
function run(command, args, most = 0) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 300_000 });
  if (status === null || status > most)
    throw new Error(`${command} ${args[0]} ends with ${status ?? error}\n${stderr}`);
  return stdout;
}
