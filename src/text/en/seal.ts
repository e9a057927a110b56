import type { SealWords } from '../zh/seal.ts';

const en: SealWords = {
  refused: {
    keyAlone: '--new-key only makes a key: use it alone, without lists, --key-file, -o or --verify',
    needsLists: 'no list is given: relief seal LIST --key-file KEY -o FOLDER/ (make the key first, with --new-key)',
    needsKey: 'no key is given: --key-file FILE; where there is none yet, make one with relief seal --new-key FILE',
    noSm3: 'this Node has no SM3: use one that has, or have no department use --sm3',
    needsFolder: 'sealed lists are written to a folder: -o FOLDER/',
    isSealed: (file) =>
      `${file} is sealed already: seal lists that are not; to look whether it is unchanged, use --verify`,
    notOne: (file) => `${file} is no sealed list: --verify looks at files that relief seal wrote`,
    keyIsThere: (file) =>
      `${file} is there already and was left as it is: take another name; without the old key, what was sealed with it can be compared with nothing new`,
    notHere: (file) =>
      `${file} is a sealed list: only relief dedupe can compare it, and not say how two of its rows were compared (--explain-match)`,
    notSealed: (flag) => `${flag} needs lists that are not sealed: the department that sealed them can do it`,
  },
  keyMade:
    'The key is made, and only you can read it. Do not mail it, do not keep it with sealed lists; all departments use this one, and whoever compares must not have it: with the key all ID numbers can be tried.',
  keyIsOpen: (file) => `note: others on this machine can read the key ${file}; let only yourself read it (chmod 600)`,
  sealed: (file, { payouts, rejected, couples, found }) =>
    `sealed ${file}: ${payouts} rows${rejected > 0 ? `, and ${rejected} that could not be read and are left out` : ''}${
      couples > 0 ? `; ${couples} are for couples, of whom only the first is sealed` : ''
    }; found before it was sealed: ${found.error} errors, ${found.warning} warnings${found.error + found.warning > 0 ? ' (relief check says which)' : ''}`,
  opened: (open) =>
    `what stands open: row numbers, the class of ID numbers${open.map((field) => `, ${field}`).join('')}`,
  next: (folder) => `hand the files in ${folder} to whoever compares, and not the key: relief dedupe sealed/*.csv`,
  verified: (file, { payouts }) => `${file}: ${payouts} rows, as they were sealed`,
  otherKey: (file) => `${file}: was sealed with another key`,
  forged: (file) => `${file}: was changed on purpose (its digest was reckoned anew, but not with the key)`,
};
export default en;
