/** The half of pdf.js that reads; its other half calls it, and nobody else does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}

/** Published types of it leave out that quotation marks can be left as they are. */
declare module 'word-extractor' {
  interface Options {
    readonly filterUnicode: boolean;
  }
  interface Extracted {
    getBody(options: Options): string;
    getTextboxes(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getHeaders(options: Options): string;
    getAnnotations(options: Options): string;
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<Extracted>;
  }
}
