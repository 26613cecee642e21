import { expect, test } from 'vitest';
import { everyString } from '../support/content/every-string.ts';

const ours = ['signs.json', 'concerns.json', 'places.json', 'topics.json'];
const strings = everyString().filter(({ file }) => ours.includes(file));
const holding = (pattern: RegExp) => strings.filter(({ text }) => pattern.test(text)).map(({ text }) => text);

test('there are words to look at in all four files', () => {
  expect(new Set(strings.map(({ file }) => file)).size).toBe(ours.length);
});

test('no sign, place, concern or topic names a nation, a people, a faith, an accent or a status', () => {
  expect(
    holding(
      /\b(nationalit|ethnic|race|skin|accent|religio|faith|fasting|muslim|hindu|sikh|christian|jew|asian|african|european|romanian|polish|indian|albanian|vietnamese|chinese|gypsy|traveller|foreign|immigra|migrant|refugee|visa|passport|asylum|status)/i,
    ),
  ).toEqual([]);
});

test('none uses a word that blames, frightens or belongs to an office', () => {
  expect(
    holding(
      /\b(illegal|rescue|traffick|suspicious|raid|slave|victim|invalid|required|minors?\b|documents?\b|forced labour|vulnerable)/i,
    ),
  ).toEqual([]);
});

test('none promises or plays down', () => {
  expect(holding(/\b(safe|low|unlikely|guaranteed|100%|anonymous|secure)\b/i)).toEqual([]);
});

test('none speaks of what no guidance of this country knows', () => {
  expect(holding(/orphan/i)).toEqual([]);
});
