import { describe, expect, test } from 'vitest';
import words from '#content/en/agencies.json';
import agencies from '#content/model/agencies.yaml';
import { everyString } from '../support/content/every-string.ts';

const cards: Readonly<Record<string, Readonly<Record<string, unknown>>>> = words;
const ids = new Set(agencies.map(({ id }) => id));
const publicIds = agencies.filter(({ audience }) => audience !== 'professional').map(({ id }) => id);

describe('the words of an agency', () => {
  test('are there for every agency and for nothing else', () => {
    expect(Object.keys(words).sort()).toEqual([...ids].sort());
  });

  test('say of each at least its name and who it is', () => {
    const silent = Object.entries(cards).filter(
      ([, { name, what }]) => typeof name !== 'string' || typeof what !== 'string',
    );
    expect(silent).toEqual([]);
  });

  test.each(publicIds)('of %s fill a whole card', (id) => {
    const card = ['name', 'what', 'can', 'mayTell', 'why', 'copy', 'whyPhone'];
    expect(card.filter((key) => typeof cards[id]?.[key] !== 'string')).toEqual([]);
  });

  test('have no name twice', () => {
    const names = Object.values(cards).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('say of the helpline that it is not the police and not the government', () => {
    for (const text of [words.helpline.what, words.helpline.why, words.helpline.whyPhone]) {
      expect(text).toMatch(/not the police and not the government/i);
    }
  });

  test('tell the person it is about what the police may tell the Home Office, and whom to call first', () => {
    const { mayTellAffected } = words.police;
    expect(mayTellAffected).toContain('The police may tell the Home Office about a person’s immigration status.');
    expect(mayTellAffected).toContain('<agency:helpline> is not the police and not the government.');
    expect(mayTellAffected).toContain('You can call it first: <phone:helpline>.');
  });

  test('of every body that may tell the Home Office say so on its card', () => {
    for (const id of ['police', 'transport-police', 'labour-enforcement'] as const) {
      expect(words[id].mayTell).toContain('Home Office');
    }
  });

  test('promise nothing and judge nothing', () => {
    const banned =
      /\b(safe|low|unlikely|guarantee[ds]?|100%|anonymous|illegal|rescued?|raid|suspicious|victims?|invalid|required)\b/i;
    expect(everyString().filter(({ file, text }) => file === 'agencies.json' && banned.test(text))).toEqual([]);
  });
});

describe('no string of the site', () => {
  test('holds five digits in a row, spaced or not: numbers come from the model only', () => {
    expect(everyString().filter(({ text }) => /\d(?:[\s-]?\d){4,}/.test(text))).toEqual([]);
  });

  test('holds a short number of the model', () => {
    const short = [...new Set(agencies.flatMap(({ phones }) => phones.map(({ number }) => number)))].filter(
      (number) => !number.startsWith('+'),
    );
    const typed = new RegExp(`(?<!\\d)(${short.join('|')})(?!\\d)`);
    expect(short).toContain('999');
    expect(everyString().filter(({ text }) => typed.test(text))).toEqual([]);
  });

  test('names an agency or a number that is not in the model', () => {
    const marks = everyString().flatMap(({ file, path, text }) =>
      [...text.matchAll(/<(?:phone|agency):([^>]*)>/g)].map(([, id = '']) => ({ file, path, id })),
    );
    expect(marks.length).toBeGreaterThan(5);
    expect(marks.filter(({ id }) => !ids.has(id))).toEqual([]);
  });
});
