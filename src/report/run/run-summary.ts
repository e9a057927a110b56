import type { RunChanges } from '../../answer/run/changes.ts';
import type { Todo, TodoKind } from '../../answer/run/todos.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { NotLooked } from '../../domain/run/manifest.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { RunWords } from '../../text/zh/run.ts';
import { type Cell, type Report, type Row, type Sheet, type Style, text, type VerdictLine } from '../sheet.ts';

/** A file or folder of a run, and the first thing that it says. */
export interface RunResult {
  /** As it is called in the folder. */
  readonly file: string;
  readonly says: VerdictLine;
}

/** What a run came to. */
export interface RunSummary {
  readonly title: string;
  readonly day: string;
  /** The most urgent first. */
  readonly todos: readonly Todo[];
  readonly results: readonly RunResult[];
  /** Null the first time. */
  readonly changes: RunChanges | null;
  readonly notLooked: readonly NotLooked[];
  /** Where each thing to be done is looked up. */
  readonly where: (kind: TodoKind) => string;
}

/** So much can be done in a day. */
const FIRST = 3;
const figure = (count: number) => grouped(String(count));
const item = (...cells: readonly Cell[]): Row => ({ level: 'item', cells });

/** What is to be done first, what else, what every file says, what has changed, and what nobody looked at. */
export function runSummary(summary: RunSummary, words: RunWords, catalogue: Catalogue): Report {
  const { title, day, todos, results, changes, notLooked } = summary;
  const first = todos.slice(0, FIRST);
  const rest = todos.slice(FIRST);
  return {
    title: words.title(first.length),
    sheets: [
      todoSheet(words.summary, first, 0, [words.about(title, day)], summary, words),
      ...(rest.length > 0 ? [todoSheet(words.rest, rest, FIRST, [], summary, words)] : []),
      resultsSheet(results, words),
      changesSheet(changes, words, catalogue),
      notLookedSheet(notLooked, words),
    ],
  };
}

function todoSheet(
  name: string,
  todos: readonly Todo[],
  before: number,
  above: readonly string[],
  { where }: RunSummary,
  words: RunWords,
): Sheet {
  const style: Style = before === 0 ? 'strong' : 'plain';
  return {
    name,
    above,
    columns: [
      { title: words.columns.number, kind: 'count' },
      { title: words.columns.what, kind: 'text' },
      { title: words.columns.where, kind: 'text', whole: true },
    ],
    rows: todos.map(({ kind, count, amount, units }, index) =>
      item(
        { kind: 'count', value: BigInt(before + index + 1) },
        text(
          words.todo[kind]({
            count: figure(count),
            amount: amount === null || amount === 0n ? null : grouped(yuan(amount)),
            units: units === null ? null : figure(units),
          }),
          style,
        ),
        text(where(kind)),
      ),
    ),
    below: [],
  };
}

function resultsSheet(results: readonly RunResult[], { results: words }: RunWords): Sheet {
  return {
    name: words.sheet,
    above: [],
    columns: [
      { title: words.columns.file, kind: 'text', whole: true },
      { title: words.columns.says, kind: 'text' },
    ],
    rows: results.map(({ file, says: [style, line] }) => item(text(file), text(line, style))),
    below: [],
  };
}

function changesSheet(changes: RunChanges | null, words: RunWords, { list }: Catalogue): Sheet {
  const { changes: say, figures } = words;
  const rows = changes === null ? [] : changedRows(changes);
  return {
    name: say.sheet(changes?.since ?? null),
    above: changes === null ? [say.first] : rows.length === 0 ? [say.none] : [],
    columns: [
      { title: say.columns.what, kind: 'text' },
      { title: say.columns.before, kind: 'text' },
      { title: say.columns.now, kind: 'text' },
    ],
    rows,
    below: [],
  };

  function changedRows({ inputs, figures: changed, cases }: RunChanges): Row[] {
    const shown = (value: string | null) => text(value === null ? say.nothing : grouped(value));
    const files = (what: string, names: readonly string[]) =>
      names.length > 0 ? [item(text(what), text(''), text(list(names)))] : [];
    const counted = (what: string, count: number) =>
      count > 0 ? [item(text(what), text(''), text(figure(count)))] : [];
    return [
      ...files(say.inputs.added, inputs.added),
      ...files(say.inputs.changed, inputs.changed),
      ...files(say.inputs.gone, inputs.gone),
      ...changed.map(({ figure: which, before, now }) => item(text(figures[which]), shown(before), shown(now))),
      ...counted(say.cases.added, cases.added),
      ...counted(say.cases.closed, cases.closed),
      ...counted(say.cases.reopened, cases.reopened),
      ...counted(say.cases.gone, cases.gone),
    ];
  }
}

/** Silence never looks like a pass. */
function notLookedSheet(notLooked: readonly NotLooked[], { notLooked: words }: RunWords): Sheet {
  return {
    name: words.sheet,
    above: notLooked.length === 0 ? [words.all] : [],
    columns: [
      { title: words.columns.what, kind: 'text' },
      { title: words.columns.so, kind: 'text' },
    ],
    rows: notLooked.map((each) => {
      const [what, so] = words.why[each];
      return item(text(what, 'warning'), text(so));
    }),
    below: [],
  };
}
