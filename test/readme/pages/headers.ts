import { TITLES } from '../../../src/domain/row/field-titles.ts';
import { LIST_FIELDS } from '../../../src/domain/row/list-field.ts';
import { LIST_FIELD_WORDS } from '../../../src/text/list-fields.ts';
import { type Language, pageHead, table } from './markdown.ts';

const SAY = {
  zh: {
    title: '认得的表头',
    lead: '名单、名册、回盘的每一列按表头识别：先看完全相同的，再看包含在里面的最长的词（“2026年春节慰问金（元）”是金额）。“只在完全相同时”的，包含不算。\n表头里的空格、换行不计，全角半角、“帐”“账”视为相同。\n\n没有识别的列不采用；每一列识别成什么，用 `relief check 名单 --columns` 看。识别错了或没有识别，用 `--column 表头=字段` 指定，或在活动文件的\n`lists:` 里写 `columns:`；`--column 表头=ignore` 不用这一列。',
    heads: ['字段', '是什么', '认得的表头', '只在完全相同时'],
  },
  en: {
    title: 'Known headers',
    lead: 'Each column of a list, roster or bank return is recognised by its header: the same words first, then the longest that the header\ncontains (2026年春节慰问金（元） is the amount). What stands under “only the whole header” does not count when it is merely contained. Spaces and line breaks are\nignored, full and half width are the same, and so are 帐 and 账.\n\nA column that is not recognised is not used; `relief check LIST --columns` shows how each was read. Where that is wrong, say\n`--column HEADER=FIELD`, or `columns:` under `lists:` of the campaign; `--column HEADER=ignore` leaves a column out.',
    heads: ['field', 'what', 'known headers', 'only the whole header'],
  },
} as const;

/** Every field of a list with the headers that are read as it, from the table that reads them. */
export function headersText(language: Language): string {
  const say = SAY[language];
  const rows = LIST_FIELDS.map((field) => {
    const [contained = '', whole = ''] = TITLES[field].split('|').map((part) => part.trim().replaceAll(/\s+/g, ' '));
    return [`\`${field}\``, LIST_FIELD_WORDS[field][language], contained, whole];
  });
  return `${pageHead(say.title, 'headers', language)}\n${say.lead}\n\n${table(say.heads, rows)}\n`;
}
