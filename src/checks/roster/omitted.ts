import { maskText } from '../../domain/shown/masking.ts';
import identityEn from '../../text/en/identity.ts';
import { evidenceWords } from '../../text/evidence.ts';
import identityZh from '../../text/zh/identity.ts';
import { fate } from '../../totals/cover/enrolment.ts';
import { DOUBTS, type Doubt, doubtIs } from '../../totals/cover/members-in-doubt.ts';
import { defineGroupRule, type GroupQuery } from '../group/group-rule.ts';

/** Somebody who is to be reached and stands on no list at all: 沉默的少数. */
export default defineGroupRule<{ livesIn: string; doubt: Doubt | null; evidence?: string; remark?: string }>({
  id: 'omitted',
  severity: 'error',
  documentation: {
    zh: {
      title: '遗漏：在名册上，不在任何名单上',
      what: '名册上应当帮困的人，所有名单上都没有他；按户发放的项目，同一户有人领了也算。是不是同一人，与 dedupe 用同样的办法认：证件号打错一位、15位、遮掩的也认得出。名册注明死亡、迁出、放弃、剔除的，年龄不符的，领了互斥项目的，不算；写的不能肯定是这样的（核减、调离、死亡待核实、失联），仍算遗漏，并说明名册写着什么。名单上有同名的人而有一方没有有效证件号的，可能就是他；名单上有同一证件号而姓名不同的，不知道是谁；名单上有像是他的人（probable-same-person），按户的项目很可能同户的人领了，也列出来：都作为警告，要人核实，不算遗漏。',
      why: '“应保尽保、应帮尽帮，不遗漏”：最需要的人往往不会自己来问。名册上没有证件号的人，只能按姓名找。',
      example: '低保名册上的安一，石泉路街道，十二个部门的名单都没有。',
      mend: '请居委会上门核实：符合条件的补进名单；已死亡、迁出、不愿领取的，在名册的“备注”写明。用 -o 文件夹 按居委会分别导出。',
    },
    en: {
      title: 'Omitted: on a roster, on no list at all',
      what: 'Somebody on a roster who is to be reached and whom no list has; for a measure per household, one payout reaches all of the household. Who is the same person is found as dedupe finds it, so a mistyped digit, 15 digits or a masked number is not an omission. Whoever the roster says has died, moved, refused or was taken off, is not of the age, or got a measure that excludes this one, is not counted; what the roster says against somebody without being certain (核减, 调离, 死亡待核实, 失联) is shown beside, and excuses nobody. Where a list has the same name and one of the two has no valid number, it may be the same person; where a list has the number under another name, nobody knows whose it is; where a list has somebody who may be the same person (as in probable-same-person), that one is shown beside; where a measure is per household, somebody may be paid who is only probably of it: warnings for somebody to verify, counted apart from the omitted.',
      why: 'Everybody entitled is to be reached (“应帮尽帮，不遗漏”), and those who need it most seldom ask. People without an ID number on the roster can only be looked for by name.',
      example:
        '安一 of 石泉路街道 is on the roster of low-income households and on none of the twelve departments’ lists.',
      mend: 'Let the committee verify: add whoever qualifies to a list; write 死亡, 迁出 or 放弃 in the roster’s remark (备注) otherwise. -o FOLDER writes a file for each committee.',
    },
  },
  message: {
    zh: ({ livesIn, doubt, evidence = '', remark = '' }) =>
      `${livesIn === '' ? '' : `${livesIn}：`}在名册上，${SAID.zh[doubt ?? 'none']}${because(evidenceWords(evidence, identityZh), '：', '；')}${remark === '' ? '' : `（名册写着“${remark}”，要核实）`}`,
    en: ({ livesIn, doubt, evidence = '', remark = '' }) =>
      `${livesIn === '' ? '' : `${livesIn}: `}on a roster, and ${SAID.en[doubt ?? 'none']}${because(evidenceWords(evidence, identityEn), ': ', '; ')}${remark === '' ? '' : ` (the roster says “${remark}”, to be verified)`}`,
  },
  needs: [],
  find: async ({ lists: { database }, enrolment }) => {
    if (!enrolment) return 'no-roster';
    await database.run(`create or replace temp table omitted_row as
      with missed as (select e.list, e.row, e.identity, e.home, m.fate, q.doubt, coalesce(b.text, a.text) as said
        from enrolled e join any_row r on r.list = e.list and r.row = e.row
        left join excuse_said a on a.text = r.result and a.excuse is null left join excuse_said b on b.text = r.remark and b.excuse is null
        join roster_of o on o.list = e.list
        join member m on m.roster = o.roster and m.identity = e.identity join person p on p.identity = e.identity
        left join doubted q on q.roster = m.roster and q.identity = m.identity
        where not o.blocked and m.fate = p.fate and p.fate between ${fate('unclear')} and ${fate('omitted')})
      select m.*, l.evidence from missed m left join likely_member l on l.identity = m.identity and m.doubt = ${doubtIs('likely')}
      -- whoever may be the same person is shown beside
      union all select l.list, l.row, l.identity, null, m.fate, m.doubt, null, l.evidence
        from (select distinct identity, fate, doubt from missed) m join likely_member l on l.identity = m.identity
        where m.doubt = ${doubtIs('likely')}`);
    const query = (what: 'omitted' | 'unclear', doubt?: Doubt): GroupQuery => ({
      from: 'omitted_row',
      by: ['identity'],
      where: `r.fate = ${fate(what)}${doubt ? ` and r.doubt = ${doubtIs(doubt)}` : ''}`,
      having: 'true',
      most: true,
      atStake: 'null',
      ...(doubt ? { severity: 'warning', detail: { doubt } } : {}),
      ...(doubt === 'likely' ? { says: 'any_value(r.evidence)', isReview: true } : { says: 'min(r.said)' }),
    });
    return [query('omitted'), ...DOUBTS.map((doubt) => query('unclear', doubt))];
  },
  show: ({ rows, detail, says }) => ({
    livesIn: maskText(
      rows
        .map(({ livesIn, isOfRoster }) => (isOfRoster ? (livesIn ?? '') : ''))
        .toSorted()
        .at(-1) ?? '',
    ),
    doubt: (detail.doubt ?? null) as Doubt | null,
    ...(says === null ? {} : detail.doubt === 'likely' ? { evidence: says } : { remark: maskText(says) }),
  }),
});

/** What speaks for it, behind what is said of it. */
const because = (evidence: readonly string[], colon: string, separator: string) =>
  evidence.length > 0 ? colon + evidence.join(separator) : '';

const SAID = {
  zh: {
    none: '不在任何名单上',
    name: '名单上有同名的人，有一方没有有效证件号，不知道是不是',
    home: '很可能同户的人领了，要核实是不是一户',
    likely: '名单上有像是他的人，要核实是不是',
    number: '名单上有同一证件号，姓名不同，不知道是谁',
  },
  en: {
    none: 'on no list at all',
    name: 'a list has the same name, one of the two without a valid ID number: perhaps the same person',
    home: 'somebody is paid who is probably of the household, to be verified',
    likely: 'a list has somebody who may be the same person, to be verified',
    number: 'a list has the same ID number under another name',
  },
} as const;
