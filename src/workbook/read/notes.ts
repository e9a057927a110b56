import { columnIn, rowIn } from '../address.ts';
import type { Archive } from './archive.ts';
import { relationsOf, relationsPart } from './contents.ts';
import { RichText } from './rich-text.ts';
import type { CellNote } from './workbook.ts';
import { type Attributes, readWholeXml } from './xml.ts';

/** The comments on a sheet's cells; the text alone, without whoever wrote it. */
export async function readNotes(archive: Archive, sheet: string): Promise<readonly CellNote[]> {
  if (!archive.has(relationsPart(sheet))) return [];
  const relations = await relationsOf(archive, sheet);
  const part = [...relations.values()].find(({ type, part }) => type === 'comments' && archive.has(part))?.part;
  if (part === undefined) return [];
  const notes: CellNote[] = [];
  const text = new RichText(() => archive.damaged('xml'));
  let [at, reads] = ['', false];
  await readWholeXml(archive, part, {
    open: (name: string, attributes: Attributes) => {
      if (name === 'comment') at = attributes.ref ?? '';
      else if (name === 'text') reads = true;
      else if (reads) text.open(name, attributes);
    },
    text: (piece: string) => {
      if (reads) text.text(piece);
    },
    close: (name: string) => {
      if (reads) text.close(name);
      if (name === 'text') reads = false;
      if (name !== 'comment') return;
      const [column, row] = [columnIn(at), rowIn(at.replace(/^[A-Z]+/, ''))];
      const said = bareNote(text.take());
      if (column !== null && row !== null && said !== '') notes.push({ row, column, text: said });
    },
  });
  return notes;
}

/** Spreadsheets write who it is by above a note, and above a thread of comments that it is one. */
const bareNote = (text: string): string =>
  text
    .replace(/^[\s\S]*\n(?:Comment|注释|批注)[:：]\s*/, '')
    .replace(/^[^\n]{1,40}[:：][ \t]*\r?\n/, '')
    .trim();
