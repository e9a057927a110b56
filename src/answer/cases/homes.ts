import type { PayoutRow } from '../../checks/payout-row.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';

/** Committees that lie in one subdistrict only, as lists and rosters write them, each with it in front. */
export type Homes = ReadonlyMap<string, string>;

export async function homesIn({ database }: Lists): Promise<Homes> {
  const rows = await database.all<Row & { subdistrict: string; committee: string }>(
    `select committee, any_value(subdistrict) as subdistrict from any_person
      where subdistrict is not null and committee is not null group by committee having count(distinct subdistrict) = 1`,
  );
  return new Map(rows.map(({ subdistrict, committee }) => [committee, subdistrict + committee]));
}

/** A row that names no subdistrict lives where its committee is: one committee is one unit, however its rows are written. */
export function atHome(payout: PayoutRow, homes: Homes): PayoutRow {
  const { livesIn, committee } = payout;
  const home = committee !== null && livesIn === committee ? homes.get(committee) : undefined;
  return home === undefined ? payout : { ...payout, livesIn: home };
}
