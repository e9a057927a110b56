// The README's pictures of the page for leaders and of the statistics table, made anew: node .ci/pictures.mjs, where chromium, soffice
// and pdftoppm are on the path. The picture of the terminal is a golden file of its own (test/readme/readme.test.ts).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const INTO = 'test/golden';
const WIDTH = 1100;
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  await report();
  table();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The page as far as its first chart. */
async function report() {
  const file = join(folder, 'report.html');
  relief('report', 'samples/district/campaign.yaml', '-o', file);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, deviceScaleFactor: 1.25 });
  await page.goto(pathToFileURL(file).href);
  const next = await page.locator('section').nth(2).boundingBox();
  await page.screenshot({
    path: join(INTO, 'readme-report.png'),
    fullPage: true,
    clip: { x: 0, y: 0, width: WIDTH, height: Math.floor(next.y) },
  });
  await browser.close();
}

/** The first page of the table. */
function table() {
  const file = join(folder, 'table.xlsx');
  relief('export', 'campaigns/putuo-2017.yaml', '-o', file);
  run(
    'soffice',
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    file,
  );
  const to = join(INTO, 'readme-export');
  run('pdftoppm', '-r', '110', '-f', '1', '-l', '1', '-singlefile', '-png', join(folder, 'table.pdf'), to);
}

function relief(...args) {
  run(process.execPath, 'bin/relief.js', ...args, '--lang', 'zh', '--quiet', '--fail-on', 'never');
}

function run(command, ...args) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ends with ${status}\n${stderr}`);
}
