import { withFunction } from './with-function.ts';

interface CommandModule {
  runCommand(args: readonly string[]): Promise<number>;
}

/** An operator's command, from the source: it needs no build. Answers an exit code. */
export function run(args: readonly string[]): Promise<number> {
  return withFunction('commands/run-command.ts', ({ runCommand }: CommandModule) => runCommand(args));
}
