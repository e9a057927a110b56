import type { Archive } from './archive.ts';
import { isDateFormat, isDateFormatId } from './date-format.ts';
import { type Attributes, readWholeXml } from './xml.ts';

/** For each style that a cell can have, whether it shows a date. */
export async function readDateStyles(archive: Archive, part: string): Promise<readonly boolean[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let within = '';
  await readWholeXml(archive, part, {
    open: (name: string, { numFmtId, formatCode }: Attributes) => {
      if (name === 'numFmts' || name === 'cellXfs') within = name;
      if (name === 'numFmt' && within === 'numFmts') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'xf' && within === 'cellXfs') ids.push(Number(numFmtId ?? 0));
    },
    text: () => {},
    close: (name: string) => {
      if (name === within) within = '';
    },
  });
  return ids.map((id) => {
    const code = codes.get(id);
    return code === undefined ? isDateFormatId(id) : isDateFormat(code);
  });
}
