import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';
import { type HeaderInput, securityHeaders } from '../../functions/report/headers.ts';
import { textOf } from '../functions/pages/read-html.ts';
import { sending } from '../support/ask-function.ts';
import { built } from '../support/built.ts';
import { type DemoSite, demoSite, startDemoSite } from '../support/demo-site.ts';
import { type AnswerKind, everyAnswer } from '../support/every-answer.ts';
import { insideOf, tagsOf } from '../support/html-tags.ts';
import { faultsOfHtml } from '../support/html-validator.ts';
import { staticPages } from '../support/static-pages.ts';
import { words } from '../support/words-of.ts';

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
  readonly status: number;
  readonly kind: HeaderInput['kind'];
  /** Its title and address must tell nothing. */
  readonly neutral: boolean;
  ask(site: string): Promise<Response>;
}

const { siteDir } = await built();
const formPage = /\/tell\//;
const help = /\/(now|phones)\//;

const isReceipt = ({ says }: AnswerKind): boolean => says.startsWith('report:receipt');

const everyPage: readonly Expected[] = [
  ...staticPages(siteDir).map(({ file, url, status }) => ({
    name: file,
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
  { name: 'demo mailbox', status: 200, kind: 'private', neutral: false, ask: (site) => fetch(`${site}/demo/`) },
];

/** service.md M16: none of these in a title or an address that a phone's history keeps of help, form, check and receipt. */
const telling = /report|police|slave|exploit|abus|helpline|victim|traffick|crime|agenc/i;
/** Everything that a browser would fetch by itself. */
const fetched = ['src', 'srcset', 'data', 'poster', 'background', 'manifest', 'ping'];

const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const hashesIn = (policy: string, directive: string): readonly string[] =>
  policy
    .split('; ')
    .filter((part) => part.startsWith(`${directive} `))
    .flatMap((part) => [...part.matchAll(/'(sha(?:256|384|512)-[^']+)'/g)].map(([, hash = '']) => hash));

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

  describe.each(everyPage)('$name', ({ name, status, kind, neutral }) => {
    test('has its status, and every security header as it should be', () => {
      const { html, headers, status: got } = pageOf(name);
      expect(got).toBe(status);
      const [style = ''] = insideOf(html, 'style');
      const expected = securityHeaders({ styleHash: sha256(style), https: false, kind });
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

    test('has one style, whose hash is the one in its policy, at most one script, and nothing inline', () => {
      const { html, headers } = pageOf(name);
      const policy = headers.get('content-security-policy') ?? '';
      const styles = insideOf(html, 'style');
      const tags = tagsOf(html);
      expect(styles.map(sha256)).toEqual(hashesIn(policy, 'style-src'));
      expect(styles).toHaveLength(1);
      expect(hashesIn(policy, 'script-src').length).toBeLessThanOrEqual(1);
      expect(tags.filter((tag) => tag.name === 'style')).toHaveLength(1);
      expect(tags.filter((tag) => tag.name === 'script')).toEqual([]);
      const inline = tags.flatMap(({ attributes }) => [...attributes.keys()]).filter((key) => /^style$|^on/.test(key));
      expect(inline).toEqual([]);
    });

    test('is valid HTML', async () => {
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
      const { html, address } = pageOf(name);
      const id = /^\/([a-z-]+)\//.exec(address)?.[1];
      const language = languages.find((one) => one.id === id) ?? languages.find((one) => one.id === 'en');
      const root = tagsOf(html).find((one) => one.name === 'html');
      expect([root?.attributes.get('lang'), root?.attributes.get('dir')]).toEqual([language?.tag, language?.dir]);
    });

    test('tells nothing in its address, nor in its title where someone asks for help', () => {
      const { html, address } = pageOf(name);
      expect(address).not.toMatch(telling);
      const titles = insideOf(html, 'title');
      expect(titles).toHaveLength(1);
      expect(titles[0]).not.toBe('');
      if (neutral) expect(titles[0]).not.toMatch(telling);
      if (kind !== 'page' && neutral) expect(titles[0]).toBe('Information – Know the Signs');
    });
  });

  test.each(everyAnswer)('$name is that answer and no other', ({ name, says }) => {
    expect(textOf(pageOf(name).html)).toContain(words(says));
  });

  test('every link to a page of ours, and to a part of one, leads somewhere', async () => {
    const dead: string[] = [];
    const asked = new Map<string, Promise<string | undefined>>();
    const page = (address: string) => {
      const known =
        asked.get(address) ?? fetch(`${site.url}${address}`).then((got) => (got.ok ? got.text() : undefined));
      asked.set(address, known);
      return known;
    };
    for (const [name, { html, address }] of came) {
      for (const { attributes } of tagsOf(html)) {
        const href = attributes.get('href') ?? attributes.get('formaction');
        if (href === undefined || /^[a-z]+:/.test(href)) continue;
        const { pathname, hash } = new URL(href, `${site.url}${address}`);
        const target = href.startsWith('#') ? html : await page(pathname === '/api/answers' ? '/en/tell/' : pathname);
        const isThere = hash === '' || target?.includes(` id="${decodeURIComponent(hash.slice(1))}"`);
        if (target === undefined || !isThere) dead.push(`${name}: ${href}`);
      }
    }
    expect([...new Set(dead)]).toEqual([]);
    expect(asked.size).toBeGreaterThan(10);
  });

  test('only Leave page, and sources on the page for professionals, lead to another site, and none is told from where', () => {
    const outward = [...came.values()].flatMap(({ html }) =>
      tagsOf(html).filter(({ attributes }) => /^https?:/.test(attributes.get('href') ?? '')),
    );
    const links = outward.filter(({ attributes }) => attributes.get('rel') !== 'canonical');
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(({ attributes }) => !attributes.get('rel')?.includes('noreferrer'))).toEqual([]);
  });
});

test('a site whose address is https asks for https from then on, and clears the cache behind a receipt', async () => {
  const site = await demoSite({ SITE_URL: 'https://signs.example' });
  const here = `http://127.0.0.1:${site.port}`;
  const receipt = everyAnswer.find(isReceipt);
  const answers = [await fetch(`${here}/en/`), await receipt?.ask(here)];
  for (const answer of answers) {
    expect(answer?.headers.get('strict-transport-security')).toBe('max-age=63072000');
    expect(answer?.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  }
  expect(answers.map((answer) => answer?.headers.get('clear-site-data'))).toEqual([null, '"cache"']);
});

test('while intake is closed, the form and what is sent to it are answered with phones on pages like all others', async () => {
  const secret = () => randomBytes(32).toString('base64');
  const site = await demoSite({
    INTAKE: 'closed',
    SMTP_URL: 'smtps://relay.example',
    MAIL_FROM: 'reports@signs.example',
    MASTER_KEY: secret(),
    INTAKE_SECRET: secret(),
  });
  const asked: readonly [kind: HeaderInput['kind'], answer: Promise<Response>][] = [
    ['page', fetch(`${site.url}/en/tell/`)],
    ['private', sending({ signs: 'debt', where: 'the green door' })(site.url)],
  ];
  for (const [kind, answer] of asked) {
    const { status, headers } = await answer;
    const html = await (await answer).text();
    const styleHash = sha256(insideOf(html, 'style')[0] ?? '');
    expect(status).toBe(kind === 'page' ? 200 : 503);
    expect(Object.fromEntries(headers)).toMatchObject(securityHeaders({ styleHash, https: false, kind }));
    expect(await faultsOfHtml(html)).toEqual([]);
    expect(tagsOf(html).some(({ name }) => name === 'textarea')).toBe(false);
    expect(html).toContain('href="tel:');
    expect(html.includes('the green door')).toBe(kind === 'private');
  }
});
