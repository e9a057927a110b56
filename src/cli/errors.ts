/** The command line can't be carried out as given; `message` says why, in the user's language. Exit code 2. */
export class UsageError extends Error {}

/** Exit codes (sysexits.h names 70 “internal software error”). */
export const EXIT = { ok: 0, findings: 1, usage: 2, bug: 70 } as const;
