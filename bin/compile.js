// The last step of the build: runs the usual commands once and leaves the code that V8 compiled for them beside the
// bundle, for `load.js`. What is kept is code; no result of any command is.
const { cpSync, rmSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { codeFile, load, scripts } = require('./load.js');

// What PDFs without maps of their own need to tell which character is which.
const pdfjs = dirname(require.resolve('pdfjs-dist/package.json'));
cpSync(join(pdfjs, 'cmaps'), 'dist/cmaps', { recursive: true });

const { main } = load('main.cjs');
const nowhere = { write: () => {}, isTTY: false };
const io = { env: {}, stdout: nowhere, stderr: nowhere, today: () => '2017-01-01' };

const COMMANDS = [
  '--help',
  '--version',
  'budget campaigns/putuo-2017.yaml',
  'budget campaigns/putuo-2017.yaml -f json',
  'status campaigns/putuo-2017.yaml',
  'compare campaigns/putuo-2008.yaml campaigns/putuo-2017.yaml',
  'check samples/district/recipients.csv',
  'dedupe samples/district/recipients.csv',
  'cover samples/district/recipients.csv --roster samples/district/recipients.csv',
  'reconcile samples/district/recipients.csv --returns samples/district/recipients.csv',
  'export campaigns/putuo-2017.yaml',
  'report campaigns/putuo-2017.yaml',
];

async function compile() {
  for (const command of COMMANDS) {
    const code = await main(command.split(' '), io);
    if (code > 1) throw new Error(`relief ${command}: exit ${code}`);
  }
  for (const [name, script] of scripts) {
    rmSync(codeFile(name), { force: true });
    writeFileSync(codeFile(name), script.createCachedData());
  }
}

compile();
