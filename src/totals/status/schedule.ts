import type { Period } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { DatePhrase } from '../../domain/day-phrase.ts';
import type { KeyPath } from '../../domain/place.ts';

type StageKind = NonNullable<Campaign['stages'][number]['kind']>[number];

/** A stage, a dated task in one, or a deadline, with the days that its words mean this year. */
export interface Appointment extends Period {
  readonly what: 'stage' | 'task' | 'deadline';
  readonly name: string;
  /** As the document puts it: `2016年12月底前`; empty where it gives no date. */
  readonly text: string;
  readonly kinds: readonly StageKind[];
  /** Whether the document insists (hard) or says 原则上 (soft); null where it says neither. */
  readonly binding: 'hard' | 'soft' | null;
  readonly owners: readonly string[];
  readonly source: string | null;
  readonly note: string | null;
  readonly at: KeyPath;
}

interface Dated {
  readonly on?: DatePhrase | undefined;
  readonly when?: DatePhrase | undefined;
  readonly from?: DatePhrase | undefined;
  readonly until?: DatePhrase | undefined;
}

/** Everything dated, in the order of the file, a stage's tasks after it. */
export function schedule(campaign: Campaign): Appointment[] {
  const { stages, deadlines } = campaign;
  const staged = stages.flatMap((stage, i): Appointment[] => [
    {
      what: 'stage',
      name: stage.name,
      ...dated(stage, campaign),
      kinds: stage.kind ?? [],
      ...said(stage),
      owners: [],
      at: ['stages', i],
    },
    ...(stage.tasks ?? []).map(
      (task, j): Appointment => ({
        what: 'task',
        name: task.name,
        ...dated(task, campaign),
        kinds: task.kind ?? [],
        ...said(task),
        owners: task.owner ?? [],
        at: ['stages', i, 'tasks', j],
      }),
    ),
  ]);
  const ends = deadlines.map(
    (deadline, i): Appointment => ({
      what: 'deadline',
      name: deadline.name,
      ...dated(deadline, campaign),
      kinds: deadline.kind ? [deadline.kind] : [],
      ...said(deadline),
      owners: [],
      at: ['deadlines', i],
    }),
  );
  return [...staged, ...ends];
}

interface Said extends Dated {
  readonly binding?: 'hard' | 'soft' | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
}

/** 原则上 in a date says that it is soft, where nothing else does. */
function said({ binding, source, note, ...dates }: Said): Pick<Appointment, 'binding' | 'source' | 'note'> {
  const { on, when, from, until } = dates;
  const isSoft = [on, when, from, until].some((phrase) => /^原则上/.test(phrase?.text ?? ''));
  return { binding: binding ?? (isSoft ? 'soft' : null), source: source ?? null, note: note ?? null };
}

/** The first and last day of what is dated; a phrase without a year was refused where the campaign has none. */
function dated(
  { on, when, from, until }: Dated,
  { year, isSummer }: Pick<Campaign, 'year' | 'isSummer'>,
): Period & { text: string } {
  const whole = on ?? when;
  const season = year ?? 0;
  const span = whole?.resolve(season, isSummer);
  const start = from?.resolve(season, isSummer).from ?? span?.from ?? null;
  const end = until?.resolve(season, isSummer).until ?? span?.until ?? null;
  const text = [whole?.text, from && `${from.text.replace(/(?:起|开始)$/, '')}起`, until?.text]
    .filter(Boolean)
    .join(' ');
  return { from: start, until: end, text };
}
