/** The half of pdf.js that reads; its other half calls it, and nobody else does. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
