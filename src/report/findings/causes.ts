import type { NotApplicable } from '../../checks/row/row-rule.ts';
import type { Rule } from '../../checks/rule.ts';
import { grouped } from '../../domain/money.ts';
import type { LoadedList } from '../../engine/load.ts';
import { isOfPayouts, type LoadedField } from '../../engine/loaded-field.ts';
import { LIST_FIELD_WORDS } from '../../text/list-fields.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import { namesOf } from '../lists/list-names.ts';

type Need = LoadedField | readonly LoadedField[];

/** A rule that did not run, or not on every list. */
export interface Unasked {
  readonly rule: Rule & { readonly needs: readonly Need[] };
  readonly why: NotApplicable | 'no-column';
  readonly lists: readonly LoadedList[];
}

/** Why some rules did not run, in words, and which: one cause may keep many from running. */
export interface Cause {
  readonly why: string;
  readonly rules: readonly Rule[];
}

/** What was not asked, by its cause: what some lists lack, each once, or what there is not for any. */
export function causesOf(unasked: readonly Unasked[], { findings: say }: ListWords, catalogue: Catalogue): Cause[] {
  const causes = new Map<
    string,
    { need: Need | null; why: Unasked['why']; lists: Set<LoadedList>; rules: Set<Rule> }
  >();
  const add = (rule: Rule, why: Unasked['why'], need: Need | null, list: LoadedList | null) => {
    const key = need === null ? why : [need].flat().join(' ');
    const cause = causes.get(key) ?? { need, why, lists: new Set<LoadedList>(), rules: new Set<Rule>() };
    causes.set(key, cause);
    cause.rules.add(rule);
    if (list) cause.lists.add(list);
  };
  for (const { rule, why, lists } of unasked) {
    if (why !== 'no-column') add(rule, why, null, null);
    else {
      for (const list of lists) {
        // Whatever else a list lacks, the first is enough to keep a rule from it.
        const need = rule.needs.find((each) => ![each].flat().some((field) => list.fields.has(field)));
        if (need !== undefined) add(rule, why, need, list);
      }
    }
  }
  return [...causes.values()].map(({ need, why, lists, rules }) => {
    // Of what only a roster may say, no list of payouts is expected to have a column.
    const fields = need === null ? [] : [need].flat();
    const own = fields.length > 1 ? fields.filter(isOfPayouts) : fields;
    const words = own.map((field) => LIST_FIELD_WORDS[field][catalogue.language]);
    const rows = [...lists].reduce((sum, { payouts }) => sum + payouts, 0);
    return {
      why:
        why === 'no-column'
          ? say.lacking(say.files(namesOf([...lists])), grouped(String(rows)), words.join(say.or))
          : say.why[why],
      rules: [...rules],
    };
  });
}
