import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';
import { saidBy, unplaced } from './unplaced.ts';

/** A payout of a measure that its department does not have in the campaign. */
export default defineRowRule<{ measure: string; department: string; nearest: string | null }>({
  id: 'unknown-measure',
  severity: 'error',
  documentation: {
    zh: {
      title: '项目不在活动文件中',
      what: '名单上写的帮困项目，与活动文件里该部门任何项目的名称、编号或对象类别都对不上；或者空着，而该部门不止一个项目；没有写部门的，与所有部门的项目都对不上，或几个部门都有。',
      why: '对不上的钱不算进任何项目：标准、年龄、发放方式都没法核对，计划与名单也对不起来。不猜，只提示最接近的名称。',
      example: '“高龄老人慰问费”：是不是“高龄老人慰问”？',
      mend: '改正名单；是文件里的项目而活动文件漏了，就补进该部门的 measures:。部门本身对不上的，先改部门。',
    },
    en: {
      title: 'Measure is not in the campaign',
      what: 'The measure on the list is not the name, id or category of a measure that the department has in the campaign file; or it is blank, and the department has several. Of a row without a department: no department has it, or several have.',
      why: 'Such money counts for no measure: standard, age and delivery can’t be checked, and the plan can’t be compared. Nothing is guessed, the nearest name is only suggested.',
      example: '“高龄老人慰问费”: is it “高龄老人慰问”?',
      mend: 'Correct the list; if the document has the measure and the campaign file does not, add it to measures: of the department. Where the department (部门) is unknown, mend that first.',
    },
  },
  message: {
    zh: ({ measure, department, nearest }) => {
      const suggested = nearest ? `：是不是“${nearest}”？` : '';
      if (department === '')
        return nearest === measure
          ? `几个部门都有“${measure}”这个项目，没有写是哪个部门`
          : `没有写部门，也没有哪个部门有“${measure}”这个项目${suggested}`;
      const said = measure === '' ? '有几个项目，没有写是哪一个' : `没有“${measure}”这个项目`;
      return department + said + suggested;
    },
    en: ({ measure, department, nearest }) => {
      const suggested = nearest ? `: is it “${nearest}”?` : '';
      if (department === '')
        return nearest === measure
          ? `several departments have a measure “${measure}”, and the row names none of them`
          : `the row names no department, and none has a measure “${measure}”${suggested}`;
      const said =
        measure === '' ? 'has several measures, and the row does not say which' : `has no measure “${measure}”`;
      return `${department} ${said}${suggested}`;
    },
  },
  needs: [],
  column: () => 'measure',
  find: async ({ campaign, lists, assignments: { departments, measures }, judge }) => {
    if (!campaign) return 'no-campaign';
    const where = saidBy(lists, 'measure');
    const judged = await judge({ measure: 'p.measure' }, where, ({ measure: index }) => {
      const { department, measure } = measures[index as number] ?? {};
      const giver = departments[department ?? -1];
      if (!giver || !measure || measure.is) return null;
      if (giver.name === '') return measure.name === '' ? null : { detail: { nearest: measure.nearest } };
      const known = giver.is;
      if (!known) return null;
      // A department without any measure in the file leaves nothing to choose from.
      return measure.name === '' && known.measures.length === 0 ? null : { detail: { nearest: measure.nearest } };
    });
    return [{ where, judged }];
  },
  passesOver: ({ assignments }) => unplaced('no-measure', assignments),
  show: ({ department, measure }, { nearest }) => ({
    measure: maskText(measure),
    department,
    nearest: nearest as string | null,
  }),
});
