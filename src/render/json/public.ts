import type { PublicFile } from '../../answer/check-public.ts';
import type { PublicRecord } from '../../contract/public.ts';
import { placeWords } from '../../report/public/public-report.ts';
import type { PublicWords } from '../../text/zh/public.ts';
import type { Made } from './json.ts';

/** `relief/public@1`: numbers are masked; `place` is what `words` says, in parts. */
export function publicRecord(files: readonly PublicFile[], words: PublicWords): Made<PublicRecord> {
  return {
    schema: 'relief/public@1',
    files: files.map(({ file, found, allowed, unseen }) => ({
      file,
      found: found.map(({ kind, masked, place, until }) => ({
        kind,
        number: masked,
        words: placeWords({ place, ...(until && { until }) }, words),
        place: {
          kind: place.kind,
          part: place.part === '' ? null : place.part,
          sheet: place.sheet ?? null,
          at: place.at ?? null,
          until: until?.at ?? null,
          hidden: place.isHidden ?? false,
        },
      })),
      allowed,
      notLookedAt: unseen,
    })),
  };
}
