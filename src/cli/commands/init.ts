import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';

/** `relief init [DIR]`: a commented campaign file to start from. */
export function declareInit(program: Command, context: Context, finish: Finish): void {
  const { catalogue, say, outputs } = context;
  program
    .command('init')
    .description(catalogue.cli.init)
    .argument('[folder]', catalogue.cli.folder, '.')
    .action(async (folder: string) => {
      const { STARTER } = await import('../../text/starter.ts');
      const file = join(folder, 'campaign.yaml');
      if (existsSync(file)) throw new UsageError(catalogue.init.exists(file));
      await outputs.write(file, STARTER[catalogue.language]);
      outputs.put({ quietly: true });
      say(catalogue.init.written(file), `  relief budget ${file}`);
      finish(EXIT.ok);
    });
}
