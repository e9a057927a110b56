import { mergeIn } from '../address.ts';
import type { Archive } from './archive.ts';
import type { Merge } from './workbook.ts';
import { partText } from './xml.ts';

/** More than anybody merges by hand or program; Excel itself no longer opens such a sheet in useful time. */
const MOST = 1_000_000;
const NAME = 'mergeCell';
const ELEMENT = /<(?:[^\s<>/:]+:)?mergeCell\s[^<>]*?\bref\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The merged ranges of a sheet. They stand after its rows but are needed before them, so that the part is read twice;
 * this time it is only searched, which takes a fraction of the time that parsing it does. Whether it is well-formed is
 * found when its rows are read.
 */
export async function readMerges(archive: Archive, part: string): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of partText(archive, part)) {
    const text = rest + piece;
    const lastTag = text.lastIndexOf('<');
    const whole = text.endsWith('>') || lastTag < 0 ? text : text.slice(0, lastTag);
    if (whole.includes(NAME)) addMerges(whole, merges, archive);
    rest = text.slice(whole.length);
    if (rest.length > LONGEST_TAG) rest = '';
  }
  return merges;
}

/** A tag that goes on for longer is no `mergeCell`. */
const LONGEST_TAG = 100_000;

function addMerges(text: string, merges: Merge[], archive: Archive): void {
  for (const [, double, single] of text.matchAll(ELEMENT)) {
    const merge = mergeIn(double ?? single ?? '');
    if (!merge || merges.length >= MOST) throw archive.damaged('reference');
    merges.push(merge);
  }
}
