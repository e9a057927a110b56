import { openPromise } from 'yauzl';

/** The parts of an archive as texts, by their names. */
export async function packageParts(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { autoClose: false });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    let text = '';
    for await (const piece of await zip.openReadStreamPromise(entry)) text += piece;
    parts.set(entry.fileName, text);
  }
  zip.close();
  return parts;
}
