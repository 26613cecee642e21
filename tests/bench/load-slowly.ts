import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { type Felt, probe } from './page-probe.ts';

/** 400 kbit/s each way, 400 ms a request, a processor four times as slow; a cold cache and a phone's window. */
const network = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 };
const processor = { rate: 4 };
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** Long enough after the last byte for whatever would still move or block. */
const quietMs = 700;

export interface Load extends Felt {
  /** All but the favicon. */
  readonly requests: number;
}

/** What is asked for: an address, or an address that a form is posted to from an empty page of the same site. */
export interface Asking {
  readonly url: string;
  readonly fields?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** One page, cold, as a phone on a bad line gets it. */
export async function loadSlowly(browser: Browser, { url, fields }: Asking): Promise<Load> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    if (fields !== undefined) await page.goto(new URL('/api/report/health', url).href);
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', network);
    await line.send('Emulation.setCPUThrottlingRate', processor);
    let requests = 0;
    page.on('request', (request) => {
      if (!/\/favicon\.\w+$/.test(request.url())) requests += 1;
    });
    await page.addInitScript(probe);
    if (fields === undefined) await page.goto(url, { waitUntil: 'load' });
    else await Promise.all([page.waitForEvent('load'), page.evaluate(postForm, { url, fields })]);
    await wait(quietMs);
    const felt = await page.evaluate(() => window.felt);
    if (felt === undefined) throw new Error(`${url} ran no probe: is it a page?`);
    return { ...felt, requests };
  } finally {
    await context.close();
  }
}

/** Runs inside the page, handed over as source. */
function postForm({ url, fields = [] }: Asking): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  for (const [name, value] of fields) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
