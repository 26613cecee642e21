import { expect, test } from 'vitest';
import { type Press, shiftPresses } from '../../../src/script/shift-presses.ts';

/** Keys as they are pressed and let go, 100 ms each; `+` before a key means Shift is held. A number is a pause in ms. */
function leaves(keys: readonly (string | number)[]): boolean {
  const pressed = shiftPresses();
  let timeStamp = 0;
  let left = false;
  const send = (type: string, key?: string) => {
    timeStamp += 50;
    left = pressed({ type, timeStamp, ...(key === undefined ? {} : { key }) } satisfies Press) || left;
  };
  for (const key of keys) {
    if (typeof key === 'number') timeStamp += key;
    else if (key === 'click') send('mousedown');
    else if (key.startsWith('+')) {
      send('keydown', 'Shift');
      if (key === '+click') send('mousedown');
      else for (const type of ['keydown', 'keyup']) send(type, key.slice(1));
      send('keyup', 'Shift');
    } else for (const type of ['keydown', 'keyup']) send(type, key);
  }
  return left;
}

const S = 'Shift';

test.each<[about: string, keys: (string | number)[]]>([
  ['three times at once', [S, S, S]],
  ['three times in two seconds', [S, 800, S, 800, S]],
  ['after a word was written', ['a', '+B', S, S, S]],
  ['three times after one that was long ago', [S, 5000, S, S, S]],
])('Shift leaves the page: %s', (_about, keys) => expect(leaves(keys)).toBe(true));

test.each<[about: string, keys: (string | number)[]]>([
  ['twice', [S, S]],
  ['three times in three seconds', [S, 1500, S, 1500, S]],
  ['for three capitals', ['+A', '+B', '+C']],
  ['twice and then for a capital', [S, S, '+A']],
  ['with a letter between', [S, S, 'a', S]],
  ['to mark words with the mouse', ['+click', '+click', '+click']],
  ['twice, then a click, then once', [S, S, 'click', S]],
  ['for shortcuts', ['+Tab', '+Tab', '+Tab']],
])('Shift leaves nobody’s page: %s', (_about, keys) => expect(leaves(keys)).toBe(false));

test('Shift that is held, and so repeats, is one press', () => {
  const pressed = shiftPresses();
  const down = (timeStamp: number) => pressed({ type: 'keydown', key: S, timeStamp });
  const up = (timeStamp: number) => pressed({ type: 'keyup', key: S, timeStamp });
  expect([down(0), down(30), down(60), up(90), down(120), up(150)]).not.toContain(true);
  expect([down(200), up(230)]).toEqual([false, true]);
});
