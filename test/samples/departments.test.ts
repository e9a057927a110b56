import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { MIX_NAMES } from '../../samples/generator/departments/mixes.ts';
import { writeDepartments } from '../../samples/generator/departments/write-departments.ts';
import { checkDigit } from '../../samples/generator/id-number.ts';

const ROWS = 2000;

function made(seed: number, mix = 'default') {
  const out = mkdtempSync(join(tmpdir(), 'departments-'));
  writeDepartments({ rows: ROWS, seed, out, mix });
  return out;
}

const bytesOf = (folder: string) =>
  readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
const recordsOf = (folder: string, file: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, file)), { columns: true });
const listsOf = (folder: string) =>
  readdirSync(folder).filter((file) => file.endsWith('.csv') && !['truth.csv', 'people.csv'].includes(file));

const ID_TITLE = /身份证|证件号|公民身份|残疾/;
const PHONE_TITLE = /电话|手机/;
const isValid = (id: string) => /^\d{17}[\dX]$/.test(id) && checkDigit(id.slice(0, 17)) === id.at(17);

describe("departments' lists", () => {
  const folder = made(7);
  const people = new Map(recordsOf(folder, 'people.csv').map((person) => [person.person, person]));
  const truth = recordsOf(folder, 'truth.csv');

  it('are the same for a seed and others for another', () => {
    expect(bytesOf(made(7))).toEqual(bytesOf(folder));
    expect(bytesOf(made(8))).not.toEqual(bytesOf(folder));
  });

  it('are of twelve departments, with a row of the truth for each of theirs', () => {
    const lists = listsOf(folder);
    expect(lists).toHaveLength(13); // the education bureau has one of teachers and one of pupils
    expect(truth).toHaveLength(ROWS);
    for (const file of lists) {
      const rows = recordsOf(folder, file).map((_, index) => String(index + 2));
      expect(truth.filter((row) => row.file === file).map(({ row }) => row)).toEqual(rows);
    }
  });

  it('name who the truth says, mostly by name', () => {
    const rows = new Map(listsOf(folder).map((file) => [file, recordsOf(folder, file)]));
    const named = truth.filter(({ file = '', row, person, second }) => {
      const cells = Object.values(rows.get(file)?.[Number(row) - 2] ?? {}).join();
      expect(people.get(second || person)?.household).toBe(people.get(person)?.household);
      return [person, second].every((index) => !index || cells.includes(people.get(index)?.name ?? ''));
    });
    expect(named.length / ROWS).toBeGreaterThan(0.8);
  });

  it('have most people once, a good share several times, and a few twice on one list', () => {
    const rowsOf = new Map<string, string[]>();
    for (const { person = '', file = '' } of truth) rowsOf.set(person, [...(rowsOf.get(person) ?? []), file]);
    const counts = [1, 2, 3, 4].map((times) => [...rowsOf.values()].filter(({ length }) => length === times).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect((counts[1] ?? 0) / rowsOf.size).toBeGreaterThan(0.2);
    expect([...rowsOf.values()].some((files) => new Set(files).size < files.length)).toBe(true);
  });

  it.each(MIX_NAMES)('have nobody’s numbers, valid or deliberately broken, in the mix %s', (mix) => {
    const out = made(3, mix);
    let valid = 0;
    let whole = 0;
    for (const file of listsOf(out)) {
      for (const row of recordsOf(out, file)) {
        for (const [title, cell] of Object.entries(row)) {
          if (ID_TITLE.test(title) && cell !== '') {
            expect(cell).toMatch(/^(?:9900|990\*|\*{4})/);
            const id = cell.replaceAll(' ', '').toUpperCase();
            if (/^\d{17}[\dX](?:\d\d)?$/.test(id)) whole += 1;
            if (isValid(id.slice(0, 18))) valid += 1;
          }
          if (PHONE_TITLE.test(title)) {
            for (const phone of cell.split(/[/、，;]| (?=\d{8,})/).filter(Boolean)) {
              expect(phone).toMatch(/^(?:142|143|154|0300-?555|555)/);
            }
          }
          if (/账号|卡号/.test(title)) expect(cell).toMatch(/^99/);
        }
      }
    }
    expect(valid / whole).toBeGreaterThan(0.9);
    expect(valid).toBeLessThan(whole);
  });

  it('have families whose members are related as they say', () => {
    const all = [...people.values()];
    expect(new Set(all.map(({ household, name }) => `${household} ${name}`)).size).toBe(all.length);
    for (const { person, spouse, twin, father, birth } of all) {
      if (spouse) expect(people.get(spouse)?.spouse).toBe(person);
      if (twin) expect(people.get(twin)).toMatchObject({ twin: person, birth });
      if (father) expect(people.get(father)?.sex).toBe('男');
      if (father) expect((people.get(father)?.birth ?? '') < (birth ?? '')).toBe(true);
    }
    expect(all.some(({ twin }) => twin)).toBe(true);
    expect(new Set(all.map(({ name }) => name)).size).toBeLessThan(all.length);
  });
});
