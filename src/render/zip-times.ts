/** The time that a file says it was made at: SOURCE_DATE_EPOCH, else always the same, so that the same input gives the same bytes. */
export function madeAt(env: NodeJS.ProcessEnv = process.env): Date {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return new Date(Number.isInteger(seconds) && seconds > 0 ? seconds * 1000 : Date.UTC(2000, 0, 1));
}

/** PKWARE's APPNOTE: signatures, and where in a header the time and date of an entry stand. */
const END = { signature: 0x06054b50, length: 22, entries: 10, start: 16 };
const CENTRAL = { signature: 0x02014b50, time: 12, name: 28, extra: 30, comment: 32, local: 42, length: 46 };
const LOCAL = { signature: 0x04034b50, time: 10 };
/** 1 January 1980, midnight: the first that a zip archive can say. */
const FIRST_TIME = 0x00210000;

/** A zip archive whose entries all say that they are from the first day there is. Changes the bytes it is given. */
export function withoutTimes(archive: Buffer): Buffer {
  const end = archive.length - END.length;
  if (end < 0 || archive.readUInt32LE(end) !== END.signature)
    throw new Error('a workbook without an end of its archive');
  let at = archive.readUInt32LE(end + END.start);
  for (let entry = archive.readUInt16LE(end + END.entries); entry > 0; entry -= 1) {
    const local = archive.readUInt32LE(at + CENTRAL.local);
    if (archive.readUInt32LE(at) !== CENTRAL.signature || archive.readUInt32LE(local) !== LOCAL.signature)
      throw new Error('a workbook whose archive is not in order');
    archive.writeUInt32LE(FIRST_TIME, at + CENTRAL.time);
    archive.writeUInt32LE(FIRST_TIME, local + LOCAL.time);
    const [name, extra, comment] = [CENTRAL.name, CENTRAL.extra, CENTRAL.comment].map((field) =>
      archive.readUInt16LE(at + field),
    );
    at += CENTRAL.length + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return archive;
}
