import { ROW_RULES } from '../../checks/row/index.ts';
import type { RowRule } from '../../checks/row/row-rule.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';

/** The rules on rows, by id. */
export const ROW_RULE = new Map<string, RowRule>(ROW_RULES.map((rule) => [rule.id, rule]));

/** A finding on a row in words. */
export function rowMessageOf({ rule, data }: Finding, { language }: Catalogue): string {
  return ROW_RULE.get(rule)?.message[language](data) ?? rule;
}
