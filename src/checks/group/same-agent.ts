import { maskText } from '../../domain/shown/masking.ts';
import { ALLOWED, allowSharing } from './allowed-sharing.ts';
import { defineGroupRule, HOMES, PERSONS } from './group-rule.ts';
import { SUM } from './paid.ts';

/** One person who collects for several households. */
export default defineGroupRule<{ agent: string; persons: number; homes: number }>({
  id: 'same-agent',
  severity: 'hint',
  documentation: {
    zh: {
      title: '一人代几户领取',
      what: '同一个代领人代三户以上、三人以上领取。代领人看代领人一栏，或姓名后的“（李四代）”；写本人、家属、居委会的不是姓名，不看。名单上没有代领人的身份证号，姓名相同就当作一个人，所以同名的会算在一起。活动文件 sharing.agents 列出的人不看。',
      why: '代领的钱最容易到不了本人手里，所以要“完善发放和签收手续”。所列金额是代领的合计。',
      example: '孙九代三户的安一、白二、程三领了春节慰问金。',
      mend: '核实有没有委托、钱到了没有；楼组长、社工按规定代送的，写进活动文件 sharing: {agents: [姓名]}；能打进本人账户的改为社会化发放。',
    },
    en: {
      title: 'One person collects for several households',
      what: 'One agent collects for three people or more, of three households or more. The agent stands in a column of its own (代领人) or after the name, as in （李四代）; 本人, 家属 and 居委会 are not names and are not looked at. Lists have no ID numbers of agents: the same name is taken for one person, so namesakes are found together. Agents in sharing.agents of the campaign are left out.',
      why: 'Money that somebody collects for others is the likeliest not to arrive, which is why signing for it must be in order (“完善发放和签收手续”). The amount is all that was collected.',
      example: '孙九 collects for 安一, 白二 and 程三, who are of three households.',
      mend: 'Find out whether the agent was asked to, and whether the money arrived; list those who deliver by order under sharing: {agents: […]}; pay into the person’s own account where there is one.',
    },
  },
  message: {
    zh: ({ agent, persons, homes }) => `${agent}代${homes}户${persons}人领取`,
    en: ({ agent, persons, homes }) => `${agent} collects for ${persons} people of ${homes} households`,
  },
  needs: ['agent'],
  tables: [allowSharing],
  find: () => [
    {
      from: 'resolved',
      by: ['agent'],
      where: `r.agent is not null and r.agent not in (${ALLOWED.agent})`,
      having: 'min(r.home) <> max(r.home)',
      sure: `least(${HOMES}, ${PERSONS}) >= 3`,
      atStake: SUM,
    },
  ],
  show: ({ rows, persons, homes }) => ({
    agent: maskText(rows.find((row) => row.agent !== null)?.agent ?? ''),
    persons,
    homes,
  }),
});
