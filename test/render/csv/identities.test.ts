import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { identifiedRows } from '../../../src/identity/identified-rows.ts';
import { likelyPairs } from '../../../src/identity/likely-pairs.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { renderIdentities, renderLikelyPairs } from '../../../src/render/csv/identities.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { confirm, likely } from '../../identity/likely.ts';

const first17 = '99000119500101021';
const ID = first17 + checkDigit(first17);
const PAID = `姓名,身份证号,金额\n张秀英,${ID},1\n张秀英,${ID},2\n赵大夫妇,,3\n钱二,,4\n`;
const OTHER = '姓名,电话,金额\n秀英,14200000001,5\n钱贰,14200000002,6\n';
const ROSTER = '姓名,电话\n钱二,14200000003\n';

async function linesOf(pieces: AsyncIterable<string>): Promise<string[]> {
  let text = '';
  for await (const piece of pieces) text += piece;
  const lines: string[][] = parse(text);
  return lines.slice(1).map((cells) => cells.map((cell) => (cell.endsWith('.csv') ? basename(cell) : cell)).join(' '));
}

describe('who is who, as a CSV', () => {
  const files = [saved(PAID), saved(OTHER), saved(ROSTER)];
  const [paid, other, roster] = files.map((file) => basename(file));
  const [first = '', second = '', third = ''] = files;
  const inputs = [inputOf(first), inputOf(second), inputOf(third, { role: 'roster', entry: 0 })];
  const resolved = <T>(use: Parameters<typeof withLists<T>>[1]) =>
    withLists(inputs, async (lists) => {
      await resolveIdentities(lists, { certain: true });
      await confirm(lists, [['0:2', '1:2']]);
      await likely(lists, [
        { one: '1:2', other: '0:2', band: 'confirmed', posterior: 0.996, evidence: 'name:prefix phone:same' },
        { one: '1:2', other: '0:3', band: 'confirmed', posterior: 0.9999, evidence: 'name:prefix birth:day' },
        { one: '0:5', other: '1:3', posterior: 0.41, evidence: 'name:variant' },
        { one: '0:5', other: '2:2', posterior: 1 / 3 },
        { one: '0:4', other: '1:3', band: 'apart', posterior: 0.0000001, evidence: 'name:different' },
      ]);
      return use(lists);
    });

  it('says of each row whose it is, how sure that is, and of a confirmed one why', async () => {
    const lines = await resolved(async (lists) => {
      await lists.database.run(
        'create temp table partner_row (list usmallint, row uinteger, identity bigint, certain bigint)',
      );
      await lists.database.run('insert into partner_row values (0, 4, -77, -77)');
      return linesOf(renderIdentities(identifiedRows(lists)));
    });
    expect(lines).toEqual([
      `${paid} 2 1 certain id 1   1`,
      `${paid} 3 1 certain id 1   1`,
      `${paid} 4 2 certain alone 2   1`,
      `${paid} 4 3 certain  3   2`,
      `${paid} 5 4 certain alone 4   1`,
      `${other} 2 1 confirmed alone 5 0.9999 name:prefix birth:day 1`,
      `${other} 3 5 certain alone 6   1`,
    ]);
  });

  it('says which two may be one, the likeliest first, rosters’ people too', async () => {
    const lines = await resolved(async (lists) => {
      await lists.database.run('update likely_pair set one_part = 2 where one_row = 4');
      return linesOf(renderLikelyPairs(likelyPairs(lists)));
    });
    expect(lines).toEqual([
      `${other} 2 1 ${paid} 3 1 confirmed 0.9999 name:prefix birth:day`,
      `${other} 2 1 ${paid} 2 1 confirmed 0.996 name:prefix phone:same`,
      `${paid} 5 1 ${other} 3 1 review 0.41 name:variant`,
      `${paid} 5 1 ${roster} 2 1 review 0.333333 name:same`,
      `${paid} 4 2 ${other} 3 1 apart 0 name:different`,
    ]);
  });
});
