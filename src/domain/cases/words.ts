import { foldCell } from '../cell-text.ts';
import type { CaseAction, CaseState, EventKind } from './event.ts';

/** The words of registers and sheets, whatever language relief speaks: they go round among people who write Chinese. */
export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  unchecked: '未核查',
  confirmed: '属实',
  partly: '部分属实',
  refuted: '不属实',
  allowed: '允许',
};

export const ACTION_WORDS: Readonly<Record<CaseAction, string>> = {
  stop: '停发',
  recover: '追回',
  supply: '补发',
  correct: '更正',
  explain: '说明',
  transfer: '移交',
};

export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  sent: '下发',
  reminded: '催办',
  answered: '反馈',
  reviewed: '核定',
};

/** Other ways of writing just that. Anything else is asked about: 情况基本属实 and 经查不属实 hold the same word. */
const STATES_ELSE: Readonly<Record<string, CaseState>> = {
  情况属实: 'confirmed',
  经查属实: 'confirmed',
  经核实属实: 'confirmed',
  经核查属实: 'confirmed',
  核实属实: 'confirmed',
  确属: 'confirmed',
  部份属实: 'partly',
  情况部分属实: 'partly',
  情况不属实: 'refuted',
  经查不属实: 'refuted',
  经核实不属实: 'refuted',
  经核查不属实: 'refuted',
  不实: 'refuted',
  允许叠加: 'allowed',
  允许重复: 'allowed',
  符合政策: 'allowed',
  未核实: 'unchecked',
  待核查: 'unchecked',
  待核实: 'unchecked',
  核查中: 'unchecked',
  正在核查: 'unchecked',
};
const PAIRS_ELSE: Readonly<Record<string, CaseState>> = {
  是同一人: 'confirmed',
  同一人: 'confirmed',
  不是同一人: 'refuted',
  非同一人: 'refuted',
  两个人: 'refuted',
};
const ACTIONS_ELSE: Readonly<Record<string, CaseAction>> = {
  停止发放: 'stop',
  暂停发放: 'stop',
  不再发放: 'stop',
  剔除: 'stop',
  已停发: 'stop',
  追回资金: 'recover',
  已追回: 'recover',
  退回: 'recover',
  收回: 'recover',
  补发资金: 'supply',
  已补发: 'supply',
  改正: 'correct',
  已更正: 'correct',
  更正信息: 'correct',
  情况说明: 'explain',
  已说明: 'explain',
  移送: 'transfer',
  已移交: 'transfer',
};

/** A word as it is compared: nothing but what was meant, in the characters that we write it in. */
const answerWord = (cell: string): string => foldCell(cell).replace(/[\s。.，,；;：:、！!“”"'‘’（）()]/g, '');

function reader<T extends string>(words: Readonly<Record<T, string>>, others: Readonly<Record<string, T>>) {
  const known = new Map<string, T>(Object.entries(others));
  for (const key of Object.keys(words) as T[]) known.set(words[key], key);
  return (cell: string): T | null => known.get(answerWord(cell)) ?? null;
}

/** What a cell says it is; null where that is none of the words. */
export const readState = reader<CaseState>(STATE_WORDS, STATES_ELSE);
/** The same where the question is whether two people are one. */
export const readPairState = reader<CaseState>(STATE_WORDS, { ...STATES_ELSE, ...PAIRS_ELSE });
export const readAction = reader<CaseAction>(ACTION_WORDS, ACTIONS_ELSE);
export const readEventKind = reader<EventKind>(EVENT_WORDS, {});
