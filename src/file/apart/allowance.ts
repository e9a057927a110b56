/** What a process apart may take; a good file takes a fraction of it. */
export interface Allowance {
  /** Of processor time: on a busy machine a good file takes longer, but no more of it. */
  readonly seconds: number;
  /** Of memory, all that the process holds. */
  readonly megabytes: number;
  /** Of the file that it writes, where it does. */
  readonly output?: { readonly path: string; readonly bytes: number };
}

/** What a file of a kind may take however small it is, what for each megabyte that it has, and how much memory at most. */
export interface Rates {
  readonly least: Allowance;
  readonly perMegabyte: Allowance;
  readonly mostMegabytes?: number;
}

export function allowanceFor(
  bytes: number,
  { least, perMegabyte, mostMegabytes = Number.POSITIVE_INFINITY }: Rates,
): Allowance {
  const megabytes = bytes / 1e6;
  return {
    seconds: least.seconds + megabytes * perMegabyte.seconds,
    megabytes: Math.min(least.megabytes + megabytes * perMegabyte.megabytes, mostMegabytes),
  };
}
