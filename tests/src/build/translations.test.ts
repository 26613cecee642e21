import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageStates } from '../../../src/build/language-states.ts';
import { runNode } from '../../support/run-node.ts';

const command = path.resolve('src/build/run.mjs');
const translations = (...args: readonly string[]) => runNode([command, 'translations', ...args]).ended;

describe('npm run translations', () => {
  test('says of every language how far it is, and names what is behind', async () => {
    const { code, stdout, stderr } = await translations();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const states = languageStates();
    expect(states.length).toBeGreaterThan(2);
    for (const { id, name, units } of states) {
      expect(stdout).toContain(
        `${name} (${id}): ${units.filter(({ state }) => state === 'reviewed').length} reviewed, `,
      );
      for (const { unit, state } of units.filter(({ state }) => ['stale', 'missing'].includes(state)))
        expect(stdout).toContain(`- ${unit}: ${state}`);
    }
  });

  // These three would write a record of reviews where none belongs.
  test.each(['xx', 'en', 'model'])(
    'refuses to level %s, which is no translation, and says what to type',
    async (id) => {
      const { code, stdout, stderr } = await translations('level', id);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/npm run translations -- level gu .*\nnpm run translations -- reviewed gu "Your Name"/);
      expect(() => readFileSync(`content/${id}/review.yaml`)).toThrow('ENOENT');
    },
  );

  test.each([
    ['a command that there is not', ['review', 'gu']],
    ['a unit that there is not', ['level', 'gu', 'signs:no-such-sign']],
    ['a review of everything at once', ['reviewed', 'gu', 'A. Reader']],
    ['a review of a unit that there is not', ['reviewed', 'gu', 'A. Reader', 'signs:no-such-sign']],
  ])('refuses %s, and writes nothing', async (_about, words) => {
    const before = readFileSync('content/gu/review.yaml', 'utf8');
    const { code, stderr } = await translations(...words);
    expect(code).toBe(1);
    expect(stderr).not.toBe('');
    expect(readFileSync('content/gu/review.yaml', 'utf8')).toBe(before);
  });
});
