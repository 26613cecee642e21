import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNode } from '../../support/run-node.ts';

const file = (name: string) => path.resolve(import.meta.dirname, '../../..', name);

/** The check before our commands and the one before our processes, each told that it runs on another version. */
const checks = {
  'a command': (version: string) =>
    `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import(${JSON.stringify(file('src/build/require-node.mjs'))});`,
  'a process': (version: string) =>
    `const { requireNode } = await import(${JSON.stringify(file('functions/report/hosts/require-node.ts'))}); requireNode('${version}');`,
};

describe.each(Object.entries(checks))('%s', (_about, code) => {
  test.each(['20.20.2', '22.21.0', '24.14.9'])('stops on Node %s with one sentence', async (version) => {
    const { code: exit, stderr } = await runNode(['--input-type=module', '-e', code(version)]).ended;
    expect(exit).toBe(1);
    expect(stderr).toBe(`This needs Node 24.15 or newer and runs on ${version}: install Node 24.\n`);
  });

  test.each(['24.15.0', '24.21.0', '26.0.0'])('goes on with Node %s', async (version) => {
    expect(await runNode(['--input-type=module', '-e', code(version)]).ended).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});
