import { type Campaign, campaignSchema } from '../../src/domain/campaign/campaign.ts';
import { type Measure, measure } from '../../src/domain/campaign/measure.ts';
import { type Quantity, type Read, readMoney } from '../../src/domain/quantity.ts';

/** A measure of a campaign file; the name is there if it is not told. */
export function measureOf(given: object): Measure {
  return measure.parse({ id: 'a', name: '慰问', ...given });
}

/** A campaign file; what every campaign must say is there if it is not told. */
export function campaignOf(given: object): Campaign {
  return campaignSchema.parse({ relief: 1, id: 'test', title: '帮困送温暖活动', departments: [], ...given });
}

/** A campaign of departments with these measures, each with an id. */
export function campaignOfMeasures(departments: readonly (readonly object[])[], given: object = {}): Campaign {
  return campaignOf({
    ...given,
    departments: departments.map((measures, i) => ({
      name: `部门${i + 1}`,
      measures: measures.map((each, j) => ({ id: `m${i + 1}-${j + 1}`, name: '慰问', ...each })),
    })),
  });
}

export function amountOf(printed: string): Quantity {
  return ok(readMoney(printed));
}

export function ok<T>(read: Read<T>): T {
  if ('ok' in read) return read.ok;
  throw new Error(read.problem);
}

/** Fen of whole yuan, so that tables can say yuan. */
export const fen = (yuan: number): bigint => BigInt(yuan) * 100n;
