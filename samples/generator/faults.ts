import { checkDigit, withCheckDigit } from './id-number.ts';
import { isBanked, measureOf } from './measures.ts';
import { type Payout, shows, yuanText } from './payout.ts';
import type { Random } from './random.ts';

/** One way in which a row can be wrong. `plant` makes it so and says what it did; the row then trips these rules only. */
export interface Fault {
  readonly rules: readonly string[];
  readonly fits: (payout: Payout) => boolean;
  readonly plant: (payout: Payout, random: Random) => string;
}

const has =
  (...fields: Parameters<typeof shows>[1][]) =>
  ({ shape }: Payout) =>
    fields.every((field) => shows(shape, field));

/** Where an age decides, an ID number that cannot be read would leave more than itself in doubt. */
const ageless = ({ measure }: Payout) => measure.eligible === undefined && measure.id !== 'youth';

/** All faults. To add one is to add an entry. */
export const FAULTS: readonly Fault[] = [
  {
    rules: ['id-missing'],
    fits: ageless,
    plant: ({ cells }, random) => {
      cells.id = random.pick(['', '无']);
      return cells.id === '' ? '身份证号空白' : '身份证号写“无”';
    },
  },
  {
    rules: ['id-malformed'],
    fits: ageless,
    plant: ({ cells }, random) => {
      const { id } = cells;
      cells.id = random.pick([id.slice(0, 15) + id.slice(16), `${id.slice(0, 9)}0${id.slice(9)}`, `99O${id.slice(3)}`]);
      return cells.id.length === 18 ? '数字0写成字母O' : `身份证号${cells.id.length}位`;
    },
  },
  {
    rules: ['id-checksum'],
    fits: ageless,
    plant: ({ cells }, random) => {
      const { id } = cells;
      const wrong = [...'0123456789X'].filter((digit) => digit !== checkDigit(id.slice(0, 17)));
      cells.id = id.slice(0, 17) + random.pick(wrong);
      return `校验码应为${id.slice(17)}`;
    },
  },
  {
    rules: ['id-checksum'],
    fits: ({ cells, ...rest }) => ageless({ cells, ...rest }) && cells.id.charAt(14) !== cells.id.charAt(15),
    plant: ({ cells }) => {
      const { id } = cells;
      cells.id = id.slice(0, 14) + id.charAt(15) + id.charAt(14) + id.slice(16);
      return '第15、16位颠倒';
    },
  },
  {
    rules: ['id-birth-date'],
    fits: (payout) => ageless(payout) && !has('birth')(payout),
    plant: ({ cells }, random) => {
      const { id } = cells;
      const day = random.pick(['1332', '0230', '0431', '0015']);
      cells.id = withCheckDigit(id.slice(0, 10) + day + id.slice(14, 17));
      return `生日为${day}`;
    },
  },
  {
    rules: ['id-damaged-by-spreadsheet'],
    fits: (payout) => ageless(payout) && !payout.cells.id.endsWith('X'),
    plant: (payout) => {
      const { cells, shape } = payout;
      payout.idIsNumber = shape.workbook;
      if (shape.workbook) return '身份证号存成数字，末几位已丢失';
      cells.id = Number(cells.id).toExponential(5).toUpperCase();
      return '身份证号成了科学计数';
    },
  },
  {
    rules: ['id-legacy-15'],
    fits: ({ draft }) => draft.person.birth < '2000',
    plant: ({ cells }) => {
      cells.id = cells.id.slice(0, 6) + cells.id.slice(8, 17);
      return '15位旧号';
    },
  },
  {
    rules: ['id-area-unknown'],
    fits: () => true,
    plant: ({ cells }) => {
      cells.id = withCheckDigit(`78${cells.id.slice(2, 17)}`); // no province has 78
      return '地区码78不存在';
    },
  },
  {
    rules: ['id-disagrees-with-row'],
    fits: has('sex'),
    plant: ({ cells }) => {
      cells.sex = cells.sex === '男' ? '女' : '男';
      return '性别与身份证号不符';
    },
  },
  {
    rules: ['id-disagrees-with-row'],
    fits: has('birth'),
    plant: ({ cells }) => {
      cells.birth = `${Number(cells.birth.slice(0, 4)) - 1}${cells.birth.slice(4)}`;
      return '出生日期与身份证号不符';
    },
  },
  {
    rules: ['amount-unreadable'],
    fits: has('amount'),
    plant: (payout, random) => {
      payout.cells.amount = random.pick(['待定', '见备注', '6OO', '1.2.00']);
      payout.fen = null;
      return `金额写“${payout.cells.amount}”`;
    },
  },
  {
    rules: ['amount-off-standard'],
    fits: (payout) => has('amount')(payout) && payout.measure.judges !== 'nothing' && payout.measure.tooMuch > 0,
    plant: (payout) => {
      const yuan = payout.measure.tooMuch;
      payout.cells.amount = yuanText(yuan, payout.shape);
      payout.fen = yuan * 100;
      return `${payout.measure.name}发了${yuan}元`;
    },
  },
  {
    rules: ['amount-outlier'],
    fits: (payout) => mistakesUnit(payout) && breaksStandard(payout),
    plant: mistakeUnit,
  },
  {
    rules: ['amount-outlier'],
    fits: (payout) => mistakesUnit(payout) && !breaksStandard(payout) && payout.measure.name !== '困难教职工补助',
    plant: mistakeUnit,
  },
  {
    rules: ['unknown-department'],
    fits: has('department'),
    plant: (payout, random) => {
      payout.cells.department = random.pick(['民证局', '交通局', '老龄基金会', '工商联']);
      payout.nobodys = true;
      return `没有“${payout.cells.department}”`;
    },
  },
  {
    rules: ['unknown-measure'],
    fits: has('measure'),
    plant: ({ cells }, random) => {
      cells.measure = random.pick(['夏令送清凉', `${cells.measure.slice(0, -1)}费`, '困难群众临时救济']);
      return `没有“${cells.measure}”`;
    },
  },
  {
    rules: ['late-payout'],
    fits: has('paidOn'),
    plant: ({ cells }, random) => {
      cells.paidOn = random.pick(['2026-02-14', '2026-02-27', '2026-03-06']);
      return '晚于2月13日';
    },
  },
  {
    rules: ['not-through-bank'],
    fits: (payout) => has('account')(payout) && isBanked(payout.measure),
    plant: ({ cells }) => {
      cells.account = '';
      return '银行账号空白';
    },
  },
  {
    rules: ['signature-missing'],
    fits: (payout) => has('sign')(payout) && !isBanked(payout.measure),
    plant: ({ cells }) => {
      cells.sign = '';
      return '未签收';
    },
  },
  {
    rules: ['age-not-eligible'],
    fits: (payout) =>
      has('department', 'measure', 'amount')(payout) &&
      isBanked(payout.measure) &&
      payout.draft.person.age >= 30 &&
      payout.draft.person.age <= 77,
    plant: (payout) => {
      const elderly = measureOf('elderly');
      payout.measure = elderly;
      payout.cells.department = elderly.department;
      payout.cells.measure = elderly.name;
      payout.cells.amount = yuanText(600, payout.shape);
      payout.fen = 600_00;
      return `${payout.draft.person.age}岁，须80岁以上`;
    },
  },
  {
    rules: ['row-rejected'],
    fits: has('amount'),
    plant: (payout) => {
      payout.cells.name = '';
      payout.cells.id = '';
      payout.rejected = true;
      return '有金额，无姓名和身份证号';
    },
  },
  {
    rules: ['row-rejected'],
    fits: ({ cells, shape }) => !shape.workbook && shape.columns.every(({ field }) => cells[field] !== ''),
    plant: (payout) => {
      payout.beyond = ['已电话核实'];
      payout.rejected = true;
      return '比表头多一格';
    },
  },
];

/** 万元 and 元 are taken for each other: only amounts that come to whole fen. */
function mistakesUnit(payout: Payout): boolean {
  return has('amount')(payout) && payout.draft.yuan > 0 && payout.draft.yuan % 100 === 0;
}

/** In a list in 元 the mistake makes an amount far too small, in one in 万元 far too big. */
function breaksStandard({ measure, shape }: Payout): boolean {
  return measure.judges === 'amount' || (measure.judges === 'most' && shape.unit === '万元');
}

function mistakeUnit(payout: Payout): string {
  const { draft, shape, cells } = payout;
  const isTooBig = shape.unit === '万元';
  cells.amount = String(isTooBig ? draft.yuan : draft.yuan / 10_000);
  payout.fen = isTooBig ? draft.yuan * 1_000_000 : draft.yuan / 100;
  return isTooBig ? '在万元的表里按元填' : '在元的表里按万元填';
}
