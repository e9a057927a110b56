import type { Person } from './population.ts';
import type { Random } from './random.ts';

type Form = 'cash' | 'goods';

/** A measure of the campaign, and who gets how much of it in a clean list. */
export interface Measure {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly to: string | readonly string[];
  readonly form: Form;
  /** How it is handed over where that is not the campaign's rule. */
  readonly delivery?: 'visit';
  /** As the campaign file says it. */
  readonly standard?: unknown;
  readonly eligible?: { readonly age: string };
  readonly excludes?: string;
  readonly procurement?: string;
  /** How often it is drawn, against the others that fit a person. */
  readonly weight: number;
  readonly fits: (person: Person) => boolean;
  /** In yuan. */
  readonly amount: (person: Person, random: Random) => number;
  /** What the standard says of one row: its amount, only its most, or nothing that is firm (户均, 一般). */
  readonly judges: 'amount' | 'most' | 'nothing';
  /** Yuan that every reading of the standard refuses, and that are no outlier. */
  readonly tooMuch: number;
  /** One amount a person, the same for all: two payouts are one too many. */
  readonly oncePerPerson: boolean;
}

type Given = Omit<Measure, 'department' | 'form' | 'judges' | 'tooMuch' | 'oncePerPerson'> & Partial<Measure>;

const fixed = (yuan: number) => ({ amount: () => yuan, judges: 'amount', tooMuch: yuan + 100 }) as const;
const ranging = (low: number, high: number, step: number) =>
  ({
    amount: (_: Person, random: Random) => low + step * random.below((high - low) / step + 1),
    judges: 'amount',
    tooMuch: high + 5 * step,
  }) as const;

const anybody = () => true;
const head = ({ isHead }: Person) => isHead;
const alone = ({ household }: Person) => household.size === 1;
const aged = (low: number, high: number) => (person: Person) => person.age >= low && person.age <= high;

/** The ages leave a year free at each end: whoever counts to whichever day of the campaign comes to the same. */
const DEPARTMENTS: Readonly<Record<string, readonly Given[]>> = {
  民政局: [
    {
      id: 'low-income',
      name: '低保家庭补助',
      to: '低保家庭',
      standard: {
        tiers: [
          { household: 1, rate: '500元/户' },
          { household: 2, rate: '800元/户' },
          { household: '3+', rate: '1000元/户' },
        ],
      },
      excludes: 'destitute',
      weight: 12,
      fits: head,
      ...fixed(1000),
      amount: ({ household }) => [500, 800][household.size - 1] ?? 1000,
      oncePerPerson: false,
    },
    {
      id: 'destitute',
      name: '特困人员补助',
      to: '特困人员',
      standard: '每人1200元',
      weight: 8,
      fits: (person) => alone(person) && person.age >= 61,
      ...fixed(1200),
    },
    {
      id: 'returnees',
      name: '支边返乡补助',
      to: '支边返乡人员',
      standard: '每人300元',
      weight: 5,
      fits: aged(62, 120),
      ...fixed(300),
    },
    {
      id: 'winter',
      name: '冬令御寒补助',
      to: '御寒有困难的对象',
      standard: '50元至230元不等',
      weight: 4,
      fits: anybody,
      ...ranging(50, 230, 10),
      oncePerPerson: false,
    },
  ],
  人社局: [
    {
      id: 'unemployed',
      name: '失业人员补助',
      to: '登记失业人员',
      standard: '每人750元',
      weight: 14,
      fits: aged(23, 58),
      ...fixed(750),
    },
  ],
  总工会: [
    {
      id: 'workers',
      name: '困难职工慰问',
      to: '困难职工',
      standard: '每人800-1500元',
      weight: 8,
      fits: aged(23, 58),
      ...ranging(800, 1500, 100),
      oncePerPerson: false,
    },
    {
      id: 'model-workers',
      name: '特困劳模补助',
      to: '特困劳模',
      standard: '1600元/人',
      weight: 1,
      fits: aged(45, 120),
      ...fixed(1600),
    },
  ],
  残联: [
    {
      id: 'disabled',
      name: '残疾人帮扶',
      to: '困难残疾人',
      standard: '每人1000-2000元',
      weight: 4,
      fits: anybody,
      ...ranging(1000, 2000, 100),
      oncePerPerson: false,
    },
    {
      id: 'disabled-visit',
      name: '残疾人走访慰问',
      to: '特困残疾人',
      delivery: 'visit',
      standard: '每人1000元',
      weight: 2,
      fits: aged(20, 120),
      ...fixed(1000),
    },
  ],
  妇联: [
    {
      id: 'ill-women',
      name: '重病妇女帮困',
      to: '重病妇女',
      standard: '每人2000元',
      weight: 4,
      fits: (person) => person.sex === '女' && person.age >= 25,
      ...fixed(2000),
    },
    {
      id: 'left-behind',
      name: '困境儿童帮困',
      to: '困境儿童',
      standard: '每人500元',
      weight: 10,
      fits: aged(0, 16),
      ...fixed(500),
    },
  ],
  红十字会: [
    {
      id: 'red-cross',
      name: '人道救助金',
      to: '因病致贫家庭',
      standard: '每户700元',
      weight: 4,
      fits: head,
      ...fixed(700),
      oncePerPerson: false,
    },
  ],
  慈善基金会: [
    {
      id: 'charity',
      name: '慈善帮困金',
      to: '困难家庭',
      standard: '户均2000元',
      weight: 5,
      fits: head,
      ...ranging(1000, 3000, 100),
      judges: 'nothing',
      oncePerPerson: false,
    },
    {
      id: 'serious-illness',
      name: '大病救助金',
      to: '大病患者',
      standard: '最高5000元/人',
      weight: 3,
      fits: anybody,
      ...ranging(1500, 5000, 500),
      judges: 'most',
      oncePerPerson: false,
    },
  ],
  老年基金会: [
    {
      id: 'elderly',
      name: '高龄老人慰问',
      to: '高龄困难老人',
      standard: '每人600元',
      eligible: { age: '80+' },
      weight: 16,
      fits: aged(82, 120),
      ...fixed(600),
    },
    {
      id: 'gift',
      name: '春节大礼包',
      to: '独居老人',
      form: 'goods',
      standard: '300元/份',
      procurement: '示采〔2025〕118号',
      weight: 4,
      fits: aged(62, 120),
      ...fixed(300),
    },
  ],
  团区委: [
    {
      id: 'youth',
      name: '困难青少年助学',
      to: '困难青少年',
      standard: {
        tiers: [
          { age: '6-14', rate: '500元/人' },
          { age: '15-25', rate: '800元/人' },
        ],
      },
      weight: 8,
      fits: (person) => aged(8, 12)(person) || aged(17, 23)(person),
      ...fixed(800),
      amount: ({ age }) => (age <= 12 ? 500 : 800),
      oncePerPerson: false,
    },
  ],
  教育局: [
    {
      id: 'students',
      name: '困难学生助学金',
      to: '困难学生',
      standard: '每人1000元',
      weight: 8,
      fits: aged(7, 21),
      ...fixed(1000),
    },
    {
      id: 'teachers',
      name: '困难教职工补助',
      to: '困难教职工',
      standard: '一般每人2000元',
      weight: 2,
      fits: aged(26, 75),
      ...fixed(2000),
      judges: 'nothing',
    },
  ],
};

export const DEPARTMENT_NAMES: readonly string[] = Object.keys(DEPARTMENTS);

export const MEASURES: readonly Measure[] = Object.entries(DEPARTMENTS).flatMap(([department, measures]) =>
  measures.map(
    (measure): Measure => ({ department, form: 'cash', judges: 'amount', tooMuch: 0, oncePerPerson: true, ...measure }),
  ),
);

export function measureOf(id: string): Measure {
  const found = MEASURES.find((measure) => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

/** Whether the campaign has it paid through a bank (社会化发放). */
export function isBanked({ form, delivery }: Measure): boolean {
  return form === 'cash' && delivery === undefined;
}

/** May somebody get both? */
export function mayStack(one: Measure, other: Measure): boolean {
  return one !== other && one.excludes !== other.id && other.excludes !== one.id;
}

/** One of the measures that fit a person and another demand, by weight; some fit everybody. */
export function drawMeasure(random: Random, person: Person, demand: (measure: Measure) => boolean): Measure {
  let total = 0;
  let drawn: Measure | undefined;
  for (const measure of MEASURES) {
    if (!measure.fits(person) || !demand(measure)) continue;
    total += measure.weight;
    if (random.below(total) < measure.weight) drawn = measure; // each ends up with its share of the total
  }
  if (!drawn) throw new Error(`no measure for person ${person.index}`);
  return drawn;
}
