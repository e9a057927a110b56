import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { campaignYaml } from '../campaign.ts';
import { MOST_COMMITTEES } from './committees.ts';
import { Directory } from './contacts.ts';
import { enrol } from './enrolment.ts';
import { type ListPlan, planLists } from './list-plan.ts';
import { DEPARTMENT_LISTS } from './lists.ts';
import { LISTS } from './membership.ts';
import { listSizes, MIX_NAMES, MIXES, type Mix, worldRates } from './mixes.ts';
import { People } from './people.ts';
import { Recipients } from './recipients.ts';
import type { World } from './residents.ts';
import { TextFile } from './text-file.ts';
import { truthFile, writePeople, writeTruth } from './truth.ts';

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
  const enrolment = enrol(worldOf(mix, seed, rows), rows);
  const people = new People(enrolment.residents);
  const recipients = new Recipients(enrolment, people, new Directory(people));
  const truth = truthFile(out);
  for (const plan of planLists(mix, seed)) writeList(out, plan, recipients, truth);
  truth.close();
  writePeople(out, enrolment, people);
  writeFileSync(join(out, 'campaign.yaml'), campaign());
}

/** More people live in more committees, but also closer together. */
function worldOf(mix: Mix, seed: number, rows: number): World {
  const { isVillage } = mix;
  const committees = Math.min(MOST_COMMITTEES, Math.max(24, Math.round(rows / (isVillage ? 140 : 90))));
  return { seed, rates: worldRates(mix, seed), sizes: listSizes(seed, LISTS.length), isVillage, committees };
}

function writeList(out: string, plan: ListPlan, recipients: Recipients, truth: TextFile): void {
  const { number, name, list, columns, style, rates } = plan;
  const { file, yuan } = list;
  const text = new TextFile(join(out, file), ['序号', ...columns.map(({ title }) => title), '金额']);
  for (const row of recipients.rowsOf(number, rates, style)) {
    text.add([String(row.serial), ...columns.map(({ write }) => write(row)), String(yuan)]);
    writeTruth(truth, file, row, name === 'couples');
  }
  text.close();
}

function campaign(): string {
  const lists = LISTS.map((list) => DEPARTMENT_LISTS[list]);
  const entries = lists.map(({ file, department, measure }) => ({ file, department, measure: measure.id }));
  const departments = [...new Set(lists.map(({ department }) => department))].map((name) => ({
    name,
    measures: lists
      .filter(({ department }) => department === name)
      .map(({ measure, yuan }) => ({ ...measure, form: 'cash', standard: `每人${yuan}元` })),
  }));
  return campaignYaml(entries, {}, departments);
}
