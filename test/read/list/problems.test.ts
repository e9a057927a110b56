import { mkdirSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inputOf, newPath, problemsOf, saved, withText } from '../../engine/reading.ts';
import { entriesOf, zipped } from '../../workbook/read/parts.ts';

const ID = '990000194501010019';
const folder = () => {
  const path = newPath('');
  mkdirSync(path);
  return path;
};
const encrypted = () => saved(zipped(entriesOf({}).map((entry) => ({ ...entry, flags: 0x801 }))), '.xlsx');
const png = Buffer.from([
  0x89,
  0x50,
  0x4e,
  0x47,
  0x0d,
  0x0a,
  0x1a,
  0x0a,
  0,
  0,
  0,
  0x0d,
  0x49,
  0x48,
  0x44,
  0x52,
  0,
  0,
  1,
  0,
  ...deflateRawSync('x'.repeat(500)),
]);

describe('a list that is none', () => {
  it.each([
    ['an empty file', 'file-empty', () => saved('')],
    ['a file of empty lines', 'file-empty', () => saved('\n\n\n')],
    ['a file of one column', 'list-no-header', () => saved('姓名\n王秀英\n')],
    ['a picture', 'list-foreign', () => saved(png)],
    ['text with zero bytes', 'file-binary', () => saved(`姓名,金额\n${'王秀英,1\n'.repeat(20)}\0`)],
    ['a folder', 'file-is-folder', folder],
    ['a missing file', 'file-missing', () => newPath()],
    ['a zip', 'archive-not-supported', () => saved(zipped([{ name: 'a.csv', content: '姓名,金额' }]))],
    ['a gzip', 'archive-not-supported', () => saved(gzipSync('姓名,金额'))],
    ['an encrypted workbook', 'workbook-encrypted', encrypted],
    ['an empty workbook', 'file-empty', () => saved(zipped(entriesOf({})))],
    ['prose', 'list-no-header', () => saved('本表一式三份，\n请妥善保管。\n')],
  ])('%s is one clear problem', async (_, code, file) => {
    const path = file();
    const problems = await problemsOf([inputOf(path)]);
    expect(problems.map((problem) => [problem.code, problem.place.file])).toEqual([[code, path]]);
  });

  it('for want of an amount column is one problem, which shows the columns there are', async () => {
    const file = saved(`姓名,身份证号,应发金额,学校\n王秀英,${ID},5,一中\n`);
    expect(await problemsOf([inputOf(file)])).toMatchObject([
      {
        code: 'list-column-missing',
        data: { field: 'amount', titles: ['姓名', '身份证号', '应发金额', '学校'], payable: '应发金额' },
        place: { row: 1 },
      },
    ]);
  });

  it('is refused where a quote swallows sixty rows, with its row', async () => {
    const rows = Array.from({ length: 60 }, () => `王秀英,${ID},5`).join('\n');
    const closed = saved(`姓名,身份证号,金额\n李强,${ID},5\n"赵六,${ID},5\n${rows}\n张"三,,\n`);
    const open = saved(`姓名,身份证号,金额\n"赵六,${ID},5\n${rows}\n`);
    expect(await problemsOf([inputOf(closed), inputOf(open)])).toMatchObject([
      { code: 'csv-quote-runaway', data: { closed: true, lines: 51 }, place: { file: closed, row: 3 } },
      { code: 'csv-quote-runaway', data: { lines: 51 }, place: { file: open, row: 2 } },
    ]);
  });

  it('is told together with all the others', async () => {
    const [good, bad] = [saved(`姓名,金额\n王秀英,5\n`), saved('姓名\n')];
    const missing = newPath();
    const problems = await problemsOf([missing, good, bad, folder()].map((file) => inputOf(file)));
    expect(problems.map(({ code }) => code)).toEqual(['file-missing', 'list-no-header', 'file-is-folder']);
  });
});

describe('a list of thirty columns', () => {
  it('loads although twelve of them are unknown', async () => {
    const known =
      '序号,姓名,身份证号,性别,出生日期,年龄,部门,项目,金额,份数,户号,家庭人口,街道,居委会,家庭住址,联系电话,开户行,银行账号'.split(
        ',',
      );
    const unknown = Array.from({ length: 12 }, (_, index) => `栏目${'甲乙丙丁戊己庚辛壬癸子丑'[index]}`);
    const cells = known.map((title) => ({ 姓名: '王秀英', 身份证号: ID, 金额: '550' })[title] ?? '');
    await withText(
      `${[...known, ...unknown].join()}\n${[...cells, ...unknown.map(() => 'x')].join()}\n`,
      ({ lists: [list] }) => {
        expect(list).toMatchObject({ rows: 2, payouts: 1 });
        expect(list?.source.head.columns.filter(({ how }) => how === 'unknown')).toHaveLength(12);
      },
    );
  });
});
