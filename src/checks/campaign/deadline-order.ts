import { type Appointment, schedule } from '../../totals/status/schedule.ts';
import { defineRule } from '../rule.ts';

/** What ends when it should not: before its own start, after the stage that follows, or after the report on it. */
type Order =
  | { readonly order: 'ends-before-start'; readonly name: string; readonly from: string; readonly until: string }
  | ({ readonly order: 'after-later-stage' | 'report-before-payout' } & Record<
      'name' | 'until' | 'next' | 'nextUntil',
      string
    >);

/** Stages and deadlines that can't follow each other as they are dated. */
export default defineRule<Order>({
  id: 'deadline-order',
  severity: 'warning',
  documentation: {
    zh: {
      title: '期限前后颠倒',
      what: '某阶段（或任务）的截止早于开始；后一阶段的截止早于前一阶段；或统计总结的期限早于发放的期限。',
      why: '期限决定哪些发放算逾期。年份写错（跨年的活动最常见）会让全部发放显得逾期，或没有一笔逾期。',
      example: '第一阶段 2016-12-31，第二阶段 2016-01-20（应为2017）。',
      mend: '对照文件核对日期；跨年时写全年份。',
    },
    en: {
      title: 'Deadlines out of order',
      what: 'A stage (or task) ends before it starts; a stage ends before the one ahead of it; or the report is due before the payout.',
      why: 'Deadlines decide which payouts are late. A wrong year, easily made in a season that spans two, makes all of them late or none.',
      example: 'First stage 2016-12-31, second stage 2016-01-20 (2017 was meant).',
      mend: 'Compare the dates with the document; write the year where the season spans two.',
    },
  },
  message: {
    zh: (found) => {
      if (found.order === 'ends-before-start') return `“${found.name}”截止${found.until}，早于开始${found.from}`;
      const { name, until, next, nextUntil } = found;
      return found.order === 'after-later-stage'
        ? `“${name}”截止${until}，晚于后一阶段“${next}”的截止${nextUntil}`
        : `“${next}”的总结期限${nextUntil}，早于“${name}”的发放期限${until}`;
    },
    en: (found) => {
      if (found.order === 'ends-before-start')
        return `“${found.name}” ends on ${found.until}, before it starts on ${found.from}`;
      const { name, until, next, nextUntil } = found;
      return found.order === 'after-later-stage'
        ? `“${name}” ends on ${until}, after the next stage “${next}” does on ${nextUntil}`
        : `the report “${next}” is due on ${nextUntil}, before the payout “${name}” on ${until}`;
    },
  },
  *find({ campaign }) {
    const appointments = schedule(campaign);
    for (const { name, from, until, at } of appointments) {
      if (from !== null && until !== null && until < from)
        yield { data: { order: 'ends-before-start', name, from, until }, at: [at] };
    }
    const ended = appointments.filter((appointment): appointment is Ended => appointment.until !== null);
    const stages = ended.filter(({ what }) => what === 'stage');
    for (const [i, next] of stages.entries()) {
      const stage = stages[i - 1];
      if (stage && next.until < stage.until)
        yield { data: { order: 'after-later-stage', ...pair(stage, next) }, at: [next.at, stage.at] };
    }
    const deadlines = ended.filter(({ what }) => what === 'deadline');
    for (const payout of deadlines.filter(({ kinds }) => kinds.includes('payout'))) {
      for (const report of deadlines.filter(({ kinds }) => kinds.includes('report'))) {
        if (report.until < payout.until)
          yield { data: { order: 'report-before-payout', ...pair(payout, report) }, at: [report.at, payout.at] };
      }
    }
  },
});

type Ended = Appointment & { readonly until: string };

function pair(first: Ended, second: Ended) {
  return { name: first.name, until: first.until, next: second.name, nextUntil: second.until };
}
