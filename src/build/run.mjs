// Plain JavaScript, as is the check that comes first: an old Node must be able to say what is wrong.
import './require-node.mjs';

/** Every command that npm knows; each file exports `run(args)` and answers an exit code. */
const commands = {
  start: () => import('./start.ts'),
  prepare: () => import('./prepare.ts'),
  build: () => import('./build.ts'),
  dev: () => import('./dev.ts'),
  operate: () => import('./operate.ts'),
  translations: () => import('./translations.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[/** @type {keyof typeof commands} */ (name)];
if (command === undefined) {
  console.error(`No command "${name}": use one of ${Object.keys(commands).join(', ')}.`);
  process.exit(1);
}
const { run } = await command();
process.exitCode = await run(args);
