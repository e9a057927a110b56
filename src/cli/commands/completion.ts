import type { Command } from 'commander';
import { RULE_IDS } from '../../checks/rule-ids.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';

/**
 * `relief completion SHELL` prints a script that asks `relief complete WORD…` for candidates, so that the shells know
 * nothing of the commands and never fall behind them.
 */
export function declareCompletion(program: Command, { catalogue, io }: Context, finish: Finish): void {
  const shells = Object.keys(SCRIPTS);
  program
    .command('completion')
    .description(catalogue.cli.completion)
    .argument('<shell>', `${catalogue.cli.shell} (${shells.join(', ')})`)
    .action((shell: string) => {
      const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
      if (script === undefined) throw new UsageError(catalogue.cli.badChoice('completion', shell, shells.join(', ')));
      io.stdout.write(script);
      finish(EXIT.ok);
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action((words: string[]) => {
      io.stdout.write(
        candidates(program, words)
          .map((word) => `${word}\n`)
          .join(''),
      );
      finish(EXIT.ok);
    });
}

/** What may stand where the last of `words` is being typed; nothing where a file is to be named. */
function candidates(program: Command, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = program.commands.find((known) => known.name() === before.find((word) => !word.startsWith('-')));
  const options = [...(command?.options ?? []), ...program.options].filter(({ hidden }) => !hidden);
  const previous = before.at(-1) ?? '';
  const pending = options.find(({ long, short }) => long === previous || short === previous);
  return possible().filter((word) => word.startsWith(typed));

  function possible(): string[] {
    if (pending?.required) return [...(pending.argChoices ?? [])];
    if (typed.startsWith('-')) return [...options.flatMap(({ long }) => long ?? []), '--help'];
    if (!command) return program.commands.map((known) => known.name()).filter((name) => name !== 'complete');
    if (command.name() === 'explain') return [...RULE_IDS];
    if (command.name() === 'completion') return Object.keys(SCRIPTS);
    return [];
  }
}

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# relief completion bash >> ~/.bashrc
_relief() {
  local IFS=$'\\n'
  COMPREPLY=($(relief complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -o bashdefault -F _relief relief
`,
  zsh: `#compdef relief
# relief completion zsh > "\${fpath[1]}/_relief"
_relief() {
  local -a found
  found=("\${(@f)$(relief complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -a found; else _files; fi
}
compdef _relief relief
`,
  fish: `# relief completion fish > ~/.config/fish/completions/relief.fish
complete -c relief -a '(relief complete -- (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)'
`,
  powershell: `# relief completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName relief -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($wordToComplete -eq '') { $words += '' }
  relief complete -- @words | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
};
