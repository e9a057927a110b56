import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { Shortage } from '../../src/domain/problem.ts';
import { Database } from '../../src/engine/database.ts';
import { readLists } from '../../src/engine/lists.ts';
import { inputOf, newPath, saved, withText } from './reading.ts';

const LIST = '姓名,身份证号,金额\n王秀英,990000194501010019,550\n';

it('a database that is watched says how far it is, and prints nothing', async () => {
  const database = await Database.open({ watched: true });
  try {
    expect(database.progress()).toBeNull();
    const { count } = await database.one('select count(*) as count from range(100000)');
    expect(count).toBe(100_000n);
    await database.lock();
    expect(database.progress() ?? 0).toBeLessThanOrEqual(100);
  } finally {
    database.close();
  }
});

describe('the database that lists are read into', () => {
  it.each([
    ['a file is read', (path: string) => `select * from read_csv('${path}')`],
    ['a file is read as text', (path: string) => `select * from read_text('${path}')`],
    ['a file is read by its name', (path: string) => `select * from '${path}'`],
    ['files are listed', (path: string) => `select * from glob('${path}')`],
    ['a file is written', (path: string) => `copy payout to '${path}'`],
    ['a database is attached', (path: string) => `attach '${path}' as other`],
    ['a database is exported', (path: string) => `export database '${path}'`],
    ['an extension is installed', () => 'install httpfs'],
    ['an extension is loaded', () => 'load httpfs'],
    ['access is allowed again', () => 'set enable_external_access = true'],
    ['the lock is taken off', () => 'set lock_configuration = false'],
    ['any setting is changed', () => "set memory_limit = '1GB'"],
  ])('is closed before %s', async (_, sql) => {
    const path = saved(LIST);
    await withText(LIST, async ({ database }) => {
      await expect(database.run(sql(path))).rejects.toThrow(/disabled|locked|Permission|not allowed|cannot be/i);
      expect(await database.one('select count(*) as count from payout')).toEqual({ count: 1n });
    });
  });

  it('spills to a private folder, which is gone when it is closed', async () => {
    const { database } = await readLists([inputOf(saved(LIST))], null, { threads: 1 });
    const { folder } = database.spill;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect((await database.one<{ folder: string }>("select current_setting('temp_directory') as folder")).folder).toBe(
      folder,
    );
    database.close();
    expect(existsSync(folder)).toBe(false);
  });

  it('leaves no folder behind where lists can not be read', async () => {
    const temporary = newPath('');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    try {
      await expect(readLists([inputOf(newPath())], null, { threads: 1 })).rejects.toThrow('file-missing');
      await withText(LIST, () => expect(readdirSync(temporary)).toHaveLength(1));
      expect(readdirSync(temporary)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('takes what is asked of it at the same time one by one', async () => {
    const database = await Database.open();
    try {
      await database.run('create table number (value bigint)');
      const values = Array.from({ length: 10 }, (_, value) => [BigInt(value)] as const);
      const query = 'select count(*) as count from number n, range(1000) where n.value > 3';
      for (let round = 0; round < 100; round += 1) {
        await Promise.all(
          Array.from({ length: 4 }).flatMap(() => [database.columns(query), database.append('number', values)]),
        );
      }
      expect(await database.one('select count(*) as count from number')).toEqual({ count: 4000n });
    } finally {
      database.close();
    }
  });

  it('keeps to the threads and the memory that it is given', async () => {
    const database = await Database.open({ threads: 1, memory: '100MB' });
    try {
      const set = await database.one(
        "select current_setting('threads') as threads, current_setting('memory_limit') as memory",
      );
      expect(set).toEqual({ threads: 1n, memory: '95.3 MiB' });
    } finally {
      database.close();
    }
  });

  it('tells a shortage of memory and of disk from other faults', async () => {
    const database = await Database.open({ threads: 1, memory: '10MB' });
    const large = 'create table large as select range as a, md5(range::varchar) as b from range(2000000)';
    try {
      await database.run("set max_temp_directory_size = '0KiB'");
      await expect(database.run(large)).rejects.toThrow(Shortage);
      await expect(database.all('select')).rejects.not.toThrow(Shortage);
    } finally {
      database.close();
    }
  });

  it('gives one row, or says that there is none', async () => {
    await withText(LIST, async ({ database }) => {
      await expect(database.one('select 1 where false')).rejects.toThrow('gave none');
    });
  });

  it('streams what it is asked for, all of it', async () => {
    const database = await Database.open({ threads: 1 });
    try {
      await database.run('create table number (n bigint, text varchar, odd boolean, small integer)');
      await database.append(
        'number',
        Array.from({ length: 5000 }, (_, n) => [BigInt(n), n % 7 ? `${n}` : null, n % 2 === 1, n]),
      );
      let count = 0;
      for await (const rows of database.stream('select * from number order by n')) {
        for (const row of rows) {
          expect(row).toEqual({
            n: BigInt(count),
            text: count % 7 ? `${count}` : null,
            odd: count % 2 === 1,
            small: count,
          });
          count += 1;
        }
      }
      expect(count).toBe(5000);
    } finally {
      database.close();
    }
  });
});

describe('lists that are larger than the memory they may take', () => {
  it('are read or are a shortage, and nothing else', async () => {
    const row = (n: number) => `王秀英,${`${n}`.padStart(17, '9')}X,550,石泉路街道第${n}居委会\n`;
    const file = saved(`姓名,身份证号,金额,街道\n${Array.from({ length: 60_000 }, (_, n) => row(n)).join('')}`);
    const reading = readLists([inputOf(file)], null, { threads: 1, memory: '10MB' });
    const outcome = await reading.then(
      (lists) => {
        lists.database.close();
        return 'read';
      },
      (error: unknown) => (error instanceof Shortage ? error.of : error),
    );
    expect(outcome).toBe('memory');
  });
});
