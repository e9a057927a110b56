import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { characterEnd, sniffEncoding } from '../../src/file/encoding.ts';
import { surveyUtf8 } from '../../src/read/list/csv-bytes.ts';
import { CsvSurvey } from '../../src/read/list/csv-survey.ts';
import { saved, withText } from '../engine/reading.ts';

const text = '序号,姓名,身份证号,金额\r\n1,王秀英,990000194501010019,550\r\n2,李强,,无\r\n';
const mark = { addBOM: true };

describe('the encoding of a list', () => {
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-8', Buffer.from('name,amount\n')],
    ['gb18030', iconv.encode(text, 'gbk')],
    ['gb18030', iconv.encode('姓名,金额\n𠮷野,1\n㐀,2\n', 'gb18030')],
    ['utf-16le', iconv.encode(text, 'utf16le', mark)],
    ['utf-16be', iconv.encode(text, 'utf16be', mark)],
    ['utf-16le', iconv.encode(text, 'utf16le')],
    ['utf-16be', iconv.encode(text, 'utf16be')],
  ] as const)('is seen as %s', (encoding, bytes) => {
    expect(sniffEncoding(bytes, true)).toBe(encoding);
  });

  it('is UTF-8 wherever the head is cut', () => {
    const bytes = Buffer.from('姓名,金额,é,𠮷');
    for (let length = 1; length < bytes.length; length += 1) {
      expect([length, sniffEncoding(bytes.subarray(0, length), false)]).toEqual([length, 'utf-8']);
    }
    expect(sniffEncoding(bytes.subarray(0, 2), true)).not.toBe('utf-8');
  });

  it('is that of most characters where a few are damaged', () => {
    const utf8 = Buffer.from(text.repeat(20));
    utf8[3] = 0xff;
    expect(sniffEncoding(utf8, true)).toBe('utf-8');
    const gbk = iconv.encode(text.repeat(20), 'gbk');
    gbk[gbk.length - 40] = 0xff;
    expect(sniffEncoding(gbk, true)).toBe('gb18030');
  });

  it('finds where the last whole character of UTF-8 ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (string, at) => {
        const bytes = Buffer.from(string);
        const cut = bytes.subarray(0, at % (bytes.length + 1));
        const end = characterEnd(cut);
        expect(cut.length - end).toBeLessThan(4);
        expect(Buffer.from(cut.subarray(0, end).toString()).equals(cut.subarray(0, end))).toBe(true);
        const whole = Buffer.from(cut.toString()).equals(cut);
        if (whole) expect(end).toBe(cut.length);
      }),
    );
  });
});

describe('a list whose bytes turn out to be others', () => {
  const row = '1,王秀英,990000194501010019,550\n';
  const long = `序号,姓名,身份证号,金额\n${row.repeat(9000)}`; // beyond the head that is sniffed

  it('is UTF-8 with a damaged character where its head is UTF-8', async () => {
    const bytes = Buffer.from(`${long}2,李强,990000194501010027,100\n`);
    bytes[bytes.lastIndexOf('强') + 1] = 0xff;
    await withText(bytes, async ({ files, lists, database }) => {
      expect(files[0]?.encoding).toBe('utf-8');
      expect(lists[0]?.payouts).toBe(9001);
      expect(await database.one('select name from payout where "row" = 9002')).toEqual({
        name: '李\ufffd\ufffd\ufffd',
      });
      expect(await database.one(`select count(*) as count from payout where name = '王秀英'`)).toEqual({
        count: 9000n,
      });
    });
  });

  it('stays UTF-8 where a row has nothing but broken bytes, though those are fewer faults in GB18030', async () => {
    const row = Buffer.from('\xff\xfe\x80\x81,990000194501010019,1200,\xed\xa0\x80,\xf8\x88\x80\x80\x80,x\n', 'latin1');
    const text = '姓名,身份证号,金额,部门,项目,备注\n王伟,990000194501010019,1200,民政局,节日,x\n';
    await withText(Buffer.concat([Buffer.from(text), row]), async ({ files, lists }) => {
      expect(files[0]?.encoding).toBe('utf-8');
      expect(lists[0]?.payouts).toBe(2);
    });
  });

  it('is GB18030 where its head is ASCII', async () => {
    const ascii = `no,name,id,amount\n${'1,Wang,990000194501010019,550\n'.repeat(10_000)}`;
    await withText(iconv.encode(`${ascii}2,李强,,100\n`, 'gbk'), async ({ files, database }) => {
      expect(files[0]?.encoding).toBe('gb18030');
      expect(await database.one('select name from payout where "row" = 10002')).toEqual({ name: '李强' });
    });
  });

  it('is surveyed as UTF-8 only if it is, across chunks too', async () => {
    const character = '王';
    const boundary = `${'a'.repeat((4 << 20) - 1)}${character}`;
    expect((await surveyUtf8(saved(boundary), new CsvSurvey(',')))?.shape.records).toBe(1);
    expect(await surveyUtf8(saved(Buffer.from(boundary).subarray(0, -1)), new CsvSurvey(','))).toBeNull();
    expect(
      await surveyUtf8(saved(Buffer.concat([Buffer.from(boundary), Buffer.of(0xff)])), new CsvSurvey(',')),
    ).toBeNull();
  });
});
