/** Where each record of a file starts, in bytes: any row can be looked up without reading those before it. */
export class RecordStarts {
  #starts = new Float64Array(1024);
  #count = 0;

  push(start: number): void {
    if (this.#count === this.#starts.length) {
      const longer = new Float64Array(2 * this.#count);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count] = start;
    this.#count += 1;
  }

  /** Of the record with this number, from 1; undefined beyond the last. */
  of(record: number): number | undefined {
    return record <= this.#count ? this.#starts[record - 1] : undefined;
  }
}
