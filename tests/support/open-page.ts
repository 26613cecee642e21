import type { Page } from 'playwright-core';
import { paths } from '../../functions/report/contract/paths.ts';
import type { DemoSite } from './demo-site.ts';
import { type AnswerKind, everyAnswer } from './every-answer.ts';
import { staticPages } from './static-pages.ts';

/** A page or answer under its name, which a browser can be shown. */
export interface Openable {
  readonly name: string;
  open(page: Page, site: DemoSite): Promise<unknown>;
}

/** Every page of the built site, every kind of answer, and the demo's mailbox. */
export const everyOpenable = (siteDir: string): readonly Openable[] => [
  ...staticPages(siteDir).map(({ file, url }) => ({
    name: file,
    open: (page: Page, site: DemoSite) => page.goto(`${site.url}${url}`),
  })),
  ...everyAnswer.map((kind) => ({
    name: kind.name,
    open: (page: Page, site: DemoSite) => openAnswer(page, site, kind),
  })),
  { name: 'demo mailbox', open: openMailbox },
  { name: 'demo mail', open: openMail },
];

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
