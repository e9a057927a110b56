import { containment } from '../../domain/campaign/category.ts';
import type { Language } from '../../domain/language.ts';
import { printStandard } from '../../text/figures.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { counted, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { defineRule } from '../rule.ts';

interface Part {
  readonly measure: string;
  readonly name: string;
  readonly department: string;
  /** The standard or else the amount, as printed; null where neither is stated. */
  readonly gives: Readonly<Record<Language, string>> | null;
}

/** A category of people that several measures name and none excludes. */
export default defineRule<{ category: string; parts: readonly Part[] }>({
  id: 'overlapping-measures',
  severity: 'hint',
  documentation: {
    zh: {
      title: '同一对象列入多个项目',
      what: '同一类对象被两个以上的项目列入，而文件没有写明领了一项的不再领另一项。类别之间的包含关系在 categories 里写明。',
      why: '叠加常常是合规的，但要在发钱之前知道：谁会领几份，加起来多少（少重复）。',
      example: '散居孤儿：节日补助1200元/人、实物补助每户（人）600元、妇联帮困每人500元。',
      mend: '确认允许叠加的，不用改；不允许的，在项目里写 excludes。',
    },
    en: {
      title: 'Category named by several measures',
      what: 'Two or more measures name the same category of people, and none excludes who gets another. categories says which category contains which.',
      why: 'Stacking is often lawful, but it should be known before money leaves who gets how many, and how much together (少重复).',
      example: '散居孤儿: 1200元/人 festival subsidy, 每户（人）600元 in kind, 每人500元 from the Women’s Federation.',
      mend: 'Where stacking is meant, nothing; where it is not, say excludes in the measure.',
    },
  },
  message: {
    zh: ({ category, parts }) =>
      `${category}：${parts.map(({ department, name, gives }) => `${department} ${name}${gives ? `（${gives.zh}）` : ''}`).join('，')}`,
    en: ({ category, parts }) =>
      `${category}: ${parts.map(({ department, name, gives }) => `${department} ${name}${gives ? ` (${gives.en})` : ''}`).join('; ')}`,
  },
  *find(budget) {
    const { categories } = budget.campaign;
    const measures = counted(budget.departments.flatMap((department) => department.measures));
    const named = new Set([...Object.entries(categories).flat(2), ...measures.flatMap(({ measure }) => measure.to)]);
    const containing = containment(categories);
    const stackingOn = stacking(measures, budget);
    const seen = new Set<string>();
    for (const category of named) {
      const [, ...wholes] = containing(category);
      const found = stackingOn([category, ...wholes]);
      // What is said of a whole category need not be said again of each part of it; of two that contain each other, the
      // first in the file stands for both.
      const said = wholes.some((whole) => {
        const outer = containing(whole);
        return stackingOn(outer).length === found.length && (!outer.includes(category) || seen.has(whole));
      });
      seen.add(category);
      if (found.length < 2 || said) continue;
      yield {
        data: { category, parts: found.map((measure) => part(measure, budget)) },
        at: found.map(({ at }) => ['departments', at[0], 'measures', at[1], 'to']),
      };
    }
  },
});

/** Gives the measures that name one of some terms and that somebody can get together with another of them. */
function stacking(measures: readonly MeasureBudget[], budget: Budget): (terms: readonly string[]) => MeasureBudget[] {
  const naming = new Map<string, Set<MeasureBudget>>();
  for (const measure of measures) {
    for (const term of measure.measure.to) naming.set(term, (naming.get(term) ?? new Set()).add(measure));
  }
  return (terms) => {
    const all = new Set(terms.flatMap((term) => [...(naming.get(term) ?? [])]));
    const inFileOrder = [...all].sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
    return inFileOrder.filter((one) => inFileOrder.some((other) => one !== other && canStack(one, other, budget)));
  };
}

/** Neither leaves out who gets the other, and they are not two street offices', each for its own residents. */
function canStack(one: MeasureBudget, other: MeasureBudget, { departments }: Budget): boolean {
  const leavesOut = (a: MeasureBudget, b: MeasureBudget) =>
    a.measure.excludes.some(({ measure }) => measure === b.measure.id);
  const elsewhere =
    one.at[0] !== other.at[0] && [one, other].every(({ at }) => departments[at[0]]?.department.kind === 'subdistrict');
  return !leavesOut(one, other) && !leavesOut(other, one) && !elsewhere;
}

function part({ measure, at, stated }: MeasureBudget, { departments }: Budget): Part {
  const { standard } = measure;
  const gives = standard
    ? { zh: printStandard(standard, 'zh'), en: printStandard(standard, 'en') }
    : stated && { zh: stated.text, en: stated.text };
  return { measure: measure.id, name: measure.name, department: departments[at[0]]?.department.name ?? '', gives };
}
