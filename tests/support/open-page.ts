import type { Page } from 'playwright-core';
import { paths } from '../../functions/report/contract/paths.ts';
import type { DemoSite } from './demo-site.ts';
import { everyAnswer } from './every-answer.ts';
import { staticPages } from './static-pages.ts';

/** A page or answer under its name, which a browser can be shown. */
export interface Openable {
  readonly name: string;
  open(page: Page): Promise<unknown>;
}

/** Every page of the site, every kind of answer and the demo's mailbox, ready to be shown in a browser. */
export async function everyOpenable(site: DemoSite): Promise<readonly Openable[]> {
  const pages = staticPages(site.siteDir).map(({ file, url }) => at(file, `${site.url}${url}`));
  const answers: Openable[] = [];
  for (const { name, ask } of everyAnswer) answers.push(fulfilled(name, site, await ask(site.url)));
  const list = await (await fetch(`${site.url}${paths.demo}`)).text();
  const mail = /href="([^"]+\.eml)"/.exec(list)?.[1] ?? paths.demo;
  return [...pages, ...answers, at('demo mailbox', `${site.url}${paths.demo}`), at('demo mail', `${site.url}${mail}`)];
}

const at = (name: string, url: string): Openable => ({ name, open: (page) => page.goto(url) });

/** An answer to a form cannot be gone to, so its bytes and headers are put where a form would have led. */
function fulfilled(name: string, site: DemoSite, answer: Response): Openable {
  const url = `${site.url}${paths.post}`;
  const body = answer.text();
  const headers = Object.fromEntries([...answer.headers].filter(([key]) => !/^content-(encoding|length)$/.test(key)));
  return {
    name,
    async open(page) {
      const response = { status: answer.status, headers, body: await body };
      await page.route(url, (route) => route.fulfill(response));
      await page.goto(url);
      await page.unroute(url);
    },
  };
}
