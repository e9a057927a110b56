import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditAnswer } from '../../src/answer/audit.ts';
import type { AuditEntry } from '../../src/domain/audit/entry.ts';
import { sha256Of as digestOf } from '../../src/file/bytes.ts';
import { AUDIT_LINES } from '../../src/read/register/audit-line.ts';
import { readSealed } from '../../src/read/register/sealed-lines.ts';
import { appendLines } from '../../src/write/register/append-events.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const CAMPAIGN = 'test/cases/omitted/on-no-list/campaign.yaml';
const entries = (path: string): readonly AuditEntry[] => readSealed(path, '', AUDIT_LINES).events;

describe('a journal of runs', () => {
  const journal = at('运行日志.csv');
  const output = at('findings.json');
  beforeAll(async () => {
    await relief(['budget', 'campaigns/putuo-2017.yaml', '--audit', journal]);
    await relief(['dedupe', CAMPAIGN, '--audit', journal, '-o', output, '--fail-on', 'never']);
    await relief(['dedupe', at('nothing.csv'), '--audit', journal]);
  });

  it('has a line for each run, also for one that failed', () => {
    expect(entries(journal).map(({ exit }) => exit)).toEqual([0, 0, 2]);
    expect(auditAnswer(journal)).toMatchObject({ runs: 3, faults: [] });
  });

  it('tells what was read, with its digest and row equation, and what was written', () => {
    const [plan, lists] = entries(journal);
    expect(plan?.campaigns).toEqual(['putuo-2017']);
    expect(plan?.inputs).toEqual([`campaigns/putuo-2017.yaml ${digestOf('campaigns/putuo-2017.yaml')}`]);
    expect(plan?.findings.join()).toMatch(/unquantified-measure \d+/);
    const list = 'test/cases/omitted/on-no-list/list.csv';
    expect(lists?.inputs.find((input) => input.includes('list.csv'))).toMatch(
      new RegExp(`^${list} ${digestOf(list)} \\d+=\\d+\\+\\d+\\+\\d+$`),
    );
    expect(lists?.inputs.some((input) => input.startsWith(CAMPAIGN))).toBe(true);
    expect(lists?.outputs).toEqual([`${output} ${digestOf(output)}`]);
  });

  it('is verified by its own command', async () => {
    const { code, stdout } = await relief(['audit', 'verify', journal]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('日志完好')]);
    const broken = at('broken.csv');
    writeFileSync(broken, readFileSync(journal, 'utf8').replace(',2,', ',0,'));
    const told = await relief(['audit', 'verify', broken, '-f', 'json']);
    expect([told.code, JSON.parse(told.stdout).faults]).toEqual([1, [{ line: 4, fault: 'changed' }]]);
    expect((await relief(['audit', 'verify', at('none.csv')])).code).toBe(2);
    expect((await relief(['audit', 'verify', CAMPAIGN])).code).toBe(2);
  });

  it('is nothing that is read, and no other output', async () => {
    const before = readFileSync(CAMPAIGN);
    expect((await relief(['budget', CAMPAIGN, '--audit', CAMPAIGN])).code).toBe(2);
    expect(readFileSync(CAMPAIGN).equals(before)).toBe(true);
    expect((await relief(['budget', CAMPAIGN, '--audit', at('x.csv'), '-o', at('x.csv')])).code).toBe(2);
  });
});

it('any line that is changed, removed, doubled or moved is found', () => {
  const path = at('drawn.csv');
  const entry = (number: number): AuditEntry => ({
    time: `2026-01-0${number} 10:00:00`,
    version: '1.0.0',
    command: `relief budget ${number}.yaml`,
    exit: number % 2,
    campaigns: [],
    inputs: [`${number}.yaml ${'0'.repeat(64)}`],
    outputs: [],
    findings: ['paid-twice 1'],
    decisions: 0,
  });
  for (let number = 1; number <= 6; number += 1) appendLines(path, '', AUDIT_LINES, () => [entry(number)]);
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\r\n');
  const place = fc.nat({ max: lines.length - 1 });
  const edits = fc.oneof(
    fc.record({
      kind: fc.constant('change' as const),
      place,
      at: fc.nat(200),
      by: fc.constantFrom('9', 'x', ',', ' '),
    }),
    fc.record({ kind: fc.constant('remove' as const), place: fc.nat({ max: lines.length - 2 }) }),
    fc.record({ kind: fc.constant('double' as const), place }),
    fc.record({ kind: fc.constant('swap' as const), place: fc.nat({ max: lines.length - 2 }) }),
  );
  fc.assert(
    fc.property(edits, (edit) => {
      const [made, one] = [[...lines], lines[edit.place] ?? ''];
      if (edit.kind === 'remove') made.splice(edit.place, 1);
      if (edit.kind === 'double') made.splice(edit.place, 0, one);
      if (edit.kind === 'swap') made.splice(edit.place, 2, lines[edit.place + 1] ?? '', one);
      if (edit.kind === 'change') {
        const where = edit.at % one.length;
        fc.pre(one[where] !== edit.by);
        made[edit.place] = one.slice(0, where) + edit.by + one.slice(where + 1);
      }
      const edited = at('edited.csv');
      writeFileSync(edited, [head, ...made, ''].join('\r\n'));
      expect(auditAnswer(edited).faults.length).toBeGreaterThan(0);
    }),
  );
});
