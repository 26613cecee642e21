import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multi, quote, single } from '../../../functions/report/steps/sanitise.ts';
import { anyText, linkTexts, opensSomething, unquote } from '../../support/reporter-text.ts';

describe('multi', () => {
  test.each<[about: string, typed: string, kept: string]>([
    ['an override that turns a number plate round is gone', 'plate \u202eZYX\u202c 12', 'plate ZYX 12'],
    ['an isolate is gone', 'a\u2066b\u2069c', 'abc'],
    ['NUL, escape and C1 controls are gone', 'a\u0000b\u001b[31mc\u009bd', 'ab[31mcd'],
    ['a byte order mark inside a text is gone', 'a\ufeffb', 'ab'],
    ['hidden tag characters are gone', 'a\u{e0041}\u{e0042}b', 'ab'],
    ['joiners stay, since Indic scripts need them', 'ક્\u200dષ \u200c', 'ક્\u200dષ \u200c'],
    ['direction marks stay, since Urdu and Arabic need them', 'a\u200eب\u200f', 'a\u200eب\u200f'],
    ['a tab and a line break stay', 'a\tb\nc', 'a\tb\nc'],
    ['every other line break becomes one', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['half a surrogate pair becomes a replacement character', 'a\ud800b', 'a\ufffdb'],
    ['letters and marks are composed', 'e\u0301', '\u00e9'],
    ['spaces at both ends stay', '  a  ', '  a  '],
  ])('%s', (_about, typed, kept) => expect(multi(typed)).toBe(kept));

  test('done twice, it changes nothing more', () => {
    fc.assert(fc.property(anyText, (text) => multi(multi(text)) === multi(text)));
  });
});

describe('single', () => {
  test('is one line of at most 150 code points without a control character', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = single(text);
        expect([...line].length).toBeLessThanOrEqual(150);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(line.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('quote', () => {
  test('every line starts with a bar, and fits into a mail', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const line of quote(text).split('\n')) {
          expect(line.startsWith('| ')).toBe(true);
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
        }
      }),
    );
  });

  test('a text without links comes back word for word', () => {
    const noLinks = anyText.filter((text) => !/[.@:\\↪[\]]/u.test(text));
    fc.assert(fc.property(noLinks, (text) => unquote(quote(text)) === multi(text)));
  });

  test('a text with links comes back word for word when the marks are taken out', () => {
    const noMarks = fc
      .oneof(linkTexts, anyText)
      .filter((text) => !/[[\]↪]|hxxp|fxp|HTTP|FTP/iu.test(text.replace(/https?:|ftp:/g, '')));
    const clickable = (text: string) =>
      text
        .replace(/\[(\.|@|:|\\\\)\]/g, '$1')
        .replaceAll('hxxp', 'http')
        .replaceAll('fxp', 'ftp');
    fc.assert(fc.property(noMarks, (text) => clickable(unquote(quote(text))) === multi(text)));
  });

  test('nothing that a mail program makes into a link is left', () => {
    fc.assert(fc.property(linkTexts, (text) => !opensSomething.test(quote(text))));
  });

  test.each<[typed: string, shown: string]>([
    ['https://bad.example/a.b?c=1', 'hxxps://bad[.]example/a.b?c=1'],
    ['HTTP://1.2.3.4/', 'hxxp://1[.]2[.]3[.]4/'],
    ['http:\\\\bad.com', 'hxxp:[\\\\]bad[.]com'],
    ['www.bad.example', 'www[.]bad[.]example'],
    ['instagram.com/some.one', 'instagram[.]com/some.one'],
    ['jobs at car-wash.co.uk.', 'jobs at car-wash[.]co[.]uk.'],
    ['t.me/name', 't[.]me/name'],
    ['some.one@mail.example', 'some.one[@]mail[.]example'],
    ['mailto:a@b.org', 'mailto[:]a[@]b[.]org'],
    ['javascript:alert(1)', 'javascript[:]alert(1)'],
    ['myapp://open', 'myapp[:]//open'],
    ['\\\\server\\share', '[\\\\]server\\share'],
  ])('%s is shown as %s', (typed, shown) => expect(quote(typed)).toBe(`| ${shown}`));

  test.each([
    'e.g. the white van, i.e. not the blue one',
    'AB12 CDE or AB12.CDE, ends XYZ',
    'at 7.30, 10.am, 7.30pm, on 14.3.2027 or 14/3/27',
    'the shop.it was shut.They ran',
    'Flat 3, St.Mary Rd. and/or No.12',
    'a.m./p.m.',
    '0116 496 0123, tel:0116 496 0123',
    'he said: "do not tell"',
    'name @handle, room 4@6',
    '£5.50 an hour. 12.5 hours...',
  ])('ordinary words stay as they are: %s', (typed) => expect(quote(typed)).toBe(`| ${typed}`));

  test('a very long line is cut at a space, marked as going on, and loses nothing', () => {
    const typed = 'તાળું '.repeat(400);
    const lines = quote(typed).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(1).every((line) => line.startsWith('| ↪ '))).toBe(true);
    expect(lines.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true);
    expect(unquote(lines.join('\n'))).toBe(typed);
  });

  test('a letter is never parted from its marks', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = quote(family.repeat(100)).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => (line.length - line.indexOf('👨')) % family.length === 0)).toBe(true);
  });
});
