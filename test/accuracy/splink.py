"""
What Splink 5 makes of departments' lists: a peer to measure by, never needed.
Usage: python test/accuracy/splink.py FOLDER   (of npm run sample -- departments); prints JSON
Needs: pip install splink pandas pypinyin zhconv
"""

import csv
import json
import logging
import sys
import time
from collections import Counter
from pathlib import Path

HERE = str(Path(__file__).resolve().parent)
sys.path = [path for path in sys.path if path != HERE] + [HERE]  # this file is no module that Splink is

import splink.comparison_library as cl  # noqa: E402
import splink.comparison_level_library as cll  # noqa: E402
from splink import DuckDBAPI, Linker, SettingsCreator  # noqa: E402
from union import people_of  # noqa: E402

logging.getLogger('splink').setLevel(logging.ERROR)


def level(condition, label, **frequency):
    made = cll.CustomLevel(condition, label)
    return made.configure(**frequency) if frequency else made


def both(*columns):
    return ' and '.join(f'{column}_l = {column}_r' for column in columns)


def comparison(name, *levels):
    return cl.CustomComparison(comparison_levels=list(levels), output_column_name=name)


FITS = '((name_l is not null and name_l like pattern_r) or (name_r is not null and name_r like pattern_l))'
BOTH_NUMBERS = '(id18_l is not null and id18_r is not null)'
NAME = comparison(
    'name',
    level('(name_l is null and pattern_l is null) or (name_r is null and pattern_r is null)', 'none').configure(is_null_level=True),
    level(both('name'), 'same', tf_adjustment_column='name'),
    level(both('pinyin'), 'same sound', tf_adjustment_column='pinyin'),
    level(both('near'), 'near sound', tf_adjustment_column='near'),
    level(FITS, 'masked and fits'),
    level('pattern_l = pattern_r', 'masked alike'),
    level(f'{both("surname")} and length(name_l) = length(name_r) and (name_l[2] = name_r[2] or name_l[-1] = name_r[-1])', 'one given'),
    level(f'{both("surname")} and (contains(given_l, given_r) or contains(given_r, given_l))', 'one more'),
    level(f'{both("given")} and length(given_l) > 1', 'given'),
    level(both('surname'), 'surname'),
    cll.ElseLevel(),
)
NUMBER = comparison(
    'number',
    level('(id_last_l is null and id18_l is null) or (id_last_r is null and id18_r is null)', 'none').configure(is_null_level=True),
    level(f'{both("id18")} or (id18_l[1:17] = id18_r[1:17])', 'same'),
    level(f'{BOTH_NUMBERS} and damerau_levenshtein(id18_l, id18_r) <= 1', 'one mistake'),
    level(f'not {BOTH_NUMBERS} and {both("id_first", "id_last")}', 'ten digits'),
    level(f'not {BOTH_NUMBERS} and (id_first_l is null or id_first_r is null) and {both("id_last")}', 'four digits'),
    cll.ElseLevel(),
)
BIRTH = comparison(
    'birth',
    level(f'birth_year_l is null or birth_year_r is null or {BOTH_NUMBERS}', 'none').configure(is_null_level=True),
    level(both('birth'), 'day'),
    level(both('birth_month'), 'month'),
    level(both('birth_year'), 'year'),
    level('abs(birth_year_l - birth_year_r) = 1', 'a year off'),
    cll.ElseLevel(),
)
PHONE = comparison(
    'phone',
    level('phones_l is null or phones_r is null', 'none').configure(is_null_level=True),
    level('array_length(list_intersect(phones_l, phones_r)) > 0', 'one is the same'),
    level('damerau_levenshtein(phones_l[1], phones_r[1]) <= 1', 'one digit off'),
    cll.ElseLevel(),
)
PLACE = comparison(
    'place',
    level(
        '(base_l is null and committee_l is null and subdistrict_l is null) or '
        '(base_r is null and committee_r is null and subdistrict_r is null)',
        'none',
    ).configure(is_null_level=True),
    level(both('home'), 'home'),
    level(both('stem', 'building', 'room'), 'building and room'),
    level(both('base', 'building'), 'building'),
    level(both('committee'), 'committee'),
    level(both('stem'), 'neighbourhood'),
    level(both('subdistrict'), 'subdistrict'),
    cll.ElseLevel(),
)


def same_or_not(column):
    return comparison(
        column,
        level(f'{column}_l is null or {column}_r is null', 'none').configure(is_null_level=True),
        level(both(column), 'same'),
        cll.ElseLevel(),
    )


def block(*columns):
    """Between lists only: nearly nobody is twice on one, and families are together there."""
    return ' and '.join([f'l.{column} = r.{column}' for column in columns] + ['l.file <> r.file'])


BLOCKS = [
    block('id18'),
    block('account'),
    *(f'l.phones[{one}] = r.phones[{other}] and l.file <> r.file' for one, other in [(1, 1), (1, 2), (2, 1)]),
    block('pinyin'),
    block('near'),
    block('home'),
    block('id_last', 'surname'),
    block('birth', 'surname'),
    block('birth_month', 'surname'),
    block('stem', 'surname', 'birth_year'),
    block('stem', 'given_pinyin'),
    block('stem', 'building', 'room'),
    block('committee', 'surname'),
    block('given', 'birth_year'),
    block('guardian', 'given_pinyin'),
]
# By what only one and the same person has in common: families share the rest.
TRAINING = [block('id18'), block('pinyin'), block('id_last', 'given_pinyin')]


def predictions(people):
    linker = Linker(
        DuckDBAPI().register(people),
        SettingsCreator(
            link_type='dedupe_only',
            comparisons=[NAME, NUMBER, BIRTH, PHONE, PLACE, *map(same_or_not, ['sex', 'account', 'guardian', 'school'])],
            blocking_rules_to_generate_predictions=BLOCKS,
            retain_matching_columns=False,
        ),
        log_level=40,
    )
    sure = [block('id18'), block('account', 'name'), block('home', 'name')]
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01)
    return found.as_pandas_dataframe()[['unique_id_l', 'unique_id_r', 'match_probability', 'match_weight']]


def read(folder, name):
    with (Path(folder) / name).open(encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def truth_of(people, rows):
    """Who each record is."""
    persons = {(row['file'], int(row['row'])): [row['person'], row['second']] for row in rows}
    return [persons[(file, row)][which] for file, row, which in zip(people.file, people.row, people.which)]


class Clusters:
    """Grows by edges, and counts the pairs that are in it and are true."""

    def __init__(self, truth):
        self.parent = list(range(len(truth)))
        self.members = [Counter([person]) for person in truth]
        self.pairs = self.hits = 0

    def find(self, node):
        while self.parent[node] != node:
            self.parent[node] = node = self.parent[self.parent[node]]
        return node

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        big, small = self.members[a], self.members[b]
        self.pairs += big.total() * small.total()
        self.hits += sum(count * big[person] for person, count in small.items())
        big.update(small)
        self.parent[b] = a


def measure(found, truth):
    clusters = Clusters(truth)
    true = sum(count * (count - 1) // 2 for count in Counter(truth).values())
    ordered = found.sort_values('match_weight', ascending=False)
    curve = []
    last = None
    for a, b, weight in zip(ordered.unique_id_l, ordered.unique_id_r, ordered.match_weight):
        step = round(weight * 2) / 2
        if last is not None and step != last and clusters.pairs:
            precision, recall = clusters.hits / clusters.pairs, clusters.hits / true
            f1 = 2 * precision * recall / (precision + recall) if clusters.hits else 0
            curve.append({'weight': last, 'precision': precision, 'recall': recall, 'f1': f1})
        last = step
        clusters.join(a, b)
    return curve


def main(folder):
    start = time.process_time()
    rows = read(folder, 'truth.csv')
    people = people_of(folder, {row['file'] for row in rows})
    curve = measure(predictions(people), truth_of(people, rows))
    print(json.dumps({'best': max(curve, key=lambda point: point['f1']), 'seconds': time.process_time() - start, 'curve': curve}))


if __name__ == '__main__':
    main(sys.argv[1])
