import { foldCell, LONGEST_CELL, unwrapped } from './cell-text.ts';

export interface PersonName {
  /** Without remarks: spaces only between words that are not Chinese, every middle dot a `·`. */
  readonly name: string;
  /** Whether a remark says that the person has died: (已故), (去世). */
  readonly deceased: boolean;
  /** Who signs or collects instead: (李四代), (代领人：李四). Empty when only (代) is said; null when nobody does. */
  readonly agent: string | null;
}

/** Nearly every name, in which nothing has to be looked for. */
const USUAL = /^[\u4E00-\u9FA5]{2,4}$/;

const OPENING = '([{【〔〖「<《';
const CLOSING = ')]}】〕〗」>》';
const ANY_BRACKET = /[()[\]{}【】〔〕〖〗「」<>《》]/;

const DOTS = / ?[•‧∙・●⋅·] ?/g;
const FULL_STOP = /(?<=\p{Script=Han}) ?\. ?(?=\p{Script=Han})/gu;
const SPACE_BY_HAN = /(?<=[\p{Script=Han}·]) | (?=[\p{Script=Han}·])/gu;

const DECEASED = /^(?:现?已|因病)?(?:故|亡|殁|死|亡故|病故|病亡|身故|死亡|病逝|去世|逝世|过世|离世)(?:人员|者)?$/;
const AGENT_AFTER = /^代(?:[领签收取办]人?:?|:)(.*)$/;
const AGENT_BEFORE = /^由?(.*)代(?:[领签收取办]人?)?$/;

/** Reads a cell of a name column. Remarks in brackets that say neither a death nor an agent, (小), (低保), are dropped. */
export function readName(cell: string): PersonName {
  if (USUAL.test(cell)) return { name: cell, deceased: false, agent: null };
  if (cell.length > LONGEST_CELL) return { name: cell, deceased: false, agent: null };
  const { outside, remarks } = splitRemarks(foldCell(cell));
  const name = tidy(outside);
  if (name === '' && remarks.length > 0) return { name: tidy(remarks.join('')), deceased: false, agent: null };
  const said = remarks.map(tidy);
  const agents = said.map(agentIn).filter((agent) => agent !== null);
  return { name, deceased: said.some((remark) => DECEASED.test(remark)), agent: agents[0] ?? null };
}

/** What stands outside all brackets, and inside each outermost pair; a bracket that is never closed runs to the end. */
function splitRemarks(text: string): { outside: string; remarks: string[] } {
  if (!ANY_BRACKET.test(text)) return { outside: text, remarks: [] };
  const remarks: string[] = [];
  let outside = '';
  let depth = 0;
  for (const character of text) {
    if (OPENING.includes(character)) {
      if (depth === 0) remarks.push('');
      depth += 1;
    } else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0) outside += character;
    else remarks.push((remarks.pop() ?? '') + character);
  }
  return { outside, remarks };
}

function tidy(text: string): string {
  const spaced = unwrapped(text.normalize('NFKC')).replace(/\s+/g, ' ');
  return spaced.replace(DOTS, '·').replace(FULL_STOP, '·').replace(/·{2,}/g, '·').replace(SPACE_BY_HAN, '');
}

function agentIn(remark: string): string | null {
  return AGENT_AFTER.exec(remark)?.[1] ?? AGENT_BEFORE.exec(remark)?.[1] ?? null;
}

/** A name as a list shows it to the public: the first character and stars. */
export function maskName(name: string): string {
  const [first = '', ...others] = Array.from(name);
  return others.length === 0 ? first && '*' : first + '*'.repeat(others.length);
}
