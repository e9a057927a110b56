import { foldCell, LONGEST_CELL, unwrapped } from '../cell-text.ts';
import { coupleIn } from './couple.ts';

export interface PersonName {
  /**
   * Without remarks: spaces only between words that are not Chinese, every middle dot a `·`, and a `*` for every character that
   * is hidden (张×英, 张XX).
   */
  readonly name: string;
  /** Whoever stands beside the first of a couple in the same cell: 张建国、王秀英. */
  readonly partner: string | null;
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
  const plain = { partner: null, deceased: false, agent: null };
  if (USUAL.test(cell)) return { ...plain, name: cell };
  if (cell.length > LONGEST_CELL) return { ...plain, name: cell };
  const { outside, remarks } = splitRemarks(foldCell(cell));
  const couple = coupleIn(unwrapped(outside));
  const name = couple?.[0] ?? unmarked(tidy(outside));
  if (name === '' && remarks.length > 0) return { ...plain, name: unmarked(tidy(remarks.join(''))) };
  const said = remarks.map(tidy);
  const agents = said.map(agentIn).filter((agent) => agent !== null);
  return {
    name,
    partner: couple?.[1] ?? null,
    deceased: said.some((remark) => DECEASED.test(remark)),
    agent: agents[0] ?? null,
  };
}

/** A Chinese name with the signs that may stand for a character of it. */
const PERHAPS_MASKED = /^(?=.*\p{Script=Han})[\p{Script=Han}*×✕○◯●□■X?_]+$/u;
const HIDDEN = /[×✕○◯〇●□■X?_]/g;
/** Signs around a name; a star behind a whole name or before one, though 张* and *秀英 are masked. The 1 and 2 of two namesakes stay. */
const MARKS = /^[★☆※▲△◆◇▼#√✓^~]+|[★☆※▲△◆◇▼#√✓^~]+$|(?<=^[\p{Script=Han}]{3,})\*+$|^\*+(?=\p{Script=Han}{3,}$)/gu;

/** A name without the marks that lists put beside it (张秀英*, ★张秀英), and one sign for all that hide a character. */
function unmarked(name: string): string {
  const bare = unwrapped(name.replace(MARKS, '').replace(MARKS, '')).trim();
  const masked = PERHAPS_MASKED.test(bare.toUpperCase()) ? bare.toUpperCase().replace(HIDDEN, '*') : bare;
  return masked === name ? name : unmarked(masked);
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
