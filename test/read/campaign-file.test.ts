import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidInput, type Problem, type ProblemCode } from '../../src/domain/problem.ts';
import type { FieldProblem } from '../../src/domain/row/fields.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import en from '../../src/text/en/problems.ts';
import zh, { type ProblemWords } from '../../src/text/zh/problems.ts';

/** `<name>.yaml`: a file that can't be used; `<name>.json`: all that must be said about it, in order, worked out by hand. */
const GALLERY = 'test/read/gallery';
const NAMES = readdirSync(GALLERY).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

const folder = mkdtempSync(join(tmpdir(), 'relief-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const VALID = 'relief: 1\nid: valid\ntitle: 帮困送温暖\ndepartments: []\n';

function written(content: string | Uint8Array, name = 'campaign.yaml'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function problemsOf(path: string): readonly Problem[] {
  try {
    readCampaign(path);
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
  return [];
}

const problemsIn = (content: string | Uint8Array) => problemsOf(written(content));

function said({ code, data }: Problem, { describe: words }: ProblemWords): readonly string[] {
  return (words[code] as (data: Problem['data']) => readonly string[])(data);
}

/** A problem as the gallery has it: where, which, the part of the line that is marked, what is said and how to mend it. */
function shown(problem: Problem) {
  const { place, code, excerpt } = problem;
  const marked = excerpt?.line.slice(excerpt.from, excerpt.to) ?? null;
  return { place: `${place.row}:${place.column}`, code, marked, zh: said(problem, zh), en: said(problem, en) };
}

const yamlOf = (name: string) => readFileSync(join(GALLERY, `${name}.yaml`), 'utf8');

describe('the gallery', () => {
  it.each(NAMES)('%s', (name) => {
    const path = join(GALLERY, `${name}.yaml`);
    const problems = problemsOf(path);
    expect(problems.map(shown)).toEqual(JSON.parse(readFileSync(join(GALLERY, `${name}.json`), 'utf8')));
    for (const { place } of problems) expect(place).toMatchObject({ file: path, sheet: null });
  });

  it.each(NAMES)('%s: the same with Windows line ends, and behind a byte order mark', (name) => {
    const expected = problemsIn(yamlOf(name)).map(shown);
    expect(problemsIn(yamlOf(name).replaceAll('\n', '\r\n')).map(shown)).toEqual(expected);
    expect(problemsIn(`\ufeff${yamlOf(name)}`).map(shown)).toEqual(expected);
  });
});

/** What is said of a file that is no text, and how to mend it. */
const MESSAGES = {
  'file-missing': {
    zh: ['找不到这个文件', '检查路径和文件名'],
    en: ['there is no such file', 'check the path and the name'],
  },
  'file-is-folder': {
    zh: ['这是文件夹', '写出要读的文件，如 文件夹/campaign.yaml、文件夹/*.csv；只写文件夹，读的是直接放在里面的名单'],
    en: [
      'this is a folder',
      'name what is to be read, like FOLDER/campaign.yaml or FOLDER/*.csv; a folder alone means the lists that are directly in it',
    ],
  },
  'file-too-large': {
    zh: ['超过 2 MB，不会是活动文件', '检查是不是给错了文件'],
    en: ['more than 2 MB is too much for a campaign file', 'check whether it is the right file'],
  },
  'file-empty': {
    zh: ['文件是空的', '检查是不是给错了文件，或没有传完整；活动文件可用 relief init 写一份样例'],
    en: [
      'the file is empty',
      'check whether it is the right file, and came over whole; relief init writes a campaign to start from',
    ],
  },
  'file-binary': {
    zh: ['这不是文本文件', '活动文件要是 YAML 文本，名单要是 xlsx、xls、et、ods、csv 或 parquet；文档、图片都不行'],
    en: [
      'this is not a text file',
      'a campaign file is YAML text, a list is xlsx, xls, et, ods, csv or parquet; not a document or picture',
    ],
  },
  GBK: {
    zh: ['不是 UTF-8，看来是 GB18030 (GBK)', '用编辑器另存为 UTF-8'],
    en: ['it is not UTF-8 but, by its looks, GB18030 (GBK)', 'save it as UTF-8 in a text editor'],
  },
  'UTF-16': {
    zh: ['不是 UTF-8，看来是 UTF-16', '用编辑器另存为 UTF-8'],
    en: ['it is not UTF-8 but, by its looks, UTF-16', 'save it as UTF-8 in a text editor'],
  },
  'UTF-32': {
    zh: ['不是 UTF-8，看来是 UTF-32', '用编辑器另存为 UTF-8'],
    en: ['it is not UTF-8 but, by its looks, UTF-32', 'save it as UTF-8 in a text editor'],
  },
  unknown: {
    zh: ['不是 UTF-8 文本', '用编辑器另存为 UTF-8'],
    en: ['it is not UTF-8 text', 'save it as UTF-8 in a text editor'],
  },
  loop: {
    zh: ['读不了（ELOOP）', '检查文件的权限，或是否正被别的程序占用'],
    en: ["it can't be read (ELOOP)", 'check its permissions, and whether another program holds it'],
  },
} as const;

const LARGEST = 2 * 1024 * 1024;
const ascii = (text: string) => [...Buffer.from(text)];
/** `title: 帮困` as a Chinese Windows saves it. */
const GBK = [...ascii('relief: 1\ntitle: '), 0xb0, 0xef, 0xc0, 0xa7, ...ascii('\n')];
const LITTLE = [...Buffer.from(VALID, 'utf16le')];
const BIG = LITTLE.map((_, i) => LITTLE[i ^ 1] ?? 0);
const WIDE = LITTLE.flatMap((byte, i) => (i % 2 ? [byte, 0, 0] : [byte]));

const FILES: [string, ProblemCode, keyof typeof MESSAGES, () => string][] = [
  ['a file that is not there', 'file-missing', 'file-missing', () => join(folder, 'nowhere.yaml')],
  ['a file below a file', 'file-missing', 'file-missing', () => join(written(VALID, 'file.yaml'), 'campaign.yaml')],
  ['a folder', 'file-is-folder', 'file-is-folder', () => folder],
  ['an empty file', 'file-empty', 'file-empty', () => written('')],
  ['a file of more than 2 MB', 'file-too-large', 'file-too-large', () => written(padded(LARGEST + 1))],
  ['a file of NULs', 'file-binary', 'file-binary', () => written(new Uint8Array(64))],
  ['a workbook', 'file-binary', 'file-binary', () => written(Uint8Array.from([...ascii('PK'), 3, 4, 20, 0, 6, 0]))],
  ['a text with one NUL', 'file-binary', 'file-binary', () => written(VALID.replace('帮困', '帮\0困'))],
  ['GBK', 'file-encoding', 'GBK', () => written(Uint8Array.from(GBK))],
  ['UTF-16, the low byte first', 'file-encoding', 'UTF-16', () => written(Uint8Array.from([0xff, 0xfe, ...LITTLE]))],
  ['UTF-16, the high byte first', 'file-encoding', 'UTF-16', () => written(Uint8Array.from([0xfe, 0xff, ...BIG]))],
  ['UTF-32', 'file-encoding', 'UTF-32', () => written(Uint8Array.from([0xff, 0xfe, 0, 0, ...WIDE]))],
  [
    'bytes of no encoding',
    'file-encoding',
    'unknown',
    () => written(Uint8Array.from([...ascii('relief: '), 0xff, 0xff])),
  ],
];

/** A valid campaign of exactly so many bytes. */
function padded(bytes: number): string {
  return `${VALID}#${'x'.repeat(bytes - Buffer.byteLength(VALID) - 2)}\n`;
}

describe('files that can’t be read as text', () => {
  it.each(FILES)('%s', (_, code, message, make) => {
    const path = make();
    const problems = problemsOf(path);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    expect(problem).toMatchObject({ place: { file: path, sheet: null, row: null, column: null }, excerpt: null });
    expect(problem && said(problem, zh)).toEqual(MESSAGES[message].zh);
    expect(problem && said(problem, en)).toEqual(MESSAGES[message].en);
  });

  it.skipIf(process.platform === 'win32')('a link to itself', () => {
    const path = join(folder, 'loop.yaml');
    symlinkSync(path, path);
    const [problem, ...others] = problemsOf(path);
    expect(others).toEqual([]);
    expect(problem?.code).toBe('file-unreadable');
    expect(problem && [said(problem, zh), said(problem, en)]).toEqual([MESSAGES.loop.zh, MESSAGES.loop.en]);
  });

  it('a name that no file can have is a problem too, not a crash', () => {
    expect(problemsOf('a\0b.yaml').map(({ code }) => code)).toEqual(['file-unreadable']);
  });
});

describe('files that only look wrong', () => {
  it.each([
    ['a byte order mark', `\ufeff${VALID}`],
    ['Windows line ends', VALID.replaceAll('\n', '\r\n')],
    ['no line end at the end', VALID.trimEnd()],
    ['exactly 2 MB', padded(LARGEST)],
    ['a document mark, a comment and a directive', `%YAML 1.2\n---\n# 活动\n${VALID}...\n`],
    ['an alias', `${VALID}parts: [&street 甘泉路街道.yaml, *street]\n`],
    [
      'the words of the documents',
      `${VALID}type: 通知\nstages: [{name: 发放, kind: [发放, 走访慰问], binding: 原则上}]\n`,
    ],
    ['full-width figures', `${VALID}stated: {reach: 约８.５万人次, amount: 约３３０２.０３万元}\n`],
    ['a number that is printed with a nought', `${VALID}stated: {amount: 33.50}\n`],
    ['brackets in quotes', `${VALID}note: "${'['.repeat(100)}"\n`],
  ])('%s', (_, content) => {
    expect(problemsIn(content)).toEqual([]);
  });

  it('the campaigns of this repository', () => {
    for (const name of readdirSync('campaigns')) expect(problemsOf(join('campaigns', name))).toEqual([]);
  });

  it('keeps the bytes as they were, and the text without the mark', () => {
    const { file } = readCampaign(written(`\ufeff${VALID}`));
    expect(Buffer.from(file.bytes).toString()).toBe(`\ufeff${VALID}`);
    expect(file.text).toBe(VALID);
  });

  it('a number keeps its printed digits', () => {
    const { campaign } = readCampaign(written(`${VALID}stated: {amount: 33.50}\n`));
    expect(campaign.stated?.amount).toMatchObject({ value: 3350n, step: 1n, text: '33.50' });
  });
});

describe('bounds', () => {
  it('nests 64 levels deep and no deeper', () => {
    const nested = (levels: number) => `${VALID}parts: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
    expect(problemsIn(nested(64)).map(({ code }) => code)).not.toContain('yaml-too-deep');
    expect(problemsIn(nested(65)).map(shown)).toEqual([
      {
        place: '5:72', // the 65th bracket
        code: 'yaml-too-deep',
        marked: '[]',
        zh: ['嵌套超过 64 层', '检查缩进或括号是否写错'],
        en: ['nested more than 64 levels deep', 'check the indentation and the brackets'],
      },
    ]);
  });

  it('repeats 10,000 values by aliases and no more', () => {
    const nines = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const bomb =
      nines('a', '哈') + nines('b', '*a') + nines('c', '*b') + nines('d', '*c') + nines('e', '*d') + nines('f', '*e');
    const [problem, ...others] = problemsIn(bomb + VALID);
    expect(others).toEqual([]);
    expect(problem?.code).toBe('yaml-aliases');
    expect(problem && said(problem, zh)).toEqual(['别名（*）展开后超过 10000 项', '直接写出内容，不要用别名嵌套']);
    expect(problem && said(problem, en)).toEqual([
      'aliases (*) repeat more than 10000 values',
      'write the values out instead of nesting aliases',
    ]);
    expect(problem?.place.row).toBeLessThanOrEqual(6);
  });

  it('counts problems no further than it can', () => {
    const [problem, ...others] = problemsIn(`relief: 1\nid: valid\ntitle: a\ndepartments:\n${'- 1\n'.repeat(200_000)}`);
    expect(others).toEqual([]);
    expect(problem?.code).toBe('yaml-too-many');
    expect(problem && said(problem, zh)).toEqual(['毛病多得数不过来，这不会是活动文件', '检查是不是给错了文件']);
    expect(problem && said(problem, en)).toEqual([
      'there is too much wrong with this for it to be a campaign file',
      'check whether it is the right file',
    ]);
  });

  it('an alias inside what it names ends', () => {
    expect(problemsIn(`${VALID}parts: &a [*a]\n`).map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });
});

describe('all at once', () => {
  it.each(NAMES)('%s: in file order', (name) => {
    const places = problemsIn(yamlOf(name)).map(({ place }) => [Number(place.row), Number(place.column)] as const);
    expect(places).toEqual([...places].sort(([row, column], [otherRow, other]) => row - otherRow || column - other));
  });

  it('duplicate keys and broken syntax are in file order too', () => {
    const problems = problemsIn('id: a\nid: b\ntitle: "c" d\nrelief: 1\n');
    expect(problems.map(({ place, code }) => [place.row, code])).toEqual([
      [2, 'yaml-duplicate-key'],
      [3, 'yaml-syntax'],
    ]);
  });

  it('rows are those of the file after broken syntax too', () => {
    const text = '[]a,\n id: b\n[';
    for (const { place, excerpt } of problemsIn(text))
      expect(excerpt?.line).toBe(text.split('\n')[Number(place.row) - 1]);
  });

  it('a slip in the syntax is told first at its own line', () => {
    const [first] = problemsIn(VALID.replace('title: ', 'title：'));
    expect(first).toMatchObject({ code: 'yaml-syntax', place: { row: 3, column: 1 } });
  });

  it('what is wrong far to the right of a long line stands before what is wrong on the next', () => {
    const [first, second] = problemsIn(
      `relief: 1\nid: valid\nparts: [${'a, '.repeat(50_000)}5]\ntitel: x\ndepartments: []\ntitle: x\n`,
    );
    expect([first, second].map((problem) => problem?.place.row)).toEqual([3, 4]);
  });
});

describe('messages', () => {
  const everything = NAMES.flatMap((name) => problemsIn(yamlOf(name)));

  it('are whole sentences in both languages', () => {
    for (const problem of everything) {
      for (const words of [...said(problem, zh), ...said(problem, en)])
        expect(words).not.toMatch(/^\s*$|undefined|NaN|\[object/);
    }
  });

  it('never suggest the word that is already there', () => {
    for (const { code, data } of everything) {
      if (code === 'wrong-word') expect(data.nearest).not.toBe(data.got);
      if (code === 'unknown-key') expect(data.nearest).not.toBe(data.key);
    }
  });

  it('never ask for one word where a list may stand', () => {
    for (const { code, data, excerpt } of everything) {
      if (
        code === 'wrong-type' &&
        /^(?:form|kind|except|earmark)$/.test(excerpt?.line.slice(excerpt.from, excerpt.to) ?? '')
      )
        expect(data.expected).not.toBe('word');
    }
  });
});

/** Problems of lists, of parts, of registers and of notices, which their own tests show. */
type ListProblem = Extract<
  ProblemCode,
  `${'list' | 'workbook' | 'archive' | 'csv' | 'parquet' | 'part' | 'register' | 'payment' | 'notice' | 'public' | 'sealed' | 'sealing'}-${string}`
>;
/** Compiles only while it names every problem that a campaign file can have. */
const EVERY_PROBLEM: Record<Exclude<ProblemCode, ListProblem>, 'gallery' | 'here'> = {
  'file-missing': 'here',
  'file-unreadable': 'here',
  'file-is-folder': 'here',
  'file-too-large': 'here',
  'file-empty': 'here',
  'file-binary': 'here',
  'file-encoding': 'here',
  'yaml-syntax': 'gallery',
  'yaml-duplicate-key': 'gallery',
  'yaml-aliases': 'here',
  'yaml-too-deep': 'here',
  'yaml-too-many': 'here',
  'yaml-several-documents': 'gallery',
  'not-a-campaign': 'gallery',
  'unknown-key': 'gallery',
  'missing-key': 'gallery',
  'wrong-type': 'gallery',
  'wrong-word': 'gallery',
  'too-few': 'gallery',
  'bad-field': 'gallery',
};
const EVERY_FIELD_PROBLEM: Record<FieldProblem, true> = {
  'not-a-figure': true,
  'not-money': true,
  'range-reversed': true,
  'not-a-count': true,
  'bad-grouping': true,
  'too-vague': true,
  'contradictory-qualifiers': true,
  negative: true,
  'below-fen': true,
  'not-whole': true,
  absurd: true,
  'not-a-date': true,
  'not-a-duration': true,
  'not-an-id': true,
  'not-a-condition': true,
  'empty-text': true,
  'not-a-layout': true,
  'layout-lacks': true,
  'layout-misplaced': true,
  'reach-unit-missing': true,
  'year-missing': true,
  'repeated-id': true,
};

describe('nothing is left out', () => {
  const everything = NAMES.flatMap((name) => problemsIn(yamlOf(name)));

  it('the gallery shows every problem that a file’s text can have', () => {
    const wanted = Object.entries(EVERY_PROBLEM).flatMap(([code, where]) => (where === 'gallery' ? [code] : []));
    expect([...new Set(everything.map(({ code }) => code))].sort()).toEqual(wanted.sort());
  });

  it('and every problem that a field can have', () => {
    const found = everything.flatMap(({ code, data }) => (code === 'bad-field' ? [data.problem] : []));
    expect([...new Set(found)].sort()).toEqual(Object.keys(EVERY_FIELD_PROBLEM).sort());
  });

  it('every yaml file has what is expected of it', () => {
    expect(readdirSync(GALLERY).sort()).toEqual(NAMES.flatMap((name) => [`${name}.json`, `${name}.yaml`]).sort());
  });
});
