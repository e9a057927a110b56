import type { Command } from 'commander';
import type { Draft } from '../../read/json-schema.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { choice } from '../flags.ts';

interface Flags {
  readonly output?: string;
  readonly draft: Draft;
}

/** `relief schema [WHAT]`: the JSON Schema of campaign files, or of a record that is handed to other programs. */
export function declareSchema(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, outputs } = context;
  const { cli } = catalogue;
  program
    .command('schema')
    .description(cli.schema)
    .argument('[what]', cli.schemaOf)
    .option('-o, --output <file>', cli.output)
    .addOption(choice(catalogue, '--draft <draft>', cli.schemaDraft, ['2020-12', '7']).default('2020-12'))
    .action(async (what = 'campaign', { output, draft }: Flags) => {
      const text = `${JSON.stringify(await schemaOf(what, draft, cli.unknownSchema), null, 2)}\n`;
      if (output === undefined) {
        io.stdout.write(text);
      } else {
        await outputs.write(output, text);
        outputs.put();
      }
      finish(EXIT.ok);
    });
}

async function schemaOf(
  what: string,
  draft: Draft,
  unknown: (what: string, known: readonly string[]) => string,
): Promise<object> {
  const { campaignJsonSchema, recordJsonSchema } = await import('../../read/json-schema.ts');
  if (what === 'campaign') return campaignJsonSchema(draft);
  const { CONTRACT } = await import('../../contract/index.ts');
  if (!(what in CONTRACT)) throw new UsageError(unknown(what, ['campaign', ...Object.keys(CONTRACT)]));
  return recordJsonSchema(what, draft);
}
