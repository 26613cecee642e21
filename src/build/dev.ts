import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { dev } from 'astro';
import { buildFunction } from './build-function.ts';
import { type DevFunction, startDevFunction } from './dev-function.ts';
import { functionProxy } from './function-proxy.ts';
import { inspectPage } from './inspect-page.ts';
import { languageStates } from './language-states.ts';
import { root } from './root.ts';
import { type BuiltSite, checkMarks } from './site-pages.ts';

const port = 4321;
const functionPort = port + 1;
const siteUrl = `http://localhost:${port}`;
const functionDir = path.join(root, '.build/dev/function');
/** A change in one of these changes what the function answers; `src` since its pages stand round the answers. */
const watched = ['functions', 'content', 'src'];
const pauseMs = 150;

/** `npm run dev`: Astro's own server, and behind it the function as a demo, built again whenever something changes. */
export async function run(): Promise<number> {
  Object.assign(process.env, {
    SITE_URL: siteUrl,
    KTS_INTAKE: 'open',
    KTS_DEMO: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ASTRO_DISABLE_UPDATE_CHECK: '1',
  });
  const vite = { plugins: [functionProxy(functionPort)], server: { strictPort: true } };
  const server = await dev({ root, logLevel: 'warn', server: { port }, vite });
  let running: DevFunction | undefined;
  const refresh = async () => {
    try {
      const site = await currentSite();
      await running?.stop();
      await buildFunction(site, functionDir);
      running = await startDevFunction({ functionDir, port: functionPort, siteUrl });
    } catch (fault) {
      console.error(fault instanceof Error ? fault.message : fault);
    }
  };
  await refresh();
  const watchers = watchFolders(refresh);
  console.log(`Site: ${siteUrl}/  Demo mailbox: ${siteUrl}/demo/`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  for (const watcher of watchers) watcher.close();
  await Promise.all([running?.stop(), server.stop()]);
  return process.exit(0);
}

/** The shells as Astro's server shows them now. */
async function currentSite(): Promise<BuiltSite> {
  const locales = ['en', ...languageStates().map(({ id }) => id)];
  const pages = locales.map(async (locale) => [locale, await shellOf(locale)] as const);
  const shells = new Map(await Promise.all(pages));
  const [first = ''] = shells.values();
  // Astro's server adds modules of its own, which are files; what is left is our one script.
  const hashes = inspectPage(first.replaceAll(/<script type="module"[\s\S]*?<\/script>/g, ''), 'the shell');
  return { shells, hashes };
}

async function shellOf(locale: string): Promise<string> {
  const response = await fetch(`${siteUrl}/${locale}/shell/`);
  if (!response.ok) throw new Error(`Astro could not make the shell of "${locale}" (${response.status}): see above.`);
  return checkMarks(await response.text(), `${locale}/shell`);
}

/** Calls back once after a burst of changes, and never while the last call still runs. */
function watchFolders(changed: () => Promise<void>): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(changed).then(() => console.log('The function is up to date.'));
    }, pauseMs);
  };
  return watched.map((folder) => watch(path.join(root, folder), { recursive: true }, later));
}
