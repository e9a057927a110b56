/** The languages that every message exists in. */
export type Language = 'zh' | 'en';

/** One thing said in both languages; leaving one out does not compile. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;
