import { describe, expect, test } from 'vitest';
import { commonHashes, inspectPage, type PageHashes } from '../../../src/build/inspect-page.ts';
import { checkMarks } from '../../../src/build/site-pages.ts';

const page = (more = '') => `<!doctype html><head><style>p{margin:0}</style></head><body>${more}</body>`;
/** `printf 'p{margin:0}' | openssl dgst -sha256 -binary | base64` */
const styleHash = 'sha256-QRQPRLGyxt3RJiKpYNjpkgHcmHU2PywsfL2e8oI0LQA=';

describe('a page', () => {
  test('has the hash of its style as a browser works it out', () => {
    expect(inspectPage(page(), 'x')).toEqual({ style: styleHash, script: undefined });
  });

  test('may have one inline script, and the same one twice is one', () => {
    const { script } = inspectPage(page('<script>a()</script><script>a()</script>'), 'x');
    expect(script).toMatch(/^sha256-/);
  });

  test('may hold data for search engines and scripts that are files', () => {
    const html = page('<script type="application/ld+json">{}</script><script src="/a.js"></script>');
    expect(inspectPage(html, 'x').script).toBeUndefined();
  });

  test('may speak of style= and onclick= in its words', () => {
    const words =
      '<p title="style=1 onclick=2">A style="x" and onclick="y" in words</p><textarea data-a=\'on x=\'></textarea>';
    expect(inspectPage(page(words), 'x').style).toBe(styleHash);
  });

  test.each<[about: string, html: string, why: string]>([
    ['no style', '<p>words</p>', 'en/x has no style'],
    ['two styles', page('<style>b{}</style>'), 'en/x has 2 styles'],
    ['two scripts', page('<script>a()</script><script>b()</script>'), 'en/x has 2 inline scripts'],
    ['a style attribute', page('<p class="a" style="color:red">x</p>'), 'en/x has a style= attribute'],
    ['a style attribute in a picture', page('<svg><path STYLE = "x"/></svg>'), 'en/x has a style= attribute'],
    ['an event attribute', page('<body onload="x()">'), 'en/x has an on…= attribute'],
  ])('with %s stops the build and is named', (...[, html, why]) => {
    expect(() => inspectPage(html, 'en/x')).toThrow(why);
  });
});

describe('a site', () => {
  const one: PageHashes = { style: 'sha256-a', script: undefined };

  test('has one style and at most one script', () => {
    const pages = new Map<string, PageHashes>([
      ['a', one],
      ['b', { ...one, script: 'sha256-s' }],
      ['c', one],
    ]);
    expect(commonHashes(pages)).toEqual({ style: 'sha256-a', script: 'sha256-s' });
  });

  test.each<[about: string, pages: [string, PageHashes][], why: string]>([
    ['no page', [], 'has no page'],
    [
      'two styles',
      [
        ['a', one],
        ['b', { ...one, style: 'sha256-b' }],
      ],
      'b has another style than a',
    ],
    [
      'two scripts',
      [
        ['a', { ...one, script: 's' }],
        ['b', { ...one, script: 't' }],
      ],
      '2 different inline scripts',
    ],
  ])('with %s stops the build', (...[, pages, why]) => expect(() => commonHashes(new Map(pages))).toThrow(why));

  test('whose shell has nowhere to put an answer stops the build', () => {
    expect(() => checkMarks('<title>@@title@@</title>', 'en/shell')).toThrow('en/shell lacks the mark @@main@@');
  });
});
