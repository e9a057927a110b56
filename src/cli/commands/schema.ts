import type { Command } from 'commander';
import type { Context, Finish } from '../context.ts';
import { EXIT } from '../errors.ts';
import { writeOutput } from '../io.ts';

/** `relief schema`: the JSON Schema of campaign files. */
export function declareSchema(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, say } = context;
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
        await writeOutput(output, text, [], catalogue);
        say(catalogue.cli.written(output));
      }
      finish(EXIT.ok);
    });
}
