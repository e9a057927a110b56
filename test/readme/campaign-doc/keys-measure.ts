import { type Section, SOURCE } from './section.ts';

/** One line of giving. */
export const MEASURE: readonly Section[] = [
  {
    title: 'Measures',
    says: 'One line of giving. Only `name` has to be there: what the document does not say is left out, and is unknown, not zero.',
    tables: [
      {
        at: ['departments.measures'],
        needs: 'name: 节日补助',
        keys: {
          id: {
            means: 'what other keys call it by; left out, its name does, and 部门/项目 where two have that name',
            example: 'id: low-income',
          },
          name: { means: 'what the document calls it', example: 'name: 低保家庭节日补助' },
          to: {
            means:
              'for whom: one category or several; 低保对象、孤儿 in one phrase are two, where each is a category by itself',
            example: ['to: 重点优抚对象', 'to: [低保家庭, 特困人员]', 'to: 低保对象、孤儿'],
          },
          form: {
            means: 'what is given; a mixture as a list',
            example: ['form: cash', 'form: [cash, goods]', 'form: 实物'],
          },
          status: { means: 'what its figures are', example: 'status: expected' },
          reach: {
            means:
              'how many, as printed; several are added up. Left out, tiers that all have a `reach` say it, unless they are joint',
            example: ['reach: 约600人', 'reach: [5名, 13名]'],
          },
          'reach.total': {
            means: 'a count that has parts',
            example: 'reach: {total: 18名, parts: [5名, 13名]}',
          },
          'reach.parts': {
            means: 'its parts, which are compared with it and not added; one without a unit has the whole’s',
            example: 'reach: {total: 962户, parts: [400户, 562]}',
          },
          standard: {
            means: 'how much each gets: one phrase, or [several keys](#standards)',
            example: ['standard: 550元/人', 'standard: {range: 1000至3000元/户, average: 户均2000元}'],
          },
          months: {
            means: 'for how many months, where the standard is per day, month, quarter, term or year',
            example: 'months: 3',
          },
          duration: { means: 'the same in other spans of time; it goes before `months`', example: 'duration: 90天' },
          goods: { means: 'what goods there are, a lot each', example: 'goods: [{item: 棉被}]' },
          'goods.item': { means: 'what', example: 'goods: [{item: 棉被}, {item: 米面油}]' },
          'goods.quantity': { means: 'how many', example: 'goods: [{item: 棉被, quantity: 400床}]' },
          'goods.value': {
            means: 'what one is worth or, where it is per nothing, all of them',
            example: [
              'goods: [{item: 棉被, quantity: 400床, value: 120元/床}]',
              'goods: [{item: 棉被, quantity: 400床, value: 4.8万元}]',
            ],
          },
          amount: {
            means:
              'the amount that the document states; where it does not, count × standard is used if that is one value',
            example: 'amount: 约190万元',
          },
          of: {
            means: '其中: the measure that this one is a part of, by id or name. It is shown, and never added',
            example: 'of: 困难职工一次性补助',
          },
          funds: {
            means: 'who pays, by id or name',
            example: ['funds: district', 'funds: [district, charity]'],
          },
          'funds.fund': {
            means: 'the same, with what it pays',
            example: 'funds: [{fund: district, amount: 5万元}, charity]',
          },
          'funds.amount': {
            means: 'what it pays of the measure; where all but one say it, that one pays the rest',
            example: 'funds: {fund: district, amount: 约5万元}',
          },
          excludes: {
            means: 'whoever gets one of these does not get this one: measures by id or name',
            example: ['excludes: entitled', 'excludes: [entitled, special]'],
          },
          'excludes.measure': {
            means: 'the same, saying who is excluded',
            example: 'excludes: [{measure: entitled, of: person}]',
          },
          'excludes.of': {
            means: 'that person, which is also what a bare name means, or all of the household',
            example: ['excludes: {measure: entitled, of: household}', 'excludes: {measure: entitled, of: 全户}'],
          },
          eligible: { means: 'who may get it', example: 'eligible: {age: 60+}' },
          'eligible.asOf': {
            means: 'on which day they have to be alive and of that age',
            example: 'eligible: {asOf: 2025-12-31}',
          },
          'eligible.age': {
            means: 'how old, in full years',
            example: ['eligible: {age: 60-79}', 'eligible: {age: 80周岁及以上}'],
          },
          'eligible.roster': { means: 'the roster that they are on, by id', example: 'eligible: {roster: low-income}' },
          'eligible.note': { means: 'what else the document says', example: 'eligible: {note: 以民政部门认定的为准}' },
          delivery: {
            means: 'how it is handed over, whatever `delivery:` at the top says',
            example: 'delivery: visit',
          },
          procurement: {
            means: 'the number of the procurement, or of its contract',
            example: 'procurement: 某采〔2025〕12号',
          },
          counts: { means: '`false`: a figure of earlier years, left out of everything', example: 'counts: false' },
          overlaps: {
            means: '`true`: a figure that overlaps others; it is shown beside them, and added to nothing',
            example: 'overlaps: true',
          },
          source: SOURCE,
          note: {
            means: 'what no other key has room for, in the document’s words',
            example: 'note: 不含前述“现金补助”人员',
          },
        },
      },
    ],
  },
];
