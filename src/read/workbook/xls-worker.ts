import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { WorkBook } from '@e965/xlsx';

/** What SheetJS made of an .xls, or the reason why it made nothing of it. */
export type Parsed = Pick<WorkBook, 'SheetNames' | 'Sheets' | 'Workbook'> | 'encrypted' | 'not-a-workbook' | 'damaged';

/** A full sheet, some 20 MB, takes five seconds; twenty times that is no end. */
const PATIENCE = { seconds: 5, secondsPerMegabyte: 4 };
const LARGEST_HEAP_MB = 2048;

/**
 * Has SheetJS parse an .xls in a thread of its own: on some damaged files it never ends or takes all memory, and it
 * writes to the console. `looks`: widths of columns and heights of rows are read too.
 */
export async function parseXls(bytes: Uint8Array, looks = false): Promise<Parsed> {
  const { resolve } = createRequire(import.meta.url);
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: { bytes, looks, library: resolve('@e965/xlsx'), codePages: resolve('@e965/xlsx/dist/cpexcel.js') },
    resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  const milliseconds = 1000 * (PATIENCE.seconds + (PATIENCE.secondsPerMegabyte * bytes.length) / 1e6);
  let patience: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Parsed>((answer) => {
      patience = setTimeout(answer, milliseconds, 'damaged');
      worker.once('message', answer);
      worker.once('error', () => answer('damaged')); // out of memory
      worker.once('exit', () => answer('damaged'));
    });
  } finally {
    clearTimeout(patience);
    await worker.terminate();
  }
}

/**
 * As a text, so that it needs no file of its own beside the bundle. An encrypted .xlsx is a compound file too
 * ([MS-OFFCRYPTO] 2.3.4); Excel 5 and 95 wrote Chinese in code page 936, for which SheetJS must be given its tables.
 */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
const { CFB, read, set_cptable } = require(workerData.library);
set_cptable(require(workerData.codePages));

function parsed(bytes) {
  const streams = CFB.read(bytes, { type: 'buffer' });
  if (CFB.find(streams, '/EncryptedPackage')) return 'encrypted';
  if (!CFB.find(streams, '/Workbook') && !CFB.find(streams, '/Book')) return 'not-a-workbook';
  const options = { type: 'buffer', dense: true, cellNF: true, cellFormula: false, cellHTML: false, cellText: false,
    cellStyles: workerData.looks };
  const { SheetNames, Sheets, Workbook } = read(bytes, options);
  return { SheetNames, Sheets, Workbook };
}

let answer;
try {
  answer = parsed(Buffer.from(workerData.bytes));
} catch (error) {
  answer = /password/i.test(String(error)) ? 'encrypted' : 'damaged';
}
parentPort.postMessage(answer);
`;
