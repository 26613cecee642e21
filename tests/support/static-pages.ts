import { readdirSync } from 'node:fs';
import { languages } from './words-of.ts';

/** A page of the built site: the file it is, and the address a browser asks for it. */
export interface StaticPage {
  readonly file: string;
  readonly url: string;
  readonly status: number;
  /** The id of the language it is in. */
  readonly locale: string;
  /** What it was made by: its address without the language, and `*` for what the sign pages are about. Empty: the home page. */
  readonly template: string;
}

const formPage = /\/tell\//;
const source = 'en';

/** Every page that the build left, "not found" among them. The form pages are answered as 203, see `notKeptAlive`. */
export function staticPages(siteDir: string): readonly StaticPage[] {
  const files = readdirSync(siteDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  return files.sort().map((file) => {
    if (file === '404.html') return { file, url: '/en/no-such-page/', status: 404, locale: source, template: file };
    const url = `/${file.replace(/index\.html$/, '')}`;
    const status = formPage.test(url) ? 203 : 200;
    return { file, url, status, ...madeOf(url) };
  });
}

function madeOf(url: string): Pick<StaticPage, 'locale' | 'template'> {
  const [, first = '', tail = ''] = /^\/([^/]*)\/?(.*)$/.exec(url) ?? [];
  const locale = languages.find(({ id }) => id === first)?.id;
  if (locale === undefined) return { locale: source, template: url };
  return { locale, template: tail.replace(/^(signs\/[a-z]+\/)[^/]+\/$/, '$1*') };
}

/** The first page of each template in each language. */
export function oneOfEach(pages: readonly StaticPage[]): readonly StaticPage[] {
  const kindOf = ({ locale, template }: StaticPage) => `${locale} ${template}`;
  return pages.filter((page, at) => pages.findIndex((other) => kindOf(other) === kindOf(page)) === at);
}
