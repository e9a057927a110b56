import { maskId } from '../../domain/people/id-number.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { IS_SPLIT } from '../../identity/node.ts';
import { distinctTexts } from './distinct-texts.ts';
import { defineGroupRule } from './group-rule.ts';
import { SUM } from './paid.ts';

/** A number that a whole list has as a placeholder has thousands of names. */
const MOST_NAMED = 5;

/** One valid ID number under names that are not near each other. */
export default defineGroupRule<{ names: string[]; id: string }>({
  id: 'identity-conflict',
  severity: 'error',
  documentation: {
    zh: {
      title: '一个身份证号有几个姓名',
      what: '同一个有效身份证号下，有不相近的姓名。同音、形近、繁简不同、前后两字颠倒、多一个字少一个字、遮住的字对得上的算相近，不列；有一个字不同而音形都不近的（陈霞、陈勇），或姓不同的，不算相近。号码无效的不看。弄清以前，这几个姓名当作几个人，不算谁的重复；核定是同一人的（relief review），不再列。',
      why: '不是抄错了号码，就是有人用了别人的身份证领钱。哪一行错，名单上看不出来，要人去核（“进一步加强调查核实”）。所列金额是这几行的合计。',
      example: '990000********0220 在民政局的名单上是安一，在残联的名单上是王小明。',
      mend: '对照身份证原件，改正写错的一行；改过名的，名单写现在的姓名，或用 exceptions: 记下理由。',
    },
    en: {
      title: 'One ID number under several names',
      what: 'One valid ID number stands under names that are not near each other. Names that sound or look alike, differ in traditional characters, have two characters swapped or one more or less, or fit where characters are hidden, are near and not found; with another surname, or one character that neither sounds nor looks alike (陈霞, 陈勇), they are not. Invalid numbers are not looked at. Until it is settled the names count as different people, and as nobody’s duplicates; of names that somebody decided to be one person’s (relief review) nothing is found.',
      why: 'Either the number was copied wrongly, or somebody is paid under another’s. Which row is wrong no list can say: somebody must find out (“进一步加强调查核实”). The amount is what those rows add up to.',
      example: '990000********0220 is 安一 on the list of 民政局 and 王小明 on that of 残联.',
      mend: 'Compare with the identity card and correct the wrong row; of somebody who changed name, write the present one, or record the reason under exceptions:.',
    },
  },
  message: {
    zh: ({ id, names }) =>
      id === ''
        ? '一个身份证号下有不相近的姓名'
        : `身份证号 ${id} 有${names.length}个姓名：${names.slice(0, MOST_NAMED).join('、')}${names.length > MOST_NAMED ? '等' : ''}`,
    en: ({ id, names }) =>
      id === ''
        ? 'one ID number stands under names that are not near each other'
        : `ID number ${id} stands under ${names.length} names: ${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ' …' : ''}`,
  },
  needs: ['id_number', 'name'],
  find: () => [
    {
      from: 'resolved',
      by: ['person'],
      where: `r.person > 0 and ${IS_SPLIT}`,
      having: 'min(r.identity) <> max(r.identity)', // under one number nothing but somebody’s decision makes two names one person
      atStake: SUM,
    },
  ],
  // Sealed lists show neither the number nor the names.
  show: ({ rows }) => ({
    id: maskId(rows[0]?.id ?? ''),
    names: distinctTexts(rows.map(({ name }) => maskText(name ?? ''))),
  }),
});
