import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deepParquet, wideParquet } from '../engine/hostile-parquet.ts';
import { endlessXls } from '../workbook/read/endless-xls.ts';
import { entriesOf, zipped } from '../workbook/read/parts.ts';
import { Desk } from './people.ts';
import { watched } from './watched.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-hostile-files-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));
const xls = desk.write('endless.xls', endlessXls);

const leftovers = () => readdirSync(desk.folder).filter((name) => name.startsWith('relief-'));

describe('a file that brings its parser to its end', () => {
  it('is damaged if it is an .xls, and takes little memory', async () => {
    const { ended, stdout, stderr, memory } = await watched(desk.folder, ['check', xls]);
    expect([ended, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^.*endless\.xls：工作簿已损坏：.*\n.*改法：.*\n$/);
    expect(memory).toBeLessThan(600e6);
    expect(leftovers()).toEqual([]);
  });

  it('is damaged if it is a Parquet file', async () => {
    const deep = desk.write('deep.parquet', deepParquet(100_000));
    const { ended, stdout, stderr } = await watched(desk.folder, ['check', deep]);
    expect([ended, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^.*deep\.parquet：不是完好的 Parquet 文件\n.*改法：.*\n$/);
    expect(leftovers()).toEqual([]);
  });

  it('is filled like any other if it is a form', async () => {
    const merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const asks = '<row r="1"><c r="A1" t="inlineStr"><is><t>{{total.amount}}</t></is></c></row>';
    const form = desk.write('form.xlsx', zipped(entriesOf({ sheetData: asks, afterData: merged })));
    const filled = desk.at('filled.xlsx');
    const args = ['export', 'campaigns/putuo-2017.yaml', '--template', form, '-o', filled];
    const { ended, stdout, memory } = await watched(desk.folder, args);
    expect([ended, stdout, existsSync(filled)]).toEqual([0, '', true]);
    expect(memory).toBeLessThan(300e6);
  });
});

describe('relief that is ended while a file is read in a process of its own', () => {
  const wide = desk.write('wide.parquet', wideParquet(100_000));

  it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)('by %s leaves no process behind', async (signal) => {
    const { ended, work } = await watched(desk.folder, ['check', wide], (relief) => relief.kill(signal));
    expect(ended).toBe(signal);
    expect(work).toBeLessThan(10); // left alone, it takes twenty seconds
    if (signal !== 'SIGKILL') expect(leftovers()).toEqual([]);
  });
});
