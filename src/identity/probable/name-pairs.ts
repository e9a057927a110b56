import { distance } from 'fastest-levenshtein';
import type { Lists } from '../../engine/lists.ts';
import { maskFits } from '../compare-masked.ts';
import { compareNames } from '../compare-names.ts';
import { isMaskedName, isSomebodyOf } from '../name-level.ts';
import { levelOf, RARITIES } from './model.ts';

/** Whoever else has a name that nobody else has here. */
const HARDLY_ANYBODY = 0.2;

const HAN = /\p{Script=Han}/u;
/** 张**, 张某, 张某某: of which, too, nobody knows how long the name is. */
const SURNAME_SHOWN = /^[^*某][*某]+$/u;

/** How alike two names are, as the model tells them apart; of names whose form is not the same. */
function nameLevel(one: string, other: string): number {
  if (isMaskedName(one) || isMaskedName(other)) {
    const isOpen = SURNAME_SHOWN.test(one) || SURNAME_SHOWN.test(other);
    const [same, differs] = isOpen ? ['masked-given', 'masked-surname-differs'] : ['masked', 'masked-differs'];
    return levelOf('name', maskFits(one, other) || isSomebodyOf(one, other) ? same : differs);
  }
  const level = compareNames(one, other);
  switch (level) {
    case 'variant':
      return levelOf('name', 'same');
    case 'slip':
      return levelOf('name', 'similar-shape');
    case 'surname-only':
    case 'different':
      return levelOf('name', HAN.test(one) ? level : typedAlike(one, other));
    default:
      return levelOf('name', level);
  }
}

/** Of names in letters that are `different`: every word but one at most has another that is it with a mistake: lodder, loddwr. */
function typedAlike(one: string, other: string): FieldLevel {
  const [few = [], many = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  const alike = few.filter((word) => many.some((opposite) => isMistyped(word, opposite)));
  if (few.length === 0 || alike.length === 0) return 'different';
  if (alike.length < few.length) return 'surname-only';
  return few.length === many.length && few.length > 1 ? 'similar-shape' : 'one-more-or-less';
}

type FieldLevel = 'different' | 'surname-only' | 'similar-shape' | 'one-more-or-less';

const wordsOf = (name: string) => name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
/** Words of fewer letters are like many. */
const SHORTEST_WORD = 4;
const isMistyped = (one: string, other: string) =>
  one === other ||
  (Math.min(one.length, other.length) >= SHORTEST_WORD && distance(one, other) <= (one.length > 5 ? 2 : 1));

/**
 * How alike the names of candidates are: the table `pair_name`, with the best level of any two of their names, and of the name that
 * they have in common how rare it is, in half bits.
 */
export async function compareNamesOf({ database }: Lists, candidates: string): Promise<void> {
  const [ones = [], others = []] = (await database.columns(
    `select one, other from (
      select distinct least(x.id, y.id) as one, greatest(x.id, y.id) as other from ${candidates} c
      join record_name x on x.rec = c.one join record_name y on y.rec = c.other where x.form <> y.form
    ) p anti join name_pair k on k.one = p.one and k.other = p.other order by all`,
  )) as [number[], number[]];
  const names = (await namesById(database)) as readonly string[];
  const pairs = function* () {
    for (const [at, one] of ones.entries()) {
      const other = others[at] as number;
      yield [one, other, nameLevel(names[one] as string, names[other] as string)] as const;
    }
  };
  await database.append('name_pair', pairs());
  const [same, sound, masked, maskedGiven] = ['same', 'same-sound', 'masked', 'masked-given'].map((level) =>
    levelOf('name', level),
  ) as [number, number, number, number];
  // Of several names that are as like, the rarest; where the likest are those of which it is not asked how rare they are, none.
  await database.run(`create or replace temp table pair_name as
    select one, other, min(level) as level, nullif(arg_min(coalesce(rarity, -1), level * 100 - coalesce(rarity, 0)), -1) as rarity from (
      select c.one, c.other, (case when x.form = y.form then ${same} else k.level end)::integer as level,
        case when x.form = y.form then ${rarityOf('x.others', 'x', 'y')} when k.level = ${sound} then least(x.sound_rarity, y.sound_rarity)
          when k.level in (${masked}, ${maskedGiven}) then least(case when x.masked then x.masked_rarity end, case when y.masked then y.masked_rarity end) end as rarity
      from ${candidates} c join record_name x on x.rec = c.one join record_name y on y.rec = c.other
      left join name_pair k on k.one = least(x.id, y.id) and k.other = greatest(x.id, y.id)
    ) group by one, other`);
}

/** So many people more, named as everywhere, are taken to be on each list: of a name on a short list little is known. */
const PEOPLE_MORE = 1000;

/** SQL: half bits of a share, as a whole number. */
const bits = (share: string) =>
  `least(${RARITIES - 1}, greatest(0, round(-2 * log2(greatest(${share}, 1e-12)))))::integer`;

/**
 * SQL: how rare a name is that two have, in half bits. It is borne by chance as often as its surname and its given name together
 * (`by_parts`), or as it is by others: on the lists of either (`on_lists` and `elsewhere`, of so many `others` anywhere); the truth is between.
 */
export const rarityOf = (others: string, one: string, other: string) =>
  bits(
    `0.5 * ${one}.by_parts + 0.25 * (${one}.on_lists + ${other}.on_lists + (${one}.elsewhere + ${other}.elsewhere) * ${others})`,
  );

/**
 * How often names are borne: the tables `name_rarity`, by the name, and `name_on_list`, by its form and the list: the share of others there (`on_list`), and what
 * weight others anywhere have (`elsewhere`). Of a masked name all count that it fits.
 */
export async function countNames({ database }: Lists): Promise<void> {
  await database.run(`create or replace temp table name_rarity as
    with counted as (
      select n.*, coalesce(k.people, 0) as people from name_form n
      left join (select name_id, count(distinct person)::double as people from trait group by name_id) k on k.name_id = n.id
    ),
      total as (select greatest(1, count(distinct person))::double as n from trait),
      by_form as (select form, sum(people) as people from counted group by form),
      by_sound as (select sound, sum(people) as people from counted group by sound),
      by_surname as (select surname, sum(people) as people from counted group by surname),
      by_given as (select given, sum(people) as people from counted group by given),
      by_outline as (select outline, sum(people) as people from counted group by outline),
      by_length as (select surname, length(form) as length, sum(people) as people from counted group by all)
    select c.id, c.form, c.masked, s.people / t.n * g.people / t.n as by_parts,
      greatest(f.people - 2, ${HARDLY_ANYBODY}) / t.n as others, greatest(f.people - 1, ${HARDLY_ANYBODY}) / t.n as others_than_one,
      ${bits(`0.3 * greatest(o.people - 2, ${HARDLY_ANYBODY}) / t.n + 0.2 * s.people / t.n * g.people / t.n`)} as sound_rarity,
      ${bits(`greatest(case when c.form like '%*' then l.people else w.people end - 2, ${HARDLY_ANYBODY}) / t.n`)} as masked_rarity
    from counted c cross join total t join by_form f on f.form = c.form join by_sound o on o.sound = c.sound
      join by_surname s on s.surname = c.surname join by_given g on g.given = c.given
      join by_outline w on w.outline = c.outline join by_length l on l.surname = c.surname and l.length = length(c.form)`);
  await database.run(`create or replace temp table name_on_list as
    select form, list, (people - 1) / (n + ${PEOPLE_MORE}) as on_lists, ${PEOPLE_MORE} / (n + ${PEOPLE_MORE}) as elsewhere
    from (select form, list, count(distinct person)::double as people from trait group by form, list)
    join (select list, count(distinct person)::double as n from trait group by list) using (list)`);
}

async function namesById(database: Lists['database']): Promise<readonly unknown[]> {
  const [names = []] = await database.columns('select name from name_form order by id');
  return names;
}
