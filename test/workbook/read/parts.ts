import { crc32, deflateRawSync } from 'node:zlib';

/** What a zip says of an entry; a test may lie. */
export interface Entry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly checksum?: number;
  readonly size?: number;
  readonly flags?: number;
}

/** A zip with deflated entries (APPNOTE 4.3), in the order given. */
export function zipped(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, checksum, size, flags = 0x800 } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size ?? bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, path]));
    files.push(file);
    offset += file.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What differs from the plainest of workbooks: one sheet, no styles, no shared strings. */
export interface Parts {
  readonly sheetData?: string;
  /** After the rows. */
  readonly afterData?: string;
  /** Each `<si>…</si>`. */
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** By name; null leaves the part out. */
  readonly replaced?: Readonly<Record<string, string | Uint8Array | null>>;
}

export function entriesOf({
  sheetData = '',
  afterData = '',
  strings,
  styles,
  workbookPr = '',
  replaced = {},
}: Parts): Entry[] {
  const parts: Record<string, string | Uint8Array | null> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbookPr}<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': sheet(sheetData, afterData),
    'xl/sharedStrings.xml': strings === undefined ? null : `<sst xmlns="${MAIN}">${strings}</sst>`,
    'xl/styles.xml': styles === undefined ? null : `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    ...replaced,
  };
  return Object.entries(parts).flatMap(([name, content]) => (content === null ? [] : [{ name, content }]));
}

export function sheet(data: string, after = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${after}</worksheet>`;
}

export function relations(rows: ReadonlyArray<readonly [id: string, type: string, target: string]>): string {
  const each = rows.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
