import { maskText } from '../../domain/masking.ts';
import { fate } from '../../totals/enrolment.ts';
import { definePairRule, type GroupQuery } from '../pair/pair-rule.ts';

/** Somebody who is to be reached and stands on no list at all: 沉默的少数. */
export default definePairRule<{ livesIn: string; namesake: boolean }>({
  id: 'omitted',
  severity: 'error',
  documentation: {
    zh: {
      title: '遗漏：在名册上，不在任何名单上',
      what: '名册上应当帮困的人，所有名单上都没有他；按户发放的项目，同一户有人领了也算。是不是同一人，与 dedupe 用同样的办法认：证件号打错一位、15位、遮掩的也认得出。名册注明死亡、迁出、放弃、剔除的，年龄不符的，领了互斥项目的，不算。名单上有同名的人而没有有效证件号的，可能就是他，作为警告，要人核实。',
      why: '“应保尽保、应帮尽帮，不遗漏”：最需要的人往往不会自己来问。名册上没有证件号的人，只能按姓名找。',
      example: '低保名册上的安一，石泉路街道，十二个部门的名单都没有。',
      mend: '请居委会上门核实：符合条件的补进名单；已死亡、迁出、不愿领取的，在名册的“备注”写明。用 -o 文件夹 按居委会分别导出。',
    },
    en: {
      title: 'Omitted: on a roster, on no list at all',
      what: 'Somebody on a roster who is to be reached and whom no list has; for a measure per household, one payout reaches all of the household. Who is the same person is found as dedupe finds it, so a mistyped digit, 15 digits or a masked number is no omission. Whoever the roster says has died, moved, refused or was taken off, is not of the age, or got a measure that excludes this one, is not counted. Where a list has the same name without a valid number, it may be the same person: a warning for somebody to verify.',
      why: 'Everybody entitled is to be reached (“应帮尽帮，不遗漏”), and those who need it most seldom ask. People without an ID number on the roster can only be looked for by name.',
      example:
        '安一 of 石泉路街道 is on the roster of low-income households and on none of the twelve departments’ lists.',
      mend: 'Let the committee verify: add whoever qualifies to a list; write 死亡, 迁出 or 放弃 in the roster’s remark (备注) otherwise. -o FOLDER writes a file for each committee.',
    },
  },
  message: {
    zh: ({ livesIn, namesake }) =>
      `${livesIn === '' ? '' : `${livesIn}：`}在名册上，${namesake ? '名单上有同名而没有有效证件号的人，不知道是不是' : '不在任何名单上'}`,
    en: ({ livesIn, namesake }) =>
      `${livesIn === '' ? '' : `${livesIn}: `}on a roster, and ${namesake ? 'a list has the same name without a valid ID number, which may be the same person or not' : 'on no list at all'}`,
  },
  needs: [],
  find: async ({ lists: { database }, enrolment }) => {
    if (!enrolment) return 'no-roster';
    await database.run(`create or replace temp table omitted_row as
      select e.list, e.row, e.identity, e.home, m.fate from enrolled e join roster_of o on o.list = e.list
      join member m on m.roster = o.roster and m.identity = e.identity join person p on p.identity = e.identity
      where not o.blocked and m.fate = p.fate and p.fate between ${fate('unclear')} and ${fate('omitted')}`);
    const query = (what: 'omitted' | 'unclear'): GroupQuery => ({
      from: 'omitted_row',
      by: ['identity'],
      where: `r.fate = ${fate(what)}`,
      having: 'true',
      most: true,
      atStake: 'null',
      ...(what === 'unclear' ? { severity: 'warning', detail: { namesake: 1 } } : {}),
    });
    return [query('omitted'), query('unclear')];
  },
  show: ({ rows, detail }) => ({
    livesIn: maskText(
      rows
        .map(({ livesIn }) => livesIn ?? '')
        .toSorted()
        .at(-1) ?? '',
    ),
    namesake: detail.namesake === 1,
  }),
});
