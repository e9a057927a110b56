import type { ChalkInstance } from 'chalk';
import type { Rule } from '../checks/rule.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { width, wrap } from './width.ts';

/** A rule's documentation as text, in lines of at most so many columns. */
export function renderRule(
  { id, severity, documentation }: Rule,
  catalogue: Catalogue,
  chalk: ChalkInstance,
  columns: number,
): string {
  const { title, what, why, example, mend } = documentation[catalogue.language];
  const words = catalogue.explain;
  const paragraphs = [
    wrap(`${title}  ${id}  ${catalogue.severity[severity]}`, columns).join('\n').replace(title, chalk.bold(title)),
    wrap(what, columns).join('\n'),
    ...(
      [
        [words.why, why],
        [words.example, example],
        [words.mend, mend],
      ] as const
    ).map(([heading, body]) =>
      wrap(`${heading}${catalogue.colon}${body}`, columns).join('\n').replace(heading, chalk.bold(heading)),
    ),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** All rules, a line each. */
export function renderRuleList(rules: readonly Rule[], catalogue: Catalogue, chalk: ChalkInstance): string {
  const severities = rules.map(({ severity }) => catalogue.severity[severity]);
  const widest = Math.max(...severities.map(width));
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, documentation }, index) => {
    const severity = severities[index] ?? '';
    return `  ${severity}${' '.repeat(widest - width(severity))}  ${chalk.bold(id)}${' '.repeat(longest - id.length)}  ${documentation[catalogue.language].title}`;
  });
  return `${[catalogue.explain.list, ...lines].join('\n')}\n`;
}
