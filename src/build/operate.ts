import { loadFunction } from './load-function.ts';

interface CommandModule {
  runCommand(args: readonly string[]): Promise<number>;
}

/** An operator's command, from the source: it needs no build. Answers an exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { runCommand } = await loadFunction<CommandModule>('commands/run-command.ts');
  return runCommand(args);
}
