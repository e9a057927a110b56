/** What one run did, as the journal of runs keeps it: names of files, digests of their bytes and counts, and nobody's number. */
export interface AuditEntry {
  /** `YYYY-MM-DD HH:MM:SS`, where it ran. */
  readonly time: string;
  readonly version: string;
  /** The command line, numbers of people masked. */
  readonly command: string;
  readonly exit: number;
  readonly campaigns: readonly string[];
  /** Each file that was read: its name, the SHA-256 of its bytes and, of a list, its row equation. */
  readonly inputs: readonly string[];
  /** Each file that was written: its name and the SHA-256 of its bytes. */
  readonly outputs: readonly string[];
  /** Each rule that found something, and how often. */
  readonly findings: readonly string[];
  /** How many decisions of cases the campaigns came with. */
  readonly decisions: number;
}
