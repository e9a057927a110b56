import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPublic } from '../../../src/answer/check-public.ts';
import { maskId } from '../../../src/domain/people/id-number.ts';
import { random } from '../../random.ts';
import { writeParts } from './parts.ts';
import { plantedDocx } from './plant-docx.ts';
import { plantedCsv, plantedPage } from './plant-text.ts';
import { type Planting, plantedXlsx } from './plant-xlsx.ts';

export type PlantedFormat = 'xlsx' | 'docx' | 'csv' | 'html';

/** What was planted in files of one format and what of it was missed, and what was told besides. */
export interface Harvest {
  readonly planted: number;
  readonly missed: string[];
  readonly false: string[];
}

/** Plants numbers in a file in `folder`, has it checked, and compares. */
export async function harvest(format: PlantedFormat, seed: number, folder: string): Promise<Harvest> {
  const path = join(folder, `${format}-${seed}.${format}`);
  const plantings = await plant(format, seed, path);
  const { found } = await checkPublic(path, []);
  const told = new Set(found.map(({ masked, place }) => `${place.kind} ${masked}`));
  const wanted = new Set(plantings.map(({ kind, digits }) => `${kind} ${maskId(digits)}`));
  const missed = plantings.filter(({ kind, digits }) => !told.has(`${kind} ${maskId(digits)}`));
  return {
    planted: plantings.length,
    missed: missed.map(({ kind, digits, written }) => `${format} ${seed} ${kind} ${digits} ${JSON.stringify(written)}`),
    false: [...told].filter((each) => !wanted.has(each)).map((each) => `${format} ${seed} ${each}`),
  };
}

async function plant(format: PlantedFormat, seed: number, path: string): Promise<readonly Planting[]> {
  const draw = random(seed);
  if (format === 'xlsx' || format === 'docx') {
    const { parts, plantings } = format === 'xlsx' ? plantedXlsx(draw) : plantedDocx(draw);
    await writeParts(path, parts);
    return plantings;
  }
  const { text, plantings } = format === 'csv' ? plantedCsv(draw) : plantedPage(draw);
  writeFileSync(path, text);
  return plantings;
}
