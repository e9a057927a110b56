import type { Section } from './section.ts';

/** The files that belong to a campaign, and what is held of them. */
export const FILES: readonly Section[] = [
  {
    title: 'Lists',
    says: 'Files are looked for from the campaign’s own folder. What a list may look like is in [lists.md](lists.md).',
    tables: [
      {
        at: ['lists'],
        needs: 'file: 名单.csv',
        keys: {
          file: { means: 'the file, or a pattern', example: ['file: 名单/低保.xlsx', 'file: 名单/*.csv'] },
          sheet: { means: 'the sheet; left out, every visible one that has a list', example: 'sheet: 发放名单' },
          department: { means: 'whose list it is, where it does not say', example: 'department: 民政部门' },
          measure: {
            means: 'which measure it is of: id, name or 部门/项目',
            example: ['measure: low-income', 'measure: 民政部门/节日补助'],
          },
          batch: { means: 'which batch; lists that name none are one', example: 'batch: 第一批' },
          paid: {
            means: 'the money has left, and when: its rows are counted, and never taken out',
            example: ['paid: true', 'paid: 2026年1月20日'],
          },
          columns: {
            means: 'by title: the field that a column is ([lists.md](lists.md#headers-and-fields)), or `ignore`',
            example: 'columns: {发放数: amount, 备用: ignore}',
          },
          'columns.measure': {
            means: 'the measure that a column holds the amounts of',
            example: 'columns: {节日: {measure: jieri}, 医疗: {measure: yiliao}}',
          },
        },
      },
    ],
  },
  {
    title: 'Rosters',
    says: 'Who is to be reached or, with `blocked`, must not be paid. Everybody on a roster is to get each of its `measures`; of a roster without, anything.',
    tables: [
      {
        at: ['rosters'],
        needs: 'id: low-income\nfile: 名册.csv',
        keys: {
          id: { means: 'what `eligible: {roster: …}` calls it by', example: 'id: low-income-roster' },
          file: { means: 'the file', example: 'file: 名册/低保.csv' },
          sheet: { means: 'the sheet; as of a list', example: 'sheet: 在册' },
          columns: { means: 'by title: the field that a column is', example: 'columns: {对象: name}' },
          name: { means: 'what reports call it; left out, its id', example: 'name: 低保在册人员' },
          measures: {
            means: 'what its people are to get',
            example: ['measures: low-income', 'measures: [low-income, special]'],
          },
          blocked: {
            means:
              'why its people must not be paid. Where it says that they have died, `dedupe` takes their payouts out',
            example: ['blocked: 已去世', 'blocked: 财政供养人员'],
          },
          asOf: { means: 'the day whose state it shows', example: 'asOf: 2026-01-10' },
        },
      },
    ],
  },
  {
    title: 'Bank returns',
    says: 'Returns are read in the order in which they stand here; what the bank calls its outcomes may need `outcomes:`.',
    tables: [
      {
        at: ['returns'],
        needs: 'file: 回盘.csv',
        keys: {
          file: { means: 'the file, or a pattern', example: ['file: 回盘/低保.csv', 'file: 回盘/*.csv'] },
          sheet: { means: 'the sheet; as of a list', example: 'sheet: 明细' },
          columns: { means: 'by title: the field that a column is', example: 'columns: {处理: result}' },
          mode: {
            means:
              '`incremental`: each has new transactions only; `cumulative`: each tells everything, the last counts',
            example: ['mode: incremental', 'mode: 累计'],
          },
          complete: {
            means: '`true`: no more will come, so that what is in none was not paid',
            example: 'complete: true',
          },
          department: { means: 'it speaks of this department’s payouts alone', example: 'department: 民政部门' },
          measure: { means: 'of this measure’s alone', example: 'measure: low-income' },
          batch: { means: 'of this batch of the lists alone', example: 'batch: 第一批' },
        },
      },
      {
        at: ['outcomes'],
        keys: {
          paid: { means: 'what the bank writes for: paid', example: ['paid: 代发完成', 'paid: [代发完成, S00]'] },
          failed: { means: 'for: not paid', example: 'failed: [E01, E02]' },
          reversed: { means: 'for: paid, and come back', example: 'reversed: 冲正' },
          pending: { means: 'for: not known yet', example: 'pending: 待核' },
        },
      },
    ],
  },
  {
    title: 'Banks',
    says: 'What `relief pay` writes for each bank; [pay.md](pay.md) has the fields and how they are written.',
    tables: [
      {
        at: ['banks'],
        needs: 'name: 示范农商行',
        keys: {
          name: { means: 'what the bank is called', example: 'name: 示范农商行' },
          match: {
            means: 'which accounts are its: how they begin, or words of the bank’s name; left out, all the rest',
            example: ['match: 农商', 'match: ["6228", 农业银行]'],
          },
          template: {
            means: 'the bank’s own workbook (.xlsx), filled below its titles',
            example: 'template: 模板/代发.xlsx\ncolumns: {账号: 账号, 户名: 户名, 金额: 金额}',
          },
          sheet: { means: 'the sheet of it; left out, the first that has the titles', example: 'sheet: 明细' },
          columns: {
            means: 'by title: what stands there, a field or a text with fields in braces',
            example: 'columns: {收款账号: 账号, 户名: 户名, 金额: "{金额:分}", 附言: "春节补助 {代发编号}"}',
          },
          head: {
            means: 'lines before the payments, in a file of text or CSV',
            example: 'head: "{总笔数},{总金额}"\nrow: "{账号},{户名},{金额}"',
          },
          row: {
            means: 'the line of each payment: then the file is text',
            example: 'row: "{账号:<20}{户名:<30}{金额:分:012}"',
          },
          foot: { means: 'lines after them', example: 'foot: END\nrow: "{账号},{户名},{金额}"' },
          format: { means: '`xlsx` or `csv`, where there is neither a template nor `row`', example: 'format: csv' },
          file: { means: 'what the file is called', example: 'file: "DF{日期}_{总笔数:06}.txt"' },
          maxRows: { means: 'how many payments go in one file', example: 'maxRows: 2000' },
          encoding: {
            means: 'of text and CSV: `utf-8`, `gbk` or `gb18030`; left out, `gb18030`',
            example: ['encoding: gbk', 'encoding: utf-8'],
          },
          note: { means: 'a remark', example: 'note: 农商行柜面2026年1月给的格式' },
        },
      },
    ],
  },
  {
    title: 'Overlap and sharing',
    tables: [
      {
        at: ['overlap'],
        keys: {
          allow: {
            means: 'measures that one person may get together, a list each',
            example: 'allow: [[entitled, disabled-visit], [low-income, charity-family]]',
          },
          departments: { means: 'by how many departments one person may be helped', example: 'departments: 3' },
          person: { means: 'the most that one person may get in all', example: 'person: 5000元' },
          household: { means: 'the most that one household may get in all', example: 'household: 8000元' },
          note: { means: 'a remark', example: 'note: 按区联席会议纪要' },
        },
      },
      {
        at: ['sharing'],
        keys: {
          accounts: {
            means: 'accounts, or their holders, that take several people’s money; digits need no quotes',
            example: ['accounts: 福利院', 'accounts: [福利院, 6222000012345678]'],
          },
          phones: { means: 'telephones of several households: a committee’s', example: 'phones: 021-68880000' },
          agents: { means: 'who may collect for several households', example: 'agents: [王主任, 李主任]' },
          note: { means: 'a remark', example: 'note: 福利院为集中供养人员代管' },
        },
      },
    ],
  },
  {
    title: 'Public notices',
    tables: [
      {
        at: ['publish'],
        keys: {
          by: { means: 'what has a notice of its own', example: ['by: committee', 'by: 项目'] },
          names: {
            means: 'whole names, or 张*三; of minors and the ill the surname alone, whatever is said here',
            example: ['names: full', 'names: 隐名'],
          },
          unit: { means: 'who publishes; the issuer where nothing is said', example: 'unit: 示范区民政局' },
          phone: { means: 'where to object: the telephone of an office', example: 'phone: 021-59720000' },
          days: { means: 'how long a notice hangs; 7 days where nothing is said', example: 'days: 5' },
          words: {
            means: 'what is called something else in public, before the words that relief changes by itself',
            example: 'words: {大病救助金: 困难救助金, 晨曦计划: 助学}',
          },
        },
      },
    ],
  },
  {
    title: 'Rules and exceptions',
    says: 'The rules are what `relief explain` lists. `rules:` gives each its severity here: `off`, `hint`, `warning` or `error`.',
    tables: [
      {
        at: ['exceptions'],
        needs: 'rule: shared-account\nfinding: 0123456789abcdef\nreason: 监护人代领\nuntil: 2026-02-28',
        keys: {
          rule: { means: 'whose finding it is', example: 'rule: shared-account' },
          finding: { means: 'its fingerprint, from `--format json`', example: 'finding: 0123456789abcdef' },
          reason: { means: 'what was found out', example: 'reason: 监护人代领，已核实' },
          until: { means: 'the last day that it holds; after that the finding is back', example: 'until: 2026-02-28' },
        },
      },
    ],
  },
];
