"""All lists of a folder as one table of people, with what a careful analyst would normalise before linking them."""

import csv
import re
import unicodedata
from pathlib import Path

import pandas as pd
from pypinyin import lazy_pinyin
from zhconv import convert

TITLES = {
    'name': r'^(对象)?姓名$|^户主|^学生姓名$',
    'man': '^男方姓名$',
    'woman': '^女方姓名$',
    'couple': '^夫妻姓名$',
    'id': '身份证|证件号|公民身份|残疾证|残疾人证',
    'sex': '^性别$',
    'birth': '^出生',
    'age': '^年龄$',
    'committee': '居委',
    'subdistrict': '^街',
    'address': '住址|地址',
    'phone': '电话|手机',
    'account': '账号|卡号',
    'guardian': '^监护人(姓名)?$',
    'school': '^学校$',
}
DIGITS = {character: str(digit) for digit, character in enumerate('〇一二三四五六七八九')}
COUPLE = re.compile('[、，,/和 ]')
YEAR_OF_LISTS = 2025


def people_of(folder, lists):
    """One record a person of a row: a couple's row has two."""
    records = []
    for name in sorted(lists):
        with (Path(folder) / name).open(encoding='utf-8', newline='') as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                records += people_in(name, number, fields_of(row))
    table = pd.DataFrame(records)
    table.insert(0, 'unique_id', range(len(table)))
    return table


def fields_of(row):
    found = {}
    for title, cell in row.items():
        for field, pattern in TITLES.items():
            if re.search(pattern, title) and field not in found:
                found[field] = unicodedata.normalize('NFKC', cell).strip()
                break
    return found


def people_in(file, row, fields):
    if 'couple' in fields:
        both = [part for part in COUPLE.split(fields['couple']) if part]
        fields['man'], fields['woman'] = (both + ['', ''])[:2]
    if 'man' in fields:
        man, woman = fields['man'], fields['woman']
        yield_of = [(man, '男', woman), (woman, '女', man)]
        return [person(file, row, i, {**fields, 'name': n, 'sex': s, 'guardian': o}) for i, (n, s, o) in enumerate(yield_of)]
    return [person(file, row, 0, fields)]


def person(file, row, which, fields):
    name, pattern = name_of(fields.get('name', ''))
    number = id_of(fields.get('id', ''))
    sounds = lazy_pinyin(name) if name else []
    place = place_of(fields.get('address', ''))
    committee = committee_of(fields.get('committee', ''))
    return {
        'file': file,
        'row': row,
        'which': which,
        'name': name,
        'pattern': pattern,
        'surname': (name or pattern or '_')[0].replace('_', '') or None,
        'given': name[1:] if name else None,
        'pinyin': ' '.join(sounds) or None,
        'given_pinyin': ' '.join(sounds[1:]) or None,
        'near': near(sounds),
        'sex': fields.get('sex') or number['sex'],
        **birth_of(fields, number),
        'id18': number['whole'],
        'id_first': number['first'],
        'id_last': number['last'],
        'account': re.sub(r'\D', '', fields.get('account', '')) or None,
        'phones': phones_of(fields.get('phone', '')),
        'committee': committee,
        'stem': (committee or place['base'] or '')[:2] or None,
        'subdistrict': fields.get('subdistrict') or place['subdistrict'],
        'base': place['base'],
        'building': place['building'],
        'room': place['room'],
        'home': place['home'],
        'guardian': name_of(fields.get('guardian', ''))[0],
        'school': fields.get('school', '').removeprefix('示范区') or None,
    }


def name_of(cell):
    """A name without remarks, in simplified characters; of a masked one a pattern instead."""
    text = re.sub(r'\(.*?\)|[\d△\s·•.]', '', cell)
    text = convert(text, 'zh-cn')
    text = re.sub(r'(?<=[^*]{3})\*$', '', text)
    if not text:
        return None, None
    if re.search(r'[*某]', text):
        return None, re.sub(r'[*某]', '_', text)
    return text, None


def near(sounds):
    """One spelling for sounds that many do not tell apart."""
    folded = (re.sub(r'(?<=[iea])ng$', 'n', re.sub('^n', 'l', re.sub('^([zcs])h', r'\1', sound))) for sound in sounds)
    return ' '.join(folded) or None


def id_of(cell):
    text = re.sub(r'\s', '', cell).upper()
    if re.fullmatch(r'\d{15}', text):
        text = f'{text[:6]}19{text[6:]}_'
    if re.fullmatch(r'\d{17}[\dX_]\d{0,2}', text):
        whole = text[:18]
        man = int(whole[16]) % 2 == 1
        return {'whole': whole, 'first': whole[:6], 'last': None if '_' in whole else whole[14:], 'sex': '男' if man else '女'}
    match = re.fullmatch(r'(\d*)\*+(\d{3}[\dX])', text)
    if not match:
        return {'whole': None, 'first': None, 'last': None, 'sex': None}
    first, last = match.groups()
    man = int(last[2]) % 2 == 1
    shown = first[:6] if len(first) >= 6 else None
    return {'whole': None, 'first': shown, 'last': last, 'sex': '男' if man else '女'}


def birth_of(fields, number):
    day = month = year = None
    if number['whole']:
        digits = number['whole'][6:14]
        day = f'{digits[:4]}-{digits[4:6]}-{digits[6:]}'
    elif fields.get('birth'):
        text = fields['birth']
        parts = [text[:4], text[4:6], text[6:]] if re.fullmatch(r'\d{8}', text) else re.findall(r'\d+', text)
        month = '-'.join(part.zfill(2) for part in parts[:2])
        day = '-'.join(part.zfill(2) for part in parts) if len(parts) == 3 else None
    elif fields.get('age', '').isdigit():
        year = YEAR_OF_LISTS - int(fields['age'])
    month = day[:7] if day else month
    return {'birth': day, 'birth_month': month, 'birth_year': int(month[:4]) if month else year}


def phones_of(cell):
    text = re.sub(r'(?<=\d{3})[- ](?=\d{4}[- ]\d{4})|(?<=\d{4})[- ](?=\d{4}$)', '', cell.replace('0300-', ''))
    found = [re.sub('^0300', '', re.sub(r'\D', '', part)) for part in re.split(r'[/、，,; ]', text)]
    return [number for number in found if len(number) >= 7] or None


def committee_of(cell):
    text = re.sub(r'(第|居民委员会|村民委员会|居委会|村委会|居委|社区|居|村)', '', cell)
    return ''.join(DIGITS.get(character, character) for character in text) or None


HOMES = [
    r'(?P<base>.{1,6}?路\d+)(?:弄|-)(?P<building>\d+)(?:号|#|-)?(?P<room>\d+)?室?$',
    r'(?P<base>.{1,8}?(?:新村|小区|花园|公寓))(?P<building>\d+)(?:号|-)?(?P<room>\d+)?室?$',
    r'(?P<base>.{1,6}?路)(?P<building>\d+)(?:号|-)?(?P<room>\d+)?室?$',
    r'(?P<base>.{2}.?村)第?(?P<building>\d+)(?:村民小组|组|-)?(?P<room>\d+)?号?$',
]


def place_of(cell):
    text = re.sub('^示范区', '', cell)
    found = re.match('(.{2}(?:街道|镇))(.*)', text)
    subdistrict, text = found.groups() if found else (None, text)
    text = re.sub('[〇一二三四五六七八九十]+(?=弄|号|室|村民|组|#|-|$)', numeral, text)
    for pattern in HOMES:
        match = re.match(pattern, text)
        if match:
            parts = match.groupdict()
            home = '/'.join(parts.values()) if parts['room'] else None
            return {'subdistrict': subdistrict, **parts, 'home': home}
    return {'subdistrict': subdistrict, 'base': text or None, 'building': None, 'room': None, 'home': None}


def numeral(match):
    text = match.group()
    if '十' not in text:
        return ''.join(DIGITS[character] for character in text)
    tens, ones = text.split('十')
    return (DIGITS.get(tens, '1')) + DIGITS.get(ones, '0')
