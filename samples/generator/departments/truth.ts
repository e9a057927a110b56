import { join } from 'node:path';
import type { Enrolment } from './enrolment.ts';
import type { People, Person } from './people.ts';
import type { Row } from './row.ts';
import { TextFile } from './text-file.ts';

const TITLES = ['person', 'household', 'role', 'sex', 'birth', 'name', 'father', 'mother', 'spouse', 'twin'];

export function truthFile(out: string): TextFile {
  return new TextFile(join(out, 'truth.csv'), ['file', 'row', 'person', 'household', 'second']);
}

/** Of a row about a couple, both, as it names them. Rows count as a spreadsheet shows them: the first is the header. */
export function writeTruth(truth: TextFile, file: string, { serial, person, couple }: Row, isCouples: boolean): void {
  const [first, second] = (isCouples && couple) || [person];
  truth.add([file, serial + 1, first.index, first.household.number, second?.index ?? ''].map(String));
}

/** Everybody of the households that are on lists, so that it can be told who was taken for whom. */
export function writePeople(out: string, { residents }: Enrolment, people: People): void {
  const file = new TextFile(join(out, 'people.csv'), TITLES);
  for (let index = 0; index < residents.count; index += 1) {
    const person = people.person(index);
    const { household, role, sex, birth, name } = person;
    const { father, mother } = parentsOf(person, people);
    const spouse = people.spouseOf(person)?.index;
    const twin = twinOf(person, people);
    const numbers = [father, mother, spouse, twin].map((number) => String(number ?? ''));
    file.add([String(index), String(household.number), role, sex, birth, name, ...numbers]);
  }
  file.close();
}

interface Parents {
  readonly father?: number;
  readonly mother?: number;
}

function parentsOf({ household, role }: Person, people: People): Parents {
  const { first, kind } = household;
  const byPlace = kind.members.map((member, place) => ({ member, index: first + place }));
  const sought = role === 'child' ? ['head', 'spouse'] : role === 'head' ? ['parent'] : [];
  const parents = byPlace.filter(({ member }) => sought.includes(member)).map(({ index }) => index);
  const father = parents.find((index) => people.residents.sexOf(index) === '男');
  const mother = parents.find((index) => people.residents.sexOf(index) === '女');
  return { ...(father !== undefined && { father }), ...(mother !== undefined && { mother }) };
}

function twinOf({ index, birth, role, household }: Person, people: People): number | undefined {
  if (role !== 'child') return undefined;
  const { first, kind } = household;
  const siblings = [index - 1, index + 1].filter((other) => kind.members[other - first] === 'child');
  return siblings.find((other) => people.person(other).birth === birth);
}
