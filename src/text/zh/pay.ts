import type { HoldKind, NOT_FOR_BANK, SETTLED } from '../../domain/pay/fate.ts';
import type { Unfit } from '../../domain/pay/layout-text.ts';
import type { AccountFault } from '../../domain/people/account-fault.ts';
import failures from './failures.ts';

/** What is said of payments through a bank, in Chinese. Loaded only by the command about them. */
const zh = {
  failures,
  title: (campaign: string, batch: string, isRetry: boolean) =>
    `${campaign}：银行代发（第${batch}批${isRetry ? '，补发' : ''}）`,
  equation: {
    sheet: '每一笔的去向',
    columns: { fate: '去向', why: '原因', count: '笔数', amount: '金额' },
    now: '本批付',
    settled: '已付或已在批',
    held: '暂不付',
    'not-for-bank': '不经银行',
    total: '名单上的发放记录',
    below: '本批付＋已付或已在批＋暂不付＋不经银行＝名单上的全部发放记录，每笔只在一处',
  },
  settled: {
    'paid-list': '名单写明已发（paid:）',
    arrived: '银行回盘：已到账',
    pending: '银行回盘：处理中',
    'in-batch': '已编入以前的批，等银行回盘',
  } satisfies Record<(typeof SETTLED)[number], string>,
  notForBank: {
    'by-hand': '走访、当面发放等，不经银行',
    nothing: '实物，或金额为0',
    'takes-back': '冲回（负数）',
  } satisfies Record<(typeof NOT_FOR_BANK)[number], string>,
  hold: {
    'perhaps-paid': '可能已在以前的批里，请核对',
    'other-amount': '已在以前的批里，金额与名单不同',
    reversed: '银行付了又退回，等补发（--retry）',
    failed: '银行没有付成，等补发（--retry）',
    uncorrected: '没有付成，账号还没有更正或确认',
    stopped: '疑点台账答复：停发',
    removed: '重复或不得领，dedupe 移出',
    double: '很可能与另一笔重复，核实前先付另一笔',
    blocked: '在不得领取的名册上',
    'taken-back': '同一人同一项目有冲回，说不准还应付多少',
    'row-error': '这一行有错误',
    'no-amount': '没有金额',
    'no-name': '没有姓名和户名',
    'no-account': '没有账号（当面发的，项目写 delivery: hand）',
    'account-masked': '账号打了星号',
    'account-wrong': '账号不对',
    'no-bank': '不归 banks: 里的任何一家银行',
    unfit: '银行的文件里写不下',
    'not-this-round': '不是补发：这一轮只补付没有付成的',
  } satisfies Record<HoldKind, string>,
  unfit: {
    'too-long': (field: string) => `${field}太长`,
    'no-character': (field: string) => `${field}里有银行编码没有的字（生僻字）`,
    divides: (field: string) => `${field}里有分隔符`,
  } satisfies Record<Unfit, (field: string) => string>,
  accountFault: {
    damaged: '电子表格把它存成了数字，后几位丢了',
    'check-digit': '卡号校验位不对',
    'card-length': '62开头的卡号位数不对',
    length: '位数不对',
    letters: '里面有字母',
    'id-number': '写的是身份证号',
    mobile: '写的是手机号',
    'no-number': '写了字，没有账号',
  } satisfies Record<Exclude<AccountFault, 'none'>, string>,
  instead: (rule: string, place: string) => `${rule}，先付 ${place}`,
  inBatch: (reference: string) => `见 ${reference}`,
  files: {
    sheet: '代发文件（控制数）',
    columns: { bank: '银行', file: '文件', count: '笔数', amount: '金额（元）' },
    below: '每笔都有代发编号；银行回盘带回这个编号的，reconcile 按编号对，一笔不差',
    noReferences: (banks: string) => `${banks}的文件里没有{代发编号}一列：回盘只能按账号和金额对`,
  },
  held: {
    sheet: '暂不付明细',
    columns: {
      why: '原因',
      detail: '说明',
      department: '部门',
      measure: '项目',
      name: '姓名',
      account: '账号',
      amount: '金额（元）',
      place: '所在',
    },
    more: (count: string) => `另有${count}笔，见批次清单`,
  },
  batches: {
    sheet: '批次台账',
    columns: {
      number: '批次',
      time: '编批时间',
      count: '笔数',
      amount: '金额（元）',
      paid: '到账',
      failed: '没有付成',
      open: '未回盘',
      state: '状态',
    },
    state: { withdrawn: '已撤销', broken: '编批中断', open: '在途', done: '已回盘' },
  },
  verdict: {
    ready: (count: string, amount: string, files: string) => `本批${count}笔，${amount}元，${files}个文件`,
    nothing: '没有要付的',
    written: (folder: string) =>
      `代发文件已写入 ${folder}；里面有完整的姓名和账号，只有本人可读（0600），交银行后请收好`,
    dryRun: '还没有编批：加 -o 代发/ 才写文件、记台账',
    held: (count: string, amount: string) => `${count}笔、${amount}元暂不付，原因逐笔列出`,
    outliers: (count: string, amount: string) =>
      `其中${count}笔、${amount}元是金额大得或小得不像（多半万元、元写混），暂不付的合计因此失真`,
    doubles: (count: string, amount: string) =>
      `其中${count}笔、${amount}元是没有核实的重复：疑点答复后由以后的批补付，--pay-doubts 现在就付`,
    between: (count: string, rules: string) =>
      `本批有${count}笔与别的行之间有错误（${rules}），不影响编批，付之前请看 relief dedupe`,
    rejected: (count: string) => `名单上还有${count}行读不成发放记录（拒收），不在其中：见 relief check`,
    broken: (batch: string, files: string) =>
      `第${batch}批编批时中断，文件可能不全：${files}。没有送银行的，用 --withdraw ${batch} 撤销再编；送了的，等回盘`,
    orphans: (count: string, amount: string) =>
      `以前批里的${count}笔、${amount}元，现在名单上没有了：钱已在路上，请核对名单`,
    unused: (count: string, places: string) => `${count}条更正没有用上（对不上没有付成的人，或没有账号）：${places}`,
    contradicting: (places: string) => `更正互相矛盾，一条也没有用：${places}`,
    corrected: (count: string) => `用上了更正的账号：${count}笔`,
  },
  names: {
    file: (batch: string, bank: string, part: string) => [`第${batch}批`, bank, part].filter(Boolean).join('-'),
    list: (batch: string) => `第${batch}批-清单`,
  },
  refused: {
    needsCampaign: '代发要一份活动文件（YAML）：谁付过记在它旁边的 payments.csv；标准输入不行',
    accountsNeedRetry: '--accounts 是更正没有付成的账号，要与 --retry 一起用',
    needsFolder: (got: string) => `代发文件写进文件夹：-o 代发/，不能是“${got}”`,
    withdrawsAlone: '--withdraw 只撤销，不能同时编批：去掉 -o、--retry',
    badBatch: (got: string) => `--withdraw 后面写批次的数字，不能是“${got}”`,
    noBatch: (batch: string, known: string) => `台账里没有第${batch}批；有：${known || '（一批也没有）'}`,
    isWithdrawn: (batch: string) => `第${batch}批已经撤销过`,
    isReturned: (batch: string, count: string) =>
      `第${batch}批有${count}笔银行已经回盘，说明送过银行了，不能撤销；没有付成的用 --retry 补发`,
    isFollowed: (batch: string) => `第${batch}批没有付成的已经编入后面的批，不能撤销`,
    ledgerMoved: '代发台账刚才有别人写过：什么也没有写，再运行一次',
    unfitFile: (bank: string, field: string) =>
      `${bank}的文件里 ${field} 写不下（太长，或有银行编码没有的字）：改 banks: 的宽度或编码，或用 maxRows 分成几个文件`,
  },
  notWritten: '文件没有写成，自动撤销',
  withdrawn: (batch: string, count: string, amount: string) =>
    `第${batch}批已撤销：${count}笔、${amount}元回到没有编批。它的文件请当面销毁，不要再送银行：`,
};

export default zh;
export type PayWords = typeof zh;
