import { describe, expect, it } from 'vitest';
import { type HeadFault, readHead } from '../../../src/read/list/list-head.ts';
import en from '../../../src/text/en/problems.ts';
import zh, { type ProblemWords } from '../../../src/text/zh/problems.ts';

const LISTS: ReadonlyArray<readonly [code: HeadFault['code'], titles: string[], given: [string, string][]]> = [
  ['list-no-header', ['甲', '乙', '丙'], []],
  ['list-column-ambiguous', ['姓名', '金额', '慰问金'], []],
  ['list-column-missing', ['姓名', '身份证号'], []],
  ['list-column-missing', ['姓名', '身份证号', '应发金额'], []],
  ['list-given-column-unknown', ['姓名', '金额'], [['全额', 'amount']]],
  ['list-given-field-unknown', ['姓名', '金额'], [['金额', 'amout']]],
];

function said(catalogue: ProblemWords, fault: HeadFault): readonly [string, string] {
  const describeFault = catalogue.describe[fault.code] as (data: HeadFault) => readonly [string, string];
  return describeFault(fault);
}

describe.each([zh, en])('faults of a head ($language)', (catalogue) => {
  it.each(LISTS)('%s %j', (code, titles, given) => {
    const head = readHead([titles], { own: new Map(given), anywhere: new Map() });
    const [fault] = 'faults' in head ? head.faults : [];
    if (fault?.code !== code) throw new Error(`expected ${code}, got ${JSON.stringify(fault)}`);
    const [what, mend] = said(catalogue, fault);
    expect(what.length).toBeGreaterThan(5);
    expect(mend).toMatch(/--column/);
    expect(mend).toMatch(/columns:/);
    expect(what + mend).not.toMatch(/undefined|null|\[object/);
  });

  it('says what a misspelt title or field may be meant to be', () => {
    const texts = LISTS.slice(4).map(([, titles, given]) => {
      const head = readHead([titles], { own: new Map(given), anywhere: new Map() });
      return 'faults' in head ? head.faults.map((fault) => said(catalogue, fault)[0]).join() : '';
    });
    expect(texts[0]).toContain('“金额”');
    expect(texts[1]).toContain('“amount”');
  });

  it('says that titles which are the same can not be told apart', () => {
    const head = readHead([['姓名', '金额', '金额']]);
    const [fault] = 'faults' in head ? head.faults : [];
    expect(fault && said(catalogue, fault)[1]).toMatch(/标题相同|rename/);
  });
});
