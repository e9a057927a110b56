// A plugin of the build: whoever hands on other people's code hands on their licences. Of each package of which code is in
// the bundle, its licence comes into `dist/licences`.
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

/** The package that a module is of, by its folder; null of a module of ours. */
const packageOf = (moduleId) =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(moduleId.replaceAll('\\', '/'))?.[0] ?? null;

/** What a package says of its licence, in the words of its own file where it has one. */
function licenceOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) =>
    /^(?:licen[cs]es?|copying|notice|third_party_licenses)\b.*$/i.test(file),
  );
  const texts = files
    .flatMap((file) => filesIn(join(folder, file)))
    .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim());
  const by = typeof author === 'string' ? author : author?.name;
  return {
    fileName: `licences/${name.replace('/', '+')}-${version}.txt`,
    source: `${[`${name} ${version}`, license, by, homepage].filter(Boolean).join('\n')}\n\n${texts.join('\n\n')}\n`,
  };
}

const filesIn = (path) => (statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path]);

exports.licences = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap(({ moduleIds }) => moduleIds ?? []);
    const folders = new Set(modules.map(packageOf).filter((folder) => folder !== null));
    for (const folder of folders) this.emitFile({ type: 'asset', ...licenceOf(folder) });
  },
};
