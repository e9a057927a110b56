import { campaignWith, keysOf, refusal } from './loading.ts';
import { table } from './markdown.ts';
import { kinds, nodeAt } from './schema.ts';
import type { KeySaid, KeyTable, Section } from './section.ts';

/** What the program expects of a text, in the words of the page. */
const KINDS: Readonly<Record<string, string>> = {
  money: '[amount](#amounts)',
  count: '[count](#counts)',
  rate: '[rate](#rates)',
  date: '[date](#dates)',
  duration: '[duration](#durations)',
  condition: '[condition](#conditions)',
  id: 'id',
};

export const examplesOf = ({ example }: KeySaid): readonly string[] => [example].flat();

/** The YAML of a campaign that has the example in it. */
export function campaignOf({ at, needs = '' }: KeyTable, example: string): string {
  return campaignWith(at[0] ?? '', { ...keysOf(needs), ...keysOf(example) });
}

export const pathsOf = ({ at }: KeyTable, key: string): string[] =>
  at.map((path) => (path === '' ? key : `${path}.${key}`));

/** The example with nonsense in place of the key's first text. */
function spoilt(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const index = Math.max(
      0,
      value.findIndex((each) => keys.length === 0 || hasKey(each, keys[0] ?? '')),
    );
    return value.map((each, i) => (i === index ? spoilt(each, keys) : each));
  }
  if (typeof value !== 'object' || value === null) return '？';
  const [key = Object.keys(value)[0] ?? '', ...more] = keys;
  const inner = hasKey(value, key) ? key : (Object.keys(value)[0] ?? '');
  const rest = hasKey(value, key) ? more : keys; // the names of a mapping are on no path
  return { ...value, [inner]: spoilt((value as Record<string, unknown>)[inner], rest) };
}

const hasKey = (value: unknown, key: string) =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);

function kindOfText(keys: KeyTable, key: string, example: string): string {
  const wrong = spoilt({ ...keysOf(keys.needs ?? ''), ...keysOf(example) }, key.split('.'));
  const [kind] = refusal(campaignWith(keys.at[0] ?? '', wrong as Record<string, unknown>)).kinds;
  if (key === 'standard') return '[standard](#standards-in-a-phrase)';
  return (kind && KINDS[kind]) ?? 'text';
}

export const anchor = (title: string) =>
  `#${title
    .toLowerCase()
    .replace(/[^\w ]/g, '')
    .replaceAll(' ', '-')}`;

/** Where the page tells of the object at a path. */
function linkTo(path: string, sections: readonly Section[]): string | null {
  const section = sections.find(({ tables }) => tables.some(({ at }) => at.includes(path)));
  return section ? `[keys](${anchor(section.title)})` : null;
}

function keyTable(keys: KeyTable, sections: readonly Section[]): string {
  const rows = Object.entries(keys.keys).map(([key, said]) => {
    const [path = ''] = pathsOf(keys, key);
    const [example = ''] = examplesOf(said);
    const kind = kinds(nodeAt(path), () => kindOfText(keys, key, example), linkTo(path, sections));
    const shown = examplesOf(said).map((each) =>
      each
        .split('\n')
        .map((line) => `\`${line}\``)
        .join('<br>'),
    );
    return [`\`${key}\``, said.means, kind, shown.join('<br>')];
  });
  return table(['key', 'meaning', 'value', 'example'], rows);
}

/** A section of keys, with where in the file they stand. */
export function keySection({ title, says, tables }: Section, sections: readonly Section[]): string {
  const of = tables.flatMap((keys) => {
    const where = keys.at.filter((path) => path !== '').map((path) => `\`${path.replaceAll('.', ': ')}:\``);
    return [...(where.length > 0 ? [`In ${where.join(' and ')}:`] : []), keyTable(keys, sections)];
  });
  return [`## ${title}`, ...(says ? [says] : []), ...of].join('\n\n');
}
