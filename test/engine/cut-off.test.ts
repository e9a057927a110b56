import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { readLists } from '../../src/engine/lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-cut-'));
afterAll(() => rmSync(folder, { recursive: true }));

const isCutOff = async (bytes: Uint8Array) => {
  const file = join(folder, 'list.csv');
  writeFileSync(file, bytes);
  const { database, lists } = await readLists([{ file, columns: new Map() }], null, { threads: 1 });
  database.close();
  return lists.map(({ source, payouts }) => [source.isCutOff, payouts]);
};

describe.each(['utf8', 'gb18030', 'utf16le'])('a file in %s', (encoding) => {
  const bytes = iconv.encode('姓名,金额,备注\n安一,500,\n白二,600,已核实', encoding, {
    addBOM: encoding === 'utf16le',
  });

  it('that ends in half a character is known to', async () => {
    expect(await isCutOff(bytes.subarray(0, -1))).toEqual([[true, 2]]);
  });

  it('that ends with one is not', async () => expect(await isCutOff(bytes)).toEqual([[false, 2]]));
});
