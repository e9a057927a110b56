import { NOTE, type Section, SOURCE } from './section.ts';

/** How and when a campaign is carried out. */
export const PLAN: readonly Section[] = [
  {
    title: 'Delivery and roles',
    says: 'What a measure says under its own `delivery` goes before a rule of `delivery:`; but goods that are to be procured are, however they are handed over, unless that is under `except`.',
    tables: [
      {
        at: ['delivery'],
        needs: 'form: cash\nthrough: bank',
        keys: {
          form: { means: 'what is given', example: ['form: cash', 'form: 实物'] },
          through: { means: 'how', example: ['through: bank', 'through: 政府采购'] },
          except: {
            means: 'what is handed over in these ways is free of the rule',
            example: ['except: visit', 'except: [visit, hand]'],
          },
          source: SOURCE,
          note: NOTE,
        },
      },
      {
        at: ['roles'],
        needs: 'name: 区民政局\nduty: 牵头汇总',
        keys: {
          name: { means: 'who', example: 'name: 各街道（镇）' },
          duty: { means: 'does what', example: 'duty: 及时报送帮困工作信息和相关数据' },
          source: SOURCE,
        },
      },
    ],
  },
  {
    title: 'Stages, tasks and deadlines',
    says: 'Payouts are late after the last of the `deadlines` of kind payout or visit; where there is none, after the last of the stages of that kind. `relief status` shows where all of it stands on a day. Of its phrase `from` takes the first day, `until` the last, `when` and `on` both.',
    tables: [
      {
        at: ['stages'],
        needs: 'name: 分步实施',
        keys: {
          name: { means: 'what it is called', example: 'name: 全面启动、分步实施' },
          when: {
            means: 'from when until when, in one phrase',
            example: ['when: 2017年1月中上旬', 'when: 1月25日起', 'when: 即日起至春节前'],
          },
          from: { means: 'its first day', example: ['from: 2026-01-01', 'from: 12月下旬'] },
          until: { means: 'its last day', example: ['until: 2016年12月底前', 'until: 春节前'] },
          kind: { means: 'what is done in it', example: ['kind: payout', 'kind: [payout, visit]'] },
          binding: {
            means: 'whether its end is insisted on, or meant 原则上',
            example: ['binding: hard', 'binding: 原则上'],
          },
          tasks: { means: 'what is to be done in it', example: 'tasks: [{name: 召开动员大会, until: 2016年12月底前}]' },
          source: SOURCE,
          note: NOTE,
        },
      },
      {
        at: ['stages.tasks'],
        needs: 'name: 汇总统计',
        keys: {
          name: { means: 'what is to be done', example: 'name: 汇总统计和工作总结' },
          owner: { means: 'by whom', example: ['owner: 区民政局', 'owner: [各部门, 各街道（镇）]'] },
          on: { means: 'on which day, or from when until when', example: ['on: 春节前夕', 'on: 2017年1月'] },
          from: { means: 'its first day', example: 'from: 2017-01-05' },
          until: { means: 'its last day', example: 'until: 2017年2月9日前' },
          kind: { means: 'what it is', example: 'kind: report' },
          binding: { means: 'as of a stage', example: 'binding: hard' },
          source: SOURCE,
          note: NOTE,
        },
      },
      {
        at: ['deadlines'],
        needs: 'name: 资金发放到位\nuntil: 春节前',
        keys: {
          name: { means: 'what is to be done', example: 'name: 帮困款物发放到困难对象手中' },
          until: { means: 'by when', example: ['until: 2025年1月28日之前', 'until: 腊月二十三前'] },
          kind: { means: 'what it is', example: 'kind: payout' },
          binding: {
            means: 'as of a stage; a payout after a soft one is a hint, not an error',
            example: 'binding: soft',
          },
          source: SOURCE,
          note: NOTE,
        },
      },
    ],
  },
];
