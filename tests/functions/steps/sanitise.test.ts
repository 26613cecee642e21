import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotedLines } from '../../../functions/report/steps/quoted-lines.ts';
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

  test.each<[about: string, typed: string, kept: string]>([
    ['spaces of any kind become one, and none is left at the ends', '  a \t b\n\nc ', 'a b c'],
    ['150 letters stay', 'x'.repeat(150), 'x'.repeat(150)],
    ['of more the first 150 stay', `${'x'.repeat(150)}y`, 'x'.repeat(150)],
    ['a letter of two units counts as one', '👩'.repeat(151), '👩'.repeat(150)],
  ])('%s', (_about, typed, kept) => expect(single(typed)).toBe(kept));
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
    ['ftp://files.example/x', 'fxp://files[.]example/x'],
    ['ftps://files.example', 'fxps://files[.]example'],
    ['sftp://files.com', 'sftp[:]//files[.]com'],
    ['ms-word:open', 'ms-word[:]open'],
    ['163.com', '163[.]com'],
    ['192.0.2.1/x and 192.0.2.1:80', '192[.]0[.]2[.]1/x and 192[.]0[.]2[.]1:80'],
    ['big.shop.in, shop.in/x, shop.in:80', 'big[.]shop[.]in, shop[.]in/x, shop[.]in:80'],
    ['job.xn--p1ai', 'job[.]xn--p1ai'],
    ['ક્ષિ@mail.com', 'ક્ષિ[@]mail[.]com'],
    ['some.7@mail.b2.com', 'some.7[@]mail[.]b2[.]com'],
    ['a@મિલ.ભારત', 'a[@]મિલ[.]ભારત'],
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
    '192.0.2.1, 1.2.3/4',
    'see.at: now',
    'a@b.c',
    'two \\\\ signs',
    'ftp is old, sftp: new',
    'the shop.in /b, // shop.in, awww.no',
  ])('ordinary words stay as they are: %s', (typed) => expect(quote(typed)).toBe(`| ${typed}`));

  test('a very long line is cut at a space, marked as going on, and loses nothing', () => {
    const typed = 'તાળું '.repeat(400);
    const lines = quote(typed).split('\n');
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.slice(1).every((line) => line.startsWith('| ↪ '))).toBe(true);
    expect(lines.slice(0, -1).every((line) => line.endsWith(' '))).toBe(true);
    expect(unquote(lines.join('\n'))).toBe(typed);
  });

  test.each<[about: string, typed: string, heads: readonly number[]]>([
    ['960 letters fit on one line', 'a'.repeat(960), []],
    ['one more goes on the next', 'a'.repeat(961), [960]],
    ['a space in the second half is where it is cut', `${'a'.repeat(500)} ${'b'.repeat(600)}`, [501]],
    ['a space before is not', `${'a'.repeat(479)} ${'b'.repeat(900)}`, [960]],
    ['a mark goes with its letter', `${'x'.repeat(960)}\u0323${'y'.repeat(10)}`, [959]],
    ['a letter that takes the next one along does so', `${'x'.repeat(957)}\u200dy${'z'.repeat(10)}`, [958]],
  ])('of a long line, %s', (_about, typed, heads) => {
    const lines = quotedLines(typed).map((line) => line.replace(/^\| (↪ )?/, ''));
    expect(lines.join('')).toBe(typed);
    expect(lines.slice(0, -1).map(({ length }) => length)).toEqual(heads);
  });

  test('a letter is never parted from its marks', () => {
    const family = '👨‍👩‍👧‍👦';
    const lines = quote(family.repeat(100)).split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => (line.length - line.indexOf('👨')) % family.length === 0)).toBe(true);
  });
});
