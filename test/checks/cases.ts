import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ruleOf } from '../../src/checks/index.ts';
import type { Rule } from '../../src/checks/rule.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Language } from '../../src/domain/language.ts';

/** `<rule>/<scenario>/`: a campaign file or lists, and what that rule must find in them, worked out by hand. */
export const CASES = 'test/cases';
export const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

/** What no message may hold: it would be half-finished. */
export const HALF_FINISHED = /^$|undefined|null|NaN|\[object| {2}|，\s*×|（）|\(\)|“”/;

interface Scenario {
  readonly rule: string;
  readonly scenario: string;
  readonly folder: string;
}

/** The cases of some rules. */
export function scenariosOf(rules: readonly Rule[]): Scenario[] {
  return readdirSync(CASES)
    .filter((rule) => rules.some(({ id }) => id === rule))
    .flatMap((rule) =>
      readdirSync(join(CASES, rule)).map((scenario) => ({ rule, scenario, folder: join(CASES, rule, scenario) })),
    );
}

export function expectedOf(folder: string): unknown[] {
  return JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
}

/** Whether a case is one in which nothing may be found. */
export const isQuiet = (scenario: string) => /^quiet(-|$)/.test(scenario);

export function messageOf({ rule, data }: Pick<Finding, 'rule' | 'data'>, language: Language): string {
  return ruleOf(rule)?.message[language](data) ?? '';
}

/** A finding is told in both languages, in words of its own in each, and nothing of it is half-finished. */
export function expectWellSaid(finding: Pick<Finding, 'rule' | 'data'>): void {
  for (const language of LANGUAGES) expect(messageOf(finding, language)).not.toMatch(HALF_FINISHED);
  expect(messageOf(finding, 'zh')).toMatch(/[\u4e00-\u9fff]/);
  expect(messageOf(finding, 'zh')).not.toBe(messageOf(finding, 'en'));
}
