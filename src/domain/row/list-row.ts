import { compactCell, saysNothing } from '../cell-text.ts';
import { identifies, readIdNumber } from '../people/id-number.ts';
import type { ListField } from './list-field.ts';
import { totalLabel } from './list-total-label.ts';

/** Why a row of a list's body is no payout. */
export const ASIDE_REASONS = [
  'blank',
  'header',
  'subtotal',
  'total',
  'end-mark',
  'footer',
  'note',
  'page',
  'not-paid',
  'member',
] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

/**
 * Why a row can't be a payout whatever its cells say: they are shifted, one is longer than any spreadsheet's, or they stand below
 * another header that can't be read.
 */
export type Rejection = 'too-many-cells' | 'cell-too-long' | 'unread-header';

/** Why a row that was read is no payout; the rejected ones may hold one, and somebody has to look. */
export type NonPayoutReason = 'title' | AsideReason | 'no-person' | Rejection;
export const REJECTED_REASONS: readonly NonPayoutReason[] = [
  'no-person',
  'too-many-cells',
  'cell-too-long',
  'unread-header',
];

/** The columns, from 0, that tell a payout from other rows. */
export type RowRoles = Readonly<
  Partial<Record<Extract<ListField, 'name' | 'id_number' | 'amount' | 'ordinal'>, number>>
>;

/** 18 digits that are neither all the same nor 123456789012345678: whatever is wrong with them, they are somebody's. */
const USUAL_ID = /^(?!(\d)\1*$|1234567)\d{17}[\dX]$/;

/** One cell that says something, folded, with its column. */
interface Filled {
  readonly index: number;
  readonly text: string;
}

/** What is asked of a cell is at its beginning. */
const LONGEST_CELL = 200;
/** No name is longer; a text alone in its row that is, is a note. */
const LONGEST_NAME = 15;

const NUMBER = /^[¥+-]*\d[\d,]*(?:\.\d*)?元?$/;
const DATE = /^(?:\d{2,4}|[〇零一二三四五六七八九]{4})?年\d{0,2}月(?:\d{0,2}日)?$|^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
const AROUND = /^[-—–―=*·.…/\\"'“”(【[]+|[-—–―=*·.…/\\"'“”)】\]:,。]+$/g;

const IN_WORDS = /^\(?(?:金额|人民币)?\(?大写/;
const END_MARK =
  /^(?:此页|本页)?(?:以下|下面)?(?:为?空白|无正文|无内容|空白页)$|^以下(?:空白|无).{0,10}$|^(?:完|结束|end)$/i;
const PAGE = /^第?\d+页(?:[,/、]?共?\d+页)?$|^共\d+页[,/、]?第\d+页$|^\d+\/\d+页?$|^-\d+-$|^page\d+(?:of\d+)?$/i;
const NOTE = /^(?:注|备注|附注|说明|注意|注意事项|填表说明|填报说明|备注说明)\d{0,2}[:.、]|^※/;
/** 一、低保家庭: what follows belongs together. */
const SECTION = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))./;

/** Words that begin a signature line by themselves, since no name and no department does. */
const FOOTER =
  /^(?:填表人|制表人|填报人|审核人|审批人|复核人|经办人|经手人|制单人|发放人|监督人|监发人|负责人|单位负责人|部门负责人|分管领导|主要领导|领导签字|单位签章|单位盖章|单位公章|填报单位|填表单位|制表单位|填报日期|填表日期|制表日期|填报时间|制表时间|联系电话|联系人|审核意见|审批意见|街道意见|居委会意见|财务负责人|财务主管)/;
/** Shorter ones, which need a colon, brackets or nothing behind them. */
const SHORT_FOOTER =
  /^(?:制表|填表|制单|审核|审批|复核|经办|会计|出纳|财务|主管|领导|签字|签名|签章|盖章|公章|日期|时间|电话|单位|部门|抄送)(?:$|[:(])/;

/**
 * Why a row is no payout; null for one that is, and `no-person` for one that says neither whom it pays nor what it is, which
 * may be a total without its label. A row with a name and an ID number is a payout whatever else it says. The labels count in
 * the first cell that says something; `titles` are those of the columns without
 * whitespace, so that a header repeated on every page is known.
 */
export function asideReason(
  row: readonly string[],
  roles: RowRoles,
  titles: readonly string[],
): AsideReason | 'no-person' | null {
  const name = cellOf(row, roles.name);
  const id = cellOf(row, roles.id_number);
  if (isPersonal(id) && (name !== '' || roles.name === undefined)) return null;

  const filled = row.flatMap((cell, index): Filled[] => {
    const text = shortened(cell);
    return text === '' ? [] : [{ index, text }];
  });
  const [first] = filled.filter(({ index, text }) => index !== roles.ordinal || !NUMBER.test(text));
  if (!first) return 'blank';
  if (isHeader(filled, titles)) return 'header';
  const labelled = labelReason(first, filled, roles);
  if (labelled !== null) return labelled;
  if (name === '' && id === '') return filled.length === 1 && !NUMBER.test(first.text) ? 'note' : 'no-person';
  const isSentence = filled.length === 1 && (first.text.length > LONGEST_NAME || /[。;!?]/.test(first.text));
  return isSentence ? 'note' : null;
}

/** A cell by its column; a mark for nothing (`-`, 无) is nothing. */
function cellOf(row: readonly string[], index: number | undefined): string {
  const text = index === undefined ? '' : shortened(row[index] ?? '');
  return saysNothing(text) ? '' : text;
}

const shortened = (cell: string) => compactCell(cell.slice(0, LONGEST_CELL));

/** Somebody's number, perhaps mistyped, masked or damaged, where a phone number under 联系电话 is not. */
function isPersonal(id: string): boolean {
  if (USUAL_ID.test(id)) return true;
  const { class: kind, text } = readIdNumber(id);
  switch (kind) {
    case 'valid18':
    case 'valid15':
    case 'checksum':
    case 'birth-date':
    case 'damaged':
      return true;
    case 'masked':
      return id.length >= 15 || identifies({ class: kind, text });
    default:
      return false;
  }
}

/** The titles again, whole or one of two rows of them, or the row that numbers the columns (1, 2, 3 …). */
function isHeader(filled: readonly Filled[], titles: readonly string[]): boolean {
  if (filled.length < 2) return false;
  const repeated = filled.filter(({ index, text }) => {
    const title = titles[index] ?? '';
    return text.length > 1 && (title.startsWith(text) || title.endsWith(text));
  });
  if (repeated.length > 1 && repeated.length * 2 > filled.length) return true;
  const numbers = filled.filter(({ text }) => !/^[甲乙丙丁戊己]$/.test(text));
  const counts = numbers.every(({ text }, order) => text === String(order + 1));
  return counts && filled.length > 2 && filled.length === titles.length;
}

function labelReason(first: Filled, filled: readonly Filled[], roles: RowRoles): AsideReason | null {
  const whole = filled.map(({ text }) => text).join('');
  if (/^[-—–―=/\\*]+$/.test(whole)) return 'end-mark';
  if (filled.length < 3 && PAGE.test(whole)) return 'page';
  if (filled.length === 1 && DATE.test(first.text)) return 'footer';
  if (NOTE.test(first.text)) return 'note';
  const label = spelledOut(first, filled).replace(AROUND, '');
  if (END_MARK.test(label)) return 'end-mark';
  if (IN_WORDS.test(label)) return 'total';
  const total = totalReason(label, first, filled, roles);
  if (total !== null) return total;
  if (SECTION.test(first.text) && filled.length === 1) return 'note';
  if (SECTION.test(first.text) && filled.every(({ index, text }) => index === first.index || NUMBER.test(text))) {
    return 'subtotal';
  }
  if (FOOTER.test(label) || SHORT_FOOTER.test(first.text.replace(/^[(【[]+|[)】\]]+$/g, ''))) return 'footer';
  return null;
}

/** 合 and 计 may stand in two cells. */
function spelledOut(first: Filled, filled: readonly Filled[]): string {
  const next = filled[filled.indexOf(first) + 1];
  return first.text.length === 1 && next ? first.text + next.text : first.text;
}

const SOMEBODY = /^[\u4E00-\u9FA5]{2,4}$/;

/** 东明街道 | 小计: a label may stand in the place of the person too. Before a name only the plainest ones count, since 救助汇总 is a list. */
function totalReason(label: string, first: Filled, filled: readonly Filled[], roles: RowRoles) {
  const named = filled.find(({ index }) => index === roles.name);
  const person = named ?? filled.find(({ index }) => index === roles.id_number);
  // 3人 is nobody where a name stands, and no number of a row where that stands.
  if (person === undefined || person === first)
    return totalLabel(label, first === named || first.index === roles.ordinal);
  const own = totalLabel(person.text.replace(AROUND, ''), person === named);
  if (own !== null) return own;
  return SOMEBODY.test(person.text) && !/[计計]/.test(label) ? null : totalLabel(label, false);
}
