import type { Bilingual } from '../domain/language.ts';

/** The campaign file that `relief init` writes: valid as it is, every line there to be replaced. */
export const STARTER: Bilingual = {
  zh: `# 活动文件：对照通知填写。金额、数量、标准照文件原样写（约600人、7000余人、33万元、200-500元/户）。
# 文件没有写的就不填，不要编：空缺表示“不明”，不等于零。
# 改好后运行：relief budget campaign.yaml

relief: 1
id: example-2026                       # 编号：字母、汉字、数字、连字符
title: 2026年元旦春节期间帮困送温暖活动
issuer: 某区民政局
document: 某民〔2025〕1号               # 文号
issued: 2025-12-20                     # 发文日期；春节在哪一年由此推定，也可以写 year: 2026

stated: {reach: 约3600人次, amount: 约143万元}   # 文件写明的总数；分项就是全部的，加 itemised: all，差一分也算不符

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

# ── 以下按需要写：去掉行首的“# ”。全部写法见 docs/campaign.md ──
#       - name: 困难职工一次性补助          # 不写 id，就用名称引用；两处同名的写“部门/项目”
#         to: 困难职工
#         status: planned                 # planned 计划、expected 预计、actual 实际
#         reach: {total: 18名, parts: [5名, 13名]}   # 总数和它的各部分；几部分相加的写成 [5名, 13名]
#         standard: {joint: true, tiers: [{funder: 国家, rate: 每人150元}, {funder: 省, rate: 每人55元}]}   # 几方叠加
#         funds: [{fund: district, amount: 3690元}]
#         eligible: {asOf: 2025-12-31, age: 18+, roster: low-income-roster, note: 以民政部门认定的为准}
#       - name: 其中：春节补贴
#         of: 困难职工一次性补助            # 其中：是哪一项的一部分，只列示，不加总
#         reach: 5名
#         standard: 每人每月20元
#         months: 3                       # 按月发的发几个月；也可以写 duration: 90天
#       - name: 捐赠棉被
#         form: goods
#         goods: [{item: 棉被, quantity: 400床, value: 120元/床}]
#         procurement: 某采〔2025〕12号     # 政府采购的文号
#         overlaps: true                  # 与别的数字交叉：列在括号里，不加总
#       - {name: 去年同期, reach: 580人, counts: false}   # 往年数字，不计入
#       - {name: 特困供养, reach: 20人, standard: 低保标准的50%}
#
# type: notice                            # notice 通知、plan 方案、opinion 意见、report 报道
# region: 某市某区
# note: 填表说明
# bases: {低保标准: 每人每月1510元}          # 按比例的标准所说的基数
# categories: {困难群众: [低保家庭, 特困人员]}   # 哪个类别包含哪些
# delivery:
#   - {form: cash, through: bank, except: visit}
#   - {form: goods, through: procurement}
# deadlines:
#   - {name: 资金发放到位, until: 春节前, kind: payout, binding: hard}
# roles:
#   - {name: 区民政局, duty: 牵头汇总}
# lists:                                  # 发放名单；batch 是哪一批，paid 是已经发出去的
#   - {file: 名单/低保.xlsx, department: 民政部门, measure: low-income, batch: 第一批}
#   - {file: 名单/优抚*.csv, measure: 重点优抚对象节日补助, paid: 2026年1月20日, columns: {发放数: amount}}
# rosters:                                # 名册：谁在册，谁不能领
#   - {id: low-income-roster, file: 名册/低保.csv, measures: low-income, asOf: 2025-12-31}
#   - {id: deceased, file: 名册/死亡.csv, blocked: 已去世}
# returns:                                # 银行回盘
#   - {file: 回盘/低保.csv, measure: low-income, mode: incremental, complete: true}
# banks: [{name: 示范农商行, match: 农商, maxRows: 2000}]   # 代发银行，见 docs/pay.md
# outcomes: {paid: [代发完成], failed: [E01]}   # 银行自己的写法怎么算
# overlap: {allow: [[entitled, low-income]], departments: 3, person: 5000元, household: 8000元}
# sharing: {phones: 68880000, accounts: 福利院, agents: 王主任}   # 可以多人共用的
# publish: {by: committee, names: masked, phone: 021-59720000, words: {大病救助金: 困难救助金}}   # 公示怎么写
# parts: [街道/campaign.yaml]              # 下级活动的文件
# rules: {id-area-unknown: off, shared-phone: hint}   # 规则的轻重：off、hint、warning、error
# exceptions:                             # 已核实的疑点
#   - {rule: shared-account, finding: 0123456789abcdef, reason: 监护人代领，已核实, until: 2026-02-28}
`,
  en: `# A campaign file: fill it in beside the notice. Write amounts, counts and standards as the notice prints them
# (约600人, 7000余人, 33万元, 200-500元/户). Leave out what it does not say: missing means unknown, which is not zero.
# Then run: relief budget campaign.yaml

relief: 1
id: example-2026                       # letters, Chinese characters, digits, hyphens
title: 2026年元旦春节期间帮困送温暖活动
issuer: 某区民政局
document: 某民〔2025〕1号               # the document's number
issued: 2025-12-20                     # tells which year's Spring Festival is meant; or say year: 2026

stated: {reach: 约3600人次, amount: 约143万元}   # the totals the notice states; add itemised: all where its items are the whole

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

# ── what follows is optional: take the “# ” away. All keys: docs/campaign.md ──
#       - name: 困难职工一次性补助          # without an id its name refers to it; 部门/项目 where two have that name
#         to: 困难职工
#         status: planned                 # planned, expected or actual
#         reach: {total: 18名, parts: [5名, 13名]}   # a total and its parts; [5名, 13名] are added up
#         standard: {joint: true, tiers: [{funder: 国家, rate: 每人150元}, {funder: 省, rate: 每人55元}]}   # funders that each give their part
#         funds: [{fund: district, amount: 3690元}]
#         eligible: {asOf: 2025-12-31, age: 18+, roster: low-income-roster, note: 以民政部门认定的为准}
#       - name: 其中：春节补贴
#         of: 困难职工一次性补助            # a part of that measure: shown, and not added
#         reach: 5名
#         standard: 每人每月20元
#         months: 3                       # how many months; or duration: 90天
#       - name: 捐赠棉被
#         form: goods
#         goods: [{item: 棉被, quantity: 400床, value: 120元/床}]
#         procurement: 某采〔2025〕12号     # the number of the procurement
#         overlaps: true                  # overlaps other figures: in brackets, not added
#       - {name: 去年同期, reach: 580人, counts: false}   # a former year: not counted
#       - {name: 特困供养, reach: 20人, standard: 低保标准的50%}
#
# type: notice                            # notice, plan, opinion or report
# region: 某市某区
# note: 填表说明
# bases: {低保标准: 每人每月1510元}          # what a share is a share of
# categories: {困难群众: [低保家庭, 特困人员]}   # which category holds which
# delivery:
#   - {form: cash, through: bank, except: visit}
#   - {form: goods, through: procurement}
# deadlines:
#   - {name: 资金发放到位, until: 春节前, kind: payout, binding: hard}
# roles:
#   - {name: 区民政局, duty: 牵头汇总}
# lists:                                  # lists of payouts; batch tells them apart, paid means the money has left
#   - {file: 名单/低保.xlsx, department: 民政部门, measure: low-income, batch: 第一批}
#   - {file: 名单/优抚*.csv, measure: 重点优抚对象节日补助, paid: 2026年1月20日, columns: {发放数: amount}}
# rosters:                                # rosters: who is on them, who must not be paid
#   - {id: low-income-roster, file: 名册/低保.csv, measures: low-income, asOf: 2025-12-31}
#   - {id: deceased, file: 名册/死亡.csv, blocked: 已去世}
# returns:                                # bank returns
#   - {file: 回盘/低保.csv, measure: low-income, mode: incremental, complete: true}
# banks: [{name: 示范农商行, match: 农商, maxRows: 2000}]   # the banks that pay: docs/pay.md
# outcomes: {paid: [代发完成], failed: [E01]}   # what the bank’s own words mean
# overlap: {allow: [[entitled, low-income]], departments: 3, person: 5000元, household: 8000元}
# sharing: {phones: 68880000, accounts: 福利院, agents: 王主任}   # what several may share
# publish: {by: committee, names: masked, phone: 021-59720000, words: {大病救助金: 困难救助金}}   # how notices are published
# parts: [街道/campaign.yaml]              # files of the campaigns below
# rules: {id-area-unknown: off, shared-phone: hint}   # off, hint, warning or error
# exceptions:                             # findings that were looked into
#   - {rule: shared-account, finding: 0123456789abcdef, reason: 监护人代领，已核实, until: 2026-02-28}
`,
};
