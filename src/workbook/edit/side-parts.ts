import type { Archive } from '../read/archive.ts';
import { escaped } from '../xml-text.ts';
import { editXml, openTag, type Tag, without } from './edit-xml.ts';
import type { RowShift } from './row-shift.ts';
import { shiftedFormula, shiftedPlace, shiftedRange } from './shifted-text.ts';

/** Parts beside a sheet that name its rows, by the type of the relation. */
export const SIDE_PARTS: Readonly<
  Record<string, (archive: Archive, part: string, shift: RowShift) => AsyncIterable<string>>
> = {
  comments: notes,
  threadedComment: notes,
  drawing,
  table,
};

/** Notes go and move with their cells. */
function notes(archive: Archive, part: string, shift: RowShift): AsyncIterable<string> {
  const isNote = ({ name }: Tag) => name === 'comment' || name === 'threadedComment';
  const moved = (tag: Tag) => shiftedRange(tag.attributes.ref ?? '', shift);
  const edit = without(
    (tag) => isNote(tag) && moved(tag) === null,
    (tag) => tag.before + (tag.kind === 'open' && isNote(tag) ? openTag(tag, { ref: moved(tag) }) : tag.raw),
  );
  return editXml(archive, part, edit);
}

/** Pictures and charts stay beside the rows they were beside; their anchors count rows from 0. */
function drawing(archive: Archive, part: string, shift: RowShift): AsyncIterable<string> {
  return editXml(archive, part, ({ kind, name, before, raw }) =>
    kind === 'close' && name === 'row' && /^\s*\d+\s*$/.test(before)
      ? `${shift.of(Number(before) + 1) - 1}${raw}`
      : before + raw,
  );
}

/** A table has a row below its header, were it a blank one; a row of totals that has gone is none of it. */
function table(archive: Archive, part: string, shift: RowShift): AsyncIterable<string> {
  return editXml(archive, part, (tag) => {
    const { ref, totalsRowCount, headerRowCount } = tag.attributes;
    if (tag.kind === 'close' || ref === undefined) return tag.before + tag.raw;
    const last = Number(/\d+$/.exec(ref)?.[0]);
    const place = shiftedPlace(ref, shift);
    if (tag.name !== 'table') return tag.before + openTag(tag, { ref: place });
    const taller = headerRowCount === '0' ? place : withRowBelow(place);
    const totals = totalsRowCount !== undefined && !shift.takes(last) ? { totalsRowCount: null } : {};
    return tag.before + openTag(tag, { ref: taller, ...totals });
  });
}

function withRowBelow(range: string): string {
  const [, first = '', top = '', last = '', bottom = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
  return top !== '' && top === bottom ? `${first}${top}:${last}${Number(bottom) + 1}` : range;
}

/** The frames of notes, which stand in a form of their own that is not always XML. Of an anchor, the third and the seventh number are rows. */
export function shiftedNoteFrames(vml: string, shift: RowShift): string {
  return vml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>\s*(\d+)\s*<\/x:Row>/.exec(shape)?.[1];
    if (row === undefined) return shape;
    if (!shift.takes(Number(row) + 1)) return '';
    const moved = shift.of(Number(row) + 1) - 1;
    const up = Number(row) - moved;
    return shape
      .replace(/(<x:Row>)[^<]*/, `$1${moved}`)
      .replace(/(<x:Anchor>)([^<]*)/, (_, open: string, numbers: string) => {
        const anchor = numbers
          .split(',')
          .map((each, at) => (at % 4 === 2 ? Math.max(0, Number(each) - up) : each.trim()));
        return open + anchor.join(', ');
      });
  });
}

/** The workbook with the names it gives to ranges. */
export function namesIn(archive: Archive, part: string, shifts: ReadonlyMap<string, RowShift>): AsyncIterable<string> {
  return editXml(archive, part, ({ kind, name, before, text, raw }) =>
    kind === 'close' && name === 'definedName' ? escaped(shiftedFormula(text, shifts)) + raw : before + raw,
  );
}

/** The shared texts, of which those that no sheet has any more are empty: they were about somebody. */
export function usedTexts(archive: Archive, part: string, used: (index: number) => boolean): AsyncIterable<string> {
  let index = -1;
  let inUnused = false;
  return editXml(archive, part, ({ kind, name, fullName, before, raw }) => {
    if (name === 'si' && kind === 'open') {
      index += 1;
      inUnused = !used(index);
      return inUnused ? `${before}<${fullName}><${fullName.replace(/si$/, 't')}/></${fullName}>` : before + raw;
    }
    if (!inUnused) return before + raw;
    if (name === 'si') inUnused = false;
    return '';
  });
}
