import * as tables from './figure-tables.ts';
import { keySection } from './key-tables.ts';
import { CAMPAIGN } from './keys-campaign.ts';
import { FILES } from './keys-files.ts';
import { MEASURE } from './keys-measure.ts';
import { PLAN } from './keys-plan.ts';
import { STANDARD } from './keys-standard.ts';
import type { Section } from './section.ts';

/** In the order of the page. */
export const SECTIONS: readonly Section[] = [...CAMPAIGN, ...MEASURE, ...STANDARD, ...PLAN, ...FILES];

/** The campaign that the page begins with. */
export const EXAMPLE = `relief: 1
id: putuo-2017
title: 2017年元旦春节期间帮困送温暖活动
issued: 2016-12-28
stated: {reach: 约8.5万人次, amount: 约3302.03万元}
deadlines:
  - {name: 帮困款物发放到困难对象手中, until: 春节前, kind: payout}
departments:
  - name: 民政部门
    measures:
      - id: entitled
        name: 重点优抚对象节日补助
        to: 重点优抚对象
        form: cash
        reach: 约600人
        standard: 550元/人
        amount: 33万元
        source: 三、1（1）
`;

const INTRODUCTION = `# What a campaign file may say

A campaign file is YAML that stands beside the notice: figures, dates and names are written as the notice prints them, and what it
does not say is left out. \`relief init\` writes one to start from, [campaigns/](../campaigns) has five that are transcribed in full, and
[schema/campaign.schema.json](../schema/campaign.schema.json) lets an editor complete and check the keys.

\`\`\`yaml
${EXAMPLE}\`\`\`

This page is generated from that schema. Every example is loaded by a test, and every line of the tables of figures is read by one.

In the tables, *name:* stands for words of the campaign’s own, *or a list of them* means that one may stand by itself, and of words that
are fixed (\`form: cash\`) the Chinese ones behind mean the same. An id has small letters, Chinese characters, digits and hyphens. What refers to a measure gives its
id, its name or, where two have that name, 部门/项目; what refers to a fund, its id or name. What refers to nothing is an error of \`relief check\`
(\`unknown-reference\`).`;

/** The whole page. */
export function campaignPage(): string {
  const parts = [
    INTRODUCTION,
    ...SECTIONS.map((section) => keySection(section, SECTIONS)),
    '## Figures as notices write them',
    'Spaces and the width of characters do not matter. What is not in these shapes is [refused](#what-is-refused), never guessed.',
    '### Counts',
    tables.countTable(),
    'Pieces and institutions are counted by themselves, in no count of people and in no 人次. 次, and 个 of what is not said, are in no sum at all.',
    '### Amounts',
    tables.amountTable(),
    'Money is exact to the fen, whatever the document’s unit.',
    '### How firmly a figure is said',
    tables.qualifiedTable(),
    'A count, an amount or a rate may have any of these, and only one: of 约…余 it is 余, and others that differ are refused.',
    '### Rates',
    'A rate that nothing qualifies is what every payout is, to the fen; an average holds to its printed digits; 一般 has the reach of 约, and contradicts nothing.',
    tables.rateTable(),
    '### Standards in a phrase',
    'Every rate is a standard, and so is what takes several. Here 低保标准 is 每人每月1510元 (`bases`). Of what recurs nothing is computed until it is said how long (`months`, `duration`).',
    tables.standardTable(),
    '### Durations',
    tables.durationTable(),
    'A month has 28 to 31 days, a quarter three months, a term four to six, a year twelve: 每人每天20元 over 3个月 is a range.',
    '### Conditions',
    tables.conditionTable(),
    '### Dates',
    'Without a year, October to December are those before the Spring Festival of the campaign’s year, all other months those of that year. Here it is 2025, whose Spring Festival is on 29 January. Both days that are given are included. A time of day says nothing.',
    tables.dateTable(),
    '## Count and standard',
    'For each measure, count × standard is set against the amount that the document states. `approximate` is what a qualifier or 一般 accounts for, `contradicted` an error, `unknown` what can’t be compared because something is not stated; then a single computed value is the amount.',
    tables.productTable(),
    '## Parts and totals',
    'What is stated of a whole is set against its items at face value; only the whole’s own qualifier gives tolerance. `stated` is the basis where the document gives an amount that its items do not come to exactly, else `itemised`. `≥` marks a sum that is at least so much.',
    tables.wholeTable(),
    '## What is refused',
    'Everything that is wrong with a file is told at once, with its line; then nothing is computed.',
    tables.refusalTable(),
    'Some of what notices say in one sentence takes several keys:',
    tables.otherwiseTable(),
  ];
  return `${parts.join('\n\n')}\n`;
}
