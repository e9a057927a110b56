import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Context, contextFor } from '../../src/cli/context.ts';
import { coveredOf } from '../../src/cli/cover.ts';
import { dedupePresentation } from '../../src/cli/deduped.ts';
import { pieces } from '../../src/cli/io.ts';
import { FORMATS } from '../../src/cli/output.ts';
import { comparedPairs } from '../../src/cli/pairs.ts';
import { present } from '../../src/cli/present.ts';
import { type Resolved, whileResolved } from '../../src/cli/resolved-lists.ts';
import { coverRecord } from '../../src/render/json/cover.ts';
import { renderJson } from '../../src/render/json/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderXlsx } from '../../src/render/xlsx/xlsx.ts';
import { coverReport } from '../../src/report/cover/cover-report.ts';
import { coverWorkbook } from '../../src/report/cover/cover-workbook.ts';
import { pairMessageOf } from '../../src/report/findings/pair-finding.ts';
import { confirm, doubtHouseholds, likely } from '../identity/likely.ts';
import { Desk, idNumber } from './people.ts';
import { cellsOf } from './workbooks.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-bands-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const PAID = ['姓名', '身份证号', '电话', '部门', '项目', '金额'];
const paid = (name: string, id: string, phone: string, department = '民政局', amount = '500') => [
  name,
  id,
  phone,
  department,
  '节日补助',
  amount,
];
const lists = [
  desk.list('one.csv', [paid('甲一', idNumber(11), '14200000001'), paid('乙二', idNumber(22), '14200000002')], PAID),
  desk.list(
    'other.csv',
    [paid('甲壹', '', '14200000003', '残联'), paid('乙尔', '', '14200000004', '残联', '300')],
    PAID,
  ),
];
const roster = desk.list(
  'roster.csv',
  [
    ['甲乙', '', '一街道', '一居委'],
    ['乙耳', '', '一街道', '一居委'],
    ['丁四', idNumber(44), '一街道', '二居委'],
  ],
  ['姓名', '身份证号', '街道', '居委会'],
);

const silent = { write: () => {}, isTTY: false };
const contextOf = (lang: 'zh' | 'en') =>
  contextFor({ lang }, { env: {}, stdout: silent, stderr: silent, today: () => '2026-02-01' });

/** What is made of the lists and the roster, of whom some are confirmed to be one, and others may be. */
async function made<T>(
  same: readonly (readonly string[])[],
  asked: Parameters<typeof likely>[1],
  make: (resolved: Resolved) => Promise<T>,
): Promise<T> {
  const resolving = { roster: [roster], byFile: true, certain: true };
  return whileResolved(lists, null, resolving, await contextOf('zh'), async (resolved) => {
    await confirm(resolved.lists, same);
    await likely(resolved.lists, asked);
    const result = await make(resolved);
    resolved.lists.database.close();
    return result;
  });
}

async function bytesOf(data: Parameters<typeof pieces>[0]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const piece of pieces(data)) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}
const textsOf = (workbook: Buffer) => cellsOf(desk.write('workbook.xlsx', workbook));
const flat = (text: string) => text.replaceAll(/\s/g, '');

/** What `dedupe` says in a format, without spaces. */
async function dedupe(resolved: Resolved, format: (typeof FORMATS)[number], context: Context): Promise<string> {
  const examined = await comparedPairs(resolved, {}, context);
  const data = await present(dedupePresentation(examined, {}, context), format, { width: 200 }, context);
  const bytes = await bytesOf(data);
  return flat(format === 'xlsx' ? (await textsOf(bytes)).join('\n') : bytes.toString());
}

const SAME = [['0:2', '1:2']];
const ASKED = [{ one: '0:3', other: '1:3', posterior: 0.8, evidence: 'name:same-sound place:committee' }];

describe('what is only probable, in dedupe', () => {
  it.each(FORMATS)('is said in %s', async (format) => {
    const said = await made(SAME, ASKED, async (resolved) => dedupe(resolved, format, await contextOf('zh')));
    expect(said).toContain('（很可能是同一人，须核实）');
    expect(said).toContain('疑似同一人：姓名同音；同一居委（村）');
    if (format === 'json' || format === 'jsonl') return;
    if (format !== 'csv') {
      expect(said).toContain('疑似同一人1对还没有查清，如果是，涉及0.03万元');
      expect(said).toContain('只算确定的是4人，疑似的1对也都是同一人则是2人');
    }
    expect(said).not.toContain('可以发放');
  });

  it('has its numbers in JSON, and what each finding is', async () => {
    const record = JSON.parse(
      await made(SAME, ASKED, async (resolved) => dedupe(resolved, 'json', await contextOf('en'))),
    );
    expect(record).toMatchObject({
      schema: 'relief/dedupe@2',
      totals: {
        payouts: 4,
        persons: 3,
        personsRange: { low: 2, high: 4 },
        identity: { certain: 0, confirmed: 1, review: 1 },
      },
    });
    const found = record.findings.map(({ rule, severity, band }: Record<string, string>) => [rule, severity, band]);
    expect(found).toContainEqual(['several-departments', 'hint', 'confirmed']);
    expect(found).toContainEqual(['probable-same-person', 'hint', 'review']);
  });

  it('does not say that it is safe to pay while money is in question, in either language', async () => {
    const certain = await made([], [], async (resolved) => dedupe(resolved, 'table', await contextOf('zh')));
    expect(certain).toContain('核实后再发放'); // nobody has an ID number on the other list
    const own = lists.slice(0, 1);
    const verdict = async (asked: boolean, lang: 'zh' | 'en') => {
      const context = await contextOf(lang);
      return whileResolved(own, null, { byFile: true }, context, async (resolved) => {
        if (asked) await likely(resolved.lists, [{ one: '0:2', other: '0:3' }]);
        const said = await dedupe(resolved, 'table', context);
        resolved.lists.database.close();
        return said;
      });
    };
    expect(await verdict(false, 'zh')).toContain('没有错误和警告，但没有给活动文件');
    expect(await verdict(true, 'zh')).toContain('没有错误和警告，但疑似同一人1对还没有查清');
    expect(await verdict(true, 'zh')).not.toContain('可以发放');
    expect(await verdict(true, 'en')).toContain(
      flat('No errors or warnings, but 1 pair of people who may be one is not settled'),
    );
    expect(await verdict(true, 'en')).not.toContain(flat('Safe to pay'));
  });
});

it('a household that is only probable reaches nobody for certain, and makes no payee one of the roster', async () => {
  const plan = desk.write(
    'plan.yaml',
    `relief: 1
id: trial
title: 试
year: 2026
departments:
  - name: 民政局
    measures:
      - {id: home, name: 户补助, form: cash, standard: 500元/户}
lists:
  - {file: homes.csv}
rosters:
  - {id: poor, file: poor.csv, measures: [home]}
`,
  );
  const titles = ['姓名', '身份证号', '户号', '部门', '项目', '金额'];
  desk.list('homes.csv', [['甲一', idNumber(11), 'H901', '民政局', '户补助', '500']], titles);
  desk.list('poor.csv', [['乙二', idNumber(22), 'H901']], titles.slice(0, 3));
  const { readCampaign } = await import('../../src/read/campaign-file.ts');
  const campaign = { path: plan, campaign: readCampaign(plan).campaign };
  const context = await contextOf('zh');
  const found = (rows: readonly string[]) =>
    whileResolved([], campaign, {}, context, async (resolved) => {
      if (rows.length > 0) await doubtHouseholds(resolved.lists, rows);
      const { coverage, pairs } = await coveredOf(resolved, {}, context);
      const all: string[] = [];
      for await (const finding of pairs.stream())
        all.push(`${finding.severity} ${pairMessageOf(finding, context.catalogue)}`);
      resolved.lists.database.close();
      return [`${coverage.total.reached} ${coverage.total.unclear}`, ...all];
    });
  expect(await found([])).toEqual(['1 0']);
  for (const rows of [['0:2'], ['1:2'], ['0:2', '1:2']]) {
    expect(await found(rows)).toEqual([
      '0 1',
      'warning 在名册上，很可能同户的人领了，要核实是不是一户',
      'hint 领了“户补助”，名册上有很可能同户的人，不知道是不是一户',
    ]);
  }
});

describe('what is only probable, in cover', () => {
  const covered = <T>(make: (examined: Awaited<ReturnType<typeof coveredOf>>, context: Context) => Promise<T>) =>
    made(
      [['2:2', '0:2']],
      [{ one: '1:3', other: '2:3', posterior: 0.7, evidence: 'name:same-sound phone:one-digit' }],
      async (resolved) => {
        const context = await contextOf('zh');
        return make(await coveredOf(resolved, {}, context), context);
      },
    );
  let record: { total: object; coverage: object[]; findings: Record<string, unknown>[] };
  beforeAll(async () => {
    record = await covered(async (examined, { catalogue }) =>
      JSON.parse((await bytesOf(renderJson([coverRecord(examined, catalogue, { showIds: false })]))).toString()),
    );
  });

  it('is no omission where it is confirmed, and is to be verified where it is not, apart from the omitted', () => {
    expect(record.total).toMatchObject({
      eligible: 3,
      reached: 1,
      onNoList: 1,
      unclear: 1,
      identity: { confirmed: 1, review: 1 },
    });
    expect(record.coverage).toMatchObject([{ reached: 1, onNoList: 1, unclear: 1 }]);
    const omitted = record.findings.filter(({ rule }) => rule === 'omitted');
    expect(omitted.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', '一街道二居委：在名册上，不在任何名单上'],
      ['warning', '一街道一居委：在名册上，名单上有像是他的人，要核实是不是：姓名同音；电话差一位'],
    ]);
    expect(omitted[1]?.places).toMatchObject([
      { file: lists[1], row: 3 },
      { file: roster, row: 3 },
    ]);
  });

  it('is said in the table and in the workbook', async () => {
    const { table, workbook } = await covered(async (examined, { catalogue }) => {
      const shown = { showIds: false };
      const bytes = await bytesOf(renderXlsx(coverWorkbook(examined, catalogue, shown), catalogue));
      return {
        table: flat(renderMarkdown([coverReport(examined, catalogue, shown)])),
        workbook: flat((await textsOf(bytes)).join('\n')),
      };
    });
    for (const said of [table, workbook]) {
      expect(said).toContain('1人待核实');
      expect(said).toContain('1人很可能是名单上的那个人（不是确定的），没有算作遗漏');
      expect(said).toContain('1人在名单上有疑似的人');
      expect(said).toContain('名单上有像是他的人，要核实是不是：姓名同音；电话差一位');
    }
    expect(workbook).toContain('名单上有同名、同号或疑似的人，待核实');
  });
});
