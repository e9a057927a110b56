import { describe, it } from 'vitest';
import { DOCS, READMES, reader, runHere } from './shown-commands.ts';

describe('what the READMEs and the pages of docs show', () => {
  const run = reader();
  it.each(runHere([...READMES, ...DOCS]))('%s', run);
});
