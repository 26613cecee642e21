import type { Page } from 'playwright-core';
import { paths } from '../../functions/report/contract/paths.ts';
import type { DemoSite } from './demo-site.ts';
import { type AnswerKind, everyAnswer } from './every-answer.ts';
import { oneOfEach, type StaticPage, staticPages } from './static-pages.ts';

/** A page or answer under its name, which a browser can be shown. */
export interface Openable {
  readonly name: string;
  /** The id of the language it is in. */
  readonly locale: string;
  open(page: Page, site: DemoSite): Promise<unknown>;
}

/** Every page of the built site, every kind of answer, and the demo's mailbox. */
export const everyOpenable = (siteDir: string): readonly Openable[] => [
  ...staticPages(siteDir).map(toOpenPage),
  ...everyAnswer.map(toOpenAnswer),
  { name: 'demo mailbox', locale: 'en', open: openMailbox },
  { name: 'demo mail', locale: 'en', open: openMail },
];

/** Answers that are made of everything that an answer is made of. */
const covering = ['form with errors, public', 'check page, public', 'receipt, public', 'in danger now'];

/** One page of each template in one language, and the answers that have every part: what is seen of a language on all of its pages. */
export const oneOfEachKind = (siteDir: string, locale: string): readonly Openable[] => [
  ...oneOfEach(staticPages(siteDir))
    .filter((page) => page.locale === locale)
    .map(toOpenPage),
  ...everyAnswer
    .filter((answer) => answer.locale === locale && covering.some((name) => answer.name.endsWith(name)))
    .map(toOpenAnswer),
];

const toOpenPage = ({ file, locale, url }: StaticPage): Openable => ({
  name: file,
  locale,
  open: (page, site) => page.goto(`${site.url}${url}`),
});

const toOpenAnswer = (kind: AnswerKind): Openable => ({
  name: kind.name,
  locale: kind.locale,
  open: (page, site) => openAnswer(page, site, kind),
});

/** An answer to a form cannot be gone to, so its bytes and headers are put where the form would have led. */
async function openAnswer(page: Page, site: DemoSite, { ask }: AnswerKind): Promise<void> {
  const url = `${site.url}${paths.post}`;
  const answer = await ask(site.url);
  const headers = Object.fromEntries([...answer.headers].filter(([key]) => !/^content-(encoding|length)$/.test(key)));
  const response = { status: answer.status, headers, body: await answer.text() };
  await page.route(url, (route) => route.fulfill(response));
  await page.goto(url);
  await page.unroute(url);
}

/** After a report that reached it. */
async function openMailbox(page: Page, site: DemoSite): Promise<void> {
  const report = everyAnswer.find(({ name }) => name === 'receipt, public');
  await report?.ask(site.url);
  await site.mailsOf('police');
  await page.goto(`${site.url}${paths.demo}`);
}

async function openMail(page: Page, site: DemoSite): Promise<void> {
  await openMailbox(page, site);
  await page.locator('a[href$=".eml"]').first().click();
}
