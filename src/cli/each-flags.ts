import type { Command } from 'commander';
import type { Catalogue } from '../text/zh/catalogue.ts';
import type { Examined } from './campaigns.ts';
import type { Rendered } from './output.ts';

/** Flags of commands that take several campaigns. */
export interface EachFlags {
  readonly allOrNothing?: boolean;
}

/** Declares them. */
export const eachFlags = (command: Command, { cli }: Catalogue): Command =>
  command.option('--all-or-nothing', cli.allOrNothing);

/** What a command does with its campaigns. */
export interface Work<One> {
  /** What is asked of all of them together, before the rows of any are read. */
  readonly refuse?: (plans: readonly Examined[]) => void;
  readonly read: (plan: Examined) => Promise<One>;
  readonly render: (ones: readonly One[]) => Promise<Rendered>;
  readonly exit: (one: One) => number;
  readonly close: (one: One) => void;
  /** What is said when they have been written. */
  readonly say?: (ones: readonly One[]) => void | Promise<void>;
}
