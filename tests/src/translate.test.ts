import { describe, expect, test } from 'vitest';
import { toResources } from '../../src/i18n/resources.ts';
import { translate } from '../../src/i18n/translate.ts';

const resources = toResources({
  '/content/en/ui.json': { leave: 'Leave page', of: 'For {{area}}', call: 'Call <phone:police>', 'who.x': 'never' },
  '/content/en/signs.json': { 'long-hours': { text: 'Long days' } },
  '/content/pl/ui.json': { leave: 'Opuść stronę' },
});

describe('words of the static pages', () => {
  test('files become locale, then namespace', () => {
    expect(Object.keys(resources['en'] ?? {})).toEqual(['ui', 'signs']);
  });

  test('a path that is no file of words is refused with where such files stand', () => {
    expect(() => toResources({ 'ui.json': {} })).toThrow('content/<language>/<namespace>.json');
  });

  test('a word comes in its language, and in English where the language lacks it', () => {
    const words = translate(resources, 'pl');
    expect([words('ui:leave'), words('signs:long-hours.text')]).toEqual(['Opuść stronę', 'Long days']);
  });

  test('values go in as they are: escaping is done where HTML is made', () => {
    expect(translate(resources, 'en')('ui:of', { area: 'A & B <i>' })).toBe('For A & B <i>');
  });

  test('marks for numbers and names stay in the words', () => {
    expect(translate(resources, 'en')('ui:call')).toBe('Call <phone:police>');
  });

  test('a key that English lacks stops the build and names itself', () => {
    expect(() => translate(resources, 'pl')('ui:nothing.here')).toThrow('nothing.here');
  });
});
