import { type Objection, readObjection } from './payout-remark.ts';
import { BETWEEN_CATEGORIES } from './said-tiers.ts';

/** What one column says against a row's being paid: 是否在世 and 否. */
export interface StatedObjection {
  readonly title: string;
  readonly cell: string;
  readonly says: Objection;
}

const YES = /^(?:是|有|已|对|y|yes|true|1|[√✓✔])$/i;
const NO = /^(?:否|不是|没有|无|非|未|不|n|no|false|0|[×✗✘])$/i;
/** Questions of which yes, and those of which no, speaks against a row; the first that a title asks. */
const IF_YES: readonly (readonly [RegExp, Objection])[] = [
  [/死亡|已故|去世|亡故/, 'deceased'],
  [/迁出|搬离/, 'moved'],
  [/放弃/, 'refused'],
  [/停发|注销|退出|取消|终止/, 'excluded'],
  [/重复/, 'repeated'],
];
const IF_NO: readonly (readonly [RegExp, Objection])[] = [
  [/在世|健在|生存|存活/, 'deceased'],
  [/符合|合格|通过|同意|享受|在册/, 'excluded'],
];
/** Whoever examined rows wrote what came of it. */
const EXAMINED = /审|核|查|比对|认定|评/;
/** 无 under 核查结果 may be that nothing was found. */
const REFUSED = /^(?:否|不|[×✗✘])$/;
const DENIED = /^(?:不同意|[不未]通过|未同意|不予.{0,6}|驳回|否决|不合规|不享受)/;
const QUESTIONED = /^(?:异常|不一致|不相符|有误|错误|存疑|有疑[问点]|不属实|不实)/;
const CHANGED = /变动|变更|异动|增减/;

/** The first of the columns of a row's states that speaks against its being paid; null where none does. `state` is their cells, each behind its title. */
export function readStates(state: string): StatedObjection | null {
  for (const titled of state.split(BETWEEN_CATEGORIES)) {
    const [, title = '', cell = ''] = /^([^:]*):(.*)$/s.exec(titled) ?? [];
    const says = objectionIn(title, cell);
    if (says !== null) return { title, cell, says };
  }
  return null;
}

function objectionIn(title: string, cell: string): Objection | null {
  if (YES.test(cell)) return title.startsWith('是否') ? asked(title, IF_YES) : null;
  if (NO.test(cell)) {
    if (title.startsWith('是否')) return asked(title, IF_NO);
    return EXAMINED.test(title) && REFUSED.test(cell) ? 'excluded' : null;
  }
  if (EXAMINED.test(title) && DENIED.test(cell)) return 'excluded';
  if (EXAMINED.test(title) && QUESTIONED.test(cell)) return 'questioned';
  if (CHANGED.test(title) && /^(?:减少|调出|停)/.test(cell)) return 'excluded';
  return readObjection(cell);
}

const asked = (title: string, questions: readonly (readonly [RegExp, Objection])[]) =>
  questions.find(([question]) => question.test(title))?.[1] ?? null;
