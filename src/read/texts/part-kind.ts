import type { PlaceKind } from '../../domain/published/text-place.ts';

/** What the texts of a part of an archive are, by its name; the first that fits. Office's parts, and those of OpenDocument. */
const KINDS: ReadonlyArray<readonly [part: RegExp, kind: PlaceKind]> = [
  [/\.rels$/, 'link'],
  [/comments?|persons\//i, 'comment'],
  [/^(?:docProps\/|meta\.xml)/, 'property'],
  [/^customXml\//, 'custom-xml'],
  [/pivot(?:Cache|Table)/i, 'pivot'],
  [/\/charts?(?:ex)?\//i, 'chart'],
  [/drawing|diagrams?\//i, 'drawing'],
  [/(?:header|footer)\d*\.xml$/, 'header-footer'],
  [/(?:foot|end)notes\.xml$/, 'footnote'],
  [/\/tables?\//, 'table'],
  [/externalLinks?|connections|queryTables/i, 'link'],
  [/styles\.xml|numbering\.xml|theme\//, 'style'],
  [/^(?:word\/(?:document|glossary)|ppt\/slides\/|content\.xml)/, 'paragraph'],
];

/** Elements and attributes whose texts are something of their own, in whatever part. */
const ELEMENTS: Readonly<Record<string, PlaceKind>> = {
  definedName: 'defined-name',
  formula1: 'validation',
  formula2: 'validation',
  dataValidation: 'validation',
  cfRule: 'condition',
  formula: 'condition',
  oddHeader: 'header-footer',
  oddFooter: 'header-footer',
  evenHeader: 'header-footer',
  evenFooter: 'header-footer',
  firstHeader: 'header-footer',
  firstFooter: 'header-footer',
  hyperlink: 'link',
  Relationship: 'link',
  sheet: 'sheet-name',
  docPr: 'alt-text',
  cNvPr: 'alt-text',
  'annotation-text': 'comment',
  delText: 'tracked-change',
};

export const partKind = (part: string): PlaceKind => KINDS.find(([pattern]) => pattern.test(part))?.[1] ?? 'other';

/** What an attribute holds: alternative texts are called the same everywhere. */
export function attributeKind(part: string, element: string, attribute: string): PlaceKind {
  if (/^(?:descr|alt)$/.test(attribute)) return 'alt-text';
  return elementKind(part, element);
}

export const elementKind = (part: string, element: string): PlaceKind => ELEMENTS[element] ?? partKind(part);
