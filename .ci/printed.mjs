// All workbooks of a run on some lists of the sample as they are printed: LibreOffice makes a PDF of each, on whose pages nothing is
// ###, no type is under 8 pt and no sum stands without a row that it adds up. Usage: node .ci/printed.mjs, where soffice is on the path.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { globSync } from 'tinyglobby';
import { parseDocument } from 'yaml';

const SMALLEST = 8;
/** Rows of sums begin with this word, or with what a sum counts. */
const SUM = /^(≥?合计|共计)/;

/** All lists together come to a thousand pages, which LibreOffice takes minutes to print; those of some departments have every sheet. */
const PRINTED = /残联|妇联|红十字会/;

const folder = mkdtempSync(join(tmpdir(), 'printed-'));
const problems = [];
let workbooks = [];
let pages = 0;
try {
  workbooks = workbooksOfRun();
  const names = workbooks.map((path) => basename(path, '.xlsx'));
  const to = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
  const said = run('soffice', [`-env:UserInstallation=file://${folder}/profile`, ...to, ...workbooks]);
  for (const name of names) {
    const printed = join(folder, `${name}.pdf`);
    if (!existsSync(printed)) problems.push(`${name}: LibreOffice does not print it\n${said}`);
    else pages += await look(name, printed);
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

/** Looks at the pages of a PDF, and says how many it has. */
async function look(name, printed) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(printed)), verbosity: 0 }).promise;
  let before = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const texts = (await page.getTextContent()).items
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform }) => ({
        text: str.trim(),
        size: Math.hypot(transform[2], transform[3]),
        at: transform[5],
      }));
    const problem = (words) => problems.push(`${name}, page ${number}: ${words}`);
    const small = texts.find(({ size }) => size < SMALLEST);
    if (small) problem(`type of ${small.size.toFixed(2)} pt: ${small.text}`);
    const hidden = texts.find(({ text }) => text.includes('###'));
    if (hidden) problem(hidden.text);
    const sum = texts.find(({ text }) => SUM.test(text));
    // What stands above it on this page, and stood there on the one before, are headings.
    const isNew = ({ at, text }) => !before.some((each) => Math.abs(each.at - at) < 1 && each.text === text);
    if (sum && !texts.some((each) => each.at > sum.at + sum.size && isNew(each))) problem(`${sum.text} stands alone`);
    before = texts;
  }
  await pdf.destroy();
  return pdf.numPages;
}
