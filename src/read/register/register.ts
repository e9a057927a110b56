import type { CaseEvent } from '../../domain/cases/event.ts';
import { CASE_LINES } from './case-line.ts';
import { readSealed, type SealedFile } from './sealed-lines.ts';

/** A register of cases as it stands. */
export type Register = SealedFile<CaseEvent>;

/**
 * The register at `path`, with the events of `campaign`; one that is not there has none.
 * @throws InvalidInput where it can't be read, or is something else.
 */
export const readRegister = (path: string, campaign: string): Register => readSealed(path, campaign, CASE_LINES);
