import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignYaml, type ListEntry } from '../campaign.ts';
import { Random, STREAM } from '../random.ts';
import { MOST_COMMITTEES } from './committees.ts';
import { Directory } from './contacts.ts';
import { enrol } from './enrolment.ts';
import { DEPARTMENT_LISTS } from './lists.ts';
import { LISTS } from './membership.ts';
import { listSizes, MIX_NAMES, MIXES, type Mix, rowRates, worldRates } from './mixes.ts';
import { People } from './people.ts';
import { Recipients } from './recipients.ts';
import { drawListStyle } from './row.ts';
import { TextFile } from './text-file.ts';
import { writePeople } from './truth.ts';

interface Given {
  readonly rows: number;
  readonly seed: number;
  readonly out: string;
  readonly mix: string;
}

/** Writes the lists of twelve departments, their campaign, and the truth about who is on them. */
export function writeDepartments({ rows, seed, out, mix: name }: Given): void {
  const mix = MIXES[name];
  if (!mix) throw new RangeError(`--mix: ${MIX_NAMES.join(', ')}`);
  mkdirSync(out, { recursive: true });
  const committees = Math.min(MOST_COMMITTEES, Math.max(24, Math.round(rows / (mix.isVillage ? 140 : 90))));
  const { isVillage } = mix;
  const sizes = listSizes(seed, LISTS.length);
  const world = { seed, rates: worldRates(mix, seed), sizes, isVillage, committees };
  const enrolment = enrol(world, rows);
  const people = new People(enrolment.residents);
  const truth = new TextFile(join(out, 'truth.csv'), ['file', 'row', 'person', 'household', 'second']);
  const recipients = new Recipients(enrolment, people, new Directory(people));
  const published = publicLists(mix, seed);
  const entries: ListEntry[] = [];
  for (const [number, list] of LISTS.entries()) {
    const { file, department, measure, yuan, columns, carelessness = 1 } = DEPARTMENT_LISTS[list];
    const random = new Random(seed).at(STREAM.dress, -1 - number);
    const style = drawListStyle(random);
    const own = columns(random).map(([titles, write]) => ({ title: random.pick(titles.split(' ')), write }));
    const titles = ['序号', ...own.map(({ title }) => title), '金额'];
    const usual = rowRates(mix, seed, number);
    const rates = {
      ...usual,
      idMissing: usual.idMissing * carelessness,
      idDigit: usual.idDigit * carelessness,
      nameMasked: published.has(number) ? mix.publicLists.share : usual.nameMasked,
    };
    const text = new TextFile(join(out, file), titles);
    for (const row of recipients.rowsOf(number, rates, style)) {
      text.add([String(row.serial), ...own.map(({ write }) => write(row)), String(yuan)]);
      const [first, second] = (list === 'couples' && row.couple) || [row.person];
      const { index, household } = first;
      truth.add([file, row.serial + 1, index, household.number, second?.index ?? ''].map(String));
    }
    text.close();
    entries.push({ file, department, measure: measure.id });
  }
  truth.close();
  writePeople(join(out, 'people.csv'), enrolment, people);
  writeFileSync(join(out, 'campaign.yaml'), campaignYaml(entries, {}, departments()));
}

/** The lists whose names were masked for the public, of those that show people by name. */
function publicLists({ publicLists: { count } }: Mix, seed: number): Set<number> {
  const random = new Random(seed).at(STREAM.dress, -100);
  return new Set(Array.from({ length: count }, () => random.below(LISTS.length - 1)));
}

function departments() {
  const lists = LISTS.map((list) => DEPARTMENT_LISTS[list]);
  return [...new Set(lists.map(({ department }) => department))].map((name) => ({
    name,
    measures: lists
      .filter(({ department }) => department === name)
      .map(({ measure, yuan }) => ({ ...measure, form: 'cash', standard: `每人${yuan}元` })),
  }));
}
