import type { PlacedKey } from './draft.ts';
import type { Figure } from './figure.ts';

/** Where a figure of the document stands in the draft. */
interface Placement {
  readonly at: string;
  readonly key: PlacedKey;
}

/** What became of figures while the draft was put together, by passage and offset. */
export class Placements {
  readonly #placed = new Map<string, Placement>();

  set(passage: number, { from }: Figure, placement: Placement): void {
    this.#placed.set(`${passage}:${from}`, placement);
  }

  get(passage: number, { from }: Figure): Placement | undefined {
    return this.#placed.get(`${passage}:${from}`);
  }
}
