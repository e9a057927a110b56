import { existsSync } from 'node:fs';
import type { CampaignFile } from '../read/campaign-file.ts';
import { registerBeside } from '../read/register/beside.ts';

/**
 * A campaign with what people have decided of its cases. What reads a register is loaded only where there is one.
 * @throws InvalidInput where its register can't be read.
 */
export async function decided(source: CampaignFile): Promise<CampaignFile> {
  const { path } = source.file;
  if (path === '-' || !existsSync(registerBeside(path))) return source;
  const { readRegister } = await import('../read/register/register.ts');
  const { withDecisions } = await import('../answer/cases/decisions.ts');
  const { RULE_IDS } = await import('../checks/rule-ids.ts');
  const { events } = readRegister(registerBeside(path), source.campaign.id);
  return { ...source, campaign: withDecisions(source.campaign, events, new Set(RULE_IDS)) };
}
