import { PAYOUT_RULES } from '../../src/checks/group/index.ts';
import probableSamePerson from '../../src/checks/group/probable-same-person.ts';
import { describeGroupCases } from './group-cases.ts';
import { checkGroups } from './group-checks.ts';

describeGroupCases(
  // Who is probable is not resolved yet: its own test says what is asked of likely pairs.
  PAYOUT_RULES.filter((rule) => rule !== probableSamePerson),
  checkGroups,
  (rule) => !rule.endsWith('-ceiling'), // a single payment can be over it
);
