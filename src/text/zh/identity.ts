import type { Agreement, EvidenceField } from '../../domain/evidence.ts';

/** What is said of rows that are probably one person's, in Chinese: which of them certainly are, and what speaks for it. */
const zh = {
  one: { person: '同一人', household: '一户' },
  /** All that is known of a group is probable. */
  probably: (one: string) => `很可能是${one}，须核实`,
  /** Some rows certainly belong together, the others probably do too. */
  partly: (sure: readonly string[], rest: string, one: string) =>
    `其中${sure.map((rows) => `${rows}确定是${one}`).join('，')}，${rest}很可能是，须核实`,
  /** Of several that each are certain, all together are probable. */
  altogether: (sure: readonly string[], one: string) =>
    `其中${sure.map((rows) => `${rows}确定是${one}`).join('，')}，合起来很可能是${one}，须核实`,
  rows: (file: string, rows: readonly number[], more: number) => `${file}第${rows.join('、')}${more > 0 ? '…' : ''}行`,
  list: (items: readonly string[]) => items.join('、'),
  /** A finding holds only so many of its rows. */
  notListed: (listed: number, more: string) => `只列出${listed}行，另有${more}行`,
  /** Two people who may be one, and what speaks for it and against. */
  perhaps: (evidence: readonly string[]) => `疑似同一人${evidence.length > 0 ? `：${evidence.join('；')}` : ''}`,
  mistaken: (positions: readonly number[]) =>
    `身份证${positions.length > 0 ? `第${positions.join('、')}位` : '有一处'}疑似误录，改后校验通过`,
  evidence: {
    name: {
      same: '姓名相同',
      variant: '姓名繁简、异体不同',
      'same-sound': '姓名同音',
      'near-sound': '姓名音近',
      'similar-shape': '姓名形近',
      masked: '姓名遮盖的字对得上',
      prefix: '姓名只差“阿”“小”一类的字头',
      'one-more-or-less': '姓名多一字、少一字',
      'one-differs': '姓名差一字',
      'surname-only': '只有姓相同',
      different: '姓名不同',
    },
    id: {
      same: '身份证号相同',
      'one-mistake': '身份证疑似误录',
      partial: '身份证看得见的几位对得上',
      contradicts: '身份证号不同',
    },
    birth: {
      day: '出生日期相同',
      mistake: '出生日期差一处',
      month: '出生年月相同',
      year: '出生年份相同',
      age: '年龄对得上',
      near: '出生年份差一年',
      differs: '出生日期不同',
    },
    sex: { same: '性别相同', differs: '性别不同' },
    phone: { same: '电话相同', 'one-digit': '电话差一位', differs: '电话不同' },
    account: { same: '账号相同', differs: '账号不同' },
    place: {
      address: '住址相同',
      room: '同楼同室',
      building: '同一幢楼',
      committee: '同一居委（村）',
      subdistrict: '同一街镇',
      elsewhere: '住处不同',
    },
    spouse: { same: '配偶相同', 'each-other': '一个是另一个的配偶、监护人或户主', differs: '配偶不同' },
    guardian: { same: '监护人（户主）相同', differs: '监护人（户主）不同' },
    workplace: { same: '单位（学校）相同', differs: '单位（学校）不同' },
    household: { same: '同一户', differs: '户号不同' },
    'other-id': { same: '其他证件号相同' },
  } satisfies Words,
};

/** A word for everything that the model may say. */
type Words = { readonly [F in EvidenceField]: Readonly<Record<Agreement<F>, string>> };

export type IdentityWords = typeof zh;
export default zh;
