import { writeAddress, writeCommittee } from './addresses.ts';
import { writeName } from './names.ts';
import { disabilityCard, ID_MASKS, writeIdNumber } from './numbers.ts';
import type { Row } from './row.ts';
import { writeTelephone } from './telephones.ts';

type Write = (row: Row) => string;

const nameOf = (name: string, { rates, random }: Row) => writeName(name, rates, random);

export const name: Write = (row) => nameOf(row.person.name, row);
export const guardian: Write = (row) => nameOf(row.guardian.name, row);
export const sex: Write = (row) => row.person.sex;

export const idNumber: Write = ({ person, rates, style, random }) =>
  writeIdNumber(person.idNumber, rates, style.isSmall, random);

/** One in twelve is shown as another list would. */
export const maskedId: Write = ({ person, rates, style, random }) => {
  const id = writeIdNumber(person.idNumber, { ...rates, idFifteen: 0, idSpaced: 0 }, style.isSmall, random);
  if (id === '') return id;
  const mask = random.chance(1 / 12) ? random.pick(ID_MASKS) : ID_MASKS[style.idMask];
  return mask?.(id) ?? id;
};

export const card: Write = ({ person, rates, style, random }) => {
  const id = writeIdNumber(person.idNumber, { ...rates, idFifteen: 0, idSpaced: 0 }, style.isSmall, random);
  return id && disabilityCard(id, person.index);
};

export const veteranNumber: Write = ({ person }) =>
  `优${String((person.index * 7919 + 104_729) % 10_000_000).padStart(7, '0')}`;
export const householdNumber: Write = ({ person }) => `DB${String(person.household.number + 100_000)}`;
export const householdSize: Write = ({ person }) => String(person.household.kind.members.length);
export const subdistrict: Write = ({ home }) => home.committee.subdistrict;
export const committee: Write = ({ home, isVillage, style }) => writeCommittee(home, isVillage, style.place);

export const address: Write = ({ home, isVillage, style, rates, random }) =>
  random.chance(rates.addressMissing) ? '' : writeAddress(home, isVillage, style.place, rates, random);

export const phone: Write = ({ contacts, rates, random }) => writeTelephone(contacts, rates, random);

/** Half of the rows have none. */
export const somePhone: Write = (row) => (row.random.chance(0.5) ? phone(row) : '');

export const account: Write = ({ contacts, rates, random }) =>
  random.chance(rates.accountOther) ? contacts.otherAccount : contacts.account;

export const age: Write = ({ person, rates, random }) =>
  String(person.age + (random.chance(rates.ageOff) ? random.pick([-1, -1, 1]) : 0));

const DAY_FORMS: readonly ((year: string, month: string, day: string) => string)[] = [
  (year, month, day) => `${year}-${month}-${day}`,
  (year, month, day) => `${year}.${Number(month)}.${Number(day)}`,
  (year, month, day) => `${year}${month}${day}`,
  (year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
];

const MONTH_FORMS: typeof DAY_FORMS = [
  (year, month) => `${year}-${month}`,
  (year, month) => `${year}.${month}`,
  (year, month) => `${year}年${Number(month)}月`,
];

export const birthDay: Write = (row) => birth(row, DAY_FORMS);
export const birthMonth: Write = (row) => birth(row, MONTH_FORMS);

/** A wrong one is a year or a month off. */
function birth({ person, rates, style, random }: Row, forms: typeof DAY_FORMS): string {
  let [year = '', month = '', day = ''] = person.birth.split('-');
  if (random.chance(rates.birthWrong)) {
    if (random.chance(0.5)) year = String(Number(year) + random.pick([-1, 1]));
    else month = String(random.between(1, 12)).padStart(2, '0');
    day = String(Math.min(28, Number(day))).padStart(2, '0');
  }
  return forms[style.birth % forms.length]?.(year, month, day) ?? '';
}

const SCHOOLS = ['小学', '第二小学', '实验小学'];
const MIDDLE_SCHOOLS = ['中学', '初级中学'];
const EMPLOYERS = ['纺织厂', '环卫所', '公交公司', '食品厂', '物业公司', '建筑公司', '百货商店', '五金厂'];
const GRADES = [...'一二三四五六七八九'];

/** Near home: children of one committee mostly go to one school. */
export const school: Write = ({ person, random }) => {
  const { stem } = person.household.home.committee;
  const kinds = person.age < 13 ? SCHOOLS : MIDDLE_SCHOOLS;
  const own = `${stem}${kinds[person.household.number % kinds.length]}`;
  return random.chance(0.15) ? `示范区${own}` : own;
};

export const workplace: Write = ({ person }) => {
  const { stem } = person.household.home.committee;
  return `${stem}${EMPLOYERS[person.index % EMPLOYERS.length]}`;
};

export const teachersSchool: Write = ({ person }) =>
  `${person.household.home.committee.stem}${SCHOOLS[person.index % SCHOOLS.length]}`;
export const staffNumber: Write = ({ person }) => String(10_000 + ((person.index * 613) % 90_000));

export const grade: Write = ({ person }) => {
  const year = Math.max(0, person.age - 7);
  return year < GRADES.length ? `${GRADES[year]}年级` : year < 12 ? `高${GRADES[year - 9]}` : '大学';
};

const ILLNESSES = ['乳腺癌', '宫颈癌', '卵巢癌', '肺癌', '尿毒症', '脑梗', '糖尿病'];
export const illness: Write = ({ person }) => ILLNESSES[person.index % ILLNESSES.length] as string;

export const husband: Write = (row) => nameOf(row.couple?.[0].name ?? '', row);
export const wife: Write = (row) => nameOf(row.couple?.[1].name ?? '', row);
export const both: Write = (row) => `${husband(row)}${row.style.coupleSign}${wife(row)}`;
