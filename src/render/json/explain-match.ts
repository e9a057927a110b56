import type { ExplainMatchRecord } from '../../contract/explain-match.ts';
import type { Language } from '../../domain/language.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Weights } from '../../identity/probable/weighing.ts';
import { foundOf } from '../../report/dedupe/explain-match-report.ts';
import type { ExplainedMatch } from '../../report/dedupe/explained-match.ts';
import type { Made } from './json.ts';

/**
 * `relief/explain-match@1`: how two rows were compared. Weights are log₂, in bits, and add up to `score`; `evidence` is in the words
 * of `dedupe --pairs`, null for what those leave out.
 */
export function explainMatchRecord(
  { places, explained, say }: ExplainedMatch,
  language: Language,
): Made<ExplainMatchRecord> {
  const head = {
    schema: 'relief/explain-match@1' as const,
    rows: explained.rows.map(({ row, person, name, ground }, at) => ({
      file: places[at]?.file ?? null,
      sheet: places[at]?.sheet ?? null,
      row,
      person,
      name: maskText(name),
      rule: ground,
    })),
  };
  if (explained.kind === 'certain') return { ...head, band: 'certain', notWeighed: null };
  if (explained.kind === 'not-weighed') return { ...head, band: null, notWeighed: explained.why };
  const { band, posterior, throughOthers, rowsOf, wasCompared, provenApart, notJoined, notAsked } = explained;
  return {
    ...head,
    band,
    notWeighed: null,
    posterior,
    fields: explained.fields.map((field) => ({
      field: field.field,
      level: field.level,
      evidence: field.word || null,
      message: foundOf(field, say, language),
      oneIn: field.oneIn,
      weight: inBits(field),
    })),
    overlap: { weight: inBits(explained.overlap) },
    rivals: { weight: inBits(explained.rivals) },
    prior: { share: explained.share, weight: inBits(explained.prior) },
    score: inBits(explained.score),
    throughOthers,
    rowsCompared: rowsOf,
    wasCompared,
    provenApart,
    notJoined,
    notAsked,
  };
}

const inBits = ({ household, unrelated }: Weights) => ({ household: household / 100, unrelated: unrelated / 100 });
