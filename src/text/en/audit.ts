import type { AuditWords } from '../zh/audit.ts';

const words: AuditWords = {
  title: 'The journal of runs, verified',
  sheet: 'Lines at fault',
  line: 'Line',
  why: 'Fault',
  whole: 'the journal is whole: no line was changed, removed or moved',
  broken: (lines) => `the journal was tampered with: ${lines} line(s) do not fit, see below`,
  span: (runs, first, last) => `${runs} run(s), from ${first} to ${last}`,
  empty: 'it tells of no run yet',
  seal: (seal) => `Seal of the last line: ${seal}. Kept elsewhere, it shows whether lines were taken away at the end`,
  faults: {
    changed: 'this line was changed, or lines before it were removed or moved',
    unreadable: 'no record of a run',
    half: 'not written to its end (the run was cut off)',
  },
};
export default words;
