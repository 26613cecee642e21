import { beforeAll, describe, expect, test } from 'vitest';
import partnership from '#content/model/partnership.yaml';
import { securityHeaders } from '../../functions/report/headers.ts';
import { textOf } from '../functions/pages/read-html.ts';
import { built } from '../support/built.ts';
import { deadLinks } from '../support/dead-links.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { everyAnswer } from '../support/every-answer.ts';
import { type Came, type Expected, everyPage, readAll } from '../support/every-page.ts';
import { insideOf, tagsOf } from '../support/html-tags.ts';
import { faultsOfHtml } from '../support/html-validator.ts';
import { hashesIn, scriptHashesOf, styleHashesOf } from '../support/page-hashes.ts';
import { oneOfEach, staticPages } from '../support/static-pages.ts';
import { wordsOf } from '../support/words-of.ts';

const { siteDir } = await built();
const pages = everyPage(siteDir);

/** What differs in words alone is validated in one language; `npm run test:all` validates every page. */
const sample = oneOfEach(staticPages(siteDir)).map(({ file }) => file);
const isValidated = ({ name, locale, kind }: Expected): boolean =>
  process.env['KTS_LONG'] === '1' || locale === 'en' || kind !== 'page' || sample.includes(name);

/** Links that say where else a page stands; nobody follows or fetches them but search engines. */
const namesOnly = ['canonical', 'alternate'];
/** Everything that a browser would fetch by itself. */
const fetched = ['src', 'srcset', 'data', 'poster', 'background', 'manifest', 'ping'];

describe('every page and answer', () => {
  let site: DemoSite;
  let came: Awaited<ReturnType<typeof readAll>>;
  const pageOf = (name: string): Came => came.of(name);

  beforeAll(async () => {
    site = await startDemoSite();
    came = await readAll(pages, site.url);
    return site.stop;
  });

  // First, while the connections are fresh: what follows keeps this process so busy that it would not see them end.
  test('every link to a page of ours, and to a part of one, leads somewhere', async () => {
    const linking = [...came.all].map(([name, page]) => ({ name, ...page }));
    expect(await deadLinks(site.url, linking)).toEqual([]);
    const [first] = linking;
    const html = '<a href="/en/nowhere/">a</a><a href="/en/now/#nothing">b</a><a href="/en/now/#main">c</a>';
    expect(await deadLinks(site.url, [{ name: 'a page', address: first?.address ?? '/', html }])).toEqual([
      'a page: /en/nowhere/',
      'a page: /en/now/#nothing',
    ]);
  });

  describe.each(pages)('$name', (expectedPage) => {
    const { name, status, kind } = expectedPage;

    test('has its status, and every security header as it should be', () => {
      const { html, headers, status: got } = pageOf(name);
      expect(got).toBe(status);
      const [[styleHash = ''], [scriptHash]] = [styleHashesOf(html), scriptHashesOf(html)];
      const expected = securityHeaders({ styleHash, scriptHash, https: false, kind });
      expect(Object.fromEntries(Object.keys(expected).map((key) => [key, headers.get(key)]))).toEqual(expected);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toMatch(kind === 'page' ? /^public, max-age=\d+$/ : /^no-store$/);
      const onlyHttps = ['strict-transport-security', 'clear-site-data', 'set-cookie', 'refresh', 'link'];
      expect(onlyHttps.filter((header) => headers.has(header))).toEqual([]);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe|upgrade-insecure|https?:|\*/);
    });

    test('has one style and one script, whose hashes are those in its policy and of every page, and nothing else inline', () => {
      const { html, headers } = pageOf(name);
      const policy = headers.get('content-security-policy') ?? '';
      const styles = styleHashesOf(html);
      const tags = tagsOf(html);
      expect(styles).toEqual(hashesIn(policy, 'style-src'));
      expect(styles).toHaveLength(1);
      const scripts = scriptHashesOf(html);
      expect(scripts).toEqual(hashesIn(policy, 'script-src'));
      expect(scripts).toEqual(scriptHashesOf(pageOf('index.html').html));
      expect(scripts).toHaveLength(1);
      expect(tags.filter((tag) => tag.name === 'style')).toHaveLength(1);
      expect(tags.filter((tag) => tag.name === 'script').map((tag) => [...tag.attributes])).toEqual([[]]);
      const inline = tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => /^style$|^on/.test(key));
      expect(inline).toEqual([]);
    });

    if (isValidated(expectedPage)) {
      test('is valid HTML', async () => {
        expect(await faultsOfHtml(pageOf(name).html)).toEqual([]);
      });
    }

    test('fetches nothing from anywhere else, its style included', () => {
      const { html } = pageOf(name);
      const resources = tagsOf(html).flatMap((tag) => [
        ...fetched.flatMap((key) => tag.attributes.get(key) ?? []),
        ...(['link', 'use', 'image'].includes(tag.name) && !namesOnly.includes(tag.attributes.get('rel') ?? '')
          ? [tag.attributes.get('href') ?? '']
          : []),
        ...(tag.name === 'form' ? [tag.attributes.get('action') ?? ''] : []),
        ...(tag.attributes.has('formaction') ? [tag.attributes.get('formaction') ?? ''] : []),
      ]);
      expect(resources.filter((address) => !/^(?:\/(?!\/)|#)/.test(address))).toEqual([]);
      expect(
        insideOf(html, 'style')
          .join()
          .match(/url\(|@import|@font-face/i),
      ).toBeNull();
      expect(tagsOf(html).filter(({ name }) => ['iframe', 'object', 'embed', 'base', 'frame'].includes(name))).toEqual(
        [],
      );
    });

    test('shows the way to 999 before the first thing to fill in', () => {
      const tags = tagsOf(pageOf(name).html);
      const field = tags.find(
        ({ name, attributes }) =>
          ['input', 'textarea', 'select'].includes(name) &&
          attributes.get('type') !== 'hidden' &&
          !attributes.has('hidden'),
      );
      const ways = tags.filter(({ attributes }) => /^(tel:999|\/[a-z-]+\/now\/)$/.test(attributes.get('href') ?? ''));
      expect(ways[0]?.at).toBeLessThan(field?.at ?? Number.POSITIVE_INFINITY);
    });
  });

  test.each(everyAnswer)('$name is that answer and no other', ({ name, locale, says }) => {
    expect(textOf(pageOf(name).html)).toContain(wordsOf(locale)(says));
  });

  test('only Leave page leads to another site, and that is not told from where', () => {
    const links = [...came.all.values()]
      .flatMap(({ html }) => tagsOf(html))
      .filter(({ attributes }) => /^https?:/.test(attributes.get('href') ?? ''))
      .filter(({ attributes }) => !namesOnly.includes(attributes.get('rel') ?? ''));
    expect(new Set(links.map(({ attributes }) => attributes.get('href')))).toEqual(new Set([partnership.exit]));
    expect(links.filter(({ attributes }) => !attributes.get('rel')?.includes('noreferrer'))).toEqual([]);
  });
});
