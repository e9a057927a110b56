import { PAIR_RULES } from '../../src/checks/pair/index.ts';
import probableSamePerson from '../../src/checks/pair/probable-same-person.ts';
import { describeGroupCases } from './group-cases.ts';
import { checkPairs } from './group-checks.ts';

describeGroupCases(
  // Who is probable is not resolved yet: its own test says what is asked of likely pairs.
  PAIR_RULES.filter((rule) => rule !== probableSamePerson),
  checkPairs,
  (rule) => !rule.endsWith('-ceiling'), // a single payment can be over it
);
