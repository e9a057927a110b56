import type { InvalidInput } from '../../domain/problem.ts';
import { chunksOf } from '../../file/bytes.ts';
import { damaged } from './fault.ts';

/** XML that can be read again and again, and what to say where it makes no sense. */
export interface XmlSource {
  pieces(): AsyncIterable<string>;
  damaged(detail: 'xml' | 'document-type' | 'reference' | 'row-order'): InvalidInput;
}

/** A file that is XML as it stands: in UTF-8 or UTF-16, or in the encoding that it names. */
export function xmlFile(path: string): XmlSource {
  return {
    async *pieces() {
      let decoder: InstanceType<typeof TextDecoder> | undefined;
      try {
        for (const chunk of chunksOf(path)) {
          decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder?.decode() ?? '';
      } catch (error) {
        throw error instanceof TypeError || error instanceof RangeError ? damaged(path, 'xml') : error;
      }
    },
    damaged: (detail) => damaged(path, detail),
  };
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const declaration = Buffer.from(head.subarray(0, 200)).toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/.exec(declaration)?.[1] ?? 'utf-8';
}
