import type { CampaignRule } from '../rule.ts';
import amountContradictsStandard from './amount-contradicts-standard.ts';
import amountNotItemised from './amount-not-itemised.ts';
import deadlineOrder from './deadline-order.ts';
import earmarkBroken from './earmark-broken.ts';
import fundOverCeiling from './fund-over-ceiling.ts';
import goodsWithoutProcurement from './goods-without-procurement.ts';
import overlappingMeasures from './overlapping-measures.ts';
import partsContradictWhole from './parts-contradict-whole.ts';
import reachNotItemised from './reach-not-itemised.ts';
import totalContradictsItems from './total-contradicts-items.ts';
import unitsDoNotMeet from './units-do-not-meet.ts';
import unknownReference from './unknown-reference.ts';
import unquantifiedMeasure from './unquantified-measure.ts';

/** Every rule on a campaign file, in the order in which findings are listed. */
export const CAMPAIGN_RULES: readonly CampaignRule[] = [
  amountContradictsStandard,
  totalContradictsItems,
  partsContradictWhole,
  fundOverCeiling,
  earmarkBroken,
  unknownReference,
  deadlineOrder,
  amountNotItemised,
  reachNotItemised,
  unitsDoNotMeet,
  unquantifiedMeasure,
  overlappingMeasures,
  goodsWithoutProcurement,
];
