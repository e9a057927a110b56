import { defineRowRule } from './row-rule.ts';

const REASONS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'too-many-cells': {
    zh: '单元格比表头多，内容错了位：多半是格内有逗号而没有加引号',
    en: 'more cells than the header has, so they are shifted: probably a comma inside a cell that is not in quotes',
  },
  'cell-too-long': {
    zh: '有一格比任何表格软件的单元格都长：多半是引号没有成对',
    en: 'a cell longer than any spreadsheet allows: probably a quotation mark that is never closed',
  },
  'unread-header': {
    zh: '上面另有一个表头，列与第一个表头不同，又读不懂：请把这张表单独存成一份名单',
    en: 'below another header whose columns differ from the first and can’t be read: save this table as a list of its own',
  },
  'no-person': {
    zh: '有内容而没有姓名和身份证号：可能是没有写“合计”的合计行',
    en: 'filled in without a name or an ID number: perhaps a total that does not say so',
  },
};

/** A row that can't be counted as a payout, and that nothing explains either. */
export default defineRowRule<{ reason: string }>({
  id: 'row-rejected',
  severity: 'error',
  documentation: {
    zh: {
      title: '这一行读不成发放记录',
      what: '这一行既不是表头、合计、签字一类，也读不成一笔发放：单元格比表头多、某一格长得不像话、在另一个读不懂的表头下面，或有金额而没有姓名和身份证号。',
      why: '这样的行不算任何人、不计任何金额；要是真有人领，合计就少了。不猜，也不悄悄丢掉。',
      example: '备注里写了“已核实,可发”，逗号没有加引号，这一行就多出一格。',
      mend: '格内有逗号的，用英文双引号括起来（用表格软件另存会自动加）；合计行在第一格写“合计”；漏了姓名和身份证号的补上。',
    },
    en: {
      title: 'Row can’t be read as a payout',
      what: 'The row is not a header, total or signature line, yet can’t be read as a payout: more cells than the header, a cell of impossible length, a place below another header that can’t be read, or money without a name and an ID number.',
      why: 'Such a row counts for nobody and adds no money; if somebody was paid, the totals are short. Nothing is guessed and nothing is dropped in silence.',
      example: 'A remark “verified, pay” whose comma is not in quotes makes one cell too many.',
      mend: 'Put cells that hold a comma in double quotes (saving from a spreadsheet does it); write 合计 in the first cell of a total; fill in the missing name and ID number.',
    },
  },
  message: {
    zh: ({ reason }) => REASONS[reason]?.zh ?? reason,
    en: ({ reason }) => REASONS[reason]?.en ?? reason,
  },
  needs: [],
  find: () => {
    const reasons = Object.keys(REASONS).map((reason) => `'${reason}'`);
    return [{ from: 'non_payout', where: `p.reason in (${reasons.join(', ')})` }];
  },
  show: ({ rejection }) => ({ reason: rejection ?? '' }),
});
