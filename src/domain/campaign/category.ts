/** What a campaign says contains what: `{孤残儿童: [散居孤儿, 残疾儿童]}`. */
export type Categories = Readonly<Record<string, readonly string[]>>;

/** Gives a category and all that contain it, however indirectly, itself first. */
export function containment(categories: Categories): (category: string) => string[] {
  const outerOf = new Map<string, string[]>();
  for (const [outer, members] of Object.entries(categories)) {
    for (const member of members) {
      const known = outerOf.get(member);
      if (known) known.push(outer);
      else outerOf.set(member, [outer]);
    }
  }
  return (category) => {
    const found = new Set([category]);
    for (const inner of found) {
      for (const outer of outerOf.get(inner) ?? []) found.add(outer); // a set visits what is added on the way, once
    }
    return [...found];
  };
}
