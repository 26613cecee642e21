import type { Environment } from '../settings/read-named.ts';

/** What a command is given; it reaches for nothing else. */
export interface CommandInput {
  readonly args: readonly string[];
  readonly env: Environment;
  /** The folder it works in: the top of the project, or of a built copy. */
  readonly folder: string;
  readonly now: Date;
  print(line: string): void;
}

/** Answers an exit code. A fault is thrown as an error of one sentence. */
export type Command = (input: CommandInput) => Promise<number>;
