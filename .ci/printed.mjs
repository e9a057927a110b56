// The workbooks of a run as they are printed: LibreOffice makes a PDF of each, on whose pages nothing is ###, no type is under 8 pt and
// no sum stands without a row that it adds up. Usage: node .ci/printed.mjs FOLDER, where soffice is on the path.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { globSync } from 'tinyglobby';

const SMALLEST = 8;
/** Rows of sums begin with this word, or with what a sum counts. */
const SUM = /^(≥?合计|共计)/;

const workbooks = globSync(['**/*.xlsx', '!可发名单', '!移出名单'], { cwd: process.argv[2], absolute: true });
const folder = mkdtempSync(join(tmpdir(), 'printed-'));
const problems = [];
let pages = 0;
try {
  const names = workbooks.map((path) => basename(path, '.xlsx'));
  if (new Set(names).size < names.length) throw new Error(`two workbooks of one name: ${names.join(', ')}`);
  const { stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...workbooks,
    ],
    { encoding: 'utf8', timeout: 900_000 },
  );
  for (const name of names) {
    const printed = join(folder, `${name}.pdf`);
    if (!existsSync(printed)) problems.push(`${name}: LibreOffice does not print it\n${stderr}`);
    else pages += await look(name, printed);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems.slice(0, 40)) console.log(problem);
console.log(`${workbooks.length} workbooks on ${pages} pages, ${problems.length} problems`);
process.exitCode = workbooks.length > 0 && pages > 0 && problems.length === 0 ? 0 : 1;

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
