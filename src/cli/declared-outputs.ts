import type { Command } from 'commander';
import { INPUT_FLAGS } from './input-flags.ts';
import type { Outputs } from './outputs.ts';

/** Options that name what is written; in a folder of lists nothing else may stand, for all that is in it is read again. */
const OUTPUT_FLAGS = {
  output: 'report',
  summary: 'file',
  identities: 'file',
  pairs: 'file',
  clean: 'lists',
  removed: 'lists',
  held: 'lists',
  newKey: 'file',
} as const;

/** Tells what a command line names: all that is to be written, and all that is to be read, before anything is. */
export function declareOutputs(command: Command, outputs: Outputs): void {
  const options = command.opts();
  for (const option of command.options) {
    const name = option.attributeName();
    const path: unknown = options[name];
    if (isOutput(name) && typeof path === 'string') {
      outputs.declare({ flag: option.long ?? name, path, kind: OUTPUT_FLAGS[name] });
    }
  }
  outputs.hashes = options.summary !== undefined;
  const files = command.registeredArguments[0]?.name() === 'files' ? command.processedArgs[0] : [];
  outputs.protect(
    [files, ...INPUT_FLAGS.map((flag) => options[flag])].flat().filter((file) => typeof file === 'string'),
  );
}

const isOutput = (name: string): name is keyof typeof OUTPUT_FLAGS => Object.hasOwn(OUTPUT_FLAGS, name);
