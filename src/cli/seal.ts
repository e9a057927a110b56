import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type SealedList, sealedLists } from '../answer/seal.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import { shownFileName } from '../domain/file-name.ts';
import { SEVERITIES } from '../domain/finding.ts';
import type { OpenField } from '../domain/sealed/open-field.ts';
import { isSealedFile } from '../read/input-kind.ts';
import { bytesOf } from '../read/pipes.ts';
import { readSealed } from '../read/sealed/open-sealed.ts';
import type { SealAlgorithm } from '../read/sealed/sealed-head.ts';
import {
  isAvailable,
  isOpenToOthers,
  readSealingKey,
  type SealingKey,
  writtenKey,
} from '../read/sealed/sealing-key.ts';
import { wordsFor } from '../text/words.ts';
import type { SealWords } from '../text/zh/seal.ts';
import { printSealed } from '../write/sealed-list.ts';
import { exitCode } from './campaigns.ts';
import type { Context } from './context.ts';
import { inputsOfDedupe } from './deduped.ts';
import { EXIT, UsageError } from './errors.ts';
import type { ListFlags } from './list-flags.ts';
import type { FailOn } from './options.ts';
import { whileResolved } from './resolved-lists.ts';

/** What is asked of `relief seal`. */
export interface SealOptions extends ListFlags {
  readonly keyFile?: string;
  readonly newKey?: string;
  readonly output?: string;
  readonly open: readonly OpenField[];
  readonly sm3?: boolean;
  readonly verify?: boolean;
  readonly failOn: FailOn;
}

/**
 * Makes a key, seals lists, or looks whether sealed ones are as whoever has the key wrote them.
 * @returns the exit code.
 * @throws InvalidInput; UsageError.
 */
export async function seal(files: readonly string[], options: SealOptions, context: Context): Promise<number> {
  const say = await wordsFor('seal', context.catalogue.language);
  const { keyFile, newKey, output, verify = false, sm3 = false } = options;
  if (newKey !== undefined) {
    if (files.length > 0 || keyFile !== undefined || output !== undefined || verify)
      throw new UsageError(say.refused.keyAlone);
    return makeKey(newKey, say, context);
  }
  if (files.length === 0) throw new UsageError(say.refused.needsLists);
  if (keyFile === undefined) throw new UsageError(say.refused.needsKey);
  const algorithm = sm3 ? 'HMAC-SM3' : 'HMAC-SHA-256';
  if (!isAvailable(algorithm)) throw new UsageError(say.refused.noSm3);
  const key = readSealingKey(keyFile, algorithm);
  if (isOpenToOthers(keyFile)) context.say(say.keyIsOpen(keyFile));
  if (verify) return verifySealed(files, keyFile, say, context);
  if (output === undefined || /\.(?:csv|xlsx?)$/i.test(output)) throw new UsageError(say.refused.needsFolder);
  const sealed = files.find(isSealedFile);
  if (sealed !== undefined) throw new UsageError(say.refused.isSealed(sealed));
  return sealLists(files, { ...options, key, folder: output }, say, context);
}

/** A key is made by chance, for nobody else on this machine to read, and never in the place of another. */
async function makeKey(path: string, say: SealWords, { outputs, say: tell }: Context): Promise<number> {
  if (existsSync(path)) throw new UsageError(say.refused.keyIsThere(path));
  outputs.holdsPeople = true;
  await outputs.write(path, writtenKey(randomBytes(32)), true);
  outputs.put();
  tell(say.keyMade);
  return EXIT.ok;
}

async function sealLists(
  files: readonly string[],
  { key, folder, open, failOn, ...flags }: SealOptions & { readonly key: SealingKey; readonly folder: string },
  say: SealWords,
  context: Context,
): Promise<number> {
  const { io, outputs } = context;
  const { given, campaign } = await inputsOfDedupe(files, context);
  const resolving = { ...flags, certain: true, amountOptional: true, byFile: campaign === null };
  return whileResolved(given, campaign, resolving, context, async ({ lists }) => {
    const checked = await checkRows(lists, io.today());
    const year = Number(io.today().slice(0, 4));
    const taken = new Set<string>();
    const sealed = await sealedLists(lists, { key, open, year, checked });
    for (const each of sealed) {
      const path = join(folder, `${shownFileName(nameOf(each, sealed), taken)}.csv`);
      await outputs.write(path, printSealed(each.head, each.rows(), key));
      context.say(say.sealed(path, each.head));
    }
    lists.database.close();
    outputs.put({ quietly: true });
    context.say(say.opened(open), say.next(folder));
    return exitCode(
      SEVERITIES.filter((severity) => checked.counts[severity] > 0),
      failOn,
    );
  });
}

/** As the list is called, and its sheet where its file has several. */
function nameOf({ head: { list, sheet } }: SealedList, all: readonly SealedList[]): string {
  const base = list === '-' ? 'stdin' : list.replace(/\.\w+$/, '');
  const isOne = all.filter(({ head }) => head.list === list).length === 1;
  return isOne || sheet === null ? base : `${base}-${sheet}`;
}

async function verifySealed(
  files: readonly string[],
  keyFile: string,
  say: SealWords,
  context: Context,
): Promise<number> {
  const faults: string[] = [];
  for (const file of files) {
    if (existsSync(file) && !isSealedFile(file)) throw new UsageError(say.refused.notOne(file));
    const { head, digest, seal } = await readSealed(file, bytesOf(file));
    const key = readSealingKey(keyFile, head.algorithm as SealAlgorithm);
    if (head.key !== key.check) faults.push(say.otherKey(file));
    else if (!key.isSeal(seal, digest)) faults.push(say.forged(file));
    else context.say(say.verified(file, head));
  }
  for (const fault of faults) context.io.stderr.write(`${fault}\n`);
  return faults.length > 0 ? EXIT.findings : EXIT.ok;
}
