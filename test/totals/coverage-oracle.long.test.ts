import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from '../cli/people.ts';
import { relief } from '../cli/run.ts';
import { random } from '../random.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-coverage-oracle-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

interface Paid {
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly measure: string;
  readonly household: string;
}
interface OnRoster {
  readonly roster: number;
  readonly row: number;
  readonly name: string;
  readonly id: string;
  readonly remark: string;
  readonly household: string;
}

const MEASURES = [
  { id: 'low', name: '低保补助', perHousehold: false, excludes: [] as string[] },
  { id: 'home', name: '户补助', perHousehold: true, excludes: [] as string[] },
  { id: 'visit', name: '慰问', perHousehold: false, excludes: ['low'] },
];
/** What each roster is for; the last is of the dead. */
const ROSTERS: readonly (readonly string[] | null)[] = [['low', 'home'], ['visit'], [], null];
/** Worlds that are put into one list: their people have nothing in common. */
const WORLDS = 10;
const SURNAMES = ['安', '白', '程'];
const GIVEN = '一二三四五六七八九十';
/** Of each world five people’s names, so that there are namesakes within it. */
const nameOf = (world: number, serial: number) =>
  `${SURNAMES[serial % SURNAMES.length]}${GIVEN[world]}${GIVEN[serial % 5]}`;
const REMARKS: readonly (readonly [string, string | null])[] = [
  ['', null],
  ['', null],
  ['', null],
  ['正常', null],
  ['已死亡', 'deceased'],
  ['迁出', 'moved'],
  ['放弃', 'refused'],
  ['剔除', 'excluded'],
];

function draw(seed: number, world: number): { paid: Paid[]; enrolled: OnRoster[] } {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const person = () => {
    const serial = 1 + below(14);
    return {
      name: nameOf(world, serial),
      id: next() < 0.15 ? '' : idNumber(world * 20 + serial),
      household: next() < 0.5 ? `DB99${world}00${serial % 5}` : '',
    };
  };
  const paid = Array.from(
    { length: 12 + below(10) },
    (_, index): Paid => ({
      row: index + 2,
      ...person(),
      measure: MEASURES[below(MEASURES.length)]?.name as string,
    }),
  );
  const enrolled = ROSTERS.flatMap((measures, roster) =>
    Array.from(
      { length: measures === null ? below(3) : 4 + below(6) },
      (_, index): OnRoster => ({
        roster,
        row: index + 2,
        ...person(),
        remark: (measures === null ? '' : REMARKS[below(REMARKS.length)]?.[0]) as string,
      }),
    ),
  );
  return { paid, enrolled };
}

/** Several worlds in one list and one set of rosters, their rows numbered one after the other. */
function drawWorlds(from: number): { paid: Paid[]; enrolled: OnRoster[] } {
  const drawn = Array.from({ length: WORLDS }, (_, world) => draw(from + world, world));
  const numbered = <T>(rows: readonly T[]) => rows.map((one, index) => ({ ...one, row: index + 2 }));
  return {
    paid: numbered(drawn.flatMap(({ paid }) => paid)),
    enrolled: [...ROSTERS.keys()].flatMap((roster) =>
      numbered(drawn.flatMap(({ enrolled }) => enrolled.filter((one) => one.roster === roster))),
    ),
  };
}

/** Whoever has a number is who it says; a row without one is somebody of its own. */
const whoOf = (list: string, { id, row }: { readonly id: string; readonly row: number }) => id || `${list} ${row}`;

/** One household wherever the person stands, if the rows agree; of two, nobody knows which. */
function households(rows: readonly (readonly [string, string])[]): (who: string, own: string) => string {
  const known = new Map<string, Set<string>>();
  for (const [who, household] of rows) if (household) known.set(who, (known.get(who) ?? new Set()).add(household));
  return (who, own) => {
    const all = known.get(who);
    return own || (all?.size === 1 ? ([...all][0] as string) : '');
  };
}

/** All of it again, pair by pair, in plain loops. */
function naive({ paid, enrolled }: ReturnType<typeof draw>) {
  const payments = paid.map((one) => ({ ...one, who: whoOf('list', one) }));
  const rows = enrolled.map((one) => ({ ...one, who: whoOf(`roster${one.roster}`, one) }));
  const homeOf = households([...payments, ...rows].map(({ who, household }) => [who, household]));
  const homes = (who: string, roster: number) =>
    rows
      .filter((one) => one.who === who && one.roster === roster)
      .map((one) => homeOf(one.who, one.household))
      .filter(Boolean);
  const isOnList = (who: string) => payments.some((one) => one.who === who);
  const listsPay = (name: string) => payments.some(({ measure }) => measure === name);
  const got = (who: string, home: string, id: string | null) =>
    payments.some((one) => {
      const measure = MEASURES.find(({ name }) => name === one.measure);
      if (id !== null && measure?.id !== id) return false;
      return (
        one.who === who || (measure?.perHousehold === true && home !== '' && homeOf(one.who, one.household) === home)
      );
    });
  const excuseOf = (remark: string) => REMARKS.find(([text]) => text === remark)?.[1] ?? null;
  const dead = new Set(
    rows
      .filter(({ roster, remark }) => ROSTERS[roster] === null || excuseOf(remark) === 'deceased')
      .map(({ who }) => who),
  );
  const order = ['reached', 'elsewhere', 'unclear', 'omitted', 'lifted', 'deceased', 'moved', 'refused', 'excluded'];
  const fates = new Map<string, string>();
  const lacking: string[] = [];
  const perRoster = ROSTERS.map((measures, roster) => {
    const counts: Record<string, number> = {};
    if (measures === null) return counts;
    for (const who of new Set(rows.filter((one) => one.roster === roster).map((one) => one.who))) {
      const own = rows.filter((one) => one.roster === roster && one.who === who);
      const excuses = own
        .flatMap(({ remark }) => excuseOf(remark) ?? [])
        .sort((a, b) => order.indexOf(a) - order.indexOf(b));
      const home = homes(who, roster).toSorted().at(-1) ?? '';
      const ids = measures.length > 0 ? measures : [null];
      const dues = ids.map((id) => {
        const measure = MEASURES.find((each) => each.id === id);
        const reached = got(who, home, id);
        return {
          id,
          measure,
          reached,
          lifted:
            !reached &&
            (measure?.excludes ?? []).some((other) =>
              payments.some(
                (one) => one.who === who && MEASURES.find(({ name }) => name === one.measure)?.id === other,
              ),
            ),
        };
      });
      const [{ name = '', id = '' } = {}] = own;
      const namesake = payments.some((one) => one.name === name && one.id === '');
      const fate = dead.has(who)
        ? 'deceased'
        : (excuses[0] ??
          (dues.some(({ reached }) => reached)
            ? 'reached'
            : dues.every(({ lifted }) => lifted)
              ? 'lifted'
              : isOnList(who)
                ? 'elsewhere'
                : (id === '' ? payments.some((one) => one.name === name) : namesake)
                  ? 'unclear'
                  : 'omitted'));
      counts[fate] = (counts[fate] ?? 0) + 1;
      const known = fates.get(who);
      if (known === undefined || order.indexOf(fate) < order.indexOf(known)) fates.set(who, fate);
      if (fate === 'reached' || fate === 'elsewhere') {
        for (const { id, measure, reached, lifted } of dues) {
          if (id !== null && !reached && !lifted && listsPay(measure?.name ?? '')) lacking.push(`${who} ${id}`);
        }
      }
    }
    return counts;
  });
  const total: Record<string, number> = {};
  for (const fate of fates.values()) total[fate] = (total[fate] ?? 0) + 1;
  const omitted = [...fates.values()].filter((fate) => fate === 'omitted' || fate === 'unclear').length;
  const blocked = [...dead].filter(isOnList).length;
  return {
    perRoster,
    total,
    rules: { omitted, 'omitted-from-measure': new Set(lacking).size, 'blocked-payee': blocked },
  };
}

const nonZero = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

/** What the command says, in the same words. */
function saidOf(part: Record<string, unknown>) {
  const { reached, onOtherLists, unclear, onNoList, excused } = part as Record<string, number> & {
    excused: Record<string, number>;
  };
  return nonZero({ reached, elsewhere: onOtherLists, unclear, omitted: onNoList, ...excused } as Record<
    string,
    number
  >);
}

const CAMPAIGN = `relief: 1
id: trial
title: 试
year: 2026
departments:
  - name: 民政局
    measures:
${MEASURES.map(({ id, name, perHousehold, excludes }) => `      - {id: ${id}, name: ${name}, form: cash, standard: 500元/${perHousehold ? '户' : '人'}${excludes.length > 0 ? `, excludes: [${excludes}]` : ''}}`).join('\n')}
rosters:
${ROSTERS.map((measures, index) => `  - {id: r${index}, file: roster${index}.csv${measures === null ? ', blocked: 已死亡' : measures.length > 0 ? `, measures: [${measures}]` : ''}}`).join('\n')}
`;

describe('coverage is what a plain recomputation gives', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index * 10))('(from %d)', async (from) => {
    const campaign = desk.write('campaign.yaml', CAMPAIGN);
    const drawn = drawWorlds(from);
    const list = desk.list(
      'list.csv',
      drawn.paid.map(({ name, id, measure, household }) => [name, id, '民政局', measure, '500', household]),
      ['姓名', '身份证号', '部门', '项目', '金额', '户号'],
    );
    for (const roster of ROSTERS.keys()) {
      const rows = drawn.enrolled
        .filter((one) => one.roster === roster)
        .map(({ name, id, remark, household }) => [name, id, remark, household]);
      desk.list(`roster${roster}.csv`, rows, ['姓名', '身份证号', '备注', '户号']);
    }
    const { stdout } = await relief(['cover', campaign, list, '-f', 'json', '--threads', '1', '--certain'], {
      today: '2026-03-01',
    });
    const record = JSON.parse(stdout);
    const { perRoster, total, rules } = naive(drawn);
    expect(record.coverage.map(saidOf), `seeds from ${from}`).toEqual(perRoster.slice(0, 3).map(nonZero));
    expect(saidOf(record.total), `seeds from ${from}`).toEqual(nonZero(total));
    const { 'not-on-roster': _, ...found } = record.summary.byRule;
    expect(found, `seeds from ${from}`).toEqual(nonZero(rules));
    // Nothing is found twice: whoever lacks two measures is told of each.
    const told = record.findings.map(
      ({ rule, message, places }: { rule: string; message: string; places: { file: string; row: number }[] }) =>
        `${rule} ${message} ${places.map(({ file, row }) => `${basename(file)}:${row}`)}`,
    );
    expect(new Set(told).size).toBe(told.length);
  });
});
