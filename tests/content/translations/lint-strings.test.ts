import { describe, expect, test } from 'vitest';
import { languageOf } from '../../support/translations/language-of.ts';
import { lintStrings, unusualLengths } from '../../support/translations/lint-strings.ts';
import { stringsOf } from '../../support/translations/strings.ts';

const polish = languageOf('pl');

/** A very small site: two strings, one of them counted. */
const english = stringsOf({
  a: {
    call: 'Call <phone:emergency> in {{time}} since 2015. Say “<en:Help. Gujarati.>”',
    hours_one: '{{count}} hour',
    hours_other: '{{count}} hours',
  },
  mail: { subject: 'For agencies only' },
});
const right = {
  call: 'Za {{time}} zadzwoń od 2015: <phone:emergency>. Powiedz „<en:Help. Polish.>”',
  hours_one: '{{count}} godzina',
  hours_few: '{{count}} godziny',
  hours_many: '{{count}} godzin',
  hours_other: '{{count}} godziny z ułamkiem',
};
const inPolish = (changes: Readonly<Record<string, unknown>>) => ({
  language: polish,
  english,
  translated: stringsOf({ a: { ...right, ...changes } }),
});
const faultsOf = (text: string) => lintStrings(inPolish({ call: text }));

describe('the lint of strings', () => {
  test('finds nothing in what is right, and does not ask for the mail', () => {
    expect(lintStrings(inPolish({}))).toEqual([]);
  });

  test.each<[wrong: string, text: string]>([
    ['is empty', ' '],
    ['holds a tag or code', `${right.call} <b>teraz</b>`],
    ['holds a tag or code', `${right.call}&nbsp;`],
    ['holds a tag or code', `${right.call} $t(a.other)`],
    ['lacks a mark of the English, or has one too many', right.call.replace('<phone:emergency>', '')],
    ['lacks a mark of the English, or has one too many', right.call.replace('emergency', 'police')],
    ['lacks a mark of the English, or has one too many', `${right.call} <phone:emergency>`],
    ['lacks a mark of the English, or has one too many', right.call.replace('{{time}}', '{{when}}')],
    ['lacks a mark of the English, or has one too many', right.call.replace('Polish', 'Gujarati')],
    ['is still in English', english.get('a:call') ?? ''],
    ['is not in composed form (NFC)', `${right.call} Zadzwon\u0301`],
    ['holds a character that nobody sees', `${right.call} \u202e`],
    ['holds a character that nobody sees', `${right.call} \u200f`],
    ['holds a character that nobody sees', `${right.call} \ufeff`],
    ['leaves an isolate open', `${right.call} \u2066x`],
    ['leaves an isolate open', `${right.call} \u2069x\u2066`],
    ['holds a number that is typed', `${right.call} 112`],
    ['holds a number that is typed', `${right.call} 08 00-12 17`],
    ['holds digits that no phone has', `${right.call} ૧`],
    ['holds a letter of another script', `${right.call} а`],
  ])('finds a string that %s: %s', (wrong, text) => expect(faultsOf(text)).toContain(`a:call ${wrong}`));

  test('lets joiners, closed isolates, and years of the English be', () => {
    expect(faultsOf(`${right.call} \u2066x\u2069 \u200c\u200d`)).toEqual([]);
  });

  test.each<[about: string, changes: Readonly<Record<string, unknown>>, fault: string]>([
    ['a string that is missing', { call: undefined }, 'a:call is missing'],
    ['a plural form that is missing', { hours_many: undefined }, 'a:hours_many is missing'],
    ['a plural form of another language', { hours_two: '{{count}}' }, 'a:hours_two is not in English'],
    [
      'a plural form without its number',
      { hours_few: 'godziny' },
      'a:hours_few lacks a mark of the English, or has one too many',
    ],
    ['a string that English does not have', { more: 'więcej' }, 'a:more is not in English'],
  ])('finds %s', (_about, changes, fault) => expect(lintStrings(inPolish(changes))).toEqual([fault]));

  test('lets names be the same as in English, and no other word of a list of names', () => {
    const places = stringsOf({ a: { town: 'Oadby and Wigston', unsure: 'Somewhere here, I am not sure where' } });
    expect(lintStrings({ language: polish, english: places, translated: places })).toEqual([
      'a:unsure is still in English',
    ]);
  });

  test('finds English that was changed and left, in a language of other letters', () => {
    const translated = new Map([...english].map(([key, text]) => [key, text.replace('hour', 'hours or so')]));
    const faults = lintStrings({ language: languageOf('gu'), english, translated });
    expect(faults).toContain('a:hours_one has no letter of its own script');
  });

  test('warns of a string that is much longer or shorter, and not of a short one', () => {
    expect(unusualLengths(inPolish({}))).toEqual([]);
    expect(unusualLengths(inPolish({ call: 'Tak.' }))).toEqual(['a:call: 0.1 times as long as the English']);
    expect(unusualLengths(inPolish({ call: right.call.repeat(4), hours_one: right.hours_one.repeat(9) }))).toHaveLength(
      1,
    );
  });
});
