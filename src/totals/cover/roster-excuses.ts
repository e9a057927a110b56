import { LONGEST_OBJECTION, readObjection } from '../../domain/row/payout-remark.ts';
import { EXCUSES, readExcuse } from '../../domain/row/roster-excuse.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';

/** Speaks against somebody, and is no excuse: whoever verifies is told of it. */
const isObjection = (text: string) => text.length <= LONGEST_OBJECTION && readObjection(text) !== null;

/**
 * What rosters say of their people, each text once: the domain decides, SQL only finds the rows. What is said against somebody and
 * excuses nobody is there without an excuse.
 */
export async function readExcuses({ database }: Lists, first: number): Promise<void> {
  const said = await database.all<Row & { text: string }>(
    `select distinct unnest([result, remark]) as text from any_row where list >= ${first}`,
  );
  await database.run('create temp table excuse_said (text varchar, excuse utinyint)');
  await database.append(
    'excuse_said',
    said.flatMap(({ text }): (readonly [string, number | null])[] => {
      const excuse = text === null ? null : readExcuse(text);
      if (excuse !== null) return [[text, EXCUSES.indexOf(excuse)]];
      return text !== null && isObjection(text) ? [[text, null]] : [];
    }),
  );
}
