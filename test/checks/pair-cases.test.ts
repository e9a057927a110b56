import { PAIR_RULES } from '../../src/checks/pair/index.ts';
import { describeGroupCases, TODAY } from './group-cases.ts';
import { checkPairsInFolder } from './lists.ts';

describeGroupCases(
  PAIR_RULES,
  async (folder, campaign) => (await checkPairsInFolder(folder, TODAY, { campaign })).findings,
  (rule) => !rule.endsWith('-ceiling'), // a single payment can be over it
);
