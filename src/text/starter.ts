import type { Bilingual } from '../domain/language.ts';

/** The campaign file that `relief init` writes: valid as it is, every line there to be replaced. */
export const STARTER: Bilingual = {
  zh: `# 活动文件：对照通知填写。金额、数量、标准照文件原样写（约600人、7000余人、33万元、200-500元/户）。
# 文件没有写的就不填，不要编：空缺表示“不明”，不等于零。
# 改好后运行：relief budget campaign.yaml

relief: 1
id: example-2026                       # 编号：小写字母、数字、连字符
title: 2026年元旦春节期间帮困送温暖活动
issuer: 某区民政局
document: 某民〔2025〕1号               # 文号
issued: 2025-12-20                     # 发文日期；春节在哪一年由此推定，也可以写 year: 2026

stated: {reach: 约3600人次, amount: 约143万元}   # 文件写明的总数；分项加起来对不对，由 relief 核对

stages:
  - {name: 动员部署, until: 2025年12月底前, kind: prepare}
  - {name: 分步实施, from: 2026-01-01, until: 春节前, kind: payout}   # “春节前”按当年农历换算
  - {name: 统计汇总, until: 2026年2月底前, kind: report}

funds:                                 # 资金来源；ceiling 是上限，earmark 是专款专用的范围
  - {id: district, name: 区财政, ceiling: 150万元}
  - {id: charity, name: 慈善捐款, earmark: [困难家庭]}

departments:
  - name: 民政部门
    measures:
      - id: entitled                   # 编号供 excludes 等处引用
        name: 重点优抚对象节日补助
        to: 重点优抚对象                # 对象；几类写成列表 [低保家庭, 特困人员]
        form: cash                     # cash 现金、goods 实物、service 服务；兼有的写成 [cash, goods]
        reach: 约600人
        standard: 550元/人
        amount: 33万元                 # 文件写明的金额；没有写的，由数量 × 标准测算
        funds: district
        source: 三、1（1）             # 出处：文件哪一节
      - id: low-income
        name: 低保家庭节日补助
        to: 低保家庭
        form: cash
        reach: 约2000户
        standard:                      # 分档：按户内人数（household）、年龄（age）、类别（category）、出资方（funder）
          tiers:
            - {household: 1, rate: 300元/户}
            - {household: 2+, rate: 400元/户}
        amount: 约70万元
        excludes: [entitled]           # 不含已领“重点优抚对象节日补助”的人
        funds: district
        source: 三、1（2）

  - name: 区慈善基金会
    measures:
      - id: charity-family
        name: 万人捐、帮万家
        to: 困难家庭
        form: cash
        reach: 1000户
        standard: 200-600元/户
        amount: 约40万元
        funds: charity
        source: 三、2

  - name: 区总工会
    measures:
      - id: union-visit
        name: 走访慰问困难职工
        to: 困难职工
        form: [cash, goods]
        delivery: visit                # bank 社会化发放、procurement 政府采购、visit 走访、hand 当面
        source: 三、3                  # 文件没有写数字：照实空缺，relief 会提示
`,
  en: `# A campaign file: fill it in beside the notice. Write amounts, counts and standards as the notice prints them
# (约600人, 7000余人, 33万元, 200-500元/户). Leave out what it does not say: missing means unknown, which is not zero.
# Then run: relief budget campaign.yaml

relief: 1
id: example-2026                       # small letters, digits and hyphens
title: 2026年元旦春节期间帮困送温暖活动
issuer: 某区民政局
document: 某民〔2025〕1号               # the document's number
issued: 2025-12-20                     # tells which year's Spring Festival is meant; or say year: 2026

stated: {reach: 约3600人次, amount: 约143万元}   # the totals the notice states; relief checks them against the items

stages:
  - {name: 动员部署, until: 2025年12月底前, kind: prepare}
  - {name: 分步实施, from: 2026-01-01, until: 春节前, kind: payout}   # 春节前 is worked out by the Chinese calendar
  - {name: 统计汇总, until: 2026年2月底前, kind: report}

funds:                                 # ceiling: the most it may pay; earmark: all that it may be spent on
  - {id: district, name: 区财政, ceiling: 150万元}
  - {id: charity, name: 慈善捐款, earmark: [困难家庭]}

departments:
  - name: 民政部门
    measures:
      - id: entitled                   # a name for excludes and the like to refer to
        name: 重点优抚对象节日补助
        to: 重点优抚对象                # whom; several as a list [低保家庭, 特困人员]
        form: cash                     # cash, goods or service; a mixture as [cash, goods]
        reach: 约600人
        standard: 550元/人
        amount: 33万元                 # as stated; where it is not, count × standard is used
        funds: district
        source: 三、1（1）             # where the notice says so
      - id: low-income
        name: 低保家庭节日补助
        to: 低保家庭
        form: cash
        reach: 约2000户
        standard:                      # tiers: by household, age, category or funder
          tiers:
            - {household: 1, rate: 300元/户}
            - {household: 2+, rate: 400元/户}
        amount: 约70万元
        excludes: [entitled]           # without those who get that one
        funds: district
        source: 三、1（2）

  - name: 区慈善基金会
    measures:
      - id: charity-family
        name: 万人捐、帮万家
        to: 困难家庭
        form: cash
        reach: 1000户
        standard: 200-600元/户
        amount: 约40万元
        funds: charity
        source: 三、2

  - name: 区总工会
    measures:
      - id: union-visit
        name: 走访慰问困难职工
        to: 困难职工
        form: [cash, goods]
        delivery: visit                # bank, procurement, visit or hand
        source: 三、3                  # no figure in the notice: left out, and relief says so
`,
};
