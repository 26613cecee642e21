import { expect, test } from 'vitest';
import { runNode } from '../../../support/run-node.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const at = (file: string) => new URL(`../../../../functions/report/${file}`, import.meta.url).href;

/** Loads what intake and courier load, then looks at the keys of an agency, and says after each whether OpenPGP is there. */
const script = `
import { registerHooks } from 'node:module';
let loaded = false;
registerHooks({
  resolve(name, context, next) { loaded ||= name === 'openpgp'; return next(name, context); },
  load(url, context, next) {
    return url.endsWith('.yaml') ? { format: 'module', source: 'export default []', shortCircuit: true } : next(url, context);
  },
});
for (const file of ['steps/seal-report.ts', 'courier/start-courier.ts', 'commands/agency-key-lines.ts']) {
  await import(${JSON.stringify(at(''))} + file);
}
const { unusableKeys } = await import(${JSON.stringify(at('steps/openpgp/key-problems.ts'))});
const after = async (mailbox) => { await unusableKeys(new Map([['police', mailbox]]), new Date()); return loaded; };
console.log(JSON.stringify([loaded, await after({}), await after({ openpgp: 'abc' })]));
`;

test('OpenPGP is loaded only where an agency has a key', async () => {
  const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', script], {}, temporaryFolder()).ended;
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '[false,false,true]\n', stderr: '' });
});
