/** What the page says of a key, and how it may be written: YAML of the object that the key is in, which a test loads. */
export interface KeySaid {
  readonly means: string;
  readonly example: string | readonly string[];
}

/** Keys of one object of the schema, or of several that are alike. Keys of objects within it are dotted: `share.percent`. */
export interface KeyTable {
  /** The object's paths in the schema, lists left out: `departments.measures`. The first is the one that examples go to. */
  readonly at: readonly string[];
  /** YAML of what else the object needs to load. */
  readonly needs?: string;
  readonly keys: Readonly<Record<string, KeySaid>>;
}

export interface Section {
  readonly title: string;
  readonly says?: string;
  readonly tables: readonly KeyTable[];
}

/** What many objects have. */
export const SOURCE: KeySaid = { means: 'where the document says so', example: 'source: 三、1（1）' };
export const NOTE: KeySaid = {
  means: 'what no other key has room for, in the document’s words',
  example: 'note: 据初步测算',
};
