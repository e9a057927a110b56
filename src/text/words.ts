import type { Language } from '../domain/language.ts';

/** The words of each question, which are loaded when they are asked for. */
const WORDS = {
  audit: { zh: () => import('./zh/audit.ts'), en: () => import('./en/audit.ts') },
  cases: { zh: () => import('./zh/cases.ts'), en: () => import('./en/cases.ts') },
  catalogue: { zh: () => import('./zh/catalogue.ts'), en: () => import('./en/catalogue.ts') },
  compare: { zh: () => import('./zh/compare.ts'), en: () => import('./en/compare.ts') },
  'compare-people': { zh: () => import('./zh/compare-people.ts'), en: () => import('./en/compare-people.ts') },
  cover: { zh: () => import('./zh/cover.ts'), en: () => import('./en/cover.ts') },
  dedupe: { zh: () => import('./zh/dedupe.ts'), en: () => import('./en/dedupe.ts') },
  doubts: { zh: () => import('./zh/doubts.ts'), en: () => import('./en/doubts.ts') },
  draft: { zh: () => import('./zh/draft.ts'), en: () => import('./en/draft.ts') },
  'explain-match': { zh: () => import('./zh/explain-match.ts'), en: () => import('./en/explain-match.ts') },
  export: { zh: () => import('./zh/export.ts'), en: () => import('./en/export.ts') },
  lists: { zh: () => import('./zh/lists.ts'), en: () => import('./en/lists.ts') },
  page: { zh: () => import('./zh/page.ts'), en: () => import('./en/page.ts') },
  pay: { zh: () => import('./zh/pay.ts'), en: () => import('./en/pay.ts') },
  problems: { zh: () => import('./zh/problems.ts'), en: () => import('./en/problems.ts') },
  public: { zh: () => import('./zh/public.ts'), en: () => import('./en/public.ts') },
  reconcile: { zh: () => import('./zh/reconcile.ts'), en: () => import('./en/reconcile.ts') },
  run: { zh: () => import('./zh/run.ts'), en: () => import('./en/run.ts') },
  scorecard: { zh: () => import('./zh/scorecard.ts'), en: () => import('./en/scorecard.ts') },
  seal: { zh: () => import('./zh/seal.ts'), en: () => import('./en/seal.ts') },
  status: { zh: () => import('./zh/status.ts'), en: () => import('./en/status.ts') },
};

type Words = { readonly [Q in keyof typeof WORDS]: Awaited<ReturnType<(typeof WORDS)[Q]['zh']>>['default'] };

/** What is said about a question in a language. */
export async function wordsFor<Q extends keyof Words>(question: Q, language: Language): Promise<Words[Q]> {
  return (await WORDS[question][language]()).default as Words[Q];
}
