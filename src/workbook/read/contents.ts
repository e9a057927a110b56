import { invalidFile } from '../../file/fault.ts';
import { plainText } from '../xml-text.ts';
import type { Archive } from './archive.ts';
import type { SheetInfo } from './workbook.ts';
import { type Attributes, localName, readWholeXml } from './xml.ts';

/** What a workbook is made of: names of parts, absent ones null. */
export interface Contents {
  /** The part that names all others. */
  readonly workbook: string;
  readonly sheets: readonly (SheetInfo & { readonly part: string })[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  /** Whether days are counted from 1904-01-01, as Excel for the Mac did. */
  readonly from1904: boolean;
  /** Whether whoever wrote it asks for all formulas to be worked out when it is opened: then it did not do so itself. */
  readonly recalculates: boolean;
}

/** @throws InvalidInput when the archive is no workbook, or names parts that it does not have. */
export async function readContents(archive: Archive): Promise<Contents> {
  const workbook = await workbookPart(archive);
  const relations = await relationsOf(archive, workbook);
  const sheets: Contents['sheets'][number][] = [];
  let from1904 = false;
  let recalculates = false;
  const addSheet = (attributes: Attributes) => {
    const relation = relations.get(idIn(attributes));
    if (!relation) throw archive.damaged('part-missing');
    if (relation.type !== 'worksheet') return; // a chart, a dialog or macros of old
    if (!archive.has(relation.part)) throw archive.damaged('part-missing');
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    sheets.push({ name: plainText(attributes.name ?? ''), hidden, part: relation.part });
  };
  let inExtension = false; // newer versions keep there what has the same name and says something else
  await readWholeXml(archive, workbook, {
    open: (name, attributes) => {
      if (name === 'extLst') inExtension = true;
      if (inExtension) return;
      if (name === 'sheet') addSheet(attributes);
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name === 'calcPr') recalculates = isTrue(attributes.fullCalcOnLoad);
    },
    text: () => {},
    close: (name) => {
      if (name === 'extLst') inExtension = false;
    },
  });
  const partOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type && archive.has(relation.part))?.part ?? null;
  return { workbook, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904, recalculates };
}

/** Nearly always xl/workbook.xml; a few writers choose another name beside it and say so in the package's relations. */
async function workbookPart(archive: Archive): Promise<string> {
  if (archive.has('xl/workbook.xml')) return 'xl/workbook.xml';
  const relations = archive.has('_rels/.rels') ? await relationsOf(archive, '') : new Map<string, Relation>();
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')?.part;
  if (main && /^xl\/.*\.xml$/i.test(main) && archive.has(main)) return main;
  throw invalidFile(archive.path, 'workbook-not-a-workbook', {});
}

export interface Relation {
  /** The last word of the type, which the transitional and the strict variant share. */
  readonly type: string;
  readonly part: string;
}

/** The relations of a part ('' is the package), by their ids. */
export async function relationsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = new Map<string, Relation>();
  await readWholeXml(archive, relationsPart(part), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      if (!Id || !Type || !Target) throw archive.damaged('part-missing');
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), part: resolved(Target, folder) });
    },
    text: () => {},
    close: () => {},
  });
  return relations;
}

/** Where the relations of a part stand. */
export function relationsPart(part: string): string {
  const name = part.lastIndexOf('/') + 1;
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`;
}

/** A target is relative to its part's folder, or absolute in the package; names in the archive have no slash in front. */
export function resolved(target: string, folder: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** `r:id`, whatever the prefix is (`sheetId` is another thing). */
function idIn(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.includes(':') && localName(name) === 'id');
  return (key && attributes[key]) || '';
}

/** An xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
