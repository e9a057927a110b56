import { stringify } from 'yaml';
import { DEPARTMENT_NAMES, MEASURES } from './measures.ts';
import { DEADLINE } from './payout.ts';

/** An entry of the campaign's `lists:`. */
export interface ListEntry {
  readonly file: string;
  readonly sheet?: string;
  readonly department?: string;
  readonly measure?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

/** What the campaign's lists are to be compared with: entries of `rosters:` and `returns:`. */
export interface ComparedEntries {
  readonly rosters?: readonly Readonly<Record<'id' | 'name' | 'file', string> & { blocked?: string }>[];
  readonly returns?: readonly { readonly file: string }[];
}

/** The departments that give to everybody on one list. */
const DEPARTMENTS = DEPARTMENT_NAMES.map((name) => ({
  name,
  aliases: [`区${name}`],
  measures: MEASURES.filter(({ department }) => department === name).map(
    ({ id, name, to, form, standard, eligible, excludes, delivery, procurement }) => ({
      id,
      name,
      to,
      form,
      standard,
      eligible,
      excludes,
      delivery,
      procurement,
    }),
  ),
}));

/** The campaign file of 示范区 with these lists. */
export function campaignYaml(
  lists: readonly ListEntry[],
  compared: ComparedEntries = {},
  departments: readonly object[] = DEPARTMENTS,
): string {
  const campaign = {
    relief: 1,
    id: 'shifan-2026',
    title: '2026年元旦春节帮困送温暖活动（虚构样例）',
    type: 'notice',
    issuer: '示范区民政局',
    document: '示民〔2025〕1号',
    region: '示范区',
    issued: '2025-12-20',
    delivery: [
      { form: 'cash', through: 'bank', except: 'visit', note: '补助资金实行社会化发放，走访慰问金除外' },
      { form: 'goods', through: 'procurement' },
    ],
    stages: [
      { name: '制定方案、动员部署', until: '2025年12月底前', kind: 'prepare' },
      { name: '分步实施', from: '2026年1月5日', until: DEADLINE, kind: ['payout', 'visit'] },
      { name: '统计汇总、总结收尾', until: '2026年2月底前', kind: 'report' },
    ],
    deadlines: [{ name: '帮困款物全部发放到位', until: DEADLINE, kind: 'payout', binding: 'hard' }],
    departments,
    lists,
    ...compared,
  };
  return `# 虚构样例，由 npm run sample 生成；区、单位、人和号码都不存在。\n${stringify(campaign, { lineWidth: 0 })}`;
}
