import { grouped, wanYuan } from '../../domain/money.ts';
import type { TotalCheck } from '../../totals/budget/adding-up.ts';
import { defineRule } from '../rule.ts';
import { exceededPeople, statedTotals } from './stated-totals.ts';

const CONTRADICTED: readonly TotalCheck[] = ['contradicted'];

/** A stated whole that its items exceed, or fall short of although all of them are known. */
export default defineRule<{
  whole: string | null;
  figure: 'amount' | 'reach' | 'people' | 'departments';
  stated: string;
  items: string;
  difference: string;
}>({
  id: 'total-contradicts-items',
  severity: 'error',
  documentation: {
    zh: {
      title: '总数与分项不符',
      what: '文件（或某个部门）写明的总金额、总人次，少于各分项之和；或文件说分项就是全部（itemised: all），各分项全部有数、且都不是“余”“多”“以上”，却凑不到总数。人数、户数少于各项之和的，可能是同一些人，只作提示。stated: 写了 departments: 几个部门的，多于它是错误，少于它是提示。',
      why: '总数是上报和批款的依据。分项比总数多，必有一处写错；总数的“约”只能解释它自己末位有效数字的一半。',
      example: '总额约3301.93万元，分项相加3302.03万元。',
      mend: '逐项核对金额与转录；分项确实交叉重复的，标 overlaps: true；属于往年数字的，标 counts: false。',
    },
    en: {
      title: 'Total contradicts items',
      what: 'A stated total (of the document or of a department) is less than its items add up to; or its items are said to be all (itemised: all), every one is known, none is 余/多/以上, and they do not reach it. People or households fewer than the items have together may be the same ones: a hint. More departments than the document says (departments:) is an error, fewer a hint.',
      why: 'The total is what is reported and funded. Items above it mean that a figure is wrong; a total’s own 约 covers half a unit of its last significant digit, no more.',
      example: 'Total 约3301.93万元, items 3302.03万元.',
      mend: 'Compare each amount with the document. Mark items that overlap with overlaps: true, figures of earlier years with counts: false.',
    },
  },
  message: {
    zh: ({ whole, figure, stated, items, difference }) =>
      figure === 'departments'
        ? `文件说有${stated}个部门，这里有${items}个`
        : `${whole ?? '总'}${figure === 'amount' ? '金额' : '覆盖'}：文件写${stated}，分项相加${items}，相差${difference}${figure === 'people' ? '，可能有同一些人' : ''}`,
    en: ({ whole, figure, stated, items, difference }) =>
      figure === 'departments'
        ? `the document says ${stated} departments, there are ${items} here`
        : `${whole ?? 'Total'} ${figure === 'people' ? 'reach' : figure}: the document says ${stated}, the items add up to ${items}; difference ${difference}${figure === 'people' ? '; some may be the same ones' : ''}`,
  },
  *find(budget) {
    for (const total of statedTotals(budget, CONTRADICTED)) {
      const { whole, figure, stated, items, at } = total;
      const difference = items > stated.value ? items - stated.value : stated.value - items;
      const print = (value: bigint) => (figure === 'amount' ? `${wanYuan(value)}万元` : grouped(value.toString()));
      yield {
        data: { whole, figure, stated: stated.text, items: print(items), difference: print(difference) },
        at: [at],
        amount: figure === 'amount' ? difference : null,
      };
    }
    for (const { whole, stated, items, at } of exceededPeople(budget)) {
      const [printed, difference] = [items, items - stated.value].map((value) => grouped(value.toString()));
      yield {
        data: { whole, figure: 'people', stated: stated.text, items: printed ?? '', difference: difference ?? '' },
        at: [at],
        severity: 'hint',
      };
    }
    const said = budget.campaign.stated?.departments;
    const here = budget.campaign.departments.length;
    if (said !== undefined && said !== here)
      yield {
        data: {
          whole: null,
          figure: 'departments',
          stated: String(said),
          items: String(here),
          difference: String(Math.abs(said - here)),
        },
        at: [['stated', 'departments']],
        ...(here < said ? { severity: 'hint' as const } : {}),
      };
  },
});
