import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A project of two files, and an npm that only writes down how it was called. */
function project(npm = '') {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  mkdirSync(at('src/build'), { recursive: true });
  for (const name of ['setup.mjs', 'lock.mjs']) copyFileSync(path.resolve('src/build', name), at(`src/build/${name}`));
  writeFileSync(at('package-lock.json'), '{}');
  const record = `
    import { appendFileSync, mkdirSync } from 'node:fs';
    mkdirSync('node_modules', { recursive: true });
    appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
    ${npm}
  `;
  writeFileSync(at('npm.mjs'), record);
  const setup = () => runNode([at('src/build/setup.mjs')], { npm_execpath: at('npm.mjs') }, folder).ended;
  const calls = () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8') : '');
  return { at, setup, calls };
}

const install = 'ci --ignore-scripts --no-audit --no-fund\n';

describe('setup', () => {
  test('installs what the lock file says, without any script of a package, and once', async () => {
    const { setup, calls } = project();
    expect((await setup()).code).toBe(0);
    expect((await setup()).code).toBe(0);
    expect(calls()).toBe(install);
  });

  test('installs again when the lock file changed', async () => {
    const { at, setup, calls } = project();
    await setup();
    writeFileSync(at('package-lock.json'), '{"changed":true}');
    await setup();
    expect(calls()).toBe(install.repeat(2));
  });

  test('installs once when three commands start at once', async () => {
    const { setup, calls } = project();
    const all = await Promise.all([setup(), setup(), setup()]);
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(calls()).toBe(install);
  });

  test('that fails says what to do, stops the command, and is tried again next time', async () => {
    const { setup, calls } = project('process.exit(7);');
    const { code, stderr } = await setup();
    expect(code).toBe(1);
    expect(stderr).toContain('npm ci did not finish: mend what it says above, then run the same command again.');
    await setup();
    expect(calls()).toBe(install.repeat(2));
  });
});
