// What has to hold of a register, whose lines begin with a time and end with a seal, when whoever added to it was killed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a register only grew, by whole lines. */
export function wholeLines(before, after) {
  if (!after.startsWith(before)) return ['the register lost something'];
  return after === '' || after.endsWith('\n') ? [] : ['the register ends in half a line'];
}

/** Digests and the mark of a ledger's key, which is another where it was made anew. */
const BY_KEY = /\b[0-9a-f]{8}(?:[0-9a-f]{16})?\b/g;

/** What a register says, whenever it was said and however often: who is stopped after sheets were put in their places sends them again. */
const factsIn = (text) =>
  new Set(
    text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').slice(1, -1).join(',').replace(BY_KEY, '')),
  );

/** The line that says that the files of a batch stand in their places, without which each run says that they may not. */
const isFiled = (fact) => fact.includes(',成盘,');

/** What a register says more or less than that of a run that nobody disturbed. */
export function saysAgain(whole, text) {
  const [all, said] = [factsIn(whole), factsIn(text)];
  const missing = [...all].filter((fact) => !said.has(fact) && !isFiled(fact));
  const more = [...said].filter((fact) => !all.has(fact));
  return [
    ...missing.slice(0, 2).map((fact) => `then the register does not say ${fact.slice(0, 80)}`),
    ...more.slice(0, 2).map((fact) => `then the register says ${fact.slice(0, 80)}`),
  ];
}

/** What is wrong with the batches of a campaign: paid twice, or without files and not told of. */
export function faultsOfPayments(program, folder) {
  const args = [program, 'pay', 'pay.yaml', '-f', 'json', '--fail-on', 'never'];
  if (existsSync(join(folder, 'back.csv'))) args.push('--returns', 'back.csv');
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) return [`pay can’t read its ledger: exit ${status}`];
  const { equation, batches } = JSON.parse(stdout);
  const { payouts, now, settled, held } = equation;
  return [
    ...(payouts.count === now.count + settled.count + held.count ? [] : ['payouts are lost']),
    ...batches.flatMap(({ batch, withdrawn, whole, files }) => {
      const isThere = files.every(({ file }) =>
        ['out/f', 'paid'].some((place) => existsSync(join(folder, place, file))),
      );
      return withdrawn || !whole || isThere ? [] : [`batch ${batch} has no file, and nobody is told`];
    }),
  ];
}
