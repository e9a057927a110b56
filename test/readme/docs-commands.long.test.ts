import { readdirSync } from 'node:fs';
import { describe, it } from 'vitest';
import { reader, runHere } from './shown-commands.ts';

const DOCS = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.includes('.changed.'))
  .map((file) => `docs/${file.replaceAll('\\', '/')}`)
  .toSorted();

describe('what the pages of docs show', () => {
  const run = reader();
  const elsewhere = runHere(['README.md']);
  it.each(runHere(DOCS).filter((command) => !elsewhere.includes(command)))('%s', run);
});
