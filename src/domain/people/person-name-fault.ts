import { compactCell, LONGEST_CELL, saysNothing, unwrapped } from '../cell-text.ts';
import { type PersonName, readName } from './person-name.ts';

/**
 * What is wrong with a cell of a name column that says something.
 *
 * - `error`: a spreadsheet's (#REF!). `no-name`: a number, TRUE, a formula as text, an address of the net.
 * - `lost`: a character that was lost on the way (张?国, 李\uFFFD), or is shown by few computers.
 */
export const NAME_FAULTS = ['none', 'error', 'no-name', 'lost'] as const;
export type NameFault = (typeof NAME_FAULTS)[number];

/** Words that look like a name, and are nobody's. */
export const NOBODY: readonly string[] = ['没有', '暂无', '未知', '不详', '不明', '待定', '待补', '待查', '空白'];

const ERROR = /^#(?:[A-Z/0]+[!?]?|N\/A|GETTING_DATA|#+)$|^ERR:\d{3}$/i;
const TRUTH = /^(?:TRUE|FALSE|NULL|NAN|NONE|UNDEFINED)$/i;
/** =A1&B1 (not ="王秀英", as exports write a text), which somebody else's program may carry out; an e-mail or web address. */
const NOT_WRITTEN = /^=(?!"[^"]*"$)|[@|]|:\/\/|^www\./i;
/** U+FFFD, what GBK makes of it, and of UTF-8 what Windows-1252 does; 生僻字 in the private area; a box, ? or the 〓 of printers for a character. */
const LOST =
  /[\uFFFD\p{Co}]|锟斤拷|[\u00C0-\u00FF][\u0080-\u00FF\u0152-\u017E\u02C6\u02DC\u2018-\u203A\u20AC\u2122]{2}|\?\?|[?□▯〓](?=[\p{Script=Han}·])|(?<=[\p{Script=Han}·])[?□▯〓]/u;

/** Is a name blank, or a mark or word for nobody? */
const saysNobody = (name: string) => saysNothing(name) || NOBODY.includes(name);

/** Whoever is paid, as a cell of a name column says: nobody, where what stands there is no name. */
export function readPayee(cell: string): Omit<PersonName, 'name'> & { name: string | null; fault: NameFault } {
  const { name, ...said } = readName(cell);
  const fault = nameFault(cell);
  const isName = (fault === 'none' || fault === 'lost') && !saysNobody(name);
  return { ...said, name: isName ? name : null, fault };
}

export function nameFault(cell: string): NameFault {
  if (cell.length > LONGEST_CELL) return 'none';
  if (LOST.test(cell)) return 'lost';
  const whole = compactCell(cell);
  const text = unwrapped(whole);
  if (LOST.test(text)) return 'lost';
  if (saysNobody(text)) return 'none';
  if (ERROR.test(text)) return 'error';
  return TRUTH.test(text) || NOT_WRITTEN.test(whole) || !/\p{L}/u.test(text) ? 'no-name' : 'none';
}
