import { RULES } from '../../checks/index.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';

/** What people call a rule; the id of one that is not known. */
export const ruleTitle = (rule: string, { language }: Catalogue): string =>
  RULES.find(({ id }) => id === rule)?.documentation[language].title ?? rule;
