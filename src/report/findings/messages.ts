import { ROW_RULES } from '../../checks/row/index.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';

/** A finding on a row in words. */
export function rowMessageOf({ rule, data }: Finding, { language }: Catalogue): string {
  return ROW_RULES.find(({ id }) => id === rule)?.message[language](data) ?? rule;
}
