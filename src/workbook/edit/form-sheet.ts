import type { Archive } from '../read/archive.ts';
import { escaped } from '../xml-text.ts';
import { editXml, openTag, type Tag } from './edit-xml.ts';
import { FormCells, type SheetFilling } from './form-cells.ts';
import { spliced } from './runs.ts';

/** A sheet of a form, filled. */
export function filledSheet(archive: Archive, part: string, filling: SheetFilling): AsyncGenerator<string> {
  const cells = new FormCells(filling);
  let inData = false;
  const data = (tag: Tag): string => {
    inData = tag.kind === 'open';
    const prefix = tag.fullName.slice(0, -'sheetData'.length);
    if (inData) return tag.before + openTag({ ...tag, selfClosing: false }, {});
    return `${tag.before}${cells.newRows(Number.POSITIVE_INFINITY, prefix)}</${tag.fullName}>`;
  };
  return editXml(archive, part, (tag) => {
    const { name, kind, before, raw, attributes } = tag;
    if (name === 'sheetData') return data(tag);
    if (inData) return cells.take(tag);
    if (name === 'col' && kind === 'open') cells.column(attributes);
    if (kind === 'close' && /^(?:odd|even|first)(?:Header|Footer)$/.test(name)) return margin(tag, filling) + raw;
    // How far the cells reach need not be said, and new ones may reach further.
    return before + (name === 'dimension' && filling.named.size > 0 ? '' : raw);
  });
}

/** What is printed above or below each page, where a single & begins a code. */
function margin({ before, text }: Tag, { asked, filled }: SheetFilling): string {
  const replaced = asked(text)?.replaced;
  if (!replaced) return before;
  filled(false);
  return escaped(
    spliced(
      text,
      replaced.map((each) => ({ ...each, by: each.by.replaceAll('&', '&&') })),
    ),
  );
}
