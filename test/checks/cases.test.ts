import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { CAMPAIGN_RULES } from '../../src/checks/campaign/index.ts';
import { RULES, ruleOf } from '../../src/checks/index.ts';
import { RULE_IDS } from '../../src/checks/rule-ids.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { yuan } from '../../src/domain/money.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { CASES, expectedOf, HALF_FINISHED, isQuiet, LANGUAGES, messageOf, scenariosOf } from './cases.ts';
import { moneyOf } from './lists.ts';

const scenarios = scenariosOf(CAMPAIGN_RULES);

/** What is found in a campaign and, where there is a list.csv, in what that pays. */
async function findingsOf(folder: string): Promise<readonly Finding[]> {
  const { campaign, place } = readCampaign(join(folder, 'campaign.yaml'));
  const listed = existsSync(join(folder, 'list.csv')) ? await moneyOf(campaign, folder) : null;
  return checkCampaign(budgetOf(campaign), place, '2017-01-01', listed).findings;
}

describe.each(scenarios)('$rule: $scenario', ({ rule, scenario, folder }) => {
  it('finds what is expected of it', async () => {
    const found = (await findingsOf(folder))
      .filter((finding) => finding.rule === rule)
      .map((finding) => {
        const [first] = finding.places;
        return {
          severity: finding.severity,
          message: messageOf(finding, 'en'),
          place: `${first?.row}:${first?.column}`,
          amount: finding.amount === null ? null : yuan(finding.amount),
        };
      });
    expect(found).toEqual(expectedOf(folder));
  });

  it('expects nothing exactly if it is called quiet', () => {
    expect(expectedOf(folder).length === 0).toBe(isQuiet(scenario));
  });

  it('says nothing half-finished in either language, and points into the file', async () => {
    const lines = readFileSync(join(folder, 'campaign.yaml'), 'utf8').split('\n');
    for (const finding of await findingsOf(folder)) {
      for (const language of LANGUAGES) expect(messageOf(finding, language)).not.toMatch(HALF_FINISHED);
      expect(finding.people).toEqual([]);
      expect(finding.fingerprint).toMatch(/^[0-9a-f]{16}$/);
      expect(finding.places.length).toBeGreaterThan(0);
      for (const { file, sheet, row, column } of finding.places) {
        expect([file, sheet]).toEqual([join(folder, 'campaign.yaml'), null]);
        expect(lines[Number(row) - 1]?.slice(Number(column) - 1)).toMatch(/^\S/);
      }
    }
  });
});

describe('the cases as a whole', () => {
  it('show every rule, and none that does not exist', () => {
    // Nobody is probable until that is resolved; see probable-same-person.test.ts.
    const shown = RULE_IDS.filter((id) => id !== 'probable-same-person');
    expect(readdirSync(CASES).toSorted()).toEqual(shown.toSorted());
  });

  it.each(CAMPAIGN_RULES.map(({ id }) => id))('show %s both firing and quiet', (id) => {
    const expected = scenarios.filter(({ rule }) => rule === id).map(({ folder }) => expectedOf(folder).length);
    expect(expected.filter((count) => count > 0)).not.toEqual([]);
    expect(expected).toContain(0);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(LANGUAGES)('is documented in %s, every field of it', (language) => {
    const documentation = rule.documentation[language];
    expect(Object.keys(documentation).sort()).toEqual(['example', 'mend', 'title', 'what', 'why']);
    for (const [field, words] of Object.entries(documentation))
      expect(words.trim(), `${id} ${language} ${field}`).toMatch(/\S{2}/);
  });

  it('is documented in Chinese where that is said, and not copied from one language to the other', () => {
    const { zh, en } = rule.documentation;
    for (const field of ['title', 'what', 'why', 'mend'] as const) {
      expect(zh[field]).toMatch(/[\u4e00-\u9fff]/);
      expect(en[field]).not.toBe(zh[field]);
    }
  });

  it('is found by its id', () => {
    expect(ruleOf(id)).toBe(rule);
  });
});
