import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAMPAIGN } from '../../src/text/campaign-keys.ts';
import type { Keys } from '../../src/text/measure-keys.ts';
import { expectGolden } from '../golden.ts';
import { anchor, campaignOf, examplesOf, pathsOf } from './campaign-doc/key-tables.ts';
import { keysOf, loaded } from './campaign-doc/loading.ts';
import { campaignPage, EXAMPLE, SECTIONS } from './campaign-doc/page.ts';
import { KEYS } from './campaign-doc/schema.ts';

const TABLES = SECTIONS.flatMap(({ tables }) => tables);
const SAID = TABLES.flatMap((table) => Object.entries(table.keys).map(([key, said]) => ({ table, key, said })));

/** Is there, in the YAML of an example, such a key, or a list's or mapping's inner one? */
function has(value: unknown, keys: readonly string[]): boolean {
  const [key, ...more] = keys;
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Object.hasOwn(value, key)) return has((value as Record<string, unknown>)[key], more);
  return Object.values(value).some((inner) => has(inner, keys));
}

describe('docs/campaign.md', () => {
  it('tells of every key of the schema, and of no other', () => {
    const told = SAID.flatMap(({ table, key }) => pathsOf(table, key));
    expect(told.toSorted()).toEqual([...KEYS.keys()].toSorted());
  });

  it('has every key described in the schema, for editors', () => {
    expect([...KEYS].filter(([, { description }]) => !description).map(([path]) => path)).toEqual([]);
  });

  it('describes no key that the schema does not have', () => {
    const pathsIn = (keys: Keys, within: string): string[] =>
      Object.entries(keys).flatMap(([key, said]) => [
        within + key,
        ...(typeof said === 'string' ? [] : pathsIn(said[1], `${within}${key}.`)),
      ]);
    expect(pathsIn(CAMPAIGN, '').filter((path) => !KEYS.has(path))).toEqual([]);
  });

  const examples = SAID.flatMap(({ table, key, said }) =>
    examplesOf(said).map((example) => [`${table.at[0]}: ${key}`, example, table, key] as const),
  );
  it.each(examples)('%s: %s', (_, example, table, key) => {
    expect(has(keysOf(example), key.split('.'))).toBe(true);
    loaded(campaignOf(table, example)); // throws where it is refused
  });

  it('begins with a campaign that loads', () => {
    loaded(EXAMPLE);
  });

  it('links to headings of its own, and to files', () => {
    const page = campaignPage();
    const anchors = [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchor(title));
    for (const [, link = ''] of page.matchAll(/\]\(([^)]+)\)/g)) {
      if (link.startsWith('#')) expect(anchors).toContain(link);
      else expect(existsSync(`docs/${link.replace(/#.*/, '')}`), link).toBe(true);
    }
  });

  it('is what the schema and the readers say', () => {
    expectGolden('docs/campaign.md', campaignPage());
  });
});
