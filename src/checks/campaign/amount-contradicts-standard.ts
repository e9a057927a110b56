import { wanYuan } from '../../domain/money.ts';
import { printInterval, printReach, printStandard } from '../../text/figures.ts';
import { defineRule } from '../rule.ts';

/** A stated amount that count × standard can't give, whatever their qualifiers cover. */
export default defineRule<{
  measure: string;
  name: string;
  stated: string;
  reach: string;
  standard: Readonly<Record<'zh' | 'en', string>>;
  computed: string;
  difference: bigint;
  usual?: true;
}>({
  id: 'amount-contradicts-standard',
  severity: 'error',
  documentation: {
    zh: {
      title: '金额与标准不符',
      what: '文件写明的金额，与“数量 × 标准”算出来的不一致，四舍五入、标准的区间、“约”“余”“近”都解释不了差额。标准是“一般”的，只提示差多少。',
      why: '金额、数量、标准三者必有一个写错。按错的金额申请资金，要么不够发，要么多报。',
      example: '640份 × 300元/份 = 19.20万元，文件写19.3万元。',
      mend: '对照文件原文核对 reach、standard、amount；文件本身写错的，向发文单位核实，并在 note 里记下。',
    },
    en: {
      title: 'Amount contradicts standard',
      what: 'The stated amount is not what count × standard gives, and neither rounding, a range nor a qualifier (约, 余, 近) covers the difference. Where the standard is only usual (一般), a hint of the difference.',
      why: 'One of amount, count and standard is wrong. Asking for the wrong sum leaves people unpaid or overstates the need.',
      example: '640份 × 300元/份 = 19.20万元, but the document says 19.3万元.',
      mend: 'Compare reach, standard and amount with the document; if the document itself is wrong, ask its issuer and record the answer in note.',
    },
  },
  message: {
    zh: ({ name, stated, reach, standard, computed, difference, usual }) =>
      `${name}：文件写${stated}，${reach} × ${standard.zh} = ${computed}万元，相差${wanYuan(difference)}万元${usual ? '（标准是“一般”，不算错）' : ''}`,
    en: ({ name, stated, reach, standard, computed, difference, usual }) =>
      `${name}: the document says ${stated}, but ${reach} × ${standard.en} = ${computed}万元; difference ${wanYuan(difference)}万元${usual ? ' (the standard is only usual: no contradiction)' : ''}`,
  },
  *find({ departments }) {
    for (const { measures } of departments) {
      for (const { measure, at, check, stated, computed, difference, beyondUsual } of measures) {
        if (!(check === 'contradicted' || beyondUsual) || !stated || !computed || !measure.standard) continue;
        yield {
          data: {
            measure: measure.id,
            name: measure.name,
            stated: stated.text,
            reach: printReach(measure.reach),
            standard: { zh: printStandard(measure.standard, 'zh'), en: printStandard(measure.standard, 'en') },
            computed: printInterval(computed),
            difference: difference ?? 0n,
            ...(beyondUsual ? { usual: true as const } : {}),
          },
          at: [['departments', at[0], 'measures', at[1], 'amount']],
          ...(beyondUsual ? { severity: 'hint' as const } : {}),
          amount: difference === null ? null : difference < 0n ? -difference : difference,
        };
      }
    }
  },
});
