/**
 * Where a case is in the loop: not sent out yet; sent, and no answer; the same after its day; answered, and to be asked again, since it
 * changed or what allowed it has expired; found to be so, and not settled; closed (销号).
 */
export const PHASES = ['new', 'waiting', 'overdue', 'again', 'settling', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/**
 * How a case stands to what is found now. `new`: not in the register. `same`: as it was last written down. `changed`: it goes on as
 * another finding that shares a row. `unclear`: several show the same, and nobody can say which of them was meant. `gone`: it is not
 * found any more. `merged`: what it was is found together with another. `expired`: what allowed it has. `unlooked`: nobody looked for it.
 */
export type Match = 'new' | 'same' | 'changed' | 'unclear' | 'gone' | 'merged';
export type Remark = Match | 'expired' | 'unlooked';
