import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import excel from 'exceljs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/cli/errors.ts';
import { Outputs } from '../../src/cli/outputs.ts';
import { splitLists } from '../../src/cli/split-lists.ts';
import { InvalidInput } from '../../src/domain/problem.ts';
import { Database } from '../../src/engine/database.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';
import zh from '../../src/text/zh/catalogue.ts';
import { inputOf, newPath, payouts, saved, withLists } from '../engine/reading.ts';
import { everyPayout, filesIn, onlyFile, split } from '../write/splitting.ts';

const ID = '99000019450101001';
const HEADER = '姓名,身份证号,金额\n';
const ROWS = [`王秀英,${ID}9,5\n`, `李强,${ID}2,6\n`];
const TEXT = HEADER + ROWS.join('');

function folder(): string {
  const path = newPath('');
  mkdirSync(path);
  return path;
}
/** Why lists can't be split so, and what stands in the folder then. */
async function refused(inputs: readonly ListInput[], clean: string, meanwhile = () => {}): Promise<unknown> {
  return withLists(inputs, async (lists) => {
    meanwhile();
    const outputs = new Outputs(zh, () => {});
    outputs.protect(inputs.map(({ file }) => file));
    const removed = new Map([[0, new Set([2])]]);
    const folders = { clean, removed: null, held: null };
    try {
      await splitLists(lists, { removed, held: new Map() }, folders, { catalogue: zh, outputs });
      outputs.put();
    } catch (error) {
      return error;
    } finally {
      outputs.discard();
    }
    return expect.fail('it was written');
  });
}

describe('files of lists that are split', () => {
  it('have the names of their inputs, and are for nobody else to read', async () => {
    const path = saved(TEXT);
    const { clean, removed, said } = await split([inputOf(path)], { 0: [2] });
    const name = basename(path);
    expect([filesIn(clean), filesIn(removed)]).toEqual([[name], [name]]);
    expect([onlyFile(clean).toString(), onlyFile(removed).toString()]).toEqual([HEADER + ROWS[1], HEADER + ROWS[0]]);
    for (const each of [clean, removed]) expect(statSync(join(each, name)).mode & 0o777).toBe(0o600);
    expect(said).toEqual([zh.cli.written(join(clean, name)), zh.cli.written(join(removed, name))]);
  });

  it('are for nobody else to read where the input was for all', async () => {
    const path = saved(TEXT);
    chmodSync(path, 0o644);
    const { clean } = await split([inputOf(path)], {});
    expect(statSync(join(clean, basename(path))).mode & 0o777).toBe(0o600);
  });

  it('have the folders in front by which inputs of one name differ', async () => {
    const top = folder();
    for (const each of ['a', 'b/c']) {
      mkdirSync(join(top, each), { recursive: true });
      writeFileSync(join(top, each, 'list.csv'), TEXT);
    }
    writeFileSync(join(top, 'other.csv'), TEXT);
    const inputs = ['a/list.csv', 'b/c/list.csv', 'other.csv'].map((name) => inputOf(join(top, name)));
    const { clean, removed } = await split(inputs, { 1: [3] });
    expect(filesIn(clean)).toEqual(['a/list.csv', 'b/c/list.csv', 'other.csv']);
    expect(readFileSync(join(clean, 'b/c/list.csv'), 'utf8')).toBe(HEADER + ROWS[0]);
    expect(readFileSync(join(removed, 'b/c/list.csv'), 'utf8')).toBe(HEADER + ROWS[1]);
    expect(readFileSync(join(removed, 'a/list.csv'), 'utf8')).toBe(HEADER);
  });

  it('are one where the sheets of a workbook were given one by one', async () => {
    const made = new excel.Workbook();
    for (const name of ['一月', '二月', '三月'])
      made.addWorksheet(name).addRows([['姓名', '金额'], ...['王秀英', '李强'].map((each) => [each, 5])]);
    const path = saved(new Uint8Array(await made.xlsx.writeBuffer()), '.xlsx');
    const inputs = ['一月', '二月'].map((sheet) => inputOf(path, { sheet }));
    const { clean, removed } = await split(inputs, { 0: [2], 1: [3] });
    const names = async (file: string) =>
      withLists([inputOf(file)], async (lists) => {
        const found = (await payouts(lists, 'list, name')) as { list: number; name: string }[];
        return found.map(({ list, name }) => `${lists.lists[list]?.source.sheet} ${name}`);
      });
    const [name = ''] = filesIn(clean);
    expect(await names(join(clean, name))).toEqual(['一月 李强', '二月 王秀英', '三月 王秀英', '三月 李强']);
    expect(await names(join(removed, name))).toEqual(['一月 王秀英', '二月 李强']);
  });
});

describe('a list that was given twice', () => {
  it('keeps a row that was removed once, as the double of itself', async () => {
    const path = saved(TEXT);
    const inputs = [inputOf(path), inputOf(path, { sheet: '名单' })];
    const { clean, removed } = await split(inputs, { 0: [3], 1: [2, 3] });
    expect(onlyFile(clean).toString()).toBe(HEADER + ROWS[0]);
    expect(onlyFile(removed).toString()).toBe(HEADER + ROWS[1]);
  });
});

describe('standard input', () => {
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    ['stdin.csv', TEXT],
    ['stdin.tsv', TEXT.replaceAll(',', '\t')],
  ])('is %s', async (name, text) => {
    const stdin = vi.spyOn(process, 'stdin', 'get');
    stdin.mockReturnValue(Readable.from([Buffer.from(text)]) as typeof process.stdin);
    const { clean } = await split([inputOf('-')], { 0: [2] });
    expect(filesIn(clean)).toEqual([name]);
    expect(onlyFile(clean).toString().split('\n')).toEqual(text.split('\n').filter((_, index) => index !== 1));
  });
});

describe('a Parquet file', () => {
  it('stays one, with its types and the order of its rows', async () => {
    const path = newPath('.parquet');
    const database = await Database.open({ threads: 2 });
    await database.run(
      `copy (select '王' || chr(19968 + (range % 5000)::integer) as 姓名, '990000194501010' || lpad((range % 1000)::varchar, 3, '0') as 身份证号,
        (range + 100)::decimal(18, 2) as 金额, date '2017-01-05' as 发放日期, null as "taken"
      from range(300000)) to '${path}' (format parquet, row_group_size 20000)`,
    );
    const rows = Array.from({ length: 300_000 }, (_, at) => at + 2).filter((row) => row % 3 === 0);
    const { clean, removed } = await split([inputOf(path)], { 0: rows });
    const read = async (file: string) => {
      const columns = await database.columns(`select 金额::integer - 98 as row from read_parquet('${file}')`);
      return columns[0] as number[];
    };
    const [name = ''] = filesIn(clean);
    expect(await read(join(removed, name))).toEqual(rows);
    expect(await read(join(clean, name))).toEqual(
      Array.from({ length: 300_000 }, (_, at) => at + 2).filter((row) => row % 3 !== 0),
    );
    const types = (file: string) => database.all(`describe select * from read_parquet('${file}')`);
    expect(await types(join(clean, name))).toEqual(await types(path));
    expect(statSync(join(clean, name)).mode & 0o777).toBe(0o600);
    database.close();
  });

  it('counts its names as the first row', async () => {
    const path = newPath('.parquet');
    const database = await Database.open({ threads: 1 });
    await database.run(
      `copy (select * from (values ('王秀英', 5), ('李强', 6), (null, null), ('赵六', 7)) t("姓名", "金额")) to '${path}' (format parquet)`,
    );
    database.close();
    const all = await everyPayout([inputOf(path)]);
    const { clean, removed } = await split([inputOf(path)], { 0: [3] });
    const [name = ''] = filesIn(clean);
    const parts = await Promise.all([clean, removed].map((each) => everyPayout([inputOf(join(each, name))])));
    expect(parts.flat().sort()).toEqual(all);
    expect(parts[1]?.join()).toContain('李强');
  });
});

describe('nothing is written', () => {
  it('where a list has changed since it was read, not even of the others', async () => {
    const [first, second] = [saved(TEXT), saved(TEXT)];
    const to = folder();
    const error = await refused([inputOf(first), inputOf(second)], to, () => appendFileSync(second, ROWS[0] as string));
    expect(error).toBeInstanceOf(InvalidInput);
    expect(error).toMatchObject({ problems: [{ code: 'list-changed', place: { file: second } }] });
    expect(readdirSync(to)).toEqual([]);
  });

  it('over an input', async () => {
    const top = folder();
    const path = join(top, 'list.csv');
    writeFileSync(path, TEXT);
    expect(await refused([inputOf(path)], top)).toEqual(new UsageError(zh.cli.isInput(path)));
    expect([readFileSync(path, 'utf8'), readdirSync(top)]).toEqual([TEXT, ['list.csv']]);
  });

  it('where one of the files has no place', async () => {
    const [first, second] = [saved(TEXT), saved(TEXT)];
    const to = folder();
    mkdirSync(join(to, basename(second)));
    const error = await refused([inputOf(first), inputOf(second)], to);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(join(to, basename(second)));
    expect(existsSync(join(to, basename(first)))).toBe(false);
    expect(readdirSync(to)).toEqual([basename(second)]);
  });

  it('where the folder is a file', async () => {
    const file = saved('');
    const path = saved(TEXT);
    const place = join(file, basename(path));
    expect(await refused([inputOf(path)], file)).toEqual(new UsageError(zh.cli.writeFailed(place, 'ENOTDIR')));
  });
});
