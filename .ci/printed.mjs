// All workbooks of a run on some lists of the sample as they are printed: LibreOffice makes a PDF of each, on whose pages nothing is
// ###, no type is under 8 pt, no sum stands without a row that it adds up and none behind a page that is half empty. First it is shown
// pages with each of these faults, and has to see them. Usage: node .ci/printed.mjs [WORKBOOK.xlsx …], where soffice is on the path.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { globSync } from 'tinyglobby';
import { parseDocument } from 'yaml';
import { brokenWorkbook, FAULTS } from './broken-workbook.mjs';

const SMALLEST = 8;
/** Less of a page is half empty; and so much of its height, at its foot, is its number's. */
const LEAST_FULL = 0.5;
const FOOT = 0.09;
/** Rows of sums begin with this word, or with what a sum counts. */
const SUM = /^(≥?合计|共计)/;

/** All lists together come to a thousand pages, which LibreOffice takes minutes to print; those of some departments have every sheet. */
const PRINTED = /残联|妇联|红十字会/;

const folder = mkdtempSync(join(tmpdir(), 'printed-'));
const given = process.argv.slice(2);
const problems = [];
let workbooks = [];
let pages = 0;
try {
  workbooks = given.length > 0 ? given : workbooksOfRun();
  const broken = join(folder, 'broken.xlsx');
  await brokenWorkbook(broken);
  const to = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
  const said = run('soffice', [`-env:UserInstallation=file://${folder}/profile`, ...to, broken, ...workbooks]);
  for (const name of workbooks.map((path) => basename(path, '.xlsx'))) {
    const printed = join(folder, `${name}.pdf`);
    if (existsSync(printed)) pages += await look(name, printed, problems);
    else problems.push(`${name}: LibreOffice does not print it\n${said}`);
  }
  const seen = [];
  await look('broken', join(folder, 'broken.pdf'), seen);
  for (const [index, fault] of FAULTS.entries()) {
    const found = seen.filter((words) => fault.test(words));
    if (found.length === 0) problems.push(`the pages with ${fault} (sheet ${index + 1}) are taken for good ones`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${workbooks.length} workbooks on ${pages} pages, ${problems.length} problems`);
process.exitCode = workbooks.length > 0 && pages > 0 && problems.length === 0 ? 0 : 1;

/** Everything that is printed of a run: what is sent to departments, too, and not the lists themselves. */
function workbooksOfRun() {
  const district = join(folder, 'district');
  cpSync('samples/district', district, { recursive: true });
  const campaign = join(district, 'campaign.yaml');
  const document = parseDocument(readFileSync(campaign, 'utf8'));
  const lists = document.get('lists');
  lists.items = lists.items.filter((list) => PRINTED.test(list.get('file')));
  writeFileSync(campaign, String(document));
  const into = join(folder, 'run');
  run(process.execPath, ['bin/relief.js', 'run', campaign, '-o', `${into}/`, '--quiet', '--fail-on', 'never']);
  return globSync(['**/*.xlsx', '!可发名单', '!移出名单'], { cwd: into, absolute: true });
}

function run(command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', timeout: 600_000 });
  if (status !== 0) problems.push(`${command} ${args[0]} ends with ${status ?? error}\n${stderr}`);
  return stdout + stderr;
}

/** Looks at the pages of a PDF, adds what is wrong to `found`, and says how many pages there are. */
async function look(name, printed, found) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(printed)), verbosity: 0 }).promise;
  let before;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pageOf(await pdf.getPage(number));
    const { texts } = page;
    const problem = (words) => found.push(`${name}, page ${number}: ${words}`);
    const small = texts.find(({ size }) => size < SMALLEST);
    if (small) problem(`type of ${small.size.toFixed(2)} pt: ${small.text}`);
    const hidden = texts.find(({ text }) => text.includes('###'));
    if (hidden) problem(hidden.text);
    const sum = texts.find(({ text }) => SUM.test(text));
    if (sum && before && isContinued(before, page)) {
      const rows = texts.filter(({ at, text }) => at > sum.at + sum.size && !isIn(before, text));
      if (rows.length === 0) problem(`${sum.text} stands alone`);
      if (before.full < LEAST_FULL) problem(`${sum.text} stands behind a page that is half empty`);
    }
    before = page;
  }
  await pdf.destroy();
  return pdf.numPages;
}

/** The texts of a page, but for its number, and how much of it is full. */
async function pageOf(page) {
  const [, , , height] = page.view;
  const texts = (await page.getTextContent()).items
    .filter(({ str, transform }) => str.trim() !== '' && transform[5] > FOOT * height)
    .map(({ str, transform }) => ({
      text: str.trim(),
      size: Math.hypot(transform[2], transform[3]),
      at: transform[5],
    }));
  const lowest = Math.min(height, ...texts.map(({ at }) => at));
  return { texts, full: (height - lowest) / (height * (1 - FOOT)) };
}

/** The same headings stand over both, and of the same sheet: the one goes on where the other ends. */
function isContinued(before, page) {
  const top = Math.max(...page.texts.map(({ at }) => at));
  const isSame = page.texts.filter(({ at }) => Math.abs(at - top) < 2).every(({ text }) => isIn(before, text));
  return isSame && sheetOf(before) === sheetOf(page);
}

/** The sheet that the title of a page names at its end, in its first line or, where it is long, its second. */
function sheetOf({ texts }) {
  const lines = [...new Set(texts.map(({ at }) => at))].sort((a, b) => b - a).slice(0, 2);
  const title = texts.filter(({ at }) => lines.includes(at)).map(({ text }) => text);
  return title.flatMap((text) => /（[^（）]*）$/.exec(text) ?? [])[0];
}

function isIn({ texts }, words) {
  return texts.some(({ text }) => text === words);
}
