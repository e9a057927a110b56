import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { stepOf, whatFor } from '../../src/engine/step.ts';
import { relief } from '../cli/run.ts';

it('every table that a statement makes is named, and what it is for', () => {
  const sources = globSync('src/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const made = sources.flatMap((source) => [
    ...source.matchAll(/create (?:or replace )?(?:temp )?(?:table|view|type) (?:if not exists )?(\w+)/gi),
  ]);
  expect(made.length).toBeGreaterThan(80);
  expect(made.flatMap(([, name = '']) => (whatFor(name) === '' ? [name] : []))).toEqual([]);
});

describe('a statement', () => {
  it.each([
    ['create temp table repeated_id as select 1', 'create repeated_id'],
    ['  create or replace temp table list_12 as select * from payout', 'create list_12'],
    ['create temp table if not exists list_set (id integer)', 'create list_set'],
    ['insert into finding select * from payout', 'insert finding'],
    ['append member', 'append member'],
    ['drop table if exists candidate', 'drop candidate'],
    ['update slot set state = 1', 'update slot'],
    ['with a as (select * from resolved) select * from a join member on true', 'select resolved'],
    ['select count(*) from (select distinct identity from resolved)', 'select resolved'],
  ])('%s is called %s', (sql, name) => {
    const step = stepOf(sql);
    expect(step.name).toBe(name);
    expect(step.why).not.toBe('');
  });

  it('that asks no table has its own words', () => {
    expect(stepOf('set threads = 1')).toEqual({ name: 'set threads = 1', why: '' });
  });
});

it('--debug tells of every statement, and nothing else does', async () => {
  const args = ['dedupe', 'samples/district/recipients.csv', '--fail-on', 'never'];
  const { stderr } = await relief([...args, '--debug']);
  expect(stderr).toMatch(/^ +\d+\.\d +498 {2}create resolved_row +rows of payees/m);
  expect(stderr).toMatch(/^ +\d+\.\d +\d+ {2}select found_group +findings on groups/m);
  expect(stderr).not.toMatch(/\d{15}/);
  expect((await relief(args)).stderr).not.toContain('resolved_row');
});
