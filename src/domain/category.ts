/** What a campaign says contains what: `{孤残儿童: [散居孤儿, 残疾儿童]}`. */
export type Categories = Readonly<Record<string, readonly string[]>>;

/** A category and all that contain it, however indirectly, itself first. */
export function withContaining(category: string, categories: Categories): string[] {
  const found = new Set([category]);
  for (const inner of found) {
    for (const [outer, members] of Object.entries(categories)) {
      if (members.includes(inner)) found.add(outer); // a set visits what is added on the way, and each only once
    }
  }
  return [...found];
}
