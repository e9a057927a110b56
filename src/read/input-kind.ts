import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileKind } from '../file/kind.ts';
import { bytesOf } from './pipes.ts';
import { isSealed } from './sealed/sealed-start.ts';
import { isCampaign, proseKind, textKind } from './text-kind.ts';

/** What a file may be given for: a campaign, or a list, as which an archive that may hold some is told of; `other` is neither. */
export type InputKind = 'campaign' | 'list' | 'other';

const CAMPAIGN_ENDINGS = ['.yaml', '.yml'];
const LIST_ENDINGS = '.csv .tsv .txt .xlsx .xlsm .xls .et .ods .fods .xml .htm .html .mht .mhtml .parquet'.split(' ');
/** Enough to see a header, or the keys of a campaign. */
const HEAD = 16 << 10;

/** By a file's bytes; by its ending only where it can't be read, or is a text that could be either. */
export function inputKind(path: string): InputKind {
  const head = headOf(bytesOf(path));
  return (head && kindByBytes(head, kindByEnding(path))) ?? kindByEnding(path);
}

/** Of standard input, which has no name; null where its bytes do not tell. */
export function stdinKind(): InputKind | null {
  const head = headOf(bytesOf('-'));
  return head && kindByBytes(head, null);
}

function kindByBytes(head: Uint8Array, called: InputKind | null): InputKind | null {
  const kind = fileKind(head);
  if (kind !== null) return ['zip', 'compound', 'biff', 'parquet', 'archive'].includes(kind) ? 'list' : 'other';
  const text = decoded(head);
  if (isSealed(text)) return 'list';
  const markup = textKind(text);
  if (markup !== null) return markup === 'mail' || markup === 'xml' ? 'other' : 'list';
  if (isCampaign(text)) return 'campaign';
  if (isTable(text)) return 'list';
  return proseKind(text) === 'notice' && called === 'list' ? 'other' : null;
}

/** Is it a list that was sealed, by its bytes? */
export function isSealedFile(path: string): boolean {
  const head = headOf(bytesOf(path));
  return head !== null && fileKind(head) === null && isSealed(decoded(head));
}

/** Is a file called like a campaign, or like nothing known, without being a table? */
export function isCalledCampaign(path: string): boolean {
  if (CAMPAIGN_ENDINGS.includes(extname(path).toLowerCase())) return true;
  const head = headOf(bytesOf(path));
  return kindByEnding(path) === 'campaign' && (!head || fileKind(head) !== null || kindByBytes(head, null) !== 'list');
}

/** What a file's name makes it out to be. */
function kindByEnding(path: string): InputKind {
  const ending = extname(path).toLowerCase();
  return LIST_ENDINGS.includes(ending) ? 'list' : 'campaign';
}

/** Null of what is no plain file, and of an empty one. */
function headOf(path: string): Uint8Array | null {
  try {
    if (!statSync(path).isFile()) return null;
    const file = openSync(path, 'r');
    try {
      const bytes = new Uint8Array(HEAD);
      const read = readSync(file, bytes, 0, HEAD, 0);
      return read === 0 ? null : bytes.subarray(0, read);
    } finally {
      closeSync(file);
    }
  } catch {
    return null; // whoever reads it will say why it can't be read
  }
}

/** Only what is ASCII is looked at, which every encoding of lists has as it is, or with zeros between. */
function decoded(head: Uint8Array): string {
  const isWide = head.subarray(0, 200).includes(0) || (head[0] ?? 0) >= 0xfe;
  if (!isWide) return new TextDecoder().decode(head);
  return new TextDecoder(head[0] === 0xfe || head[0] === 0 ? 'utf-16be' : 'utf-16le').decode(head);
}

/** Are most lines cells with the same thing between them, and none a key of YAML or JSON? */
function isTable(text: string): boolean {
  if (/^\s*(?:\[\s*)*\{\s*"/.test(text)) return false;
  const lines = text.split(/\r?\n|\r/).filter((line) => line.trim() !== '');
  const first = lines.slice(0, 20);
  if (first.some((line) => /^\s*(?:-\s+)?["']?[A-Za-z][\w-]*["']?[ \t]*:(?:\s|$)/.test(line))) return false;
  return [',', '\t', ';', '|'].some(
    (delimiter) => first.filter((line) => line.includes(delimiter)).length > first.length / 2,
  );
}
