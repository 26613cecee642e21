import type { HeaderInput } from '../../functions/report/headers.ts';
import { type AnswerKind, everyAnswer } from './every-answer.ts';
import { type StaticPage, staticPages } from './static-pages.ts';

/** A page or answer as it came. */
export interface Came {
  readonly html: string;
  readonly status: number;
  readonly headers: Headers;
  /** The address that a phone's history keeps of it. */
  readonly address: string;
}

/** A page or answer, and what it must be. */
export interface Expected {
  readonly name: string;
  /** The id of the language it is in. */
  readonly locale: string;
  readonly status: number;
  readonly kind: HeaderInput['kind'];
  /** Its title and address must tell nothing. */
  readonly neutral: boolean;
  ask(site: string): Promise<Response>;
}

const formPage = /\/tell\//;
const help = /\/(help|now|phones|told|young)\//;

const toExpectedPage = ({ file, locale, url, status }: StaticPage): Expected => ({
  name: file,
  locale,
  status,
  kind: formPage.test(url) ? 'private' : 'page',
  neutral: formPage.test(url) || help.test(url),
  ask: (site) => fetch(`${site}${url}`),
});

const toExpectedAnswer = (answer: AnswerKind): Expected => ({
  ...answer,
  kind: answer.says.startsWith('report:receipt') ? 'receipt' : 'private',
  neutral: true,
});

const mailbox: Expected = {
  name: 'demo mailbox',
  locale: 'en',
  status: 200,
  kind: 'private',
  neutral: false,
  ask: (site) => fetch(`${site}/demo/`),
};

/** Every page of the built site and every kind of answer, in every language. */
export const everyPage = (siteDir: string): readonly Expected[] => [
  ...staticPages(siteDir).map(toExpectedPage),
  ...everyAnswer.map(toExpectedAnswer),
  mailbox,
];

/** All of them from a running site, by name; a name that did not come throws. */
export async function readAll(pages: readonly Expected[], site: string) {
  const came = new Map<string, Came>();
  for (const page of pages) came.set(page.name, await read(page, site));
  return {
    all: came,
    of(name: string): Came {
      const page = came.get(name);
      if (page === undefined) throw new Error(`${name} did not come.`);
      return page;
    },
  };
}

async function read(page: Expected, site: string): Promise<Came> {
  const response = await page.ask(site);
  const { pathname, search, hash } = new URL(response.url);
  const { status, headers } = response;
  return { html: await response.text(), status, headers, address: `${pathname}${search}${hash}` };
}
