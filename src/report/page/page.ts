import type { Severity } from '../../domain/finding.ts';
import type { Score } from '../lists/scorecard.ts';
import type { Sheet } from '../sheet.ts';

/** A figure that stands large, and what is said beside it. */
export interface Headline {
  readonly label: string;
  readonly value: string;
  readonly remark: string;
}

/** What a chart shows, whatever it looks like; money in fen, counts of people, days. */
export type ChartData =
  | {
      readonly kind: 'money';
      readonly names: readonly string[];
      readonly series: readonly {
        readonly name: string;
        readonly values: readonly (bigint | null)[];
        readonly labels: readonly string[];
      }[];
    }
  | {
      readonly kind: 'rates';
      readonly names: readonly string[];
      readonly rates: readonly number[];
      readonly labels: readonly string[];
    }
  | {
      readonly kind: 'flows';
      readonly flows: readonly { readonly from: string; readonly to: string; readonly fen: bigint }[];
    }
  | {
      readonly kind: 'matrix';
      readonly names: readonly string[];
      readonly counts: readonly (readonly (number | null)[])[];
    }
  | {
      readonly kind: 'spans';
      readonly spans: readonly {
        readonly name: string;
        readonly start: number;
        readonly days: number;
        readonly label: string;
      }[];
    };

/** A chart, in words for who can't see it, and its figures as a table. */
export interface Chart {
  readonly heading: string;
  readonly alt: string;
  readonly data: ChartData;
  readonly table: Sheet;
  readonly notes: readonly string[];
}

/** A finding as the page lists it. */
export interface PageFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly people: readonly string[];
  readonly places: readonly string[];
  /** In yuan, grouped; empty where nothing is said. */
  readonly amount: string;
}

/** A page that a leader can read. */
export interface Page {
  readonly title: string;
  readonly subtitle: string;
  /** Which lists it is made of, and what has to be said of that. */
  readonly read: readonly string[];
  readonly headlines: readonly Headline[];
  readonly scores: readonly Score[];
  readonly charts: readonly Chart[];
  readonly findings: readonly PageFinding[];
  /** How many there are in all. */
  readonly found: number;
  readonly tables: readonly Sheet[];
  readonly made: string;
}
