import { ageDay } from '../../domain/age-day.ts';
import type { Measure } from '../../domain/campaign/measure.ts';
import { isPerHousehold } from '../../domain/campaign/standard.ts';
import type { Roster } from '../../domain/row/roster.ts';
import type { Lists } from '../../engine/lists.ts';

/** Something that people on a roster are to get: a measure, or anything (null). */
interface Due {
  readonly measure: Measure | null;
  /** Indexes under which it stands among the lists' measures; of anything, all. None: no list pays it yet. */
  readonly indexes: readonly number[];
  /** The indexes of those of which one payout is for the whole household. */
  readonly perHousehold: readonly number[];
  /** SQL on a member of a roster, as `m`: is somebody of the age that is asked for, or of an age that nobody knows? */
  readonly ofAge: string;
}

/** All that any roster's people are to get, each once, and what excludes it. A roster's own are by their place among these. */
export interface Dues {
  readonly all: readonly Due[];
  readonly ofRoster: readonly (readonly number[])[];
  /** Whoever got `other` (or of whose household somebody did) is not to get `due`. */
  readonly exclusions: readonly { readonly due: number; readonly other: number; readonly ofHousehold: boolean }[];
}

export function duesOf(rosters: readonly Roster[], lists: Lists): Dues {
  const inCampaign = lists.campaign?.departments.flatMap(({ measures }) => measures) ?? [];
  const eligible = rosters.filter(({ blocked }) => blocked === null);
  const due = new Set(eligible.flatMap(({ measures }) => measures));
  const excluded = (measure: Measure) =>
    measure.excludes.flatMap(({ measure: id, of }) => {
      const other = inCampaign.find((each) => each.id === id);
      return other ? [{ other, ofHousehold: of === 'household' }] : [];
    });
  const others = [...due].flatMap((measure) => excluded(measure).map(({ other }) => other));
  const anything = eligible.some(({ measures }) => measures.length === 0);
  const measures: (Measure | null)[] = [...(anything ? [null] : []), ...new Set([...due, ...others])];
  return {
    all: measures.map((measure) => dueOf(measure, lists)),
    ofRoster: rosters.map(({ blocked, measures: own }) =>
      blocked !== null ? [] : own.length === 0 ? [0] : own.map((measure) => measures.indexOf(measure)),
    ),
    exclusions: [...due].flatMap((measure) =>
      excluded(measure).map(({ other, ofHousehold }) => ({
        due: measures.indexOf(measure),
        other: measures.indexOf(other),
        ofHousehold,
      })),
    ),
  };
}

function dueOf(measure: Measure | null, { assignments: { measures }, campaign }: Lists): Due {
  const indexes = measures.flatMap(({ measure: { is } }, index) => (measure === null || is === measure ? [index] : []));
  const isForAll = (index: number) => {
    const standard = measures[index]?.measure.is?.standard;
    return standard !== undefined && isPerHousehold(standard);
  };
  const day = campaign && measure?.eligible?.age !== undefined ? ageDay(campaign, measure) : null;
  return {
    measure,
    indexes,
    perHousehold: indexes.filter(isForAll),
    ofAge: day === null ? 'true' : ageWithin(measure?.eligible?.age ?? '', day),
  };
}

/** SQL: full years of age by the date of birth, else as the roster says, as a condition asks. */
function ageWithin(condition: string, day: string): string {
  const [, low = '0', open, high] = /^(\d+)(?:(\+)|-(\d+))?$/.exec(condition) ?? [];
  const age = `coalesce((${day.replaceAll('-', '')} - m.born) // 10000, m.age)`;
  return `coalesce(${age} ${open ? `>= ${low}` : `between ${low} and ${high ?? low}`}, true)`;
}
