import type { Row } from './row.ts';

const SCHOOLS = ['小学', '第二小学', '实验小学'];
const MIDDLE_SCHOOLS = ['中学', '初级中学'];
const EMPLOYERS = ['纺织厂', '环卫所', '公交公司', '食品厂', '物业公司', '建筑公司', '百货商店', '五金厂'];
const GRADES = [...'一二三四五六七八九'];

/** Near home: children of one committee mostly go to one school. */
export const school = ({ person, random }: Row): string => {
  const { stem } = person.household.home.committee;
  const kinds = person.age < 13 ? SCHOOLS : MIDDLE_SCHOOLS;
  const own = `${stem}${kinds[person.household.number % kinds.length]}`;
  return random.chance(0.15) ? `示范区${own}` : own;
};

export const workplace = ({ person }: Row): string => {
  const { stem } = person.household.home.committee;
  return `${stem}${EMPLOYERS[person.index % EMPLOYERS.length]}`;
};

export const teachersSchool = ({ person }: Row): string =>
  `${person.household.home.committee.stem}${SCHOOLS[person.index % SCHOOLS.length]}`;
export const staffNumber = ({ person }: Row): string => String(10_000 + ((person.index * 613) % 90_000));

export const grade = ({ person }: Row): string => {
  const year = Math.max(0, person.age - 7);
  return year < GRADES.length ? `${GRADES[year]}年级` : year < 12 ? `高${GRADES[year - 9]}` : '大学';
};
