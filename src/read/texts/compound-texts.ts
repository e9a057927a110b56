import { type CellObject, CFB, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.js';
import WordExtractor from 'word-extractor';
import { columnLetters } from '../../domain/column-letters.ts';
import type { PlaceKind, TextPlace } from '../../domain/published/text-place.ts';
import { isBiff } from '../../file/kind.ts';
import { isEncrypted } from '../../workbook/read/biff-globals.ts';
import { compoundKind } from '../../workbook/read/compound-kind.ts';
import type { ForeignTexts } from './foreign-texts.ts';
import type { CellText, Piece } from './piece.ts';
import { rawTexts } from './raw-texts.ts';

/**
 * The texts of an old file of Office or WPS ([MS-CFB]): cells, formulas, comments, names and properties of a workbook, paragraphs of
 * a document; and of every stream, whatever it holds, the bytes that look like a number.
 */
export async function compoundTexts(bytes: Buffer): Promise<ForeignTexts> {
  if (isBiff(bytes)) return { pieces: [...workbookTexts(bytes), ...rawTexts(bytes, other(''))], embedded: [] };
  const file = CFB.read(bytes, { type: 'buffer' });
  const kind = compoundKind(file.FullPaths);
  if (kind === 'encrypted') return 'encrypted';
  const pieces: Piece[] = [];
  if (kind === 'workbook') {
    const stream = Buffer.from((CFB.find(file, '/Workbook') ?? CFB.find(file, '/Book'))?.content ?? []);
    if (isEncrypted(stream)) return 'encrypted';
    pieces.push(...workbookTexts(bytes));
  } else if (kind === 'document') pieces.push(...(await documentTexts(bytes)));
  else pieces.push({ unseen: 'unknown', name: '' });
  const embedded: { name: string; bytes: Uint8Array }[] = [];
  for (const [index, path] of file.FullPaths.entries()) {
    const content = Buffer.from(file.FileIndex[index]?.content ?? []);
    if (content.length === 0) continue;
    const name = path.replace(/^[^/]*\//, '');
    if (/_VBA_PROJECT|\/VBA\//i.test(path)) pieces.push({ unseen: 'macro', name });
    else if (/^Pictures$|MsoDataStore|^Data$/i.test(name) && kind === 'document')
      pieces.push({ unseen: 'picture', name });
    // What another program has packed: a document of the new kind, as it is.
    if (content.subarray(0, 4).toString('latin1') === 'PK\x03\x04') embedded.push({ name, bytes: content });
    pieces.push(...rawTexts(content, other(name)));
  }
  return { pieces, embedded };
}

const other = (part: string): TextPlace => ({ kind: 'bytes', part });

function workbookTexts(bytes: Buffer): Piece[] {
  set_cptable(codePages);
  const book = read(bytes, {
    type: 'buffer',
    dense: true,
    cellFormula: true,
    cellHTML: false,
    cellText: false,
    cellStyles: true,
  });
  const pieces: Piece[] = book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    return sheet ? sheetTexts(sheet, name, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0) : [];
  });
  return [...pieces, ...aroundSheets(book)];
}

function aroundSheets({ SheetNames, Workbook, Props, Custprops }: WorkBook): Piece[] {
  const pieces: Piece[] = [];
  const add = (text: unknown, kind: PlaceKind, at: string) => {
    if (typeof text === 'string' || typeof text === 'number')
      pieces.push({ text: String(text), origin: 'written', place: { kind, part: '', at } });
  };
  for (const name of SheetNames) add(name, 'sheet-name', name);
  for (const { Name, Ref, Comment } of Workbook?.Names ?? [])
    for (const text of [Name, Ref, Comment]) add(text, 'defined-name', Name);
  for (const [name, text] of Object.entries({ ...Props, ...Custprops })) {
    for (const each of Array.isArray(text) ? text : [text]) add(each, 'property', name);
  }
  return pieces;
}

function sheetTexts(sheet: WorkSheet, name: string, isSheetHidden: boolean): Piece[] {
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][];
  return rows.flatMap((cells, row): Piece[] => {
    if (!cells) return [];
    const placeOf = (column: number, kind: PlaceKind): TextPlace => ({
      kind,
      part: '',
      sheet: name,
      at: `${columnLetters(column)}${row + 1}`,
      ...((isSheetHidden || sheet['!rows']?.[row]?.hidden || sheet['!cols']?.[column]?.hidden) && { isHidden: true }),
    });
    const texts = Array.from(
      cells,
      (cell, column): CellText => ({
        text: cell?.v === undefined || cell.t === 'e' ? '' : String(cell.v),
        isNumber: cell?.t === 'n',
        place: placeOf(column, 'cell'),
      }),
    );
    const aside = cells.flatMap((cell, column): Piece[] => [
      ...(cell?.f ? [{ text: cell.f, origin: 'written', place: placeOf(column, 'formula') } as const] : []),
      ...(cell?.l
        ? [
            {
              text: `${cell.l.Target} ${cell.l.Tooltip ?? ''}`,
              origin: 'written',
              place: placeOf(column, 'link'),
            } as const,
          ]
        : []),
      ...(cell?.c ?? []).map(
        ({ t, a }) =>
          ({ text: `${a ?? ''}\n${t ?? ''}`, origin: 'written', place: placeOf(column, 'comment') }) as const,
      ),
    ]);
    return [{ cells: texts, table: `sheet ${name}` }, ...aside];
  });
}

async function documentTexts(bytes: Buffer): Promise<Piece[]> {
  const document = await new WordExtractor().extract(bytes);
  const asIs = { filterUnicode: false };
  const parts: readonly (readonly [PlaceKind, string])[] = [
    ['paragraph', document.getBody(asIs)],
    ['header-footer', document.getHeaders(asIs)],
    ['footnote', `${document.getFootnotes(asIs)}\n${document.getEndnotes(asIs)}`],
    ['comment', document.getAnnotations(asIs)],
    ['drawing', document.getTextboxes(asIs)],
  ];
  return parts.flatMap(([kind, text]) =>
    (text ?? '').split(/(?!\t)\p{Cc}+/u).flatMap((line, index): Piece[] => {
      const place: TextPlace = { kind, part: '', at: String(index + 1) };
      if (line.trim() === '') return [];
      if (!line.includes('\t')) return [{ text: line, origin: 'written', place }];
      // Cells of a table have tabs between them.
      return [{ cells: line.split('\t').map((cell) => ({ text: cell, isNumber: false, place })), table: kind }];
    }),
  );
}
