import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../golden.ts';
import { commandList, commandNames, commandPage, commandText } from './pages/commands.ts';
import { headersText } from './pages/headers.ts';
import { everyMeaning, jsonText } from './pages/json.ts';
import { LANGUAGES, pageFile } from './pages/markdown.ts';
import { MEANINGS } from './pages/meanings.ts';
import { rulesText } from './pages/rules.ts';

describe.each(LANGUAGES)('pages made of what the program knows, in %s', (language) => {
  it('the rules', () => {
    expectGolden(pageFile('rules', language), rulesText(language));
  });

  it('the headers', () => {
    expectGolden(pageFile('headers', language), headersText(language));
  });

  it('the JSON', () => {
    expectGolden(pageFile('json', language), jsonText(language));
  });

  it('a page for each command, and a list of them', async () => {
    const commands = await commandNames();
    const pages = [
      [pageFile('commands/index', language), await commandList(commands, language)],
      ...(await Promise.all(
        commands.map(async (command) => [
          pageFile(commandPage(command), language),
          await commandText(command, language),
        ]),
      )),
    ] as const;
    const differs: unknown[] = [];
    for (const [file = '', text = ''] of pages) {
      try {
        expectGolden(file, text);
      } catch (error) {
        differs.push(error);
      }
    }
    if (differs.length > 0) throw differs[0];
  });
});

it('tells every meaning in a schema in Chinese, too, and none that is gone', () => {
  expect(Object.keys(MEANINGS).sort()).toEqual(everyMeaning().sort());
});

it('has no page of a command that is gone', async () => {
  const known = (await commandNames()).map((command) => commandPage(command).split('/').at(-1));
  const pages = readdirSync('docs/commands')
    .filter((file) => !file.includes('.changed.'))
    .map((file) => file.replace(/(\.zh-CN)?\.md$/, ''));
  expect(pages.filter((page) => page !== 'index' && !known.includes(page))).toEqual([]);
});
