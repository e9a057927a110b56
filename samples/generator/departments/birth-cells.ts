import type { Row } from './row.ts';

export const age = ({ person, rates, random }: Row): string =>
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

export const day = (row: Row) => birth(row, DAY_FORMS);
export const month = (row: Row) => birth(row, MONTH_FORMS);

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
