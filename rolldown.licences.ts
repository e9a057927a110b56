// A plugin of the build: whoever hands on other people's code hands on their licences. Of each package of which code is in
// the bundle, its licence comes into `dist/licences`.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

const OF_LICENCE = /^(?:licen[cs]es?|copying|notice|third_party_licenses)\b.*$/i;

/** The folder of the package that a module is of; null of a module of ours. */
const packageOf = (moduleId: string): string | null =>
  /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(moduleId.replaceAll('\\', '/'))?.[0] ?? null;

const filesIn = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];

/** What a package says of its licence, in the words of its own files where it has any. */
function licenceOf(folder: string): { fileName: string; source: string } {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => OF_LICENCE.test(file))
    .flatMap((file) => filesIn(join(folder, file)))
    .map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim());
  const by = typeof author === 'string' ? author : author?.name;
  return {
    fileName: `licences/${name.replace('/', '+')}-${version}.txt`,
    source: `${[`${name} ${version}`, license, by, homepage].filter(Boolean).join('\n')}\n\n${texts.join('\n\n')}\n`,
  };
}

export const licences: Plugin = {
  name: 'licences',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const folders = new Set(modules.flatMap((id) => packageOf(id) ?? []));
    for (const folder of folders) this.emitFile({ type: 'asset', ...licenceOf(folder) });
  },
};
