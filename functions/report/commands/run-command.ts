import { loadEnvironment, sentenceOf } from '../hosts/run-process.ts';
import type { Command } from './command.ts';

/** What an operator can run: `npm run <name>`, or `node dist-function/command.js <name>`. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  check: async () => (await import('./check.ts')).check,
  'send-test': async () => (await import('./send-test.ts')).sendTest,
  outbox: async () => (await import('./outbox.ts')).outbox,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  move: async () => (await import('./move.ts')).move,
  database: async () => (await import('./database.ts')).database,
};

/** Runs one command in this folder, with `.env` where there is one. Answers an exit code; says what is wrong in one line. */
export async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const load = commands[name];
  if (load === undefined) {
    console.error(`No command "${name}": use one of ${Object.keys(commands).join(', ')}.`);
    return 1;
  }
  try {
    loadEnvironment();
    const command = await load();
    return await command({ args, env: process.env, folder: process.cwd(), now: new Date(), print: console.log });
  } catch (fault) {
    console.error(sentenceOf(fault));
    return 1;
  }
}
