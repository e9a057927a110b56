import { invalidFile } from '../../file/fault.ts';
import { Archive } from './archive.ts';
import { openOds } from './ods.ts';
import type { Workbook } from './workbook.ts';
import { workbookIn } from './xlsx.ts';
import { zipKind } from './zip-kind.ts';

/**
 * Opens the workbook that a zip is.
 * @throws InvalidInput when it is something else, or can't be opened.
 */
export async function openZip(path: string): Promise<Workbook> {
  const archive = await Archive.open(path);
  try {
    const format = await zipKind(archive);
    if (format === 'xlsx') return await workbookIn(archive);
    if (format === 'ods') return await openOds(archive);
    if (format === 'archive') throw invalidFile(path, 'archive-not-supported', { kind: 'zip' });
    throw invalidFile(path, 'list-foreign', { kind: format });
  } catch (error) {
    await archive.close();
    throw error;
  }
}
