// The page for leaders in a browser (Chromium, found at $CHROMIUM or by its usual name), on a phone, a tablet and a desk, in light and
// dark: everything fits, nothing lies on anything else, the filter works, the keyboard reaches everything, no console error, no
// request leaves the page, and an accessibility audit (axe-core) finds nothing. On paper it takes twelve sheets at most.
// Usage: node .ci/browser.mjs PAGE.html …
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { cutOrOverlapping } from './boxes.mjs';

const files = process.argv.slice(2);
const MOST_SHEETS = 12;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const problems = [];
let where = '';
const expect = (holds, what) => holds || problems.push(`${where}: ${what}`);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const file of files) {
  const url = pathToFileURL(resolve(file)).href;
  // The page's policy lets no other script in; the audit is the browser's own, beside it.
  const page = await browser.newPage();
  const audited = await browser.newPage({ bypassCSP: true });
  page.on('console', (message) => message.type() === 'error' && expect(false, `console: ${message.text()}`));
  page.on('pageerror', (error) => expect(false, `error: ${error.message}`));
  page.on('request', (request) => request.url() === url || expect(false, `request: ${request.url()}`));
  await audited.goto(url);
  await audited.evaluate(axe);
  await audited.evaluate(openAll);
  for (const width of [390, 500, 1200]) {
    await page.setViewportSize({ width, height: 900 });
    await audited.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark']) {
      where = `${basename(file)}, ${width} px, ${colorScheme}`;
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      await charts(page);
      if (colorScheme === 'light') await filter(page);
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement !== document.body), 'the keyboard reaches nothing');
      for (const problem of await page.evaluate(cutOrOverlapping)) expect(false, problem);
      await audited.emulateMedia({ colorScheme });
      await audit(audited);
    }
  }
  where = `${basename(file)}, paper`;
  await paper(url);
  await Promise.all([page.close(), audited.close()]);
}
await browser.close();
for (const problem of new Set(problems)) console.error(problem);
console.log(problems.length === 0 ? `${files.length} pages are as they should be` : `${problems.length} problems`);
process.exitCode = files.length > 0 && problems.length === 0 ? 0 : 1;

/** All that can be unfolded is; rows that nobody sees go, which no audit looks at and each takes time for. */
function openAll() {
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const row of document.querySelectorAll('#found tbody tr')) if (!row.checkVisibility()) row.remove();
}

async function audit(page) {
  for (const problem of await page.evaluate(cutOrOverlapping)) expect(false, `all open: ${problem}`);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  for (const { id, help, nodes } of violations)
    expect(false, `axe ${id}: ${help} (${nodes.length}) ${nodes[0].html.slice(0, 160)}`);
}

async function charts(page) {
  const all = await page.locator('svg[role=img]').all();
  expect(all.length > 0 || (await page.locator('.chart').count()) === 0, 'no charts');
  for (const chart of all) {
    const box = await chart.boundingBox();
    expect(box && box.width > 200 && box.height > 30, 'a chart without size');
  }
}

/** It begins with one finding of each rule; whatever is asked for shows all that match, and letting go shows the first again. */
async function filter(page) {
  if ((await page.locator('.findings').count()) === 0) return;
  // Asked within the page: a locator asks each of thousands of rows by itself.
  const shown = () => page.$$eval('#found tbody tr', (all) => all.filter((row) => row.checkVisibility()).length);
  const begins = await shown();
  const rules = await page.locator('#rule option').count();
  expect(begins > 0 && begins === rules - 1, `${begins} findings of ${rules - 1} rules`);
  const data = page.locator('#found tbody tr');
  for (const [id, matches] of [
    ['severity', (value) => `[data-severity="${value}"]`],
    ['rule', (value) => `[data-rule="${value}"]`],
    ['department', (value) => `[data-of~="${value}"]`],
  ]) {
    if ((await page.locator(`#${id}`).count()) === 0) continue;
    const value = await page.locator(`#${id} option`).nth(1).getAttribute('value');
    await page.selectOption(`#${id}`, value);
    const [some, fits] = [await shown(), await page.locator(`#found tbody tr${matches(value)}`).count()];
    expect(some > 0 && some === fits, `the filter ${id} shows ${some} of ${fits}`);
    expect((await page.textContent('#matching')) === String(some), 'the count is not that of the filter');
    await page.selectOption(`#${id}`, '');
  }
  await page.fill('#search', '没有这样的字');
  expect((await shown()) === 0, 'the search finds what is not there');
  await page.fill('#search', '');
  expect((await shown()) === begins, 'the search does not let go');
  await page.check('#every');
  expect((await shown()) === (await data.count()), 'not all are listed where all are asked for');
  await page.uncheck('#every');
}

/** What can't be used on paper is not there, nothing runs over the edge, and it is short. */
async function paper(url) {
  const page = await browser.newPage({ viewport: { width: 688, height: 970 } });
  await page.goto(url);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  expect(sheets > 0 && sheets <= MOST_SHEETS, `${sheets} sheets`);
  await page.emulateMedia({ media: 'print' });
  const dead = await page.locator('input:visible,select:visible,button:visible,summary:visible').count();
  expect(dead === 0, `${dead} controls are printed`);
  for (const problem of await page.evaluate(cutOrOverlapping)) expect(false, problem);
  await page.close();
}
