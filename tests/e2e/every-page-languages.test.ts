import { beforeAll, describe, expect, test } from 'vitest';
import { languageStates, shownLanguages } from '../../src/build/language-states.ts';
import { forms, tags } from '../functions/pages/read-html.ts';
import { built } from '../support/built.ts';
import { startDemoSite } from '../support/demo-site.ts';
import { type Came, everyPage, readAll } from '../support/every-page.ts';
import { insideOf, tagsOf } from '../support/html-tags.ts';
import { tellingWords } from '../support/telling-words.ts';
import { languageOf, languages, wordsOf } from '../support/words-of.ts';

const { siteDir } = await built();
const pages = everyPage(siteDir);
/** Where the tests' site is said to stand. */
const publicAddress = 'http://localhost:4321';
const { reviewed } = shownLanguages(languageStates(), 'all');
const shownToSearch = languages.filter(({ id }) => id === 'en' || reviewed.includes(id));

let came: Awaited<ReturnType<typeof readAll>>;
const pageOf = (name: string): Came => came.of(name);

beforeAll(async () => {
  const site = await startDemoSite();
  came = await readAll(pages, site.url);
  return site.stop;
});

describe.each(pages)('$name', ({ name, locale, status, kind, neutral }) => {
  const language = languageOf(locale);
  const others = languages.filter(({ id }) => id !== locale);
  /** It holds no answers, and is there. */
  const isListed = kind === 'page' && status === 200;

  test('says which language it is in and which way it reads', () => {
    const { html } = pageOf(name);
    const root = tagsOf(html).find((one) => one.name === 'html');
    expect([root?.attributes.get('lang'), root?.attributes.get('dir')]).toEqual([language.tag, language.dir]);
  });

  test('is listed by search engines only where a person has read it, under its own address', () => {
    const { html, address } = pageOf(name);
    const heads = tagsOf(html).filter(({ name }) => name === 'link' || name === 'meta');
    const linked = (rel: string) =>
      heads.filter(({ attributes }) => attributes.get('rel') === rel).map(({ attributes }) => attributes);
    const robots = heads.filter(({ attributes }) => attributes.get('name') === 'robots');
    const isRead = isListed && shownToSearch.some(({ id }) => id === locale);
    expect(robots.map(({ attributes }) => attributes.get('content'))).toEqual(isRead ? [] : ['noindex']);
    const own = isListed ? [`${publicAddress}${address}`] : [];
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
    const isForm = /<textarea id="where"|name="step" value="send"/.test(html);
    expect(buttons.map(({ attributes }) => attributes.get('value'))).toEqual(isForm ? others.map(({ id }) => id) : []);
    expect(head.includes('href="#languages"')).toBe(isForm);
    const inside = isListed && address.startsWith(`/${locale}/`);
    const expected = inside ? languages.map(({ id, tag }) => [address.replace(`/${locale}/`, `/${id}/`), tag]) : [];
    expect(links.map(({ attributes }) => [attributes.get('href'), attributes.get('hreflang')])).toEqual(expected);
    const addresses = [...came.all.values()].map((page) => page.address);
    expect(expected.filter(([href = '']) => !addresses.includes(href))).toEqual([]);
  });

  if (!neutral) return;

  test('tells nothing in its address or title, in any language', () => {
    const { html, address } = pageOf(name);
    const titles = insideOf(html, 'title');
    expect(address).not.toMatch(tellingWords('en'));
    expect(titles).toHaveLength(1);
    expect(titles[0]).not.toBe('');
    for (const id of new Set(['en', locale])) expect(titles[0]).not.toMatch(tellingWords(id));
    if (kind !== 'page') expect(titles[0]).toBe(wordsOf(locale)('report:title'));
  });
});

test('the style turns with the reading direction, but for what is the same on both sides', () => {
  const [style = ''] = insideOf(pageOf('index.html').html, 'style');
  const sided = /(?<![\w-])(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?:|:\s*(?:left|right)\b/g;
  const rules = [...style.matchAll(/([^{};]+)\{([^{}]*)\}/g)];
  const found = rules.flatMap(([, selector = '', body = '']) =>
    [...body.matchAll(sided)].map(([what]) => `${selector} ${what}`),
  );
  // The torn edge goes from side to side.
  const known = ['.edge:before left:', '.edge:before right:'];
  expect(rules.length).toBeGreaterThan(50);
  expect(found.filter((one) => !known.includes(one))).toEqual([]);
});
