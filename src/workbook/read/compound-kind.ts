/** What a compound file ([MS-CFB]) holds, by the names of its streams. */
export type CompoundKind = 'workbook' | 'encrypted' | 'document' | 'slides' | 'mail' | 'not-a-workbook';

/**
 * An encrypted .xlsx, .docx or .pptx is a compound file too ([MS-OFFCRYPTO] 2.3.4), and only its password tells which. WPS keeps its
 * own files (.et, .wps, .dps) in streams that are called as Microsoft's are.
 */
export function compoundKind(paths: readonly string[]): CompoundKind {
  const names = new Set(
    paths.map((path) =>
      path
        .replace(/^[^/]*\//, '')
        .replace(/\/$/, '')
        .toLowerCase(),
    ),
  );
  const found = STREAMS.find(([name]) => names.has(name));
  return found?.[1] ?? 'not-a-workbook';
}

/** The first that is there counts: a document may have a workbook in it, but not beside its own stream. */
const STREAMS: ReadonlyArray<readonly [name: string, kind: CompoundKind]> = [
  ['encryptedpackage', 'encrypted'],
  ['encryption', 'encrypted'],
  ['worddocument', 'document'],
  ['powerpoint document', 'slides'],
  ['__properties_version1.0', 'mail'],
  ['workbook', 'workbook'],
  ['book', 'workbook'],
];
