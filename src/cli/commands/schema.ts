import type { Command } from 'commander';
import type { Context, Finish } from '../context.ts';
import { EXIT } from '../errors.ts';

/** `relief schema`: the JSON Schema of campaign files. */
export function declareSchema(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, outputs } = context;
  program
    .command('schema')
    .description(catalogue.cli.schema)
    .option('-o, --output <file>', catalogue.cli.output)
    .action(async ({ output }: { output?: string }) => {
      const { campaignJsonSchema } = await import('../../read/json-schema.ts');
      const text = `${JSON.stringify(campaignJsonSchema(), null, 2)}\n`;
      if (output === undefined) {
        io.stdout.write(text);
      } else {
        await outputs.write(output, text);
        outputs.put();
      }
      finish(EXIT.ok);
    });
}
