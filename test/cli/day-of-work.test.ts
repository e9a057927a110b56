import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BETWEEN_ROWS,
  DEAD,
  LACKING,
  LISTED,
  OF_PAYMENTS,
  OF_RETURN,
  OF_ROWS,
  RETURNED,
  type Wrong,
} from './day-of-work/key.ts';
import { relief } from './run.ts';

const CAMPAIGN = 'test/cli/day-of-work/campaign.yaml';
/** The one workbook with several sheets. */
const SHEETS = '红十字会.xls';

interface Place {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number;
}

const shown = ({ file, sheet, row }: Place) =>
  `${basename(file)}${basename(file) === SHEETS ? `[${sheet}]` : ''}:${row}`;
const lineOf = ({ severity, rule, at }: Pick<Wrong, 'severity' | 'rule' | 'at'>) =>
  `${severity} ${rule} ${[...at].sort().join(' ')}`;

/** The errors and warnings that a command tells, a line each. */
async function told(command: string): Promise<string[]> {
  const args = [command, CAMPAIGN, '--format', 'json', '--fail-on', 'never'];
  const { stdout } = await relief(args, { today: '2025-02-10' });
  const { findings } = JSON.parse(stdout) as {
    findings: readonly { rule: string; severity: Wrong['severity'] | 'hint'; places: readonly Place[] }[];
  };
  return findings
    .flatMap(({ rule, severity, places }) =>
      severity === 'hint' ? [] : lineOf({ rule, severity, at: places.map(shown) }),
    )
    .sort();
}

/** A warning about each measure of the campaign that is meant, where the file has it. */
function ofMeasures(rule: string, isMeant: (id: string) => boolean): Wrong[] {
  const lines = readFileSync(CAMPAIGN, 'utf8').split('\n');
  return lines.flatMap((line, at): Wrong[] => {
    const id = /^ {6}- id: (\S+)$/.exec(line)?.[1];
    return id && isMeant(id) ? [{ rule, severity: 'warning', at: [`campaign.yaml:${at + 1}`], why: '' }] : [];
  });
}

describe('the lists of seven offices', () => {
  it.each<[string, readonly Wrong[]]>([
    ['check', [...OF_ROWS, ...OF_RETURN]],
    ['dedupe', [...OF_ROWS, ...BETWEEN_ROWS, ...DEAD]],
    ['cover', [...DEAD, ...LACKING]],
    [
      'reconcile',
      [
        ...OF_PAYMENTS,
        ...ofMeasures('planned-not-listed', (id) => !LISTED.includes(id)),
        ...ofMeasures('no-return-yet', (id) => LISTED.includes(id) && !RETURNED.includes(id)),
      ],
    ],
  ])('%s tells every error and warning that is right, and no other', async (command, key) => {
    expect(await told(command)).toEqual(key.map(lineOf).sort());
  });
});
