import * as z from 'zod/mini';

/** The reports of a run that stand in files of their own, in the order in which they are listed. */
export const RUN_REPORTS = ['budget', 'check', 'dedupe', 'cover', 'reconcile', 'export', 'cases', 'page'] as const;
export type RunReport = (typeof RUN_REPORTS)[number];

/** What a run could not look at, because there are no files for it. */
const NOT_LOOKED = ['lists', 'rosters', 'returns', 'lists-of-parts'] as const;
export type NotLooked = (typeof NOT_LOOKED)[number];

/** Figures by which one run is compared with the next; counts are whole numbers, money is yuan as a decimal. */
export const RUN_FIGURES = [
  'payouts',
  'persons',
  'amount',
  'takenOut',
  'takenOutAmount',
  'errors',
  'warnings',
  'hints',
  'eligible',
  'reached',
  'omitted',
  'paid',
  'paidAmount',
  'failed',
  'failedAmount',
] as const;
export type RunFigure = (typeof RUN_FIGURES)[number];
export type RunFigures = Readonly<Partial<Record<RunFigure, string>>>;

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Within the folder, and nowhere else. */
const inside = z.string().check(z.regex(/^(?!\/)(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\:\0]+$/));
const file = z.object({ file: z.string(), sha256: digest });

/** What a run wrote into its folder, of which files, and what it came to: the next run knows by it what is its own. */
export const manifest = z.object({
  schema: z.literal('relief/run@1'),
  version: z.string(),
  campaign: z.object({ id: z.string(), title: z.string() }),
  day: z.string(),
  exit: z.number(),
  /** As seen from the campaign's folder. */
  inputs: z.array(file),
  outputs: z.array(z.object({ file: inside, sha256: digest })),
  figures: z.partialRecord(z.enum(RUN_FIGURES), z.string()),
  /** Each case and where it is in the loop. */
  cases: z.array(z.tuple([z.string(), z.string()])),
  notLooked: z.array(z.enum(NOT_LOOKED)),
});
export type RunManifest = z.infer<typeof manifest>;
export type RunFile = z.infer<typeof file>;
