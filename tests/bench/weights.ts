import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { languages } from '../support/words-of.ts';
import { type BenchSite, everyKind, startIntake } from './bench-site.ts';
import { type Findings, judged, show } from './figure.ts';
import { neededScriptBytesOf, requestsOf, scriptBytesOf } from './page-needs.ts';
import { aReport } from './reports.ts';
import { type Weight, weighAnswers, weighPost, weighSend } from './weigh-answers.ts';
import { byWeight, weighFiles } from './weigh-files.ts';

/** Ten TCP segments: what a new connection may send before it waits for the other side. */
const mostBytes = 14_600;
const namedInNote = 10;

/**
 * What every page and every kind of answer of every language weighs on the wire, response headers included: files at brotli 11 as the
 * build compressed them, answers at brotli 7, both as the real server sends them to a browser.
 */
export async function weights(site: BenchSite): Promise<Findings> {
  const all = [...(await openSite(site)), ...(await siteWithoutKeys(site)), ...(await closedSite(site))];
  const heaviest = byWeight(all);
  const pages = all.map(({ answer }) => answer.text).filter((text) => /^<!doctype html>/i.test(text));
  const most = (measure: (html: string) => number) => Math.max(...pages.map(measure));
  const [top] = heaviest;
  const what = `heaviest of ${pages.length} pages and ${all.length - pages.length} other answers`;
  return {
    figures: [
      judged({ what, value: top?.answer.bytes ?? 0, most: mostBytes, show: show.bytes }),
      judged({
        what: 'JavaScript that any of them needs',
        value: most(neededScriptBytesOf),
        most: 0,
        show: show.bytes,
      }),
      judged({ what: 'requests, the most any of them makes', value: most(requestsOf), most: 1, show: show.count }),
    ],
    notes: [
      `The ten heaviest in ${languages.length} languages, bytes on the wire with headers, ${show.bytes(mostBytes)} at most:`,
      ...heaviest.slice(0, namedInNote).map(({ about, answer }) => `  ${show.bytes(answer.bytes)}  ${about}`),
      `The script that only helps, the most on any of them: ${show.bytes(most(scriptBytesOf))} before compression.`,
    ],
    voids: all.filter(isPlain).map(({ about }) => `${about} came without brotli.`),
  };
}

function openSite(site: BenchSite): Promise<readonly Weight[]> {
  const server = { folder: site.newFolder('weights'), env: site.settings(everyKind) };
  return whileServed(site, server, async (url) => [
    ...(await weighFiles(url, site.siteDir)),
    ...(await weighAnswers(url, languages)),
  ]);
}

/** Nothing can be sealed, so nothing is kept, and every answer stays on the page. */
function siteWithoutKeys(site: BenchSite): Promise<readonly Weight[]> {
  const folder = path.join(site.folder, 'without-keys');
  mkdirSync(folder);
  const fields = { ...aReport, concern: 'labour' };
  return whileServed(site, { folder, env: site.settings(everyKind) }, async (url) => [
    await weighSend(url, { about: 'could not be kept', fields, status: 503 }),
  ]);
}

function closedSite(site: BenchSite): Promise<readonly Weight[]> {
  const server = { folder: site.newFolder('closed'), env: { ...site.settings(everyKind), INTAKE: 'closed' } };
  return whileServed(site, server, async (url) => [
    await weighPost(url, { about: 'closed', fields: { ...aReport, step: 'check' }, status: 503 }),
  ]);
}

async function whileServed<T>(
  site: BenchSite,
  server: Parameters<typeof startIntake>[1],
  use: (url: string) => Promise<T>,
): Promise<T> {
  const { url, server: running } = await startIntake(site, server);
  try {
    return await use(url);
  } finally {
    await running.end();
  }
}

/** A server compresses nothing below this. */
const leastBytes = 300;
const isPlain = ({ answer }: Weight): boolean => answer.encoding !== 'br' && answer.text.length >= leastBytes;
