import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/build/find-chromium.mjs';
import { type BenchSite, everyKind, startIntake } from './bench-site.ts';
import { type Figure, type Findings, judged, show } from './figure.ts';
import { serveFloorPage } from './floor-page.ts';
import { type Load, loadSlowly } from './load-slowly.ts';
import { median } from './median.ts';

const runs = 5;
/** Seconds. */
const goals = { firstText: 0.75, firstField: 0.8 };

/**
 * What the form and the home page feel like on the line of a prepaid phone. Beside them stands the least page there can
 * be: what that takes is the machine and the line.
 */
export async function slow3g(site: BenchSite): Promise<Findings> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No browser: install Chromium or set CHROMIUM_PATH.');
  const { url, server } = await startIntake(site, { folder: site.newFolder('slow'), env: site.settings(everyKind) });
  const floor = await serveFloorPage();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });
  try {
    const loads = await loadInTurn(browser, { form: `${url}/en/tell/`, home: `${url}/en/`, floor: `${floor.url}/` });
    return {
      figures: [...figuresOf('form', loads.form), ...figuresOf('home', loads.home), floorFigure(loads.floor)],
      notes: [`Slow 3G: Chromium ${browser.version()}, medians of ${runs}, pages in turn.`],
      voids: [],
    };
  } finally {
    await browser.close();
    floor.server.close();
    await server.end();
  }
}

type PageName = 'form' | 'home' | 'floor';

async function loadInTurn(browser: Browser, pages: Readonly<Record<PageName, string>>) {
  const loads: Record<PageName, Load[]> = { form: [], home: [], floor: [] };
  await loadSlowly(browser, pages.form); // not counted: it warms the browser up
  for (let run = 0; run < runs; run += 1) {
    for (const name of ['form', 'home', 'floor'] as const) loads[name].push(await loadSlowly(browser, pages[name]));
  }
  return loads;
}

/** What never came took for ever. */
const middle = (loads: readonly Load[], figure: keyof Load): number =>
  median(loads.map((load) => load[figure] ?? Number.POSITIVE_INFINITY));

function figuresOf(name: 'form' | 'home', loads: readonly Load[]): readonly Figure[] {
  const what = `slow 3G, ${name}`;
  const seconds = (figure: keyof typeof goals) => ({
    value: middle(loads, figure) / 1000,
    most: goals[figure],
    show: show.seconds,
  });
  return [
    judged({ what: `${what}: first text`, ...seconds('firstText') }),
    ...(name === 'form' ? [judged({ what: `${what}: first usable field`, ...seconds('firstField') })] : []),
    judged({ what: `${what}: layout shift`, value: middle(loads, 'layoutShift'), most: 0, show: String }),
    judged({ what: `${what}: blocked`, value: middle(loads, 'blocked'), most: 0, show: show.ms }),
    judged({ what: `${what}: requests`, value: middle(loads, 'requests'), most: 1, show: show.count }),
  ];
}

function floorFigure(loads: readonly Load[]): Figure {
  const [text, field] = [middle(loads, 'firstText') / 1000, middle(loads, 'firstField') / 1000];
  return {
    what: 'beside it: slow 3G, the least page there can be',
    measured: `text ${show.seconds(text)}, field ${show.seconds(field)}`,
  };
}
