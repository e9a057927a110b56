import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import { checkRows } from '../../src/checks/row/check-rows.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

/** Lists whose rows have so much in common that whoever compares each with each never comes to an end. */
interface Shape {
  readonly size: number;
  /** A row by its order; empty cells where it does not say. */
  readonly row: (order: number) => {
    name?: string;
    id?: string;
    phone?: string;
    account?: string;
    household?: string;
    agent?: string;
  };
  /** What is found at that size: `severity rule`, and how often. */
  readonly found: Readonly<Record<string, number>>;
  /** How many people the rows are, of so many rows. */
  readonly people: (rows: number) => number;
}

/** A valid number for every order. */
function numberOf(order: number): string {
  const area = String(990_000 + (order % 100));
  const year = 1930 + (Math.floor(order / 100) % 70);
  const first17 = `${area}${year}0315${String(100 + Math.floor(order / 7000)).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
}

/** A name of three characters for every order below a million. */
const nameOf = (order: number) =>
  String.fromCharCode(
    0x5f00 + (order % 100),
    0x6200 + (Math.floor(order / 100) % 100),
    0x7200 + Math.floor(order / 10_000),
  );

/** Names that have no character in common. */
const strangerOf = (order: number) => String.fromCharCode(0x5000 + 7 * order, 0x6000 + 11 * order, 0x7000 + 13 * order);

/** Masked numbers that all say something else. */
const maskedOf = (order: number) => numberOf(order).replace(/^(.{6})(.{4}).{4}/, '$1$2****');

const everybody = (rows: number) => rows;
const SHAPES: Readonly<Record<string, Shape>> = {
  'one telephone for everybody': {
    size: 50_000,
    row: (order) => ({ name: nameOf(order), id: numberOf(order), phone: '14200000001' }),
    found: { 'hint shared-phone': 1 },
    people: everybody,
  },
  'one account for everybody': {
    size: 5000,
    row: (order) => ({ name: nameOf(order), id: numberOf(order), account: '9900000100000001' }),
    found: { 'warning shared-account': 1 },
    people: everybody,
  },
  'one telephone for everybody, nobody with an ID number': {
    size: 10_000,
    row: (order) => ({ name: nameOf(order), phone: '14200000001' }),
    found: { 'hint shared-phone': 1 },
    people: everybody,
  },
  'one household': {
    size: 10_000,
    row: (order) => ({ name: nameOf(order), id: numberOf(order), household: 'H1' }),
    found: { 'hint household-paid-twice': 1 },
    people: everybody,
  },
  'one who collects for everybody': {
    size: 10_000,
    row: (order) => ({ name: nameOf(order), id: numberOf(order), agent: '周代' }),
    found: { 'hint same-agent': 1 },
    people: everybody,
  },
  'nobody with an ID number': {
    size: 20_000,
    row: (order) => ({ name: nameOf(order) }),
    found: {},
    people: everybody,
  },
  'namesakes without ID numbers': { size: 3000, row: () => ({ name: '王秀英' }), found: {}, people: everybody },
  'namesakes with masked numbers': {
    size: 3000,
    row: (order) => ({ name: '王秀英', id: maskedOf(order) }),
    found: {},
    people: everybody,
  },
  'namesakes with numbers': {
    size: 3000,
    row: (order) => ({ name: '王秀英', id: numberOf(order) }),
    found: {},
    people: everybody,
  },
  'namesakes with numbers, who share a telephone with as many whose numbers are masked': {
    size: 3000,
    row: (order) => ({
      name: '王秀英',
      id: order % 2 === 0 ? numberOf(order) : maskedOf(order),
      phone: '14200000001',
    }),
    found: { 'hint shared-phone': 1 },
    people: everybody,
  },
  'namesakes with numbers, each of whom is there again with a masked one': {
    size: 3000,
    row: (order) => ({
      name: '王秀英',
      id: order % 2 === 0 ? numberOf(order) : maskedOf(order - 1),
    }),
    found: {}, // so many have the name that a masked number is nobody's for certain
    people: everybody,
  },
  'people with numbers, each of whom is there again with a masked one': {
    size: 3000,
    row: (order) => ({
      name: nameOf(order - (order % 2)),
      id: order % 2 === 0 ? numberOf(order) : maskedOf(order - 1),
    }),
    found: { 'error paid-twice': 1500 },
    people: (rows) => rows / 2,
  },
  'people with numbers, each of whom is there again with a masked one and a masked name': {
    size: 600,
    row: (order) => ({
      name: order % 2 === 0 ? strangerOf(order) : strangerOf(order - 1).replace(/(?<=^.)./, '*'),
      id: order % 2 === 0 ? numberOf(order) : maskedOf(order - 1),
    }),
    found: { 'error paid-twice': 300 },
    people: (rows) => rows / 2,
  },
  'one name and telephone without ID numbers': {
    size: 200_000,
    row: () => ({ name: '王秀英', phone: '14200000001' }),
    found: { 'error paid-twice': 1 },
    people: () => 1,
  },
  'one ID number under different names': {
    size: 3000,
    row: (order) => ({ name: nameOf(order), id: numberOf(1) }),
    found: { 'error identity-conflict': 1 },
    people: everybody,
  },
  'one ID number under fifty different names, again and again': {
    size: 20_000,
    row: (order) => ({ name: strangerOf(order % 50), id: numberOf(Math.floor(order / 50)) }),
    found: { 'error identity-conflict': 400 },
    people: everybody,
  },
};

function listOf({ row }: Shape, size: number): string {
  const lines = Array.from({ length: size }, (_, order) => {
    const { name = '', id = '', phone = '', account = '', household = '', agent = '' } = row(order);
    return `${name},${id},民政局,低保,500,${phone},${account},${household},${agent}`;
  });
  return `姓名,身份证号,部门,项目,金额,联系电话,银行账号,户号,代领人\n${lines.join('\n')}\n`;
}

interface Examined {
  readonly found: Readonly<Record<string, number>>;
  readonly people: number;
  readonly missing: readonly number[];
  /** Milliseconds of work, not of waiting. */
  readonly work: number;
}

async function examine(shape: Shape, size: number): Promise<Examined> {
  const input = inputOf(saved(listOf(shape, size)));
  const before = process.cpuUsage();
  return withLists([input], async (lists) => {
    const resolved = await resolveIdentities(lists, { certain: true });
    const { groups } = await checkRows(resolved, '2026-03-10');
    const { stream } = await checkGroups(resolved, '2026-03-10');
    const found: Record<string, number> = {};
    for await (const { severity, rule } of stream())
      found[`${severity} ${rule}`] = (found[`${severity} ${rule}`] ?? 0) + 1;
    const { user, system } = process.cpuUsage(before);
    const { people } = await lists.database.one<{ people: bigint }>(
      'select count(distinct identity) as people from resolved',
    );
    const missing = groups.filter(({ rule }) => rule.id === 'id-missing').map(({ count }) => count);
    return { found, people: Number(people), missing, work: (user + system) / 1000 };
  });
}

/** As many ordinary rows take a few seconds; whoever compares each with each takes minutes. */
const MOST_WORK = 30_000;

describe.each(Object.entries(SHAPES))('%s', (_what, shape) => {
  it('is told in few findings, and in the time that so many rows take', async () => {
    const { found, people, missing, work } = await examine(shape, shape.size);
    expect(found).toEqual(shape.found);
    expect(people).toBe(shape.people(shape.size));
    expect(work).toBeLessThan(MOST_WORK);
    const without = Array.from({ length: shape.size }, (_, order) => shape.row(order)).filter(({ id }) => !id).length;
    expect(missing).toEqual(without > 0 ? [without] : []); // told once
  });
});

const GROWING: readonly (keyof typeof SHAPES)[] = [
  'one telephone for everybody',
  'one telephone for everybody, nobody with an ID number',
  'namesakes with numbers, who share a telephone with as many whose numbers are masked',
  'one ID number under different names',
];

it.each(GROWING)('twice as many rows take about twice the time: %s', async (name) => {
  const shape = SHAPES[name] as Shape;
  const ratio = async () => (await examine(shape, 20_000)).work / (await examine(shape, 10_000)).work;
  const [one, other] = [await ratio(), await ratio()];
  const isSquare = (twice: number) => twice >= 4; // of the square it would be four, and more with every doubling
  const median = isSquare(one) === isSquare(other) ? one : await ratio(); // where two of three agree, the third decides nothing
  expect(median).toBeLessThan(4);
});
