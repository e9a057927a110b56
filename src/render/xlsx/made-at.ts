/** The time that a file says it was made at: SOURCE_DATE_EPOCH, else always the same, so that the same input gives the same bytes. */
export function madeAt(env: NodeJS.ProcessEnv = process.env): Date {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return new Date(Number.isInteger(seconds) && seconds > 0 ? seconds * 1000 : Date.UTC(2000, 0, 1));
}
