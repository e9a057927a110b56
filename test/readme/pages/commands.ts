import { relief } from '../../cli/run.ts';
import { type Language, pageHead } from './markdown.ts';

/** Every command, in the order of the help: those of two words as they are typed. */
export async function commandNames(): Promise<string[]> {
  const { stdout } = await relief(['--help', '--lang', 'en']);
  const [, listed = ''] = /\nCommands:\n([\s\S]*?)\n\n/.exec(stdout) ?? [];
  const names = [...listed.matchAll(/^ {2}([a-z]+(?: [a-z]+)?)(?= |$)/gm)].map(([, name = '']) => name);
  return names.filter((name) => name !== 'help');
}

/** The name of a command's page, under docs/. */
export const commandPage = (command: string) => `commands/${command.replace(' ', '-')}`;

/** A command with its help. */
export async function commandText(command: string, language: Language): Promise<string> {
  const { stdout } = await relief([...command.split(' '), '--help', '--lang', language]);
  return `${pageHead(`relief ${command}`, commandPage(command), language)}\n\`\`\`text\n${stdout.trim()}\n\`\`\`\n`;
}

/** All commands, each with what it is for, and a link to its page. */
export async function commandList(commands: readonly string[], language: Language): Promise<string> {
  const pages = await Promise.all(commands.map((command) => commandText(command, language)));
  const lines = commands.map((command, index) => {
    const [, purpose = ''] = /```text\n.*\n\n([\s\S]*?)\n\n/.exec(pages[index] ?? '') ?? [];
    const file = commandPage(command).split('/').at(-1);
    return `- [relief ${command}](${file}${language === 'zh' ? '.zh-CN' : ''}.md): ${purpose.replaceAll('\n', language === 'zh' ? '' : ' ')}`;
  });
  const title = language === 'zh' ? '命令' : 'Commands';
  return `${pageHead(title, 'commands/index', language)}\n${lines.join('\n')}\n`;
}
