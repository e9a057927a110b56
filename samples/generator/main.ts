import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { campaignYaml } from './campaign.ts';
import { MIX_NAMES } from './departments/mixes.ts';
import { answerKey, writeDistrict } from './district.ts';
import { printKey } from './key.ts';
import { Plan } from './plan.ts';
import { Population } from './population.ts';
import { RECIPIENT_FORMATS, type RecipientFormat, recipientsFile, writeRecipients } from './recipients.ts';
import { Tally } from './tally.ts';
import { Planted } from './written.ts';

const HELP = `Makes invented lists of recipients, with a campaign and an answer key.

npm run sample                                    the sample district, into samples/district
npm run sample -- --rows N [options]              one list of N rows for everybody
npm run sample -- departments --rows N [options]  the lists of twelve departments, N rows in all

  --rows N         how many rows; without it, the sample district is made
  --format FORMAT  ${RECIPIENT_FORMATS.join(', ')} (with --rows; default csv)
  --faults SHARE   the share of rows with a planted fault (with --rows; default 0.02)
  --regular        no fault or oddity that changes a row's shape or writes an amount in words (with --rows)
  --mix NAME       ${MIX_NAMES.join(', ')} (with departments; default default)
  --seed S         a whole number; the same gives the same lists (default 2026)
  --out DIR        where to write (default samples/district, or samples/out with --rows)
  --help           this text
`;

class WrongUsage extends Error {}

interface Options {
  readonly rows: number | undefined;
  readonly format: RecipientFormat;
  readonly faults: number;
  readonly seed: number;
  readonly out: string;
  readonly regular: boolean;
  /** Of the departments' lists, if these are to be made. */
  readonly mix: string | undefined;
}

function readOptions(): Options | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      format: { type: 'string', default: 'csv' },
      faults: { type: 'string', default: '0.02' },
      seed: { type: 'string', default: '2026' },
      out: { type: 'string' },
      mix: { type: 'string', default: 'default' },
      regular: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const format = RECIPIENT_FORMATS.find((known) => known === values.format);
  const rows = values.rows === undefined ? undefined : Number(values.rows);
  const faults = Number(values.faults);
  const seed = Number(values.seed);
  if (!format) throw new WrongUsage(`--format: ${RECIPIENT_FORMATS.join(', ')}`);
  if (rows !== undefined && !(Number.isInteger(rows) && rows > 0))
    throw new WrongUsage('--rows: a whole number above 0');
  if (!(faults >= 0 && faults <= 1)) throw new WrongUsage('--faults: a share from 0 to 1');
  if (!Number.isInteger(seed)) throw new WrongUsage('--seed: a whole number');
  const [what, ...others] = positionals;
  if ((what !== undefined && what !== 'departments') || others.length > 0)
    throw new WrongUsage('npm run sample -- --help');
  if (what && rows === undefined) throw new WrongUsage('departments: --rows');
  return {
    mix: what && values.mix,
    rows,
    format,
    faults,
    seed,
    regular: values.regular,
    out: values.out ?? (rows === undefined ? 'samples/district' : 'samples/out'),
  };
}

/** One list of any length, its campaign and its key. */
async function writeOneList({ format, faults, seed, out, regular }: Options, rows: number): Promise<void> {
  mkdirSync(out, { recursive: true });
  const plan = new Plan({
    seed,
    population: new Population(seed),
    firstPerson: 0,
    faults,
    traps: 0.01,
    doubts: 0.02,
    regular,
  });
  const tally = new Tally();
  const planted = new Planted();
  const file = recipientsFile(format);
  const counts = await writeRecipients({ plan, rows, format, path: join(out, file), tally, planted });
  writeFileSync(join(out, 'campaign.yaml'), campaignYaml([{ file }]));
  writeFileSync(join(out, 'answer-key.json'), printKey(answerKey(seed, [counts], tally, planted)));
}

/** Twelve departments' lists; what makes their mistakes in names is loaded for them alone. */
async function writeLists(mix: string, { seed, out }: Options, rows: number): Promise<void> {
  const { writeDepartments } = await import('./departments/write-departments.ts');
  writeDepartments({ rows, seed, out, mix });
}

async function main(): Promise<void> {
  const options = readOptions();
  if (!options) process.stdout.write(HELP);
  else if (options.rows === undefined) await writeDistrict(options.seed, options.out);
  else if (options.mix !== undefined) await writeLists(options.mix, options, options.rows);
  else await writeOneList(options, options.rows);
}

main().catch((error: Error & { code?: string }) => {
  const isUsage =
    error instanceof WrongUsage || error instanceof RangeError || error.code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isUsage ? error.message : error.stack}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
