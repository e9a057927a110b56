import { amountWriter, columnsOf } from './columns.ts';
import type { Draw, Person } from './draw.ts';
import { type Format, isWorkbook } from './file.ts';
import { above, below, body, type Cells, GRAND, type Made, Paper, sum, told, yuan } from './paper.ts';

type Shape = (draw: Draw, format: Format) => Made;

const plain: Shape = (draw, format) => {
  const paper = new Paper();
  const unit = draw.chance(0.1) ? 10_000 : 1;
  const columns = columnsOf(draw, format, { unit, withId: draw.chance(0.9) });
  above(draw, paper, unit);
  const header = columns.map(({ title }) => title);
  paper.add(...header);
  body(draw, paper, columns, format, { header });
  below(draw, paper);
  return paper.made;
};

/** A header of two rows or three: groups above titles, merged in a workbook and blank in text. */
const stackedHeader: Shape = (draw, format) => {
  const paper = new Paper();
  const columns = columnsOf(draw, format);
  above(draw, paper, 1);
  const at = columns.findIndex(({ role }) => role === 'amount');
  const isThree = draw.chance(0.4);
  const upper: Cells = columns.map(({ title }, index) => (index === at ? draw.one(['发放情况', '补助情况']) : title));
  const middle: Cells = columns.map((_, index) => (index === at ? draw.one(['补助', '慰问']) : ''));
  const lower: Cells = columns.map(({ title }, index) => (index === at ? title : ''));
  const top = paper.add(...upper);
  if (isThree) paper.add(...middle);
  const bottom = paper.add(...lower);
  if (isWorkbook(format))
    for (const index of columns.keys()) if (index !== at) paper.merges.push([top, index, bottom, index]);
  body(draw, paper, columns, format);
  below(draw, paper);
  return paper.made;
};

/** People side by side under titles that come again. */
const beside: Shape = (draw, format) => {
  const paper = new Paper();
  const times = draw.chance(0.75) ? 2 : 3;
  const amount = amountWriter(draw, format, 1);
  const withId = draw.chance(0.8);
  const titles = ['序号', '姓名', ...(withId ? ['身份证号'] : []), draw.one(['金额', '慰问金', '补助金额'])];
  above(draw, paper, 1);
  paper.add(...Array.from({ length: times }, () => titles).flat());
  const height = 3 + draw.below(8);
  const all = Array.from({ length: height * times - draw.below(times) }, (_, index) => told(draw, index + 1, ''));
  const isDown = draw.chance(0.5);
  for (let row = 0; row < height; row++) {
    const cells = Array.from({ length: times }, (_, part): Cells => {
      const one = all[isDown ? part * height + row : row * times + part];
      return one
        ? [one.ordinal, one.person.name, ...(withId ? [one.person.id] : []), amount(one.fen)]
        : titles.map(() => '');
    });
    paper.add(...cells.flat());
  }
  for (let part = 0; part < times; part++)
    for (let row = 0; row < height; row++) {
      const one = all[isDown ? part * height + row : row * times + part];
      if (one) paper.pay(one);
    }
  if (draw.chance(0.6)) paper.add(draw.one(GRAND), ...titles.slice(2).map(() => ''), amount(sum(paper.paid)));
  below(draw, paper);
  return paper.made;
};

/** A column of amounts for each measure, and one that adds them up. */
const wide: Shape = (draw, format) => {
  const paper = new Paper();
  const amount = amountWriter(draw, format, 1);
  const total = draw.one(['合计', '小计', '合计金额', '总计']);
  const own =
    total === '小计'
      ? ['节日补助', '实物补助', '医疗补助', '助学补贴']
      : ['节日补助', '生活补贴', '春节补助', '护理补贴'];
  const measures = draw.shuffled(own).slice(0, 2 + draw.below(3));
  above(draw, paper, 1);
  paper.add('序号', '姓名', '身份证号', ...measures, total);
  const rows = Array.from({ length: 3 + draw.below(8) }, (_, row) => {
    const person = draw.person();
    const fens = measures.map((): number => (draw.chance(0.75) ? yuan(draw) : 0));
    if (!fens.some((fen) => fen > 0)) fens[0] = 50_000;
    paper.add(
      row + 1,
      person.name,
      person.id,
      ...fens.map((fen) => (fen === 0 ? '' : amount(fen))),
      amount(fens.reduce((a, b) => a + b)),
    );
    return { person, fens };
  });
  for (const [at] of measures.entries())
    for (const { person, fens } of rows) if ((fens[at] ?? 0) > 0) paper.pay({ person, fen: fens[at] ?? 0 });
  below(draw, paper);
  return paper.made;
};

/** Another table below, in other columns. */
const stacked: Shape = (draw, format) => {
  const paper = new Paper();
  let ordinal = 1;
  above(draw, paper, 1);
  for (let table = 0; table < 2 + draw.below(2); table++) {
    if (table > 0 && draw.chance(0.5)) paper.add();
    if (draw.chance(0.5)) paper.add(`${['一', '二', '三'][table]}、${draw.one(['低保户', '残疾人', '困难职工'])}`);
    const columns = columnsOf(draw, format);
    paper.add(...columns.map(({ title }) => title));
    body(draw, paper, columns, format, { first: ordinal });
    ordinal = paper.paid.length + 1;
  }
  below(draw, paper);
  return paper.made;
};

/** Somebody's name and number over several payouts: merged in a workbook, marked for what is above in text. */
const severalEach: Shape = (draw, format) => {
  const paper = new Paper();
  const amount = amountWriter(draw, format, 1);
  above(draw, paper, 1);
  paper.add('序号', '姓名', '身份证号码', '补助项目', '补助金额');
  for (let person = 1; person <= 3 + draw.below(5); person++) {
    const one = draw.person();
    const top = paper.rows.length;
    for (const [index, measure] of draw
      .shuffled(['节日补助', '大病救助', '助学'])
      .slice(0, 1 + draw.below(3))
      .entries()) {
      const fen = yuan(draw);
      const again = isWorkbook(format) ? '' : '同上';
      paper.add(
        ...(index === 0 ? [person, one.name, one.id] : [isWorkbook(format) ? '' : person, again, again]),
        measure,
        amount(fen),
      );
      paper.pay({ person: one, fen });
    }
    const bottom = paper.rows.length - 1;
    if (isWorkbook(format) && bottom > top) for (const left of [0, 1, 2]) paper.merges.push([top, left, bottom, left]);
  }
  if (draw.chance(0.6)) paper.add(draw.one(GRAND), '', '', '', amount(sum(paper.paid)));
  below(draw, paper);
  return paper.made;
};

/** Everybody of a household has a row, and the head's alone an amount. */
const households: Shape = (draw, format) => {
  const paper = new Paper();
  const amount = amountWriter(draw, format, 1);
  above(draw, paper, 1);
  paper.add(
    '户号',
    '姓名',
    '身份证号',
    draw.one(['与户主关系', '家庭关系', '与申请人关系']),
    draw.one(['补助金额', '帮扶金额', '救助金']),
  );
  for (let household = 1; household <= 4 + draw.below(5); household++) {
    const members: Person[] = Array.from({ length: household === 1 ? 3 : 1 + draw.below(3) }, () => draw.person());
    const fen = yuan(draw);
    for (const [index, { name, id }] of members.entries())
      paper.add(
        household,
        name,
        id,
        index === 0 ? '户主' : draw.one(['配偶', '子女', '父亲', '长子']),
        index === 0 ? amount(fen) : '',
      );
    paper.pay({ person: members[0] as Person, fen });
  }
  if (draw.chance(0.6)) paper.add(draw.one(GRAND), '', '', '', amount(sum(paper.paid)));
  below(draw, paper);
  return paper.made;
};

export const SHAPES = {
  plain,
  stackedHeader,
  beside,
  wide,
  stacked,
  severalEach,
  households,
} as const satisfies Readonly<Record<string, Shape>>;
export type ShapeName = keyof typeof SHAPES;
