// The page for leaders in a browser (Chromium, found at $CHROMIUM or by its usual name): charts are there, the filter works, the
// keyboard reaches everything, no console error, no request leaves the page, and an accessibility audit (axe-core) finds nothing,
// in light and dark. Usage: node .ci/browser.mjs PAGE.html [SCREENSHOT.png]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, screenshot] = process.argv.slice(2);
const url = pathToFileURL(resolve(file)).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const problems = [];
const expect = (holds, what) => holds || problems.push(what);

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
for (const colorScheme of ['light', 'dark']) {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 }, bypassCSP: false });
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() === url || problems.push(`request: ${request.url()}`));
  await page.goto(url);
  const charts = await page.locator('svg[role=img]').count();
  expect(charts > 0, 'no charts');
  for (const chart of await page.locator('svg[role=img]').all()) {
    const box = await chart.boundingBox();
    expect(box && box.width > 200 && box.height > 40, 'a chart without size');
  }
  const rows = page.locator('#found tbody tr:visible');
  const all = await rows.count();
  expect(all > 0, 'no findings');
  const worst = (await page.locator('#severity option').nth(1).getAttribute('value')) ?? '';
  await page.selectOption('#severity', worst);
  const some = await rows.count();
  const fits = await page.locator(`#found tbody tr[data-severity=${worst}]`).count();
  expect(some > 0 && some === fits, `the filter shows ${some} of ${fits}`);
  expect((await page.textContent('#matching')) === String(some), 'the count is not that of the filter');
  await page.selectOption('#severity', '');
  await page.fill('#search', '没有这样的字');
  expect((await rows.count()) === 0, 'the search finds what is not there');
  await page.fill('#search', '');
  expect((await rows.count()) === all, 'the search does not let go');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement !== document.body), 'the keyboard reaches nothing');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    'the page is wider than the screen',
  );
  // The page's policy lets no other script in; the audit is the browser's own, beside it.
  const audit = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 900 }, bypassCSP: true });
  await audit.goto(url);
  for (const details of await audit.locator('details').all())
    await details.evaluate((element) => element.setAttribute('open', ''));
  await audit.evaluate(axe);
  const { violations } = await audit.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations)
    problems.push(`axe ${colorScheme} ${id}: ${help} (${nodes.length}) ${nodes[0].html.slice(0, 160)}`);
  if (screenshot && colorScheme === 'light') await page.screenshot({ path: screenshot });
}
await browser.close();
for (const problem of new Set(problems)) console.error(problem);
console.log(problems.length === 0 ? 'the page is as it should be' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
