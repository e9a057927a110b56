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

/** Half of the households get all their money in one account. */
export const familyAccount: Write = (row) =>
  row.person.household.number % 2 === 0 ? row.contacts.familyAccount : account(row);

const ILLNESSES = ['乳腺癌', '宫颈癌', '卵巢癌', '肺癌', '尿毒症', '脑梗', '糖尿病'];
export const illness: Write = ({ person }) => ILLNESSES[person.index % ILLNESSES.length] as string;

export const husband: Write = (row) => nameOf(row.couple?.[0].name ?? '', row);
export const wife: Write = (row) => nameOf(row.couple?.[1].name ?? '', row);
export const both: Write = (row) => `${husband(row)}${row.style.coupleSign}${wife(row)}`;
