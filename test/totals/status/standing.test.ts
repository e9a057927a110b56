import { describe, expect, it } from 'vitest';
import { schedule } from '../../../src/totals/status/schedule.ts';
import { type State, standing } from '../../../src/totals/status/standing.ts';
import { campaignOf } from '../given.ts';

/** How a stage that is dated so, in the season of 2024, stands on a day. */
function stands(given: object, asOf: string): [State, number | null] {
  const [stage] = schedule(campaignOf({ year: 2024, stages: [{ name: '发放', ...given }] }));
  if (!stage) throw new Error('no stage');
  const { state, days } = standing(stage, asOf);
  return [state, days];
}

describe('how a stage stands on a day', () => {
  const BOTH = { when: '2023年12月下旬至2024年1月20日' };
  const OPEN = { until: '春节前' }; // the Spring Festival of 2024 is on 10 February
  it.each<[object, string, State, number | null]>([
    [BOTH, '2023-12-20', 'ahead', 1],
    [BOTH, '2023-12-21', 'under-way', 30],
    [BOTH, '2024-01-19', 'under-way', 1],
    [BOTH, '2024-01-20', 'under-way', 0],
    [BOTH, '2024-01-21', 'over', 1],
    [BOTH, '2025-01-20', 'over', 366],
    [OPEN, '2001-01-01', 'due', 8439],
    [OPEN, '2024-02-08', 'due', 1],
    [OPEN, '2024-02-09', 'due', 0],
    [OPEN, '2024-02-10', 'over', 1],
    [{ when: '2024-01-02' }, '2024-01-01', 'ahead', 1],
    [{ when: '2024-01-02' }, '2024-01-02', 'under-way', 0],
    [{ when: '2024-01-02' }, '2024-01-03', 'over', 1],
    [{ from: '2024-01-05' }, '2024-01-04', 'ahead', 1],
    [{ from: '2024-01-05' }, '2024-01-05', 'under-way', null],
    [{ from: '2024-01-05' }, '2034-01-05', 'under-way', null],
    [{ from: '2024-02-05', until: '2024-02-01' }, '2024-01-31', 'ahead', 5],
    [{ from: '2024-02-05', until: '2024-02-01' }, '2024-02-02', 'over', 1],
    [{}, '2024-01-01', 'undated', null],
  ])('%j on %s: %s, %s days', (given, asOf, state, days) => {
    expect(stands(given, asOf)).toEqual([state, days]);
  });
});
