// A workbook of hostile cells, opened and saved by LibreOffice: it holds the same texts, and no formula came of them. Usage: node
// .ci/hostile-workbook.mjs FOLDER, where soffice is on the path.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import excel from 'exceljs';

const folder = process.argv[2];
let failures = 0;
const hostile = [
  ...['=1+1', '=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', '＝1+1', '=HYPERLINK("http://x","y")', '\t=1+1'],
  ...['<script>alert(1)</script>', '"><b onclick=x>', ']]>', '&lt;b&gt;', '&#x41;', '_x0041_', '\u202e三张', '𠮷野家'],
  ...[
    '[甲]:乙*丙?丁/戊\\己',
    '长'.repeat(40_000),
    'History',
    '部门'.repeat(20),
    "尾'",
    "'头",
    '1: 2',
    '1e5',
    '0012',
    '1/2',
  ],
];
const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
const rows = hostile.flatMap((text, index) => {
  const phone = `1380000${String(index).padStart(4, '0')}`;
  return [text, '民政局'].map((department) => [text, department, `${text}款`, '500', phone].map(quoted).join(','));
});
const at = (name) => join(folder, name);
writeFileSync(at('list.csv'), `姓名,部门,项目,金额,联系电话\n${rows.join('\n')}\n`);
run(process.execPath, [
  'bin/relief.js',
  'dedupe',
  at('list.csv'),
  '-o',
  at('hostile.xlsx'),
  '--fail-on',
  'never',
  '--quiet',
]);
run('soffice', [
  `-env:UserInstallation=file://${at('profile')}`,
  ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', at('saved'), at('hostile.xlsx')],
]);

const [written, saved] = await Promise.all([at('hostile.xlsx'), at('saved/hostile.xlsx')].map(sheetsOf));
const names = [written, saved].map((sheets) => sheets.map(({ name }) => name).join(' | '));
if (names[0] !== names[1]) fail(`worksheets ${names.join(' are ')}`);
let texts = 0;
for (const [index, { name, cells }] of written.entries()) {
  for (const [address, value] of cells) {
    texts += 1;
    const shown = saved[index]?.cells.get(address);
    if (shown !== value)
      fail(`${name} ${address}: ${JSON.stringify(value).slice(0, 60)} is ${JSON.stringify(shown)?.slice(0, 60)}`);
  }
}
console.log(`${texts} cells on ${written.length} worksheets are as they were written`);
process.exitCode ??= texts > 1000 ? 0 : 1;

/** The worksheets of a workbook: their names, and by address what every cell holds that holds a text or a formula. */
async function sheetsOf(path) {
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook.worksheets.map((sheet) => {
    const cells = new Map();
    sheet.eachRow((row) =>
      row.eachCell(({ address, value }) => {
        // LibreOffice takes a text apart by its fonts.
        const text = value?.richText?.map((part) => part.text).join('') ?? value;
        if (typeof text !== 'number') cells.set(address, typeof text === 'string' ? decoded(text) : text);
      }),
    );
    return { name: sheet.name, cells };
  });
}

/** exceljs reads the escapes of a text that is shared, which those that we write are not, and takes &lt; for markup elsewhere. */
function decoded(text) {
  return text.replaceAll('_x005F_', '_').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) fail(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

function fail(why) {
  failures += 1;
  if (failures <= 10) console.log(why);
  process.exitCode = 1;
}
