import { RULES } from '../../../src/checks/index.ts';
import type { Rule } from '../../../src/checks/rule.ts';
import { type Language, pageHead, table } from './markdown.ts';

const SAY = {
  zh: {
    title: '规则目录',
    lead: '每条规则查什么、为什么、碰到了怎么办。规则编号可用于 `--rule`、活动文件的 `rules:` 和 `exceptions:`；`relief explain 编号` 显示同样的内容。\n级别是通常的：活动文件可以改（`rules: { 编号: off }`），有的疑点按情形低一级，见各条。',
    heads: ['级别', '编号', '名称'],
    severity: { error: '错误', warning: '警告', hint: '提示' },
    why: '为什么',
    example: '例',
    mend: '怎么办',
  },
  en: {
    title: 'The rules',
    lead: 'What each rule looks for, why, and what to do about a finding. The id goes with `--rule`, and under `rules:` and `exceptions:` of a\ncampaign; `relief explain ID` shows the same. Severities are the usual ones: a campaign may change them (`rules: { ID: off }`), and\nsome findings are one lower where the case is weaker, as each rule says.',
    heads: ['severity', 'id', 'title'],
    severity: { error: 'error', warning: 'warning', hint: 'hint' },
    why: 'Why',
    example: 'Example',
    mend: 'What to do',
  },
} as const;

/** All rules, by their own documentation. */
export function rulesText(language: Language): string {
  const say = SAY[language];
  const rows = RULES.map(({ id, severity, documentation }) => [
    say.severity[severity],
    `[\`${id}\`](#${id})`,
    documentation[language].title,
  ]);
  return [
    pageHead(say.title, 'rules', language),
    say.lead,
    '',
    table(say.heads, rows),
    '',
    ...RULES.map((rule) => ruleText(rule, language)),
  ].join('\n');
}

function ruleText({ id, severity, documentation }: Rule, language: Language): string {
  const say = SAY[language];
  const { title, what, why, example, mend } = documentation[language];
  const colon = language === 'zh' ? '：' : ': ';
  return [
    `## ${id}`,
    '',
    `**${title}** (${say.severity[severity]})`,
    '',
    what,
    '',
    `- ${say.why}${colon}${why}`,
    `- ${say.example}${colon}${example}`,
    `- ${say.mend}${colon}${mend}`,
    '',
  ].join('\n');
}
