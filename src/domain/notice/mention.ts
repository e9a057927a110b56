import type { AsideKind, Figure, OpenReason } from './figure.ts';
import type { Passage } from './outline.ts';
import type { Span } from './sentences.ts';

/** What a figure is in a draft. */
type Role = 'rate' | 'amount' | 'income' | 'reach' | 'goods' | 'departments';

/** A figure that says something of relief, and what stands around it. */
export interface Mention {
  readonly figure: Figure;
  /** Which passage, and which sentence of all, from 0. */
  readonly passage: number;
  readonly sentence: number;
  readonly role: Role;
  /** What the draft writes. */
  readonly value: string;
  /** It may be what each gets, or what all get together. */
  readonly isDoubtful: boolean;
  /** Said behind 其中. */
  readonly isPart: boolean;
  /** A part that a bracket behind the whole tells: 280户（一类户90户）. */
  readonly isBracketed: boolean;
  /** Goods that each gets: 每户发放大米1袋. */
  readonly isEach: boolean;
  /** 共计, 合计: a total, of whatever. */
  readonly isTotal: boolean;
  readonly isPast: boolean;
  /** A household's size or an age that a rate is for, printed right before it. */
  readonly condition: { readonly figure: Figure; readonly text: string } | null;
  /** The words between the figure before it, or the clause's start, and itself. */
  readonly before: string;
  readonly after: string;
  /** The sentence up to it. */
  readonly ahead: string;
}

/** A sentence with figures, and where it stands. */
export interface Told {
  readonly passage: number;
  readonly from: number;
  readonly to: number;
  /** As printed. */
  readonly text: string;
  /** Folded. */
  readonly plain: string;
  readonly isListed: boolean;
}

/** What a figure of the text has come to. */
export type Fate = { readonly aside: AsideKind } | { readonly open: OpenReason } | { readonly placed: string };

interface FigureFate {
  readonly passage: number;
  readonly figure: Figure;
  fate: Fate;
}

/** Every figure of a text with its fate, by where it stands. */
export class Fates {
  readonly #fates = new Map<string, FigureFate>();
  readonly #byPassage = new Map<number, FigureFate[]>();
  readonly #sorted = new WeakSet<FigureFate[]>();

  set(passage: number, figure: Figure, fate: Fate): void {
    const known = this.#fates.get(`${passage}:${figure.from}`);
    if (known) {
      known.fate = fate;
      return;
    }
    const own = { passage, figure, fate };
    this.#fates.set(`${passage}:${figure.from}`, own);
    const beside = this.#byPassage.get(passage);
    if (beside) {
      beside.push(own);
      this.#sorted.delete(beside);
    } else this.#byPassage.set(passage, [own]);
  }

  /** Those of one passage that stand between two offsets. */
  within(passage: number, { from, to }: Span): readonly FigureFate[] {
    const own = this.#byPassage.get(passage) ?? [];
    if (!this.#sorted.has(own)) own.sort((a, b) => a.figure.from - b.figure.from);
    this.#sorted.add(own);
    let first = 0;
    for (let high = own.length; first < high; ) {
      const middle = (first + high) >> 1;
      if ((own[middle] as FigureFate).figure.from < from) first = middle + 1;
      else high = middle;
    }
    let last = first;
    while (own[last] && (own[last] as FigureFate).figure.to <= to) last += 1;
    return own.slice(first, last);
  }

  of(passage: number, figure: Figure): Fate | undefined {
    return this.#fates.get(`${passage}:${figure.from}`)?.fate;
  }

  has(passage: number, figure: Figure): boolean {
    return this.#fates.has(`${passage}:${figure.from}`);
  }

  all(): FigureFate[] {
    return [...this.#fates.values()].sort((a, b) => a.passage - b.passage || a.figure.from - b.figure.from);
  }
}

export interface Reading {
  readonly passages: readonly Passage[];
  readonly sentences: readonly Told[];
  readonly mentions: readonly Mention[];
  readonly fates: Fates;
}
