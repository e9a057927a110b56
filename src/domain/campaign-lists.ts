import * as z from 'zod/mini';
import { date, text } from './fields.ts';

/** By header: the field that a column is, and the measure that its amounts are of. */
interface SaidOfColumns {
  readonly columns: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
}

/** What the columns of a list are: fields, or amounts of a measure each. */
function columnsOf(said: Readonly<Record<string, string | { readonly measure: string }>>): SaidOfColumns {
  const columns: Record<string, string> = {};
  const measures: Record<string, string> = {};
  for (const [title, is] of Object.entries(said)) {
    if (typeof is === 'string') columns[title] = is;
    else measures[title] = is.measure;
  }
  return { columns, measures };
}

/** A list of the campaign, or several by a pattern. */
export const list = z.pipe(
  z.strictObject({
    file: text.check(z.describe('发放名单：文件或通配符')),
    sheet: z.optional(text.check(z.describe('工作簿里的哪张表；不写的，有名单的表都读'))),
    department: z.optional(text.check(z.describe('整份名单属于哪个部门'))),
    measure: z.optional(text.check(z.describe('整份名单属于哪个项目'))),
    batch: z.optional(text.check(z.describe('哪一批；不写的是同一批'))),
    paid: z.optional(
      z
        .union([
          z.boolean().check(z.describe('true：钱已经发出去了，这些行不再移出')),
          date.check(z.describe('钱是哪天发出去的')),
        ])
        .check(z.describe('已经发出去的：true，或哪天发的；这些行不再移出')),
    ),
    columns: z.optional(
      z
        .record(
          z.string(),
          z.union([text, z.strictObject({ measure: text.check(z.describe('这一列是哪个项目的金额')) })]),
        )
        .check(z.describe('表头 → 字段；几个项目各占一列的，表头 → {measure: 项目}')),
    ),
  }),
  z.transform(({ columns = {}, ...rest }) => ({ ...rest, ...columnsOf(columns) })),
);
