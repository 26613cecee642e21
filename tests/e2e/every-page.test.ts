import { beforeAll, describe, expect, test } from 'vitest';
import partnership from '#content/model/partnership.yaml';
import { type HeaderInput, securityHeaders } from '../../functions/report/headers.ts';
import { languageStates, shownLanguages } from '../../src/build/language-states.ts';
import { forms, tags, textOf } from '../functions/pages/read-html.ts';
import { built } from '../support/built.ts';
import { deadLinks } from '../support/dead-links.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { type AnswerKind, everyAnswer } from '../support/every-answer.ts';
import { insideOf, tagsOf } from '../support/html-tags.ts';
import { faultsOfHtml } from '../support/html-validator.ts';
import { hashesIn, scriptHashesOf, styleHashesOf } from '../support/page-hashes.ts';
import { oneOfEach, staticPages } from '../support/static-pages.ts';
import { tellingWords } from '../support/telling-words.ts';
import { languages, wordsOf } from '../support/words-of.ts';

/** A page or answer as it came. */
interface Came {
  readonly html: string;
  readonly status: number;
  readonly headers: Headers;
  /** The address that a phone's history keeps of it. */
  readonly address: string;
}

interface Expected {
  readonly name: string;
  /** The id of the language it is in. */
  readonly locale: string;
  readonly status: number;
  readonly kind: HeaderInput['kind'];
  /** Its title and address must tell nothing. */
  readonly neutral: boolean;
  ask(site: string): Promise<Response>;
}

const { siteDir } = await built();
const formPage = /\/tell\//;
const help = /\/(help|now|phones|told|young)\//;
/** Search engines may list it: it holds no answers, and is there. */
const isListed = ({ kind, status }: Pick<Expected, 'kind' | 'status'>): boolean => kind === 'page' && status === 200;
/** Where the tests' site is said to stand. */
const publicAddress = 'http://localhost:4321';
const { reviewed } = shownLanguages(languageStates(), 'all');
const shownToSearch = languages.filter(({ id }) => id === 'en' || reviewed.includes(id));

const isReceipt = ({ says }: AnswerKind): boolean => says.startsWith('report:receipt');

const everyPage: readonly Expected[] = [
  ...staticPages(siteDir).map(({ file, locale, url, status }) => ({
    name: file,
    locale,
    status,
    kind: formPage.test(url) ? ('private' as const) : ('page' as const),
    neutral: formPage.test(url) || help.test(url),
    ask: (site: string) => fetch(`${site}${url}`),
  })),
  ...everyAnswer.map((one) => ({
    ...one,
    kind: isReceipt(one) ? ('receipt' as const) : ('private' as const),
    neutral: true,
  })),
  {
    name: 'demo mailbox',
    locale: 'en',
    status: 200,
    kind: 'private',
    neutral: false,
    ask: (site) => fetch(`${site}/demo/`),
  },
];

/** What differs in words alone is validated in one language; `npm run test:all` validates every page. */
const sample = oneOfEach(staticPages(siteDir)).map(({ file }) => file);
const isValidated = ({ name, locale, kind }: Expected): boolean =>
  process.env['KTS_LONG'] === '1' || locale === 'en' || kind !== 'page' || sample.includes(name);

/** Everything that a browser would fetch by itself. */
const fetched = ['src', 'srcset', 'data', 'poster', 'background', 'manifest', 'ping'];

async function read(page: Expected, site: string): Promise<Came> {
  const response = await page.ask(site);
  const { pathname, search, hash } = new URL(response.url);
  const { status, headers } = response;
  return { html: await response.text(), status, headers, address: `${pathname}${search}${hash}` };
}

describe('every page and answer', () => {
  let site: DemoSite;
  const came = new Map<string, Came>();
  const pageOf = (name: string): Came => {
    const page = came.get(name);
    if (page === undefined) throw new Error(`${name} did not come.`);
    return page;
  };

  beforeAll(async () => {
    site = await startDemoSite();
    for (const page of everyPage) came.set(page.name, await read(page, site.url));
    return site.stop;
  });

  describe.each(everyPage)('$name', (expectedPage) => {
    const { name, locale, status, kind, neutral } = expectedPage;
    const language = languages.find(({ id }) => id === locale);
    const others = languages.filter(({ id }) => id !== locale);

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

    test.runIf(isValidated(expectedPage))('is valid HTML', async () => {
      expect(await faultsOfHtml(pageOf(name).html)).toEqual([]);
    });

    test('fetches nothing from anywhere else, its style included', () => {
      const { html } = pageOf(name);
      const resources = tagsOf(html).flatMap((tag) => [
        ...fetched.flatMap((key) => tag.attributes.get(key) ?? []),
        ...(['link', 'use', 'image'].includes(tag.name) && tag.attributes.get('rel') !== 'canonical'
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

    test('says which language it is in and which way it reads', () => {
      const { html } = pageOf(name);
      const root = tagsOf(html).find((one) => one.name === 'html');
      expect([root?.attributes.get('lang'), root?.attributes.get('dir')]).toEqual([language?.tag, language?.dir]);
    });

    test('is listed by search engines only where a person has read it, under its own address', () => {
      const { html, address } = pageOf(name);
      const heads = tagsOf(html).filter(({ name }) => name === 'link' || name === 'meta');
      const linked = (rel: string) =>
        heads.filter(({ attributes }) => attributes.get('rel') === rel).map(({ attributes }) => attributes);
      const robots = heads.filter(({ attributes }) => attributes.get('name') === 'robots');
      const isRead = isListed(expectedPage) && shownToSearch.some(({ id }) => id === locale);
      expect(robots.map(({ attributes }) => attributes.get('content'))).toEqual(isRead ? [] : ['noindex']);
      const own = isListed(expectedPage) ? [`${publicAddress}${address}`] : [];
      expect(linked('canonical').map((link) => link.get('href'))).toEqual(own);
      const inEach = shownToSearch.map(({ id, tag }) => [tag, publicAddress + address.replace(/^\/[^/]+/, `/${id}`)]);
      const others = isRead && address !== '/' && shownToSearch.length > 1;
      const expected = others ? [...inEach, ['x-default', `${publicAddress}/`]] : [];
      expect(linked('alternate').map((link) => [link.get('hreflang'), link.get('href')])).toEqual(expected);
    });

    test('has every number that can be pressed from left to right', () => {
      const links = pageOf(name).html.match(/<a\b[^>]*href="tel:[\s\S]*?<\/a>/g) ?? [];
      const turned = links.filter((link) => !/^<a\b[^>]*\sdir="ltr"|<bdi dir="ltr">/.test(link));
      expect(turned).toEqual([]);
    });

    test('leads to the same page in every other language, and loses no answer on the way', () => {
      const { html, address } = pageOf(name);
      const head = insideOf(html, 'header').join();
      const form = forms(html).find((one) => one.includes('id="languages"')) ?? '';
      const buttons = tags(form)
        .filter(({ attributes }) => attributes.get('name') === 'locale' && !attributes.has('hidden'))
        .filter(({ name }) => name === 'button');
      const links = tags(head).filter(({ attributes }) => attributes.has('hreflang'));
      const isForm = kind === 'private' && /name="step" value="(?:check|send)"/.test(html);
      expect(buttons.map(({ attributes }) => attributes.get('value'))).toEqual(
        isForm ? others.map(({ id }) => id) : [],
      );
      expect(head.includes('href="#languages"')).toBe(isForm);
      const inside = isListed(expectedPage) && address.startsWith(`/${locale}/`);
      const expected = inside ? languages.map(({ id, tag }) => [address.replace(`/${locale}/`, `/${id}/`), tag]) : [];
      expect(links.map(({ attributes }) => [attributes.get('href'), attributes.get('hreflang')])).toEqual(expected);
      const addresses = [...came.values()].map((page) => page.address);
      expect(expected.filter(([href = '']) => !addresses.includes(href))).toEqual([]);
    });

    test.runIf(neutral)('tells nothing in its address or title, in any language', () => {
      const { html, address } = pageOf(name);
      const titles = insideOf(html, 'title');
      expect(address).not.toMatch(tellingWords('en'));
      expect(titles).toHaveLength(1);
      expect(titles[0]).not.toBe('');
      for (const id of new Set(['en', locale])) expect(titles[0]).not.toMatch(tellingWords(id));
      if (kind !== 'page') expect(titles[0]).toBe(wordsOf(locale)('report:title'));
    });
  });

  test.each(everyAnswer)('$name is that answer and no other', ({ name, locale, says }) => {
    expect(textOf(pageOf(name).html)).toContain(wordsOf(locale)(says));
  });

  test('the style turns with the reading direction, but for what is the same on both sides', () => {
    const [style = ''] = insideOf(pageOf('index.html').html, 'style');
    const sided = /(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?:|:\s*(?:left|right)\b/g;
    const rules = [...style.matchAll(/([^{};]+)\{([^{}]*)\}/g)];
    const found = rules.flatMap(([, selector = '', body = '']) =>
      [...body.matchAll(sided)].map(([what]) => `${selector} ${what}`),
    );
    // The torn edge goes from side to side; the box that only programs fill in is far from both.
    const known = ['.edge:after left:', '.edge:after right:', '.away left:'];
    expect(rules.length).toBeGreaterThan(50);
    expect(found.filter((one) => !known.includes(one))).toEqual([]);
  });

  test('every link to a page of ours, and to a part of one, leads somewhere', async () => {
    const pages = [...came].map(([name, page]) => ({ name, ...page }));
    expect(await deadLinks(site.url, pages)).toEqual([]);
    const [first] = pages;
    const html = '<a href="/en/nowhere/">a</a><a href="/en/now/#nothing">b</a><a href="/en/now/#main">c</a>';
    expect(await deadLinks(site.url, [{ name: 'a page', address: first?.address ?? '/', html }])).toEqual([
      'a page: /en/nowhere/',
      'a page: /en/now/#nothing',
    ]);
  });

  test('only Leave page leads to another site, and that is not told from where', () => {
    const links = [...came.values()]
      .flatMap(({ html }) => tagsOf(html))
      .filter(({ attributes }) => /^https?:/.test(attributes.get('href') ?? ''))
      .filter(({ attributes }) => attributes.get('rel') !== 'canonical');
    expect(new Set(links.map(({ attributes }) => attributes.get('href')))).toEqual(new Set([partnership.exit]));
    expect(links.filter(({ attributes }) => !attributes.get('rel')?.includes('noreferrer'))).toEqual([]);
  });
});
