import type { StandardChange } from '../../domain/campaign/standard-change.ts';
import type { Comparison, MeasureComparison } from './compare.ts';
import type { FigureChange } from './figure-change.ts';

/** How many measures of the campaigns themselves, former years apart, and how many standards of those that both have. */
export interface Tally {
  readonly measures: {
    readonly kept: number;
    readonly added: number;
    readonly dropped: number;
    readonly moved: number;
  };
  readonly standards: Readonly<Record<StandardChange, number>>;
}

export function tallyOf({ departments }: Comparison): Tally {
  const all = departments
    .flatMap(({ measures }) => measures)
    .filter(({ from, to }) => (to ?? from)?.measure.counts === true);
  const kept = all.filter(({ change }) => change === 'kept');
  const number = (change: MeasureComparison['change']) => all.filter((each) => each.change === change).length;
  const standards = (change: StandardChange) => kept.filter(({ standard }) => standard === change).length;
  return {
    measures: {
      kept: kept.length,
      added: number('added'),
      dropped: number('dropped'),
      moved: kept.filter(({ moved }) => moved).length,
    },
    standards: {
      raised: standards('raised'),
      lowered: standards('lowered'),
      changed: standards('changed'),
      same: standards('same'),
      unknown: standards('unknown'),
    },
  };
}

/** Departments, measures, standards, reach and money are the same in both; titles, dates and words need not be. */
export function isUnchanged({ departments, total }: Comparison): boolean {
  return (
    departments.every(({ from, to, measures }) => from?.name === to?.name && measures.every(sameMeasure)) &&
    [total.amount, total.reach, total.stated.amount, total.stated.reach].every(sameFigure)
  );
}

function sameMeasure({ from, to, moved, standard, reach, amount }: MeasureComparison): boolean {
  if (!from || !to || moved || from.measure.name !== to.measure.name) return false;
  const unsaid = !from.measure.standard && !to.measure.standard;
  return (standard === 'same' || unsaid) && from.unit === to.unit && sameFigure(reach) && sameFigure(amount);
}

function sameFigure({ from, to }: FigureChange): boolean {
  return from.value === to.value && from.firmness === to.firmness;
}
