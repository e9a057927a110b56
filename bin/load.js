import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const DIST = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const requireOutside = createRequire(join(DIST, 'main.cjs'));
const modules = new Map();

/** Every bundle file loaded so far, by name, as its compiled script. */
export const scripts = new Map();

/** The file beside a bundle file that holds its compiled code. */
export function codeFile(name) {
  return join(DIST, `${name}.code`);
}

/**
 * Loads a bundle file with the compiled code that the build left beside it, which halves the time that starting takes.
 * V8 refuses code of another version of itself or of another source, and compiles anew.
 */
export function load(name) {
  const known = modules.get(name);
  if (known) return known.exports;
  const filename = join(DIST, name);
  const code = codeFile(name);
  const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
    filename,
    ...(existsSync(code) && { cachedData: readFileSync(code) }),
  });
  scripts.set(name, script);
  const module = { exports: {} };
  modules.set(name, module);
  const require = (id) => (id.startsWith('./') ? load(id.slice(2)) : requireOutside(id));
  script.runInThisContext().call(module.exports, module.exports, require, module, filename, DIST);
  return module.exports;
}
