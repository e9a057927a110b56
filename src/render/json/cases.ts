import type { Case, Exception } from '../../answer/cases/case-book.ts';
import { type Progress, progressByUnit, progressOf } from '../../answer/cases/progress.ts';
import type { CasesRecord } from '../../contract/cases.ts';
import type { ClosedMoney } from '../../domain/cases/case-money.ts';
import { yuan } from '../../domain/money.ts';
import type { ExaminedCases } from '../../report/cases/examined-cases.ts';
import { AsIs } from '../door.ts';
import { each, type Made } from './json.ts';

/**
 * `relief/cases@1`: where every case is in the loop, in all (each once) and by unit, with its money, which closes: `risk` = `confirmed`
 * + `refuted` + `open`, `confirmed` = `recovered` + `irrecoverable` + `unsettled`. Amounts are yuan.
 */
export function casesRecord({ campaign, today, book, register }: ExaminedCases): Made<CasesRecord> {
  return {
    schema: 'relief/cases@1',
    campaign: { id: campaign.id, title: campaign.title },
    asOf: today,
    total: progressRecord(progressOf(book.cases)),
    units: progressByUnit(book.cases).map(({ unit, ...progress }) => ({ unit, ...progressRecord(progress) })),
    exceptions: { idle: book.idle.map(exceptionRecord), expired: book.expired.map(exceptionRecord) },
    register: { file: register.path, events: register.events.length, faults: register.faults },
    cases: cases(book.cases),
  };
}

function progressRecord({ cases, phases, sent, answered, mended, mendedMoney, longest, money }: Progress) {
  return {
    cases,
    sent,
    answered,
    phases,
    mended: { cases: mended, amount: yuan(mendedMoney) },
    closedRate: cases === 0 ? null : (Math.round((1000 * phases.closed) / cases) / 10).toFixed(1),
    longestDays: longest,
    money: moneyRecord(money),
  };
}

const moneyRecord = (money: ClosedMoney) =>
  each(Object.keys(money) as (keyof ClosedMoney)[], (name) => yuan(money[name]));

const exceptionRecord = ({ rule, finding, reason, until }: Exception) => ({
  rule,
  fingerprint: finding,
  reason,
  until,
});

async function* cases(all: readonly Case[]) {
  for (const each of all) {
    const { finding, record, decision, was } = each;
    yield {
      fingerprint: each.id,
      rule: each.rule,
      severity: finding?.severity ?? null,
      phase: each.phase,
      remark: each.remark,
      state: each.state,
      action: each.action,
      says: each.says,
      people: (finding?.people ?? record?.last.people ?? []).map((person) => new AsIs(person)),
      places: finding?.places ?? record?.last.places ?? [],
      units: each.units,
      money: moneyRecord(each.money),
      mended: yuan(each.mended),
      sent: [...(record?.sent ?? [])].map(([unit, { times, first, last, due }]) => ({ unit, times, first, last, due })),
      decided: decision && {
        time: decision.time,
        by: decision.by,
        unit: decision.unit,
        reason: decision.reason,
        note: decision.note,
        source: decision.source,
      },
      was,
      from: each.from,
      days: each.days,
    };
  }
}
