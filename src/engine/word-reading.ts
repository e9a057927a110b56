import { foldCell, saysNothing } from '../domain/cell-text.ts';
import { readWorkplace } from '../domain/people/workplace.ts';
import { BETWEEN_CATEGORIES } from '../domain/row/said-tiers.ts';
import type { LoadedField } from './loaded-field.ts';
import { HAN, hanWithout, matches } from './plain-form.ts';
import type { CellReading } from './reading.ts';

/** A short text that is compared as it stands: a committee, a household's number. */
export function wordReading(field: LoadedField, column: string, plain: string): CellReading {
  return {
    field,
    plain: matches(field, plain),
    columns: [{ name: column, type: 'varchar', value: field, none: 'null' }],
    read: (cell) => {
      const text = foldCell(cell).replace(/\s+/g, '');
      return [saysNothing(text) ? null : text];
    },
  };
}

/** 低保 and 2人户 are usual, and so are whole sentences. */
export const remarkReading: CellReading = {
  ...wordReading('remark', 'remark', ''),
  plain: `${matches('remark', `[${HAN}0-9][${HAN}0-9A-Za-z、。]*`)} and ${['无', '没有', '暂无', '空'].map((word) => `remark <> '${word}'`).join(' and ')}`,
};

/** What columns say, each behind its title: 残疾等级:一级, 是否在世:否. */
const titledReading = (field: 'category' | 'state'): CellReading => ({
  ...wordReading(field, field, `[${HAN}:\\x{1f}][${HAN}0-9A-Za-z、:\\x{1f}]*`),
  read: (cell) => {
    const said = cell.split(BETWEEN_CATEGORIES).map((part) => foldCell(part).replace(/\s+/g, ''));
    return [said.filter((part) => part !== '').join(BETWEEN_CATEGORIES) || null];
  },
});
export const categoryReading = titledReading('category');
export const stateReading = titledReading('state');

/** An address, of which only words in letters need spaces. */
export const addressReading: CellReading = {
  ...wordReading('address', 'address', `[${HAN}0-9][${HAN}0-9A-Za-z#-]{3,}`),
  read: (cell) => {
    const text = foldCell(cell).trim().replace(/\s+/g, ' ').replace(SPACE_BY_HAN, '');
    return [saysNothing(text) ? null : text];
  },
};
const SPACE_BY_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** Most of what says that somebody works nowhere has one of these characters. */
export const workplaceReading: CellReading = {
  field: 'workplace',
  plain: matches('workplace', `[${hanWithout('无没失待退离下岗务农个自灵打居家其')}]{4,}`),
  columns: [{ name: 'workplace', type: 'varchar', value: 'workplace', none: 'null' }],
  read: (cell) => [readWorkplace(cell)],
};
