import type { Command, Option } from 'commander';
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
    .action(async (words: string[]) => {
      const found = await candidates(program, words);
      io.stdout.write(found.map((word) => `${word}\n`).join(''));
      finish(EXIT.ok);
    });
}

/** What may stand where the last of `words` is being typed; nothing where a file is to be named. */
async function candidates(program: Command, words: readonly string[]): Promise<string[]> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const called = (name: string | undefined) => program.commands.find((known) => known.name() === name);
  const command = called(`${before[0]} ${before[1]}`) ?? called(before.find((word) => !word.startsWith('-')));
  const options = [...(command?.options ?? []), ...program.options].filter(({ hidden }) => !hidden);
  const takenBy = (word = '') => options.find(({ long, short }) => long === word || short === word);
  return (await possible()).filter((word) => word.startsWith(typed));

  async function possible(): Promise<string[]> {
    const title = titleOf(before, typed);
    if (title !== null && title.option === takenBy('--column')?.long)
      return (await columnFields()).map((field) => title.before + field);
    const pending = takenBy(before.at(-1));
    if (pending?.required) return valuesOf(pending, before);
    if (typed.startsWith('-')) return [...options.flatMap(({ long }) => long ?? []), '--help'];
    const names = program.commands.map((known) => known.name().split(' '));
    if (!command) return [...new Set(names.flatMap(([first = '']) => (first === 'complete' ? [] : [first])))];
    if (command.name() === 'explain') return [...RULE_IDS];
    if (command.name() === 'completion') return Object.keys(SCRIPTS);
    return before.length > 1
      ? []
      : names.flatMap(([first, second]) => (first === command.name() && second ? [second] : []));
  }
}

/**
 * The title before the field that is being typed, `TITLE=`, and whose value it is. Some shells take `TITLE`, `=` and the field for
 * words of their own: then nothing of it is to be said again.
 */
function titleOf(
  before: readonly string[],
  typed: string,
): { readonly option: string; readonly before: string } | null {
  const whole = /^.+=/.exec(typed)?.[0];
  if (whole !== undefined) return { option: before.at(-1) ?? '', before: whole };
  if (before.at(-1) === '=') return { option: before.at(-3) ?? '', before: '' };
  return null;
}

async function columnFields(): Promise<string[]> {
  const { LIST_FIELDS } = await import('../../domain/row/list-field.ts');
  return [...LIST_FIELDS, 'ignore'];
}

/** What an option may be: its choices, rules, or the departments of the campaign that is named before it. */
async function valuesOf({ long, argChoices = [] }: Option, before: readonly string[]): Promise<string[]> {
  if (long === '--rule') return [...RULE_IDS];
  if (long === '--department') return departmentsOf(before.filter((word) => /\.ya?ml$/i.test(word)));
  return [...argChoices];
}

/** None of a file that is not a campaign: whoever runs the command hears why. */
async function departmentsOf(files: readonly string[]): Promise<string[]> {
  const { readCampaign } = await import('../../read/campaign-file.ts');
  const named = files.flatMap((file) => {
    try {
      return readCampaign(file).campaign.departments.map(({ name }) => name);
    } catch {
      return [];
    }
  });
  return [...new Set(named)];
}

const SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# relief completion bash >> ~/.bashrc
_relief() {
  local IFS=$'\\n'
  local -a words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  if [[ "\${words[-1]}" == "=" ]]; then words+=(""); fi
  COMPREPLY=($(relief complete -- "\${words[@]}" 2>/dev/null))
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
