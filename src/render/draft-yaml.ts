import { seasonOf } from '../domain/campaign/campaign.ts';
import type {
  Doubt,
  Draft,
  DraftDepartment,
  DraftFund,
  DraftHead,
  DraftMeasure,
  DraftTotal,
  Origin,
  Quoted,
} from '../domain/notice/draft.ts';
import type { DraftStandard } from '../domain/notice/standard-of.ts';
import { shownText } from '../domain/shown/masking.ts';
import type { DraftWords } from '../text/zh/draft.ts';
import { figuresLeft } from './draft-figures.ts';
import { flowOf, scalarOf } from './yaml-scalar.ts';

const LONGEST_QUOTE = 300;

interface Shown {
  readonly file: string;
  readonly id: string;
  readonly draft: Draft;
  readonly pictures: readonly number[];
}

/** A draft as a campaign file: each value with its sentence above it, what is to be checked beside it, and every figure left out at the end. */
export function renderDraft({ file, id, draft, pictures }: Shown, words: DraftWords, colon: string): string {
  const writer = new Writer(file, words, colon);
  const { head, stated, funds, delivery, stages, deadlines, roles, departments } = draft;
  writer.comment(words.head(file));
  writer.comment(words.absent);
  if (pictures.length > 0) writer.doubt(0, words.notRead(pictures));
  writer.line(0, 'relief: 1');
  writer.line(0, `id: ${scalarOf(id)}`);
  writer.head(head);
  if (stated) {
    writer.line(0, '');
    writer.total('stated', 0, stated);
  }
  writer.funds(funds);
  writer.list(
    'delivery',
    delivery.map(({ form, through, exceptVisits, origin, sentence }) => ({
      sentences: [sentence],
      values: { form, through, ...(exceptVisits && { except: 'visit' }), source: writer.source(origin) },
    })),
  );
  writer.list(
    'stages',
    stages.map(({ name, date, isUntil, kind, origin }) => ({
      sentences: [],
      values: { name, [isUntil ? 'until' : 'when']: date, ...(kind && { kind }), source: writer.source(origin) },
    })),
  );
  writer.list(
    'deadlines',
    deadlines.map(({ name, until, kind, isSoft, origin }) => ({
      sentences: [],
      values: { name, until, ...(kind && { kind }), ...(isSoft && { binding: 'soft' }), source: writer.source(origin) },
    })),
  );
  writer.list(
    'roles',
    roles.map(({ name, duty, origin }) => ({ sentences: [], values: { name, duty, source: writer.source(origin) } })),
  );
  writer.line(0, '');
  if (departments.length === 0) {
    writer.doubt(0, words.empty);
    writer.line(0, 'departments: []');
  } else writer.line(0, 'departments:');
  for (const department of departments) writer.department(department);
  writer.line(0, '');
  for (const left of figuresLeft(draft.figures, words, colon)) writer.comment(left);
  return writer.text;
}

interface Listed {
  readonly sentences: readonly Quoted[];
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

class Writer {
  text = '';
  readonly #file: string;
  readonly #words: DraftWords;
  readonly #colon: string;

  constructor(file: string, words: DraftWords, colon: string) {
    this.#file = file;
    this.#words = words;
    this.#colon = colon;
  }

  line(indent: number, text: string): void {
    this.text += text === '' ? '\n' : `${' '.repeat(indent)}${text}\n`;
  }

  comment(text: string, indent = 0): void {
    this.line(indent, `# ${oneLine(shownText(text))}`);
  }

  doubt(indent: number, what: string): void {
    this.comment(this.#words.toCheck(what), indent);
  }

  source({ section, spot }: Origin): string {
    const at = this.#words.spot(spot);
    const place = `${this.#file === '-' ? 'stdin' : this.#file.replace(/^.*[\\/]/, '')}${at}`;
    return section === ''
      ? place
      : `${section}${/[）】]$/.test(section) ? '' : ' '}${place}`.replace(/(?<=[）】])(?=\S)/, ' ');
  }

  head({ title, type, issuer, document, region, issued, year }: DraftHead): void {
    this.line(0, `title: ${scalarOf(shownText(title === '' ? this.#file : title))}`);
    for (const [key, value] of Object.entries({ type, issuer, document, region, issued })) {
      if (value !== null) this.line(0, `${key}: ${scalarOf(shownText(value))}`);
    }
    if (year !== null && seasonOf(issued ?? undefined) === undefined) this.line(0, `year: ${year}`);
  }

  quotes(indent: number, sentences: readonly Quoted[]): void {
    for (const { text, spot } of sentences) {
      const cut = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
      this.comment(`${this.#words.original}${this.#words.spot(spot)}${this.#colon}${cut}`, indent);
    }
  }

  doubts(indent: number, doubts: readonly Doubt[]): void {
    for (const doubt of doubts) this.doubt(indent, this.#words.doubt(doubt));
  }

  total(key: string, indent: number, total: DraftTotal): void {
    this.quotes(indent, total.sentences);
    this.doubts(indent, total.doubts);
    this.line(indent, `${key}:`);
    const { reach, amount, departments, status, origin } = total;
    for (const [name, value] of Object.entries({ reach, amount, departments, status })) {
      if (value !== null) this.line(indent + 2, `${name}: ${typeof value === 'number' ? value : scalarOf(value)}`);
    }
    this.line(indent + 2, `source: ${scalarOf(shownText(this.source(origin)))}`);
  }

  funds(funds: readonly DraftFund[]): void {
    this.list(
      'funds',
      funds.map(({ name, income, origin, sentence }) => ({
        sentences: sentence ? [sentence] : [],
        values: { name, ...(income !== null && { income }), source: this.source(origin) },
      })),
    );
  }

  list(key: string, items: readonly Listed[]): void {
    if (items.length === 0) return;
    this.line(0, '');
    this.line(0, `${key}:`);
    for (const { sentences, values } of items) {
      this.quotes(2, sentences);
      this.line(
        2,
        `- ${flowOf(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? shownText(value) : value])))}`,
      );
    }
  }

  department({ name, section, stated, measures, doubts }: DraftDepartment): void {
    this.doubts(2, doubts);
    this.line(2, `- name: ${scalarOf(shownText(name))}`);
    if (section !== '') this.line(4, `source: ${scalarOf(shownText(section))}`);
    if (stated) this.total('stated', 4, stated);
    if (measures.length === 0) return;
    this.line(4, 'measures:');
    for (const measure of measures) this.measure(measure);
  }

  measure(measure: DraftMeasure): void {
    const indent = 8;
    this.quotes(6, measure.sentences);
    this.doubts(6, measure.doubts);
    this.line(6, `- name: ${scalarOf(shownText(measure.name))}`);
    const write = (key: string, value: string | null) => {
      if (value !== null) this.line(indent, `${key}: ${value}`);
    };
    const { form, reach, goods, funds } = measure;
    write('to', measure.to && scalarOf(shownText(measure.to)));
    write('form', form.length === 0 ? null : form.length === 1 ? scalarOf(form[0] ?? '') : flowOf(form));
    write('reach', reachText(reach));
    this.standard(indent, measure.standard, measure.delegated);
    write('amount', measure.amount && scalarOf(measure.amount));
    if (goods.length > 0)
      write('goods', `[${goods.map((lot) => flowOf({ ...lot, item: shownText(lot.item) })).join(', ')}]`);
    write('funds', funds.length === 0 ? null : flowOf(funds.map(shownText)));
    const eligible = { ...(measure.asOf && { asOf: measure.asOf }), ...(measure.age && { age: measure.age }) };
    write('eligible', Object.keys(eligible).length > 0 ? flowOf(eligible) : null);
    write('delivery', measure.delivery);
    write('note', measure.excluded && scalarOf(shownText(measure.excluded)));
    write('of', measure.of && scalarOf(shownText(measure.of)));
    write('counts', measure.counts ? null : 'false');
    write('overlaps', measure.overlaps ? 'true' : null);
    write('source', scalarOf(shownText(this.source(measure.origin))));
  }

  standard(indent: number, standard: DraftStandard | null, delegated: string | null): void {
    if (standard === null) {
      if (delegated !== null) this.line(indent, `standard: ${flowOf({ delegated: shownText(delegated) })}`);
      return;
    }
    if (typeof standard === 'string') {
      this.line(indent, `standard: ${scalarOf(standard)}`);
      return;
    }
    this.line(indent, 'standard:');
    const { tiers, parts, ...single } = standard;
    for (const [key, value] of Object.entries(single)) this.line(indent + 2, `${key}: ${scalarOf(value)}`);
    if (parts) this.line(indent + 2, `parts: [${parts.map((part) => flowOf(part)).join(', ')}]`);
    if (tiers) {
      this.line(indent + 2, 'tiers:');
      for (const tier of tiers)
        this.line(indent + 4, `- ${flowOf({ ...tier, ...(tier.category && { category: shownText(tier.category) }) })}`);
    }
  }
}

function reachText(reach: DraftMeasure['reach']): string | null {
  if (!Array.isArray(reach)) return flowOf(reach as { total: string; parts: readonly string[] });
  const counts = reach as readonly string[];
  if (counts.length === 0) return null;
  return counts.length === 1 ? scalarOf(counts[0] ?? '') : flowOf(counts);
}

/** A comment is one line, whatever stands in it. */
const oneLine = (text: string) => text.replace(/[\r\n\u0085\u2028\u2029\t]+/g, ' ');
