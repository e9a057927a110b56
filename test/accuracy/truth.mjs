import { basename, join } from 'node:path';
import { recordsOf } from './records.mjs';

/**
 * Who is in which row. A node is a person of a row: a couple's row has two, and the second ones are numbered behind all rows.
 */
export class Truth {
  files = [];
  /** For each row its file's number; of a second person too. */
  fileOf = [];
  personOf = [];
  rows = 0;
  #first = new Map();
  #second = new Map();

  /** Rows of a file have to come one after the other, in their order. */
  addRow(file, row, person) {
    if (!this.#first.has(file)) {
      this.#first.set(file, this.rows - row);
      this.files.push(file);
    }
    this.fileOf.push(this.files.length - 1);
    this.personOf.push(person);
    this.rows += 1;
  }

  addSecond(rowNode, person) {
    this.#second.set(rowNode, this.personOf.length);
    this.fileOf.push(this.fileOf[rowNode]);
    this.personOf.push(person);
  }

  /** The nodes of a row as the program names it: of a couple's row both, unless it says which person, 1 or 2. */
  nodesOf(file, row, which = '') {
    const first = this.#first.get(basename(file));
    const node = first + Number(row);
    if (!(node < this.rows)) throw new Error(`${file}:${row} is in no list`);
    const second = this.#second.get(node);
    if (second === undefined || which === '1') return [node];
    return which === '2' ? [second] : [node, second];
  }

  get size() {
    return this.personOf.length;
  }
}

export async function readTruth(folder) {
  const truth = new Truth();
  const seconds = [];
  for await (const { file, row, person, second } of recordsOf(join(folder, 'truth.csv'))) {
    if (second) seconds.push([truth.rows, Number(second)]);
    truth.addRow(file, Number(row), Number(person));
  }
  for (const [row, person] of seconds) truth.addSecond(row, person);
  return truth;
}

/** Everybody by number: name, household, father, mother, spouse and twin. */
export async function readPeople(folder) {
  const people = [];
  for await (const { person, ...known } of recordsOf(join(folder, 'people.csv'))) people[Number(person)] = known;
  return people;
}
