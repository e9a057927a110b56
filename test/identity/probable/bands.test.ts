import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import type { Lists } from '../../../src/engine/lists.ts';
import { BANDS } from '../../../src/identity/bands.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';

const whole = (first17: string) => first17 + checkDigit(first17);
const hidden = (number: string) => `${number.slice(0, 6)}********${number.slice(14)}`;

const FIELDS = ['姓名', '身份证号', '户主', '监护人', '出生日期', '联系电话', '居委', '家庭住址', '工作单位'] as const;
type Cells = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

const SURNAMES = Array.from('赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施孔曹严华金魏陶姜');
const GIVEN = Array.from('晨曦岚峰霖涛瑶琪颖哲睿钧铭锋钰琳珊瑜瑾璐璇');
const at = (signs: readonly string[], order: number) => signs[order % signs.length] ?? '';

/** Whoever else is on the lists: a name that nobody else has, so that names are as rare as on real lists. */
const other = (order: number): Cells => ({
  姓名: `${at(SURNAMES, order)}${at(GIVEN, order)}${at(GIVEN, Math.floor(order / 21) + 3 * order + 1)}`,
  身份证号: whole(
    `99000${1 + (order % 4)}19${30 + (order % 60)}0${1 + (order % 9)}${10 + (order % 17)}${100 + (order % 800)}`,
  ),
  联系电话: `1420${String(1_000_000 + 7919 * order).slice(0, 7)}`,
  居委: `第${at(Array.from('一二三四五六七八九'), order)}居委会`,
  家庭住址: `兰溪路${10 + order}弄${1 + (order % 7)}号${101 + (order % 500)}室`,
});
const OTHERS = Array.from({ length: 300 }, (_, order) => other(order));

const listOf = (rows: readonly Cells[]) =>
  `${FIELDS.join(',')},部门,金额\n${rows.map((row) => `${FIELDS.map((field) => row[field] ?? '').join(',')},民政局,500`).join('\n')}\n`;

/** Two departments pay these people and many others; of rows, in their order: how sure it is that two are one, and whether they are. */
async function found(one: readonly Cells[], two: readonly Cells[], options = {}) {
  const half = OTHERS.length / 2;
  // Half of the others are paid by both departments, with their numbers: so much is known of how lists agree.
  const inputs = [
    [...one, ...OTHERS.slice(0, half + 60)],
    [...two, ...OTHERS.slice(half - 60)],
  ].map((rows) => inputOf(saved(listOf(rows))));
  return withLists(inputs, async (lists) => {
    await resolveIdentities(lists, options);
    return peopleIn(lists, one.length, two.length);
  });
}

async function peopleIn({ database }: Lists, ones: number, twos: number) {
  const rows = await database.all<{ list: number; row: number; identity: bigint; certain: bigint }>(
    `select list, row, identity, certain from resolved
    where list = 0 and row < ${ones + 2} or list = 1 and row < ${twos + 2} order by list, row`,
  );
  const pairs = await database.all<{ one: bigint; other: bigint; band: number }>(
    'select one, other, band from likely_pair',
  );
  const numbers = [...new Set(rows.map(({ identity }) => identity))];
  const certain = rows.map((row) => row.certain);
  const bandOf = (a: number, b: number) => {
    const pair = pairs.find(({ one, other }) =>
      [
        [certain[a], certain[b]],
        [certain[b], certain[a]],
      ].some(([x, y]) => x === one && y === other),
    );
    return pair ? BANDS[pair.band] : null;
  };
  return { people: rows.map(({ identity }) => numbers.indexOf(identity)), bandOf, pairs: pairs.length, rows };
}

const A = whole('99000119520311102');
const home = { 居委: '第一居委会', 家庭住址: '石泉路12弄3号501室' } as const;

describe('who is joined', () => {
  it('is whoever has the name, the home and the telephone of somebody with a number', async () => {
    const { people, bandOf } = await found(
      [{ 姓名: '顾淑珍', 户主: '顾淑珍', 联系电话: '14200000001', 家庭住址: '石泉路12-3-501' }],
      [{ 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001', ...home }],
    );
    expect(people).toEqual([0, 0]);
    expect([null, 'confirmed']).toContain(bandOf(0, 1));
  });

  it.each<[string, Cells, Cells]>([
    [
      'of whom one list says another telephone first',
      { 姓名: '顾淑珍', 户主: '顾淑珍', 联系电话: '14200000001', 家庭住址: '石泉路12-3-501' },
      { 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000002 14200000001', ...home },
    ],
    [
      'whose name sounds alike',
      { 姓名: '顾淑珍', 户主: '顾淑珍', 联系电话: '14200000001', 家庭住址: '石泉路12-3-501' },
      { 姓名: '顾淑贞', 身份证号: A, 联系电话: '14200000001', ...home },
    ],
    [
      'whose day of birth the number tells',
      { 姓名: '顾淑珍', 出生日期: '1952-03-11', 居委: '第一居委会' },
      { 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001', ...home },
    ],
  ])('is probably one %s', async (_who, one, two) => {
    const { people, bandOf } = await found([one], [two]);
    expect([people, bandOf(0, 1)]).toEqual([[0, 0], 'confirmed']);
  });

  it.each<[string, readonly Cells[], readonly Cells[]]>([
    [
      'siblings with one guardian, school and telephone',
      [{ 姓名: '顾子涵', 监护人: '顾建国', 联系电话: '14200000001', 工作单位: '长征小学', ...home }],
      [{ 姓名: '顾子轩', 监护人: '顾建国', 联系电话: '14200000001', 工作单位: '长征小学', ...home }],
    ],
    [
      'siblings of whom one has a number',
      [{ 姓名: '顾子涵', 身份证号: whole('99000120120311101'), 监护人: '顾建国', 联系电话: '14200000001', ...home }],
      [{ 姓名: '顾子轩', 监护人: '顾建国', 联系电话: '14200000001', 工作单位: '长征小学', ...home }],
    ],
    [
      'twins with successive numbers',
      [{ 姓名: '顾大双', 身份证号: whole('99000120120311101'), 监护人: '顾建国', 联系电话: '14200000001', ...home }],
      [{ 姓名: '顾小双', 身份证号: whole('99000120120311103'), 监护人: '顾建国', 联系电话: '14200000001', ...home }],
    ],
    [
      'twins of whom one has a masked number',
      [{ 姓名: '顾大双', 身份证号: whole('99000120120311101'), 监护人: '顾建国', 联系电话: '14200000001', ...home }],
      [
        {
          姓名: '顾小双',
          身份证号: hidden(whole('99000120120311103')),
          监护人: '顾建国',
          联系电话: '14200000001',
          ...home,
        },
      ],
    ],
    [
      'father and son at one address with one telephone',
      [{ 姓名: '顾建国', 身份证号: A, 联系电话: '14200000001', ...home }],
      [{ 姓名: '顾强', 户主: '顾建国', 联系电话: '14200000001', ...home }],
    ],
    [
      'a couple at one address with one telephone',
      [{ 姓名: '顾建国', 身份证号: A, 联系电话: '14200000001', ...home }],
      [{ 姓名: '王秀英', 户主: '顾建国', 联系电话: '14200000001', ...home }],
    ],
    [
      'namesakes of other ages and addresses',
      [{ 姓名: '顾淑珍', 出生日期: '1952-03-11', 联系电话: '14200000001', ...home }],
      [
        {
          姓名: '顾淑珍',
          出生日期: '1987-11-02',
          联系电话: '14200000077',
          居委: '第五居委会',
          家庭住址: '梅岭路7号2室',
        },
      ],
    ],
  ])('is nobody of %s', async (_who, one, two) => {
    const { people, bandOf } = await found(one, two);
    expect(people).toEqual([0, 1]);
    expect(bandOf(0, 1)).not.toBe('confirmed');
  });

  it('is never somebody with another valid number, through a third of whom only the name is said', async () => {
    const { people } = await found(
      [{ 姓名: '顾淑珍', 身份证号: A, ...home }, { 姓名: '顾淑珍' }],
      [{ 姓名: '顾淑珍', 身份证号: whole('99000219610704122'), 居委: '第五居委会', 家庭住址: '梅岭路7号2室' }],
    );
    expect(people[0]).not.toBe(people[2]);
  });

  it('is never somebody with another valid number, through a third who has something in common with both', async () => {
    const { people } = await found(
      [
        { 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001', ...home },
        { 姓名: '顾淑珍', 联系电话: '14200000001 14200000002', ...home },
      ],
      [{ 姓名: '顾淑珍', 身份证号: whole('99000219610704122'), 联系电话: '14200000002', ...home }],
    );
    expect(people[0]).not.toBe(people[2]);
  });

  it('is whoever has a masked number with the one whom it fits, and nobody of two through it', async () => {
    const { people } = await found(
      [
        { 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001', ...home },
        { 姓名: '顾*珍', 身份证号: hidden(A), 联系电话: '14200000001', ...home },
      ],
      [{ 姓名: '顾惠珍', 联系电话: '14200000001', ...home }],
    );
    expect(people).toEqual([0, 0, 1]);
  });

  it('is nobody of two names under one valid number: that is asked', async () => {
    const { people, bandOf } = await found(
      [{ 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001' }],
      [{ 姓名: '顾淑兰', 身份证号: A, 联系电话: '14200000001' }],
    );
    expect(people).toEqual([0, 1]);
    expect(bandOf(0, 1)).toBe('review');
  });

  it('is nobody of more names under one number than a person has, nor is that asked', async () => {
    const names = ['淑珍', '惠兰', '国强', '建军', '雪梅', '志远'].map((given) => ({
      姓名: `顾${given}`,
      身份证号: A,
    }));
    const { people, bandOf } = await found(names.slice(0, 3), names.slice(3));
    expect(people).toEqual([0, 1, 2, 3, 4, 5]);
    expect(bandOf(0, 3)).toBeNull();
  });

  it('is a surname alone (顾某) with the one name of its number, and with neither of two', async () => {
    const one = await found([{ 姓名: '顾淑珍', 身份证号: A }], [{ 姓名: '顾某', 身份证号: A }]);
    expect(one.people).toEqual([0, 0]);
    const two = await found(
      [{ 姓名: '顾淑珍', 身份证号: A }],
      [
        { 姓名: '顾某', 身份证号: A },
        { 姓名: '顾建军', 身份证号: A },
      ],
    );
    expect(two.people).toEqual([0, 1, 2]);
  });

  it('is nobody by a masked name that fits two', async () => {
    const { people } = await found(
      [
        { 姓名: '顾淑珍', 联系电话: '14200000001', ...home },
        { 姓名: '顾*珍', 联系电话: '14200000001', ...home },
      ],
      [{ 姓名: '顾惠珍', 联系电话: '14200000001', ...home }],
    );
    expect(people[0]).not.toBe(people[2]);
  });
});

describe('where only what is certain counts', () => {
  const one = [{ 姓名: '顾淑珍', 出生日期: '1952-03-11', ...home }];
  const two = [{ 姓名: '顾淑珍', 身份证号: A, 联系电话: '14200000001', ...home }];

  it('nothing probable joins anybody, and nobody is asked about', async () => {
    const { people, pairs, rows } = await found(one, two, { certain: true });
    expect(people).toEqual([0, 1]);
    expect(pairs).toBe(0);
    for (const { identity, certain } of rows) expect(certain).toBe(identity);
  });

  it('people are those who else are certain', async () => {
    const sure = await found(one, two, { certain: true });
    const probable = await found(one, two);
    expect(probable.rows.map(({ certain }) => certain)).toEqual(sure.rows.map(({ certain }) => certain));
    expect(probable.rows.map(({ identity }) => identity)).not.toEqual(sure.rows.map(({ identity }) => identity));
  });
});
