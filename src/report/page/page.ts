import type { Severity } from '../../domain/finding.ts';
import type { Score } from '../lists/scorecard.ts';
import type { Sheet, VerdictLine } from '../sheet.ts';

/** A figure that stands large, and what is said beside it. */
export interface Headline {
  readonly label: string;
  readonly value: string;
  readonly remark: string;
}

/** Something that bars stand for; a part stands under the whole that it is a part of. */
export interface BarItem {
  readonly name: string;
  readonly isPart?: boolean;
  /** `value` is for the bar's length alone: whoever wants the figure reads the label. `series` is which of the legend it is. */
  readonly bars: readonly { readonly value: number; readonly label: string; readonly series: 0 | 1 | 2 }[];
}

/** Days on a line: `start` counts from the first day of all. */
interface SpanItem {
  readonly name: string;
  readonly start: number;
  readonly days: number;
  readonly label: string;
}

/** A day that is named on the line of days. */
export interface Tick {
  readonly label: string;
  readonly day: number;
}

/** What a chart shows, whatever it looks like. */
export type ChartData =
  | {
      readonly kind: 'bars';
      readonly items: readonly BarItem[];
      /** What the series are, where there are several. */
      readonly legend: readonly string[];
      /** The value of a full bar; null where the values make the scale. */
      readonly whole: number | null;
    }
  | {
      readonly kind: 'matrix';
      readonly names: readonly string[];
      readonly counts: readonly (readonly (number | null)[])[];
    }
  | {
      readonly kind: 'spans';
      readonly spans: readonly SpanItem[];
      readonly ticks: readonly Tick[];
      /** From the first day of all to the last. */
      readonly days: number;
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
  /** Which departments it touches, as their rows name them. */
  readonly departments: readonly string[];
  /** In yuan, grouped; empty where nothing is said. */
  readonly amount: string;
}

/** How far the cases of a campaign are: in all, and of each unit, as people look at tables. */
export interface CasesPanel {
  readonly verdict: readonly VerdictLine[];
  readonly headlines: readonly Headline[];
  readonly sheets: readonly Sheet[];
  readonly notes: readonly string[];
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
  /** Null where nothing went out yet. */
  readonly cases: CasesPanel | null;
  readonly findings: readonly PageFinding[];
  /** How many there are in all, and of each rule. */
  readonly found: number;
  readonly byRule: ReadonlyMap<string, number>;
  readonly tables: readonly Sheet[];
  readonly made: string;
  /** Of which day the data is. */
  readonly dated: string;
}
