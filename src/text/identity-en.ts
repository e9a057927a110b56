import type { IdentityWords } from './identity-zh.ts';

const certainly = (sure: readonly string[], one: string) =>
  sure.map((rows) => `${rows} are certainly ${one}`).join(', ');

/** The same in English. */
const en: IdentityWords = {
  one: { person: 'one person', household: 'one household' },
  probably: (one) => `very probably ${one}, to be verified`,
  partly: (sure, rest, one) => `${certainly(sure, one)}, and ${rest} very probably too, to be verified`,
  altogether: (sure, one) => `${certainly(sure, one)}, and all together very probably, to be verified`,
  rows: (file, rows, more) =>
    `${file === '' ? '' : `${file} `}${rows.length + more > 1 ? 'rows' : 'row'} ${rows.join(', ')}${more > 0 ? ' …' : ''}`,
  list: (items) => items.join(', '),
};

export default en;
