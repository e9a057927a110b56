import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fen } from '../../src/domain/money.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { isDitto } from '../../src/domain/row/list-ditto.ts';
import type { ListRole } from '../../src/domain/row/list-role.ts';
import { cellReadings } from '../../src/engine/cell-reading.ts';
import type { Value } from '../../src/engine/database.ts';
import type { LoadedField } from '../../src/engine/loaded-field.ts';
import type { CellReading } from '../../src/engine/reading.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { inputOf, saved, withLists, withText } from './reading.ts';

const TITLES = {
  name: '姓名',
  spouse: '配偶姓名',
  wife: '女方姓名',
  guardian: '监护人姓名',
  head: '户主姓名',
  other_id: '优抚证号',
  workplace: '工作单位',
  category: '残疾等级',
  other_phone: '监护人电话',
  id_number: '身份证号',
  head_id: '户主身份证号',
  amount: '金额',
  quantity: '份数',
  household_id: '户号',
  household_size: '家庭人口',
  subdistrict: '街道',
  committee: '居委会',
  address: '家庭住址',
  phone: '联系电话',
  bank: '开户行',
  account: '银行账号',
  holder: '户名',
  relation: '收款人与本人关系',
  agent: '代领人',
  sex: '性别',
  birth: '出生日期',
  age: '年龄',
  serial: '流水号',
  reference: '代发编号',
  batch: '批次号',
  paid_on: '发放日期',
  died_on: '死亡日期',
  result: '发放状态',
  reason: '失败原因',
  state: '变动情况',
  remark: '备注',
  sign: '签收',
  department: '部门',
  measure: '项目',
} as const satisfies Record<LoadedField, string>;

const digits = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const number = (from: number, to: number, width: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(width, '0'));
const separated = (separators: readonly string[]) =>
  fc
    .tuple(number(1870, 2110, 4), number(0, 13, 2), number(0, 32, 2), fc.constantFrom(...separators))
    .map(([year, month, day, separator]) => [year, month, day].join(separator));
const idNumbers = fc
  .tuple(fc.constantFrom('990000', '000000', '310107'), separated(['']), digits(3), fc.boolean())
  .map(([area, born, order, wrong]) => {
    const first17 = `${area}${born}${order}`;
    const check = checkDigit(first17);
    return first17 + (wrong ? (check === '1' ? '2' : '1') : check);
  });

/** A good cell with a few characters taken out, changed or put in. */
const near = (good: fc.Arbitrary<string>, others: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      good,
      fc.array(
        fc.record({
          at: fc.nat(20),
          out: fc.nat(2),
          put: fc.string({ unit: fc.constantFrom(...others), maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    )
    .map(([cell, changes]) => {
      const changed = changes.reduce((text, { at, out, put }) => text.slice(0, at) + put + text.slice(at + out), cell);
      // A file holds no half of a surrogate pair: UTF-8 writes U+FFFD for it.
      return Buffer.from(changed).toString();
    });

const DECORATIONS = ' \t\u3000\'"=-/.,无０９Xx*()（）\u200b';
const days = near(
  fc.oneof({ weight: 3, arbitrary: separated(['-', '/', '.', '', '年']) }, digits(4, 6)),
  `0123456789-${DECORATIONS}年月日T:`,
);
const counts = near(fc.oneof(digits(1, 6), digits(1, 16)), `0123456789人岁份两十万${DECORATIONS}`);
const oldNumbers = fc
  .tuple(fc.constantFrom('990000', '111111', '000000'), number(0, 99, 2), number(0, 13, 2), number(0, 32, 2), digits(3))
  .map((parts) => parts.join(''));
const asNumbers = fc
  .tuple(digits(1), digits(0, 16), number(12, 21, 2), fc.constantFrom('.', ''))
  .map(([first, rest, power, point]) => `${first}${point}${rest}E+${power}`);
/** As a program writes numbers; a cast to one takes them. */
const hexadecimal = fc
  .tuple(
    fc.constantFrom('0x', '0X', '0b'),
    fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFabcdef'), minLength: 9, maxLength: 17 }),
  )
  .map((parts) => parts.join(''));
const ids = near(fc.oneof({ weight: 3, arbitrary: idNumbers }, oldNumbers, asNumbers), `0123456789Ee+${DECORATIONS}`);
const phones = fc.oneof(
  near(
    fc.constantFrom(
      '13812345678',
      '021-62345678',
      '62345678',
      '057612345678',
      '015882326329',
      '8613812345678',
      '22222222',
      '13812345678转2',
      '13812345678、021-62345678',
      '1381234567813912345678',
      '138****5678',
      '6234567 13812345678',
    ),
    `0123456789转#+E${DECORATIONS}`,
  ),
  digits(1, 13),
  hexadecimal,
);
/** Of every length near that of a card, a tenth of them with a check digit that fits. */
const cards = digits(6, 18).map((rest) => `62${rest}`);
const names = near(fc.constantFrom('王秀英', '福利院', '没有', '暂无', '无', '阿依·古丽'), `·（）${DECORATIONS}`);
const FORMS: Readonly<Record<Exclude<LoadedField, 'department' | 'measure'>, fc.Arbitrary<string>>> = {
  name: fc.oneof(
    near(
      fc.constantFrom(
        '王秀英',
        '欧阳建国',
        '李强',
        '阿依·古丽',
        '暂无',
        '合计',
        '未知',
        '待补',
        '锟斤拷',
        '#REF!',
        'TRUE',
        '0',
      ),
      `${DECORATIONS}·故已代Ab鿿一龥㐀𠀀锟?□`,
    ),
    fc.string({ unit: fc.constantFrom(...'一龥王李小计合页无没有姓名'), minLength: 1, maxLength: 5 }),
  ),
  spouse: names,
  wife: names,
  guardian: names,
  head: names,
  other_id: near(
    fc.constantFrom('YF0012345', '0012345', '000000', '123456', 'NULL', 'A11111', '沪优第001号', '111111'),
    `0aZ1号无${DECORATIONS}`,
  ),
  workplace: near(
    fc.constantFrom('石泉路第一小学', '退休职工', '没有', '无固定单位', 'ABC公司', '上海（集团）公司'),
    `退无（）一龥a${DECORATIONS}`,
  ),
  id_number: fc.oneof(
    { weight: 5, arbitrary: ids },
    digits(15),
    digits(18),
    hexadecimal,
    fc.constantFrom('0x384667127DF83', '0x0B827E5C392DD033'),
    digits(1).map((digit) => digit.repeat(15)),
    fc.constantFrom('9.90050000000E+1799', '123456789012345'),
  ),
  head_id: fc.oneof({ weight: 5, arbitrary: ids }, hexadecimal),
  amount: fc.oneof(
    near(digits(1, 12), `0123456789元万千角分¥+e${DECORATIONS}`),
    fc.tuple(digits(1, 10), digits(0, 4)).map((parts) => parts.join('.')),
  ),
  quantity: counts,
  household_size: counts,
  age: counts,
  household_id: near(
    fc.constantFrom('H0012', 'NA1', '12', 'NULL', 'N/A', '0', 'none', 'NONE9'),
    `0aZ号户无${DECORATIONS}`,
  ),
  subdistrict: near(
    fc.constantFrom('石泉路', '长风新村', '没有', '暂无', '无', '石泉路街道', '12'),
    `街道一龥${DECORATIONS}`,
  ),
  committee: near(fc.constantFrom('石泉', '石泉第一居委会', '12居', '没有', '暂无'), `居委一龥${DECORATIONS}`),
  address: near(fc.constantFrom('石泉路12弄3号501室', '长风新村', '暂无', '12号'), `路弄号一龥12${DECORATIONS}`),
  phone: phones,
  other_phone: phones,
  account: fc.oneof(
    near(digits(1, 22), `0123456789aE+${DECORATIONS}`),
    hexadecimal,
    cards,
    fc.constantFrom(
      '卡号待补',
      '990000195001020014',
      '99000019450101001X',
      '13812345678',
      'ICBC6222021001012345678',
      '现金',
    ),
    digits(990, 1010),
    fc
      .tuple(digits(6, 17), fc.constantFrom('000', '0000', '111', '111111', '777777777'))
      .map((parts) => parts.join('')),
    digits(0, 1).map((digit) => digit.repeat(17)),
  ),
  holder: names,
  relation: near(fc.constantFrom('父子', '母亲（监护人）', '邻居', '本人', '无'), `父子母女${DECORATIONS}`),
  bank: near(fc.constantFrom('示范农商行', '工行', '无', '暂无'), `示农行一龥（）${DECORATIONS}`),
  agent: near(fc.constantFrom('李四', '本人', '无', '儿子'), DECORATIONS),
  sex: near(fc.constantFrom('男', '女', '男性', 'M', '1', '2'), `男女MF12${DECORATIONS}`),
  birth: days,
  serial: near(fc.constantFrom('A0012', 'NA1', '12', 'NULL', '20170115000001'), `0aZ号无${DECORATIONS}`),
  reference: near(
    fc.constantFrom('KTWB003000123X', '春节补助KTWB003000123X', 'KTWB003000123X KTWB003000124Y', 'KTWB00300012X', '无'),
    `KBX0a9Z${DECORATIONS}`,
  ),
  batch: near(fc.constantFrom('001', 'B2', 'none', '2'), `0aZ批无${DECORATIONS}`),
  paid_on: days,
  died_on: days,
  result: near(
    fc.constantFrom('成功', '失败', '户名不符', '没有', '暂无', '无', '0000'),
    `成败功一龥（）${DECORATIONS}`,
  ),
  reason: near(fc.constantFrom('账户冻结', '户名不符', '无', '没有', '', 'E003'), `账户不符E0（）${DECORATIONS}`),
  category: near(fc.constantFrom('一级', '低保、特困', '2人户', '无', '重度'), `级、:：户（）一龥a${DECORATIONS}`),
  state: near(fc.constantFrom('新增', '死亡', '减少、迁出', '无', '2人'), `增减、:：亡（）一龥a${DECORATIONS}`),
  remark: near(
    fc.constantFrom('已死亡', '迁出、本市', '没有', '暂无', 'NULL', '无', 'ok1'),
    `已迁一龥aN（）、。，${DECORATIONS}`,
  ),
  sign: near(fc.constantFrom('√', '王秀英', '未签', '否'), DECORATIONS),
};

/** Any text that UTF-8 and a text file can hold. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\0'));

const ROLES: Readonly<Partial<Record<LoadedField, ListRole>>> = {
  ...Object.fromEntries((['committee', 'died_on', 'remark'] as const).map((field) => [field, 'roster'])),
  ...Object.fromEntries(
    (['serial', 'reference', 'batch', 'result', 'reason'] as const).map((field) => [field, 'return']),
  ),
};

/** Categories are read where a standard has steps. */
const { campaign: IN_STEPS } = readCampaign('test/cases/amount-off-standard/torn/campaign.yaml');

/** What the engine's tables hold for each cell, on a row that is plain but for it and on one that is odd anyway. */
async function throughEngine({ field, columns }: CellReading, cells: readonly string[], unit: string) {
  const role = ROLES[field] ?? 'payouts';
  const oddAnyway = role === 'payouts' ? 'sign' : 'subdistrict';
  const fields = [...new Set<LoadedField>(['name', 'id_number', 'amount', oddAnyway, field])];
  const standing: Partial<Record<LoadedField, string>> = {
    name: '王秀英',
    id_number: '99000019450101001X',
    amount: '100',
  };
  const rows = cells.flatMap((cell) =>
    ['', '已领取 '].map((odd) =>
      fields.map((each) => (each === field ? cell : each === oddAnyway ? odd : (standing[each] ?? ''))),
    ),
  );
  const titleOf = (each: LoadedField) => (each === 'name' && field === 'wife' ? '男方姓名' : TITLES[each]);
  const titles = fields.map((each) => titleOf(each) + (each === 'amount' ? unit : ''));
  // Persons and contacts that are no numbers are numbered below zero once all lists are read.
  const shown = columns.map(
    ({ name }) =>
      `(case when ${name}::varchar like '-%' and '${name}' in ('person', 'account', 'phone') then null else ${name} end)::varchar as ${name}`,
  );
  return withLists(
    [inputOf(saved(stringify([titles, ...rows])), { role })],
    async (lists) => {
      const found = await lists.database.all(`select "row", ${shown.join(', ')} from any_row order by "row"`);
      return new Map(found.map(({ row, ...values }) => [row as number, Object.values(values)]));
    },
    field === 'category' ? { campaign: IN_STEPS } : {},
  );
}

/** A cell as it comes to its reader: a category or a state behind its title, if there is one. */
const titled = ({ field }: CellReading, cell: string) =>
  (field === 'category' || field === 'state') && cell.trim() !== '' ? `${TITLES[field]}:${cell.trim()}` : cell;

const asText = (value: Value) => (value === null ? null : String(value));

const UNITS: readonly (readonly [Fen, string])[] = [
  [100n, ''],
  [1_000_000n, '（万元）'],
];
const READINGS = UNITS.flatMap(([fen, unit]) =>
  cellReadings(0, fen)
    .filter(({ field }) => fen === 100n || field === 'amount')
    .map((reading) => [`${reading.field}${unit}`, unit, reading] as const),
);

describe('a cell of a list', () => {
  it.each(READINGS)('of %s is what the domain reads it as', async (_, unit, reading) => {
    const form = FORMS[reading.field as keyof typeof FORMS];
    const own = fc.oneof({ weight: 6, arbitrary: form }, anyText).filter((cell) => !isDitto(cell)); // what is above it
    const cells = fc.array(own, { minLength: 600, maxLength: 1200 });
    await fc.assert(
      fc.asyncProperty(cells, async (drawn) => {
        const found = await throughEngine(reading, drawn, unit);
        let seen = 0;
        for (const [index, cell] of drawn.entries()) {
          for (const row of [2 + 2 * index, 3 + 2 * index]) {
            const values = found.get(row);
            if (!values) continue; // a name or a number that makes the row no payout
            seen += 1;
            expect([cell, ...values]).toEqual([cell, ...reading.read(titled(reading, cell)).map(asText)]);
          }
        }
        expect(seen).toBeGreaterThan(drawn.length);
      }),
      // One list of them all: to read another takes as long as hundreds of cells. The cell is said; shrinking takes minutes.
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('of a number that is not valid gives the same person in a plain row and in an odd one', async () => {
    const cells = fc.array(ids, { minLength: 900, maxLength: 1200 });
    await fc.assert(
      fc.asyncProperty(cells, async (drawn) => {
        const rows = drawn.flatMap((id) => [
          [id, '王秀英', '100', ''],
          [id, '王秀英', '100', '已领取 '],
        ]);
        await withText(stringify([['身份证号', '姓名', '金额', '签收'], ...rows]), async ({ database }) => {
          const persons = await database.all<{ of: number; persons: bigint; unknown: bigint; rows: bigint }>(
            `select "row" // 2 as of, count(distinct person) as persons, count(*) filter (person is null) as unknown,
              count(*) as rows from any_row group by all having count(*) = 2 order by all`,
          );
          expect(persons.length).toBeGreaterThan(drawn.length / 2);
          for (const { of, persons: found, unknown } of persons) {
            expect([drawn[of - 1], found, unknown]).toBeOneOf([
              [drawn[of - 1], 1n, 0n],
              [drawn[of - 1], 0n, 2n],
            ]);
          }
        });
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('that is empty is what the domain reads of nothing', () => {
    for (const reading of cellReadings(0, 100n)) {
      const empty = reading.columns.map((column) => (column.none === 'null' ? null : column.none));
      expect([reading.field, ...empty]).toEqual([reading.field, ...reading.read('').map(asText)]);
    }
  });
});
