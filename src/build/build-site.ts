import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Drafts, languageStates, shownLanguages } from './language-states.ts';
import { root } from './root.ts';

/** What a site is built for. */
export interface SiteInput {
  readonly siteUrl: string;
  readonly intake: 'open' | 'phones-only';
  readonly demo: boolean;
  /** Languages whose safety words no person reviewed, and that are shown all the same. */
  readonly drafts: Drafts;
}

/** Runs Astro into a folder. What it says is shown only when it fails. */
export function buildSite({ siteUrl, intake, demo, drafts }: SiteInput, outDir: string): Promise<void> {
  const { shown, reviewed } = shownLanguages(languageStates(), drafts);
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    SITE_URL: siteUrl,
    KTS_OUT_DIR: outDir,
    KTS_CACHE_DIR: `${outDir}-cache`,
    KTS_INTAKE: intake,
    KTS_DEMO: demo ? '1' : '0',
    KTS_LANGUAGES: shown.join(','),
    KTS_REVIEWED: reviewed.join(','),
  };
  const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Astro could not build the site; it said:\n${Buffer.concat(said).toString()}`));
    });
  });
}
