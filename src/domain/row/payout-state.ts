import { type Objection, readObjection } from './payout-remark.ts';
import { BETWEEN_CATEGORIES } from './said-tiers.ts';

/** What one column says against a row's being paid: 是否在世 and 否. */
export interface StatedObjection {
  readonly title: string;
  readonly cell: string;
  readonly says: Objection;
}

/** What a row says that was struck through: it is meant to be gone. */
export const STRUCK_THROUGH = '删除线';

const YES = /^(?:是|有|已|对|y|yes|true|1|[√✓✔])$/i;
const NO = /^(?:否|不是|没有|无|非|未|不|n|no|false|0|[×✗✘])$/i;
/** Questions of which yes, and those of which no, speaks against a row: 是否死亡; but 是否享受低保 asks something else. */
const IF_YES: readonly (readonly [RegExp, Objection])[] = [
  [/^是否已?经?(?:死亡|已故|去世|亡故)$/, 'deceased'],
  [/^是否已?经?(?:迁出|搬离)/, 'moved'],
  [/^是否(?:自愿|主动)?放弃(?:领取|享受|救助)?$/, 'refused'],
  [/^是否已?经?(?:停发|注销|退出|取消|终止)(?:发放|待遇|资格|享受)?$/, 'excluded'],
  [/^是否(?:有)?重复(?:享受|领取|发放|申报)?$/, 'repeated'],
];
const IF_NO: readonly (readonly [RegExp, Objection])[] = [
  [/^(?:是否)?(?:仍然?|还)?(?:在世|健在)(?:情况|与否)?$/, 'deceased'],
  [
    /^是否(?:仍然?|继续)?(?:符合|合格|通过|同意|享受|在册)(?:条件|要求|标准|审核|审批|发放|救助|帮扶|待遇)?$/,
    'excluded',
  ],
];
/** Whoever examined rows wrote what came of it. */
const EXAMINED = /审|核|查|比对|认定|评/;
/** 无 under 核查结果 may be that nothing was found. */
const REFUSED = /^(?:否|不|[×✗✘])$/;
const DENIED = /^(?:拟|建议)?(?:不同意|[不未]通过|未同意|不予.{0,6}|驳回|否决|不合规|不享受)/;
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
  if (YES.test(cell)) return asked(title, IF_YES);
  if (NO.test(cell)) return asked(title, IF_NO) ?? (isRefusal(title, cell) ? 'excluded' : null);
  if (cell === STRUCK_THROUGH) return 'excluded';
  if (EXAMINED.test(title) && DENIED.test(cell)) return 'excluded';
  if (EXAMINED.test(title) && QUESTIONED.test(cell)) return 'questioned';
  if (CHANGED.test(title) && /^(?:减少|调出|停)/.test(cell)) return 'excluded';
  return readObjection(cell);
}

const isRefusal = (title: string, cell: string) =>
  EXAMINED.test(title) && !title.startsWith('是否') && REFUSED.test(cell);

const asked = (title: string, questions: readonly (readonly [RegExp, Objection])[]) =>
  questions.find(([question]) => question.test(title))?.[1] ?? null;
