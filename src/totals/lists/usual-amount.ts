import type { Fen } from '../../domain/money.ts';
import type { Listed } from './listed.ts';

/** What lists pay without what is out of all proportion. */
export const usualAmount = ({ amount, outliers }: Pick<Listed, 'amount' | 'outliers'>): Fen => amount - outliers.amount;
