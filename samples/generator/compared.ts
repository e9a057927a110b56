import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { ComparedEntries } from './campaign.ts';
import { byteOrderMark, delimited, encode } from './delimited.ts';
import type { Place } from './key.ts';
import type { Population } from './population.ts';

/** A case planted in a roster or a bank return: the rule that must find it, with all rows concerned; null: none may mind. */
export interface PlantedCase {
  readonly rule: string | null;
  readonly rows: readonly Omit<Place, 'sheet'>[];
  readonly note: string;
}

/** People of the rosters who are on no list. */
const FIRST_LEFT_OUT = 30_000;
const MEASURE = '低保家庭补助';
const LIST = 'recipients.csv';
const [ROSTER, DEAD] = ['rosters/低保名册.csv', 'rosters/死亡人员.csv'];
const RETURNS = ['returns/代发回盘-0120.csv', 'returns/代发回盘-0125.csv'] as const;

/** How the campaign names them. */
export const COMPARED: ComparedEntries = {
  rosters: [
    { id: 'low-income-roster', name: '低保名册', file: ROSTER },
    { id: 'deceased', name: '死亡人员', file: DEAD, blocked: '已死亡' },
  ],
  returns: RETURNS.map((file) => ({ file })),
};

/** A row of the list with nothing odd about it. */
interface Plain {
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly measure: string;
  readonly amount: string;
  readonly subdistrict: string;
  readonly committee: string;
  readonly account: string;
  readonly paidOn: string;
}

/** Writes a roster, a roster of the dead and two bank returns for the list that everybody is on, and says what is in them. */
export function writeCompared(folder: string, population: Population): PlantedCase[] {
  for (const name of ['rosters', 'returns']) mkdirSync(join(folder, name), { recursive: true });
  const rows = plainRows(readFileSync(join(folder, LIST), 'utf8'));
  return [...writeRosters(folder, rows, population), ...writeReturns(folder, rows)];
}

function plainRows(text: string): Plain[] {
  const [, ...rows] = parse(text.replace(/^\ufeff/, ''), { relax_column_count: true }) as string[][];
  const plain = rows.flatMap((cells, index): Plain[] => {
    const [
      ,
      name = '',
      id = '',
      ,
      measure = '',
      amount = '',
      subdistrict = '',
      committee = '',
      ,
      ,
      ,
      account = '',
      ,
      paidOn = '',
    ] = cells;
    const isPlain = cells.length === 14 && /^[\u4e00-\u9fa5]{2,4}$/.test(name) && /^9900\d{13}[\dX]$/.test(id);
    return isPlain && /^\d+$/.test(amount) && /^\d{10,}$/.test(account) && /^\d{4}-\d\d-\d\d$/.test(paidOn)
      ? [{ row: index + 2, name, id, measure, amount, subdistrict, committee, account, paidOn }]
      : [];
  });
  // Whoever is on the list once, under an account of their own: what becomes of them is beyond doubt.
  const once = (of: (one: Plain) => string) => {
    const counts = new Map<string, number>();
    for (const one of plain) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
    return (one: Plain) => counts.get(of(one)) === 1;
  };
  const [byId, byAccount] = [once(({ id }) => id), once(({ account }) => account)];
  const shared = new Set(
    rows.flatMap((cells) => (plain.some(({ account }) => account === cells[11]) ? [] : [cells[11]])),
  );
  return plain.filter((one) => byId(one) && byAccount(one) && !shared.has(one.account));
}

/** One digit of an ID number wrong: its check digit no longer fits. */
const mistyped = (id: string) => id.slice(0, 16) + String((Number(id[16]) + 1) % 10) + id.slice(17);

function writeRosters(folder: string, rows: readonly Plain[], population: Population): PlantedCase[] {
  const planted: PlantedCase[] = [];
  const lines = [
    ['示范区低保对象名册（虚构）', '', '', '', '', ''],
    ['序号', '姓名', '身份证号', '街道', '居委会', '人员状态'],
  ];
  const add = (name: string, id: string, subdistrict: string, committee: string, state: string) => {
    lines.push([String(lines.length - 1), name, id, subdistrict, committee, state]);
    return { file: ROSTER, row: lines.length };
  };
  const on = rows.filter(({ measure }) => measure === MEASURE);
  for (const [index, { row, name, id, subdistrict, committee }] of on.entries()) {
    const isMistyped = index === 4 || index === 9;
    const place = add(name, isMistyped ? mistyped(id) : id, subdistrict, committee, '在册');
    if (isMistyped)
      planted.push({ rule: null, rows: [place, { file: LIST, row }], note: '名册上的证件号错了一位，仍是同一人' });
  }
  const states = ['在册', '在册', '在册', '已死亡', '户籍迁出', '本人放弃', '丈夫已故'];
  for (const [index, state] of states.entries()) {
    const { name, idNumber: id, household } = population.person(FIRST_LEFT_OUT + index);
    const place = add(name, id, household.subdistrict, household.committee, state);
    const isLeftOut = state === '在册' || state === '丈夫已故';
    planted.push({
      rule: isLeftOut ? 'omitted' : null,
      rows: [place],
      note: isLeftOut ? '在册，不在名单上' : `不在名单上，名册注明${state}`,
    });
  }
  write(folder, ROSTER, lines);
  const dead = [['姓名', '身份证号', '死亡日期']];
  for (const [index, { row, name, id, paidOn }] of rows
    .filter(({ measure }) => measure !== MEASURE)
    .slice(10, 13)
    .entries()) {
    const isBefore = index < 2;
    dead.push([name, id, isBefore ? '2025-12-28' : `${paidOn.slice(0, 4)}-06-01`]);
    planted.push({
      rule: isBefore ? 'blocked-payee' : null,
      rows: [
        { file: LIST, row },
        { file: DEAD, row: dead.length },
      ],
      note: isBefore ? '发放前已死亡' : '发放后死亡',
    });
  }
  write(folder, DEAD, dead);
  return planted;
}

function writeReturns(folder: string, rows: readonly Plain[]): PlantedCase[] {
  const planted: PlantedCase[] = [];
  const [first, second] = RETURNS;
  const header = ['账号', '户名', '金额', '交易状态', '失败原因', '流水号'];
  const files: Record<string, string[][]> = {
    [first]: [['代发业务回盘明细（虚构）', '', '', '', '', ''], header],
    [second]: [header],
  };
  let serial = 0;
  const tell = (
    file: string,
    { account, name, amount }: Pick<Plain, 'account' | 'name' | 'amount'>,
    state: string,
    reason = '',
  ) => {
    serial += 1;
    const lines = files[file] as string[][];
    lines.push([account, name, amount, state, reason, `${file.slice(-8, -4)}2026${String(serial).padStart(8, '0')}`]);
    return { file, row: lines.length };
  };
  const plant = (rule: string | null, note: string, ...places: Omit<Place, 'sheet'>[]) =>
    planted.push({ rule, rows: places, note });
  for (const [index, one] of rows.entries()) {
    const listed = { file: LIST, row: one.row };
    switch (index) {
      case 5:
        plant('payment-failed', '账户冻结，没有重发', listed, tell(first, one, '失败', '账户冻结'));
        break;
      case 12:
        tell(first, one, '失败', '户名不符');
        plant(null, '失败后重发成功', listed, tell(second, one, '成功'));
        break;
      case 19:
        plant(
          'paid-amount-differs',
          '少付一分',
          listed,
          tell(first, { ...one, amount: (Number(one.amount) - 0.01).toFixed(2) }, '成功'),
        );
        break;
      case 26:
        plant('paid-repeatedly', '两份回盘各付一次', listed, tell(first, one, '成功'), tell(second, one, '成功'));
        break;
      case 33:
        tell(first, one, '成功');
        plant('payment-reversed', '付后冲正', listed, tell(second, one, '冲正'));
        break;
      case 47:
        plant('payment-unclear', '状态看不懂', tell(first, one, '他行'));
        break;
      default:
        tell(first, one, '成功');
    }
  }
  plant(
    'paid-not-listed',
    '名单上没有',
    tell(second, { account: '9900009999999999', name: '无此人', amount: '300' }, '成功'),
  );
  for (const [file, lines] of Object.entries(files)) write(folder, file, lines);
  return planted;
}

function write(folder: string, file: string, lines: readonly (readonly string[])[]): void {
  const encoding = file === ROSTER ? 'gbk' : 'utf8';
  const text = lines.map((cells) => delimited([...cells], ',')).join('');
  writeFileSync(join(folder, file), Buffer.concat([byteOrderMark(encoding), encode(text, encoding)]));
}
