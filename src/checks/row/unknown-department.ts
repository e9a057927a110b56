import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';
import { saidBy, unplaced } from './unplaced.ts';

/** A payout of a department that the campaign does not have. */
export default defineRowRule<{ department: string; nearest: string | null }>({
  id: 'unknown-department',
  severity: 'error',
  documentation: {
    zh: {
      title: '部门不在活动文件中',
      what: '名单上写的部门，与活动文件里任何部门的名称或别名都对不上，或者空着。',
      why: '对不上的钱和人不会算进任何部门：部门合计会少，重复也查不全。不猜，只提示最接近的名称。',
      example: '“民政菊”：是不是“民政局”？',
      mend: '改正名单；确是同一部门的另一叫法，就写进活动文件该部门的 aliases:。',
    },
    en: {
      title: 'Department is not in the campaign',
      what: 'The department on the list is not the name or an alias of a department in the campaign file, or is blank.',
      why: 'Such money and people count for no department: its total is short and duplicates stay hidden. Nothing is guessed, the nearest name is only suggested.',
      example: '“民政菊”: is it “民政局”?',
      mend: 'Correct the list; if it is another name of a department, add it to the aliases: of that department.',
    },
  },
  message: {
    zh: ({ department, nearest }) =>
      `${department === '' ? '部门空着' : `没有“${department}”这个部门`}${nearest ? `：是不是“${nearest}”？` : ''}`,
    en: ({ department, nearest }) =>
      `${department === '' ? 'the department is blank' : `there is no department “${department}”`}${nearest ? `: is it “${nearest}”?` : ''}`,
  },
  needs: [],
  column: () => 'department',
  find: async ({ campaign, lists, assignments: { departments }, judge }) => {
    if (!campaign) return 'no-campaign';
    const where = saidBy(lists, 'department');
    const judged = await judge({ department: 'p.department' }, where, ({ department: index }) => {
      const department = departments[index as number];
      return !department || department.is ? null : { detail: { nearest: department.nearest } };
    });
    return [{ where, judged }];
  },
  passesOver: ({ assignments }) => unplaced('no-department', assignments),
  show: ({ department }, { nearest }) => ({ department: maskText(department), nearest: nearest as string | null }),
});
