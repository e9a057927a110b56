import { RUN_FIGURES, type RunFigure, type RunFile, type RunManifest } from '../../domain/run/manifest.ts';

/** What is new, other or gone, by name. */
interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/** What one run has that the run before had not, or had otherwise. */
export interface RunChanges {
  /** The day of the run before. */
  readonly since: string;
  readonly inputs: FileChanges;
  /** Figures that are others now; null where one of the two runs has none. */
  readonly figures: readonly {
    readonly figure: RunFigure;
    readonly before: string | null;
    readonly now: string | null;
  }[];
  readonly cases: {
    readonly added: number;
    /** Closed now, and not before. */
    readonly closed: number;
    /** Open again. */
    readonly reopened: number;
    readonly gone: number;
  };
}

/** What changed between two runs of a campaign. Pure. */
export function changesSince(before: RunManifest, now: RunManifest): RunChanges {
  const phases = new Map(before.cases);
  const ids = new Set(now.cases.map(([id]) => id));
  const closing = (isClosed: boolean) =>
    now.cases.filter(([id, phase]) => {
      const was = phases.get(id);
      return was !== undefined && (was === CLOSED) !== isClosed && (phase === CLOSED) === isClosed;
    }).length;
  return {
    since: before.day,
    inputs: fileChanges(before.inputs, now.inputs),
    figures: RUN_FIGURES.flatMap((figure) => {
      const [was, is] = [before.figures[figure] ?? null, now.figures[figure] ?? null];
      return was === is ? [] : [{ figure, before: was, now: is }];
    }),
    cases: {
      added: now.cases.filter(([id]) => !phases.has(id)).length,
      closed: closing(true),
      reopened: closing(false),
      gone: before.cases.filter(([id]) => !ids.has(id)).length,
    },
  };
}

const CLOSED = 'closed';

/** How some files differ from those of the same names. */
function fileChanges(before: readonly RunFile[], now: readonly RunFile[]): FileChanges {
  const known = new Map(before.map(({ file, sha256 }) => [file, sha256]));
  const names = new Set(now.map(({ file }) => file));
  return {
    added: now.flatMap(({ file }) => (known.has(file) ? [] : [file])),
    changed: now.flatMap(({ file, sha256 }) => (known.has(file) && known.get(file) !== sha256 ? [file] : [])),
    gone: before.flatMap(({ file }) => (names.has(file) ? [] : [file])),
  };
}
