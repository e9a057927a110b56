import { shownText } from '../../domain/shown/masking.ts';
import { type AsIs, shownRecord } from '../door.ts';

/** A record whose members may be lists that are not all in memory: findings, by the million; departments, made one by one. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * What is made of a record of the contract: its numbers of people as they were masked, what there are many of as a stream, what is
 * left out as undefined.
 */
export type Made<T> = T extends string
  ? T | (string extends T ? AsIs : never)
  : T extends readonly (infer Item)[]
    ? readonly Made<Item>[] | Iterable<Made<Item>> | AsyncIterable<Made<Item>>
    : T extends object
      ? { readonly [Key in keyof T]: Made<T[Key]> | (undefined extends T[Key] ? undefined : never) }
      : T;

/** The same of every one of some keys. */
export const each = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

/** What there may be a hundred thousand of, made each when it is printed. */
export function* made<From, To>(all: readonly From[], of: (each: From) => To): Generator<To> {
  for (const each of all) yield of(each);
}

/** Records as JSON, in pieces: one as an object, several as a list. */
export async function* renderJson(records: readonly JsonRecord[]): AsyncGenerator<string> {
  const [only] = records;
  if (records.length === 1 && only) {
    yield* pieces(only, 0);
  } else {
    yield '[\n';
    for (const [index, record] of records.entries()) {
      yield index > 0 ? ',\n  ' : '  ';
      yield* pieces(record, 1);
    }
    yield '\n]';
  }
  yield '\n';
}

/**
 * Records line by line: each as a line that says `"line":"record"`, without its members that are streams (findings, rows set aside,
 * cases), then their items, a line each, which says what it is of.
 */
export async function* renderJsonLines(records: readonly JsonRecord[]): AsyncGenerator<string> {
  for (const record of records) {
    const streams = Object.entries(record).filter(([key, value]) => isStream(value) || key === 'findings');
    const own = Object.entries(record).filter(([key]) => streams.every(([stream]) => stream !== key));
    yield line('record', Object.fromEntries(own.map(([key, value]) => [key, isMadeLater(value) ? [...value] : value])));
    for (const [key, items] of streams) for await (const item of items as AsyncIterable<object>) yield line(key, item);
  }
}

const line = (of: string, record: object) => `${JSON.stringify(shownRecord({ line: of, ...record }))}\n`;

const isMadeLater = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;

async function* pieces(record: JsonRecord, depth: number): AsyncGenerator<string> {
  const indent = '  '.repeat(depth);
  let separator = '{\n';
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue;
    yield `${separator}${indent}  ${JSON.stringify(shownText(key))}: `;
    separator = ',\n';
    if (isStream(value) || isMadeLater(value)) yield* items(value, depth + 1);
    else yield printed(value, depth + 1, key);
  }
  yield separator === '{\n' ? '{}' : `\n${indent}}`;
}

/** Pieces are worth the way that each takes through what writes them. */
const PIECE = 1 << 14;

async function* items(values: Iterable<unknown> | AsyncIterable<unknown>, depth: number): AsyncGenerator<string> {
  const indent = '  '.repeat(depth);
  let separator = '[\n';
  let gathered = '';
  const take = (value: unknown) => {
    gathered += `${separator}${indent}  ${printed(value, depth + 1)}`;
    separator = ',\n';
    return gathered.length >= PIECE;
  };
  const whole = () => {
    const piece = gathered;
    gathered = '';
    return piece;
  };
  // What is at hand is not waited for: that would cost more than the item itself.
  if (isStream(values)) for await (const value of values) if (take(value)) yield whole();
  if (!isStream(values)) for (const value of values) if (take(value)) yield whole();
  yield gathered + (separator === '[\n' ? '[]' : `\n${indent}]`);
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** A value as it stands one level deep and more: printed in as many lists, which are taken off again, since nothing else indents so fast. */
function printed(value: unknown, depth: number, member = ''): string {
  let nested = shownRecord(value, member);
  for (let level = 0; level < depth; level += 1) nested = [nested];
  const inside = depth * (depth + 1);
  return JSON.stringify(nested, null, 2).slice(2 * depth + inside, -inside);
}
