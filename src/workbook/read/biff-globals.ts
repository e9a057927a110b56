/** Records that stand before a workbook's sheets ([MS-XLS] 2.3). */
const END = 0x0a;
const FILE_PASS = 0x2f;
const FORMATS = [0x041e, 0x001e];
const CELL_FORMAT = 0xe0;
/** Where a cell format has the number of its number format, in Excel 5 and later. */
const NUMBER_FORMAT = 2;
/** A date without a time, which every version knows. */
const PLAIN_DATE = 14;

/**
 * Is it encrypted? What Excel 95 to 2003 protected by a password says so before all that is encrypted, and what comes after can
 * only be taken for damage.
 */
export function isEncrypted(stream: Buffer): boolean {
  for (const { type } of recordsOf(stream)) if (type === FILE_PASS) return true;
  return false;
}

/**
 * Gives cells of a built-in East Asian date format (27–36, 50–58) a plain one: SheetJS knows these only by what a workbook says of
 * them, which none has to, and hides from us which cells have them. A format that the workbook defines by itself stays.
 */
export function showEastAsianDates(stream: Buffer): void {
  const records = [...recordsOf(stream)];
  const defined = new Set(
    records
      .filter(({ type }) => FORMATS.includes(type))
      .map(({ at, length }) => (length > 1 ? stream.readUInt16LE(at) : 0)),
  );
  for (const { type, at, length } of records) {
    if (type !== CELL_FORMAT || length < NUMBER_FORMAT + 2) continue;
    const format = stream.readUInt16LE(at + NUMBER_FORMAT);
    if (isEastAsianDate(format) && !defined.has(format)) stream.writeUInt16LE(PLAIN_DATE, at + NUMBER_FORMAT);
  }
}

const isEastAsianDate = (format: number) => (format >= 27 && format <= 36) || (format >= 50 && format <= 58);

function* recordsOf(stream: Buffer): Generator<{ type: number; at: number; length: number }> {
  for (let at = 0; at + 4 <= stream.length; ) {
    const [type, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)];
    at += 4;
    if (at + length > stream.length) return;
    yield { type, at, length };
    if (type === END) return;
    at += length;
  }
}
