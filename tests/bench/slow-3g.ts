import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/build/find-chromium.mjs';
import { type BenchSite, everyKind, startIntake } from './bench-site.ts';
import { type Figure, type Findings, judged, show } from './figure.ts';
import { serveFloorPage } from './floor-page.ts';
import { type Load, loadSlowly } from './load-slowly.ts';
import { median } from './median.ts';
import { everySlowPage, fewSlowPages, type SlowPage } from './slow-pages.ts';

/** KTS_LONG=1: every page and every kind of answer of every language, once each; else a few, five times each. */
const everyPage = process.env['KTS_LONG'] === '1';
const runs = everyPage ? 1 : 5;
const mostLines = 20;
/** Seconds. */
const goals = { firstText: 0.75, firstField: 0.8 };

/** A page that is loaded, and how each of its loads felt. */
interface Loaded extends SlowPage {
  readonly loads: Load[];
}

/**
 * What pages feel like on the line of a prepaid phone. Beside them stands the least page there can be: what that takes is
 * the machine and the line.
 */
export async function slow3g(site: BenchSite): Promise<Findings> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No browser: install Chromium or set CHROMIUM_PATH.');
  const { url, server } = await startIntake(site, { folder: site.newFolder('slow'), env: site.settings(everyKind) });
  const floor = await serveFloorPage();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const find = everyPage ? everySlowPage : fewSlowPages;
    const pages = (await find({ url, siteDir: site.siteDir })).map((page) => ({ ...page, loads: [] }));
    const least = { about: 'the least page', isForm: true, url: `${floor.url}/`, loads: [] };
    await loadInTurn(browser, [...pages, least]);
    return {
      figures: [...figuresOf(pages), floorFigure(least.loads)],
      notes: [
        `Slow 3G: Chromium ${browser.version()}, medians of ${runs}, ${pages.length} pages in turn, ${withinText(pages)} of them with text within ${show.seconds(goals.firstText)}.`,
        ...slowest(pages).slice(0, mostLines).map(lineOf),
      ],
      voids: [],
    };
  } finally {
    await browser.close();
    floor.server.close();
    await server.end();
  }
}

async function loadInTurn(browser: Browser, pages: readonly Loaded[]): Promise<void> {
  for (const page of pages.slice(0, 1)) await loadSlowly(browser, page); // not counted: it warms the browser up
  for (let run = 0; run < runs; run += 1) {
    for (const page of pages) page.loads.push(await loadSlowly(browser, page));
  }
}

/** What never came took for ever. */
const middle = (loads: readonly Load[], figure: keyof Load): number =>
  median(loads.map((load) => load[figure] ?? Number.POSITIVE_INFINITY));

/** Of each figure the worst page, by name. */
function figuresOf(pages: readonly Loaded[]): readonly Figure[] {
  const worst = (figure: keyof Load, of: readonly Loaded[] = pages) => {
    const [first] = of
      .map(({ about, loads }) => ({ about, value: middle(loads, figure) }))
      .toSorted((a, b) => b.value - a.value);
    return { about: first?.about ?? '', value: first?.value ?? Number.POSITIVE_INFINITY };
  };
  const line = (
    what: string,
    { about, value }: ReturnType<typeof worst>,
    rest: Pick<Parameters<typeof judged>[0], 'most' | 'show'>,
  ) => judged({ what: `slow 3G, ${what}, worst: ${about}`, value, ...rest });
  const forms = pages.filter(({ isForm }) => isForm);
  const inSeconds = ({ about, value }: ReturnType<typeof worst>) => ({ about, value: value / 1000 });
  return [
    line('first text', inSeconds(worst('firstText')), { most: goals.firstText, show: show.seconds }),
    line('first usable field', inSeconds(worst('firstField', forms)), { most: goals.firstField, show: show.seconds }),
    line('layout shift', worst('layoutShift'), { most: 0, show: String }),
    line('blocked', worst('blocked'), { most: 0, show: show.ms }),
    line('requests', worst('requests'), { most: 1, show: show.count }),
  ];
}

const withinText = (pages: readonly Loaded[]): number =>
  pages.filter(({ loads }) => middle(loads, 'firstText') <= goals.firstText * 1000).length;

/** Latest text first. */
const slowest = (pages: readonly Loaded[]): readonly Loaded[] =>
  pages.toSorted((a, b) => middle(b.loads, 'firstText') - middle(a.loads, 'firstText'));

/** One page of ours in one line. */
function lineOf(page: Loaded): string {
  const seconds = (figure: keyof Load) => show.seconds(middle(page.loads, figure) / 1000);
  const field = page.isForm ? `, field ${seconds('firstField')}` : '';
  return `  text ${seconds('firstText')}${field}, blocked ${show.ms(middle(page.loads, 'blocked'))}  ${page.about}`;
}

function floorFigure(loads: readonly Load[]): Figure {
  const [text, field] = [middle(loads, 'firstText') / 1000, middle(loads, 'firstField') / 1000];
  return {
    what: 'beside it: slow 3G, the least page there can be',
    measured: `text ${show.seconds(text)}, field ${show.seconds(field)}`,
  };
}
