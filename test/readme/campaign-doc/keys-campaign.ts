import { NOTE, type Section, SOURCE } from './section.ts';

/** The campaign as a whole. */
export const CAMPAIGN: readonly Section[] = [
  {
    title: 'The campaign',
    says: 'The keys at the top. `relief`, `id`, `title` and `departments` have to be there, the others may be.',
    tables: [
      {
        at: [''],
        keys: {
          relief: { means: 'the version of the format', example: 'relief: 1' },
          id: { means: 'a short name, which reports and JSON give', example: ['id: putuo-2017', 'id: 普陀-2017'] },
          title: { means: 'what the campaign is called', example: 'title: 2017年元旦春节期间帮困送温暖活动' },
          type: { means: 'what kind of document it is', example: ['type: notice', 'type: 通知'] },
          issuer: { means: 'who issued it', example: 'issuer: 普陀区民政局' },
          document: { means: 'its number (文号)', example: 'document: 普民【2016】51号' },
          region: {
            means: 'the place; departments are recognised without it, 民政局 for 普陀区民政局',
            example: 'region: 上海市普陀区',
          },
          issued: {
            means:
              'the day it was issued, with its year. It tells the season: a notice of January to March is about that year’s Spring Festival, any other about the next year’s',
            example: ['issued: 2016-12-28', 'issued: 2016年12月28日'],
          },
          year: {
            means: 'the year that the Spring Festival falls in, 1950 to 2100, where `issued` does not tell it',
            example: 'year: 2017',
          },
          stated: {
            means: 'the totals that the document states',
            example: 'stated: {reach: 约8.5万人次, amount: 约3302.03万元}',
          },
          funds: { means: 'where the money comes from', example: 'funds: [{id: district, name: 区财政}]' },
          categories: {
            means: 'which category of people contains which, for `to`, `earmark` and the rules',
            example: 'categories: {孤残儿童: [散居孤儿, 残疾儿童]}',
          },
          bases: {
            means: 'the sums that a standard may be a share of (低保标准的50%)',
            example: 'bases: {低保标准: 每人每月1510元}',
          },
          delivery: { means: 'how each form is handed over', example: 'delivery: [{form: cash, through: bank}]' },
          stages: { means: 'the stages of the campaign', example: 'stages: [{name: 动员部署, until: 2016年12月底前}]' },
          deadlines: {
            means: 'what has to be done by when',
            example: 'deadlines: [{name: 资金发放到位, until: 春节前}]',
          },
          roles: { means: 'who does what', example: 'roles: [{name: 区民政局, duty: 牵头汇总}]' },
          departments: { means: 'who gives, and what', example: 'departments: [{name: 民政部门}]' },
          overlap: { means: 'what one person may get together', example: 'overlap: {departments: 2}' },
          sharing: {
            means: 'accounts, telephones and agents that may be shared',
            example: 'sharing: {agents: 王主任}',
          },
          publish: {
            means: 'how public notices are written, see [docs/publish.md](publish.md)',
            example: 'publish: {by: committee, phone: 021-59720000}',
          },
          parts: {
            means:
              'campaign files of the level below, streets’ for a district: of a measure with the same id or name a part has a share, which is never added; any other is its own',
            example: ['parts: 街道/campaign.yaml', 'parts: [甘泉/campaign.yaml, 长寿/campaign.yaml]'],
          },
          lists: { means: 'the lists of recipients', example: 'lists: [{file: 名单/*.xlsx}]' },
          rosters: {
            means: 'who is to be reached, or must not be paid',
            example: 'rosters: [{id: low-income, file: 名册/低保.csv}]',
          },
          returns: { means: 'what the bank says it did', example: 'returns: [{file: 回盘/*.csv}]' },
          banks: {
            means: 'the banks that pay, and what their files look like ([pay.md](pay.md))',
            example: 'banks: [{name: 示范农商行, match: ["9900", 农商], maxRows: 2000}]',
          },
          outcomes: { means: 'what the bank’s own words for that mean', example: 'outcomes: {paid: [代发完成]}' },
          rules: { means: 'how severe a rule is here', example: 'rules: {shared-phone: hint}' },
          exceptions: {
            means: 'findings that somebody has looked into',
            example:
              'exceptions: [{rule: shared-account, finding: 0123456789abcdef, reason: 监护人代领, until: 2026-02-28}]',
          },
          note: { means: 'a remark on the whole', example: 'note: 填表说明' },
        },
      },
    ],
  },
  {
    title: 'Stated totals',
    says: '`stated:` of the campaign, or of a department: what the document says of the whole. It is set against the measures ([Parts and totals](#parts-and-totals)).',
    tables: [
      {
        at: ['stated', 'departments.stated'],
        keys: {
          reach: { means: 'how many, with the unit', example: ['reach: 约8.5万人次', 'reach: 1355户9980人'] },
          amount: { means: 'how much money', example: 'amount: 约3302.03万元' },
          itemised: {
            means: '`all`: the measures below are the whole, so that it is an error if they do not reach the total',
            example: 'itemised: all',
          },
          departments: { means: 'how many departments it speaks of', example: 'departments: 14' },
          status: { means: 'what the figures are', example: ['status: actual', 'status: 预计'] },
          source: SOURCE,
          note: NOTE,
        },
      },
    ],
  },
  {
    title: 'Funds',
    tables: [
      {
        at: ['funds'],
        needs: 'name: 区财政',
        keys: {
          id: { means: 'what measures call it by; left out, its name does', example: 'id: district' },
          name: { means: 'what the document calls it', example: 'name: 区财政' },
          ceiling: { means: 'the most that it may pay', example: 'ceiling: 2500万元' },
          income: { means: 'what it has got: donations, allotments', example: 'income: 约9万元' },
          earmark: {
            means:
              '专款专用: `true` for this campaign, or the measures (by id) and categories that alone it may be spent on',
            example: ['earmark: true', 'earmark: [困难家庭, charity-family]'],
          },
          source: SOURCE,
          note: NOTE,
        },
      },
    ],
  },
  {
    title: 'Departments',
    tables: [
      {
        at: ['departments'],
        needs: 'name: 民政部门',
        keys: {
          name: { means: 'as the document has it', example: 'name: 民政部门' },
          kind: {
            means:
              'a department (条), or a street or town (块); two streets that give to the same category give to different people',
            example: ['kind: department', 'kind: 街镇'],
          },
          aliases: {
            means:
              'other names of it, as lists have them. A name that differs only in the place before it, or in 局 or 部门 behind it, needs none unless two departments would then have it',
            example: 'aliases: [区救助所, 救助事务中心]',
          },
          stated: { means: 'what the document states of it as a whole', example: 'stated: {amount: 2222.23万元}' },
          measures: { means: 'what it gives', example: 'measures: [{name: 节日补助, standard: 550元/人}]' },
          source: SOURCE,
          note: NOTE,
        },
      },
    ],
  },
];
