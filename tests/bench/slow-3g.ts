import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/build/find-chromium.mjs';
import { type BenchSite, everyKind, startIntake } from './bench-site.ts';
import { type Figure, type Findings, judged, show } from './figure.ts';
import { median } from './median.ts';
import { type Felt, probe } from './page-probe.ts';

/** 400 kbit/s each way, 400 ms a request, a processor four times as slow; a cold cache and a phone's window. */
const network = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 };
const slowProcessor = { rate: 4 };
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const runs = 5;
/** Long enough after the last byte for whatever would still move or block. */
const quietMs = 700;

const goals = { firstText: 0.75, firstField: 0.8 };

interface Page {
  readonly about: string;
  readonly path: string;
  readonly hasFields: boolean;
}

const pages: readonly Page[] = [
  { about: 'form', path: '/en/tell/', hasFields: true },
  { about: 'home', path: '/en/', hasFields: false },
];

/** What the form and the home page feel like on the line of a prepaid phone. */
export async function slow3g(site: BenchSite): Promise<Findings> {
  const { url, server } = await startIntake(site, { folder: site.newFolder('slow'), env: site.settings(everyKind) });
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No browser: install Chromium or set CHROMIUM_PATH.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const figures: Figure[] = [];
    for (const page of pages) figures.push(...(await measurePage(browser, url, page)));
    return { figures, notes: [`Slow 3G: Chromium ${browser.version()}, medians of ${runs}.`], voids: [] };
  } finally {
    await browser.close();
    await server.end();
  }
}

async function measurePage(
  browser: Browser,
  url: string,
  { about, path, hasFields }: Page,
): Promise<readonly Figure[]> {
  const loads: Load[] = [];
  await load(browser, url + path);
  for (let run = 0; run < runs; run += 1) loads.push(await load(browser, url + path));
  const middle = (figure: keyof Felt | 'requests') =>
    median(loads.map((one) => one[figure] ?? Number.POSITIVE_INFINITY));
  const seconds = (figure: 'firstText' | 'firstField') => middle(figure) / 1000;
  const what = `slow 3G, ${about}`;
  const field = { what: `${what}: first usable field`, value: seconds('firstField'), most: goals.firstField };
  return [
    judged({ what: `${what}: first text`, value: seconds('firstText'), most: goals.firstText, show: show.seconds }),
    ...(hasFields ? [judged({ ...field, show: show.seconds })] : []),
    judged({ what: `${what}: layout shift`, value: middle('layoutShift'), most: 0, show: String }),
    judged({ what: `${what}: blocked`, value: middle('blocked'), most: 0, show: show.ms }),
    judged({ what: `${what}: requests seen by the browser`, value: middle('requests'), most: 1, show: show.count }),
  ];
}

interface Load extends Felt {
  readonly requests: number;
}

async function load(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', network);
    await line.send('Emulation.setCPUThrottlingRate', slowProcessor);
    let requests = 0;
    page.on('request', (request) => {
      if (!request.url().endsWith('/favicon.svg')) requests += 1;
    });
    await page.addInitScript(probe);
    await page.goto(url, { waitUntil: 'load' });
    await wait(quietMs);
    const felt = await page.evaluate(() => window.felt);
    if (felt === undefined) throw new Error(`${url} ran no probe: is it a page?`);
    return { ...felt, requests };
  } finally {
    await context.close();
  }
}
