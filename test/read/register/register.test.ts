import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type CaseEvent, EVENTS, STATES } from '../../../src/domain/cases/event.ts';
import { InvalidInput } from '../../../src/domain/problem.ts';
import { readRegister } from '../../../src/read/register/register.ts';
import { appendEvents } from '../../../src/write/register/append-events.ts';
import { eventOf } from '../../answer/cases/events.ts';

const newPath = () => join(mkdtempSync(join(tmpdir(), 'register-')), 'cases.csv');
const append = (path: string, ...events: readonly CaseEvent[]) => appendEvents(path, 'year', () => events);
const faultsOf = (path: string) => readRegister(path, 'year').faults;
const lines = (path: string) => readFileSync(path, 'utf8').split('\r\n');

const word = fc.string({ maxLength: 12, unit: 'grapheme' }).map((text) => text.replace(/[\s；']|\p{C}/gu, ''));
const fen = fc.option(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 12n }), { nil: null });
const print = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 16, maxLength: 16 });
const texts = fc.array(
  word.filter((text) => text !== ''),
  { maxLength: 3 },
);
const event: fc.Arbitrary<CaseEvent> = fc.record({
  time: fc.constant('2026-01-05 10:00:00'),
  case: fc.tuple(print, fc.nat(3)).map(([own, nth]) => (nth === 0 ? own : `${own}-${nth}`)),
  rule: fc.constantFrom('paid-twice', 'omitted'),
  kind: fc.constantFrom(...EVENTS),
  state: fc.constantFrom(...STATES),
  action: fc.option(fc.constantFrom(...ACTIONS), { nil: null }),
  risk: fen,
  confirmed: fen,
  recovered: fen,
  irrecoverable: fen,
  reason: word,
  by: word,
  unit: word,
  until: fc.constantFrom('', '2026-01-20'),
  note: word.map((text) => `=1+1,"${text}`),
  source: word,
  says: word,
  people: texts,
  places: texts,
  rows: fc.array(print, { maxLength: 3 }),
  shows: print,
});

describe('a register', () => {
  it('gives back every event as it was written, those of each campaign apart', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), fc.array(event, { maxLength: 8 }), (some, others) => {
        const path = newPath();
        append(path, ...some);
        appendEvents(path, 'another', () => others);
        append(path, ...others);
        expect(readRegister(path, 'year')).toMatchObject({ events: [...some, ...others], faults: [] });
        expect(readRegister(path, 'another').events).toEqual(others);
      }),
      { numRuns: 60 },
    );
  });

  it('is one line an event, which spreadsheets open, and keeps formulas from being any', () => {
    const path = newPath();
    append(path, eventOf({ note: '=HYPERLINK("x")\n二' }), eventOf());
    const [head, first, second, end] = lines(path);
    expect(head).toMatch(/^\ufeff时间,活动,疑点编号,/);
    expect([first?.includes(`"'=HYPERLINK(""x"") 二"`), second?.includes('疑0123456789abcdef'), end]).toEqual([
      true,
      true,
      '',
    ]);
  });

  it('tells of a line that somebody changed, removed, moved or added, and reads the others', () => {
    const path = newPath();
    append(path, eventOf({ by: '一' }), eventOf({ by: '二' }), eventOf({ by: '三' }), eventOf({ by: '四' }));
    const [head = '', one = '', two = '', three = '', four = ''] = lines(path);
    const told = (...of: readonly string[]) => {
      writeFileSync(path, [...of, ''].join('\r\n'));
      return faultsOf(path).map(({ line, fault }) => `${line} ${fault}`);
    };
    expect(told(head, one, two, three, four)).toEqual([]);
    expect(told(head, one, two.replace('未核查', '不属实'), three, four)).toEqual(['3 changed']);
    expect(told(head, one, three, four)).toEqual(['3 changed']);
    expect(told(head, one, three, two, four)).toEqual(['3 changed', '4 changed', '5 changed']);
    expect(told(head, one, two, three, four.replace('500.00', '5.00'))).toEqual(['5 changed']);
    expect(told(head, one, '随便写的', two, three, four)).toEqual(['3 changed', '3 unreadable']);
    expect(readRegister(path, 'year').events.map(({ by }) => by)).toEqual(['一', '二', '三', '四']);
  });

  it('survives a write that is cut short after any byte: whole lines count, half a line is told and goes', () => {
    const path = newPath();
    append(path, eventOf({ by: '甲' }));
    const before = readFileSync(path);
    append(path, eventOf({ by: '乙', note: '“引”,号"' }), eventOf({ by: '丙' }));
    const after = readFileSync(path);
    for (let length = 0; length < after.length; length += length < 200 || length > before.length ? 1 : 7) {
      writeFileSync(path, after.subarray(0, length));
      const { events } = readRegister(path, 'year');
      append(path, eventOf({ by: '丁' }));
      const mended = readRegister(path, 'year');
      expect(mended.faults).toEqual([]);
      expect(mended.events.map(({ by }) => by)).toEqual([...events.map(({ by }) => by), '丁']);
    }
    writeFileSync(path, after.subarray(0, after.length - 9));
    expect(faultsOf(path)).toEqual([{ line: 4, fault: 'half' }]);
  });

  it('does not take a last line for half a one because its end is gone', () => {
    const path = newPath();
    append(path, eventOf({ by: '甲' }));
    const text = readFileSync(path, 'utf8').trimEnd();
    writeFileSync(path, text);
    expect(readRegister(path, 'year')).toMatchObject({ faults: [], isOpen: true, events: [{ by: '甲' }] });
    writeFileSync(path, text.replace('甲', '乙'));
    expect(faultsOf(path)).toEqual([{ line: 2, fault: 'changed' }]);
    append(path, eventOf({ by: '丙' }));
    expect(readRegister(path, 'year').events.map(({ by }) => by)).toEqual(['乙', '丙']);
  });

  it('is refused where it is something else, or in another encoding', () => {
    const path = newPath();
    writeFileSync(path, '姓名,金额\r\n张三,500\r\n');
    expect(() => readRegister(path, 'year')).toThrow(InvalidInput);
    expect(() => append(path, eventOf())).toThrow(InvalidInput);
    const other = newPath();
    append(other, eventOf());
    appendFileSync(other, Buffer.from([0xd5, 0xc5, 0x2c, 0x0d, 0x0a]));
    expect(() => readRegister(other, 'year')).toThrow(InvalidInput);
  });
});
