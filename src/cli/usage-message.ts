import type { CommanderError } from 'commander';
import type { Catalogue } from '../text/zh/catalogue.ts';

/** What is wrong with a command line, in the user's language; commander says it in English only. */
export function usageMessage({ code, message }: CommanderError, { cli }: Catalogue): [string, string] {
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  const suggested = /Did you mean (?:one of )?([^,?)]+)/.exec(message)?.[1] ?? null;
  return [told(code, word, suggested, cli) ?? message, cli.tryHelp('relief')];
}

function told(code: string, word: string, suggested: string | null, cli: Catalogue['cli']): string | undefined {
  switch (code) {
    case 'commander.unknownCommand':
      // A file where a command should be: the commonest slip of somebody new.
      return cli.unknownCommand(word, suggested ?? (/\.ya?ml$/i.test(word) ? `budget ${word}` : null));
    case 'commander.unknownOption':
      return cli.unknownOption(word, suggested);
    case 'commander.missingArgument':
      return cli.missingArgument(word);
    case 'commander.optionMissingArgument':
      return cli.missingValue(word.split(/[ ,]+/)[0] ?? word);
    case 'commander.excessArguments':
      return cli.excessArguments;
    default:
      return undefined;
  }
}
