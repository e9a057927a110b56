import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import exceljs from 'exceljs';
import { expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { relief } from '../run.ts';
import { CAMPAIGN, exposedIn, plantedList, published } from './publishing.ts';

const idOf = (born: string, order: number) => {
  const first17 = `990000${born}${order}`;
  return first17 + checkDigit(first17);
};

const LIST = [
  '姓名,身份证号,帮困项目,金额,街镇,居委会,家庭住址,联系电话',
  `张三丰,${idOf('19500101', 101)},特困人员补助,1200,晴川街道,幸福居委会,幸福路3弄5号,14200000001`,
  `欧阳修,${idOf('19510101', 103)},特困人员补助,1200,晴川街道,幸福居委会3号101室,,`,
  `李四,${idOf('19520101', 105)},大病救助金,2000,晴川街道,光明居委会,,`,
  `王小明,${idOf('20150101', 107)},特困人员补助,1200,晴川街道,光明居委会,,`,
  `赵六七,,散居孤儿帮困,500,晴川街道,光明居委会,,`,
  `孙大圣,${idOf('19530101', 109)},晨曦计划,1000,晴川街道,光明居委会,,`,
  `周八,${idOf('19540101', 111)},特困人员补助,1200000,晴川街道,光明居委会,,`,
  `张三丰,${idOf('19500101', 101)},特困人员补助,1200,晴川街道,幸福居委会,,`,
].join('\n');

/** The cells of the tables of a page. */
const tableOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = '']) => cell),
  );

it('publishes by committee: names by rule, minors and the ill by surname, categories that reveal nothing, nobody twice', async () => {
  const { code, stderr, files } = await published(LIST, '-f', 'html');
  expect(code).toBe(0);
  expect(files.map((file) => basename(file))).toEqual(
    ['公示-晴川街道光明居委会.html', '公示-晴川街道幸福居委会.html'].sort(),
  );
  const [bright = '', happy = ''] = files.toSorted((one, other) =>
    one.includes('光明') ? -1 : other.includes('光明') ? 1 : 0,
  );
  expect(tableOf(happy)).toEqual([
    ['序号', '姓名', '发放部门', '项目', '金额（元）'],
    ['1', '欧阳*', '民政局', '特困人员补助', '1,200.00'],
    ['2', '张*丰', '民政局', '特困人员补助', '1,200.00'],
  ]);
  expect(
    tableOf(bright)
      .slice(1)
      .map(([, name, , measure, amount]) => [name, measure, amount]),
  ).toEqual([
    ['李*', '困难救助金', '2,000.00'],
    ['王**', '特困人员补助', '1,200.00'],
    ['赵**', '困境儿童帮困', '500.00'],
    ['孙*圣', '助学补助', '1,000.00'],
  ]);
  const page = readFileSync(bright, 'utf8');
  expect(page).toContain('关于2026年元旦春节帮困送温暖活动拟发放对象的公示（晴川街道光明居委会）');
  expect(page).toContain('根据示范区民政局示民〔2025〕1号，经核对，拟发放4人次，现予公示。');
  expect(page).toContain('公示时间：2026年1月5日至2026年1月11日（7天）。');
  expect(page).toContain('监督电话：021-59720000。');
  expect(stderr).toContain('1行没有公示：重复领取');
  expect(stderr).toContain('1行先没有公示：金额');
});

it('gives whole names where that is asked for, but not of minors and the ill', async () => {
  const { files } = await published(LIST, '-f', 'html', '--names', 'full', '--by', 'measure');
  const names = files.flatMap((file) =>
    tableOf(file)
      .slice(1)
      .map(([, name]) => name),
  );
  expect(names.sort()).toEqual(['张三丰', '欧阳修', '李*', '王**', '赵**', '孙大圣'].sort());
});

it('says the same in all three formats, and nothing else', async () => {
  const { files } = await published(LIST, '--by', 'department');
  expect(files.map((file) => basename(file))).toEqual(['公示-民政局.docx', '公示-民政局.html', '公示-民政局.xlsx']);
  const [docx = '', html = '', xlsx = ''] = files;
  const rows = tableOf(html);
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(xlsx);
  const texts: string[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))));
  for (const [, name = '', place = ''] of rows.slice(1)) expect(texts).toEqual(expect.arrayContaining([name, place]));
  expect(book.worksheets).toHaveLength(1);
  const { packageParts } = await import('./parts-of.ts');
  const parts = await packageParts(docx);
  expect([...parts.keys()].sort()).toEqual(['[Content_Types].xml', '_rels/.rels', 'word/document.xml']);
  const words = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(
    ([, text]) => text,
  );
  expect(words).toEqual(expect.arrayContaining(rows.flat()));
  expect(await exposedIn(files)).toEqual([]);
});

it('lets none of the numbers through that stand in a list', async () => {
  const { list, planted } = plantedList(60, 5);
  expect(planted).toBeGreaterThan(300);
  const { code, files } = await published(list, '--names', 'full');
  expect(code).toBe(0);
  expect(files.length).toBeGreaterThanOrEqual(3);
  expect(await exposedIn(files)).toEqual([]);
  for (const file of files.filter((each) => each.endsWith('.html'))) {
    const table = tableOf(file).slice(1);
    for (const cells of table) expect(cells.slice(1, -1).join(' ')).not.toMatch(/\d|[〇一二三四五六七八九]{5}|号|室/);
  }
});

it.each([
  [['publish', CAMPAIGN]],
  [['publish', CAMPAIGN, '-o', 'x/']],
  [['publish', CAMPAIGN, '--days', '0', '-o', 'x/']],
  [['publish', CAMPAIGN, '--by', 'street', '-o', 'x/']],
  [['publish', CAMPAIGN, '-f', 'pdf', '-o', 'x/']],
])('is wrong usage: %j', async (argv) => {
  expect((await relief(argv)).code).toBe(2);
});
