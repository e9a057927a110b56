import { shownText } from '../../domain/shown/masking.ts';
import { type AsIs, shownRecord } from '../door.ts';

/** A record whose members may be lists that are not all in memory: findings, by the million. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * What is made of a record of the contract: its numbers of people as they were masked, what there are many of as a stream, what is
 * left out as undefined.
 */
export type Made<T> = T extends string
  ? T | (string extends T ? AsIs : never)
  : T extends readonly (infer Item)[]
    ? readonly Made<Item>[] | AsyncIterable<Made<Item>>
    : T extends object
      ? { readonly [Key in keyof T]: Made<T[Key]> | (undefined extends T[Key] ? undefined : never) }
      : T;

/** The same of every one of some keys. */
export const each = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;

/** Records as JSON, in pieces: one as an object, several as a list. */
export async function* renderJson(records: readonly JsonRecord[]): AsyncGenerator<string> {
  const [only] = records;
  if (records.length === 1 && only) {
    yield* pieces(only, '');
  } else {
    yield '[\n';
    for (const [index, record] of records.entries()) {
      yield index > 0 ? ',\n  ' : '  ';
      yield* pieces(record, '  ');
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
    yield line('record', Object.fromEntries(own));
    for (const [key, items] of streams) for await (const item of items as AsyncIterable<object>) yield line(key, item);
  }
}

const line = (of: string, record: object) => `${JSON.stringify(shownRecord({ line: of, ...record }))}\n`;

async function* pieces(record: JsonRecord, indent: string): AsyncGenerator<string> {
  const inner = `${indent}  `;
  let separator = '{\n';
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined) continue;
    yield `${separator}${inner}${JSON.stringify(shownText(key))}: `;
    separator = ',\n';
    if (isStream(value)) yield* items(value, inner);
    else yield printed(value, inner, key);
  }
  yield separator === '{\n' ? '{}' : `\n${indent}}`;
}

async function* items(values: AsyncIterable<unknown>, indent: string): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const value of values) {
    yield `${separator}${indent}  ${printed(value, `${indent}  `)}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : `\n${indent}]`;
}

const isStream = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

function printed(value: unknown, indent: string, member = ''): string {
  return JSON.stringify(shownRecord(value, member), null, 2).replaceAll('\n', `\n${indent}`);
}
