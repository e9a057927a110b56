import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLine } from '../../../src/domain/notice/fold.ts';
import { paragraphsOf } from '../../../src/domain/notice/paragraphs.ts';
import { scanFigures } from '../../../src/domain/notice/scan-figures.ts';
import { textLines } from '../../../src/read/notice/text-lines.ts';
import { draws } from '../../draws.ts';
import { campaignOf, draftOfText, TEXTS } from '../../notices/drafted.ts';

const texts = readdirSync(TEXTS)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(TEXTS, name), 'utf8'));
/** Sentences, clauses, figures and signs of real documents, in any order. */
const pieces = [
  ...new Set(texts.flatMap((text) => text.split(/(?<=[，。；：、\n])/)).filter((each) => each.length < 120)),
];
const signs =
  '0123456789０９.,，。；（）()一二三十百千万亿元户人名份每约近余至-—~年月日号%“”、/\t \n①第其中共计对为标准'.split('');
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...signs), { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...signs)), { maxLength: 20 })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('the figure equation', () => {
  it('holds of any text: every digit of it is in one figure, and every figure has come to something', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const draft = draftOfText(text);
        const folded = paragraphsOf(textLines(text));
        const digits = folded.reduce((sum, paragraph) => sum + (paragraph.text.match(/\d/g)?.length ?? 0), 0);
        const told = draft.figures.reduce(
          (sum, figure) => sum + (foldLine(figure.text).text.match(/\d/g)?.length ?? 0),
          0,
        );
        expect(told).toBe(digits);
        const of = (kind: string) => draft.figures.filter(({ fate }) => fate.kind === kind).length;
        expect(of('placed') + of('aside') + of('open')).toBe(draft.figures.length);
      }),
      { numRuns: draws(4000) },
    );
  });

  it('finds no digit twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const paragraph of paragraphsOf(textLines(text))) {
          let end = 0;
          for (const { from, to } of scanFigures(paragraph.text)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
        }
      }),
      { numRuns: draws(500) },
    );
  });

  it('lets no draft be written that does not load', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const draft = draftOfText(text);
        expect(() => campaignOf(draft)).not.toThrow();
      }),
      { numRuns: draws(3000) },
    );
  });
});
