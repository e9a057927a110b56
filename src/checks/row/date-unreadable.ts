import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

type Days = 'paid_on' | 'birth' | 'died_on';

const NAMES = {
  zh: { paid_on: '发放日期', birth: '出生日期', died_on: '死亡日期' },
  en: { paid_on: 'day of the payout', birth: 'birth date', died_on: 'day of death' },
} as const;

/** A cell of a day that says something, and no day. What is said of a birth is not shown: it goes far to complete a masked ID number. */
export default defineRowRule<{ text: string | null; of: Days }>({
  id: 'date-unreadable',
  severity: 'warning',
  documentation: {
    zh: {
      title: '日期读不出来',
      what: '发放日期、出生日期或名册上的死亡日期写了字，却读不成日期：没有这一天（2024-2-30），月日分不清（5/1/2024），没有年份（1月3日）或年份只有两位（24-1-3）而不知道是哪一年的活动，写成一段时间。给了活动文件的，1月3日、24-1-3 按活动的年份读。',
      why: '要看日期的规则（逾期发放、身份证号与出生日期不符）查不到这一行，不说就像是查过了；死亡日期读不出来的按已死亡、不知道哪天处理。',
      example: '2024-13-01；春节前。',
      mend: '写成 2024-01-03 或 2024年1月3日。',
    },
    en: {
      title: 'Date can’t be read',
      what: 'The day of the payout or of birth, or a roster’s day of death, says something that can’t be read: there is no such day (2024-2-30), month and day can’t be told apart (5/1/2024), the year is missing (1月3日) or of two digits (24-1-3) and nothing says of which campaign, or it is a span of time. With a campaign file, 1月3日 and 24-1-3 are of its year.',
      why: 'Rules that need the day (late-payout, id-disagrees-with-row) do not see this row, and silence would look like a pass; whoever has a day of death that can’t be read counts as dead, nobody knows since when.',
      example: '2024-13-01; 春节前.',
      mend: 'Write 2024-01-03 or 2024年1月3日.',
    },
  },
  message: {
    zh: ({ text, of }) => (text === null ? `${NAMES.zh[of]}写的读不成日期` : `${NAMES.zh[of]}“${text}”读不成日期`),
    en: ({ text, of }) =>
      text === null
        ? `what stands for the ${NAMES.en[of]} can’t be read`
        : `the ${NAMES.en[of]} “${text}” can’t be read`,
  },
  needs: [['paid_on', 'birth', 'died_on']],
  find: () =>
    (['paid_on', 'birth', 'died_on'] as const).map((of) => ({ where: `p.${of}_unread is not null`, detail: { of } })),
  column: ({ of }) => of as Days,
  show: ({ paidOnUnread, diedOnUnread }, { of }) => {
    const text = { paid_on: paidOnUnread, birth: null, died_on: diedOnUnread }[of as Days];
    return { text: of === 'birth' ? null : maskText(text ?? ''), of: of as Days };
  },
});
