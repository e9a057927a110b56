import type { RunManifest } from '../../domain/run/manifest.ts';
import { AsIs } from '../door.ts';
import type { JsonRecord } from './json.ts';

/** `relief/run@1`: what a run wrote, of which files, what it came to, and where each case was. */
export function runRecord({ inputs, outputs, cases, ...rest }: RunManifest): JsonRecord {
  const file = <F extends { readonly sha256: string }>({ sha256, ...own }: F) => ({ ...own, sha256: new AsIs(sha256) });
  return {
    ...rest,
    inputs: inputs.map(file),
    outputs: outputs.map(file),
    cases: eachCase(cases),
  };
}

async function* eachCase(cases: RunManifest['cases']) {
  for (const [id, phase] of cases) yield [new AsIs(id), phase];
}
