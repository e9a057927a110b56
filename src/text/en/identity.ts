import type { IdentityWords } from '../zh/identity.ts';

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
  notListed: (listed, more) => `${listed} rows are listed, and there are ${more} more`,
  perhaps: (evidence) => `perhaps one person${evidence.length > 0 ? `: ${evidence.join('; ')}` : ''}`,
  mistaken: (positions) =>
    `the ID number looks mistaken in ${positions.length > 0 ? `position ${positions.join(', ')}` : 'one place'} and is valid when that is corrected`,
  evidence: {
    name: {
      same: 'the same name',
      variant: 'the name in another script or variant',
      'same-sound': 'names that sound the same',
      'near-sound': 'names that sound nearly the same',
      'similar-shape': 'names that look alike',
      masked: 'a masked name that fits',
      prefix: 'names but for a 阿 or 小 before them',
      'one-more-or-less': 'names but for one character more',
      'one-differs': 'names but for one character',
      'surname-only': 'only the surname is the same',
      different: 'different names',
    },
    id: {
      same: 'the same ID number',
      'one-mistake': 'the ID number looks mistaken',
      partial: 'what can be seen of the ID numbers fits',
      contradicts: 'different ID numbers',
    },
    birth: {
      day: 'the same day of birth',
      mistake: 'days of birth but for one part',
      month: 'the same month of birth',
      year: 'the same year of birth',
      age: 'an age that fits the birth',
      near: 'born within a year of each other',
      differs: 'different days of birth',
    },
    sex: { same: 'the same sex', differs: 'not the same sex' },
    phone: {
      same: 'the same telephone',
      'one-digit': 'telephones that differ in one digit',
      differs: 'different telephones',
    },
    account: { same: 'the same account', differs: 'different accounts' },
    place: {
      address: 'the same address',
      room: 'the same building and room',
      building: 'the same building',
      committee: 'the same committee',
      subdistrict: 'the same subdistrict',
      elsewhere: 'living elsewhere',
    },
    spouse: {
      same: 'the same spouse',
      'each-other': 'one is the other’s spouse, guardian or head of household',
      differs: 'different spouses',
    },
    guardian: { same: 'the same guardian or head of household', differs: 'different guardians or heads of household' },
    workplace: { same: 'the same employer or school', differs: 'different employers or schools' },
    household: { same: 'the same household', differs: 'different household numbers' },
    'other-id': { same: 'the same number of another document' },
  },
};

export default en;
