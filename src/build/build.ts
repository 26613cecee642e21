import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildFunction } from './build-function.ts';
import { buildSite, type SiteInput } from './build-site.ts';
import { deploymentInput, say } from './deployment.ts';
import { sayLeftOutWith } from './language-states.ts';
import { withLock } from './lock.mjs';
import { outputs } from './outputs.ts';
import { precompress } from './precompress.ts';
import { root } from './root.ts';
import { takeShells } from './site-pages.ts';
import { stampOf } from './stamp.ts';

/** What is built, and into which folders; tests give folders of their own. */
export interface BuildInput extends SiteInput {
  readonly siteDir: string;
  readonly functionDir: string;
}

const workDir = path.join(root, '.build');
const stampName = 'stamp';

/** Builds what is missing or stale; answers whether it had to. */
export function buildIfStale(input: BuildInput): Promise<boolean> {
  return locked(async () => {
    const stamp = await stampOf(input);
    if (await isBuilt(input, stamp)) return false;
    await buildBoth(input, stamp);
    return true;
  });
}

/** Builds site and function, whatever is there. */
export function buildAll(input: BuildInput): Promise<void> {
  return locked(async () => buildBoth(input, await stampOf(input)));
}

/** One build at a time: Astro keeps files of its own that two builds would fight over. */
function locked<T>(task: () => Promise<T>): Promise<T> {
  return withLock(path.join(workDir, 'build.lock'), task);
}

async function isBuilt({ siteDir, functionDir }: BuildInput, stamp: string): Promise<boolean> {
  const file = path.join(functionDir, stampName);
  return existsSync(siteDir) && existsSync(file) && (await readFile(file, 'utf8')) === stamp;
}

/** Site → hashes and shells → function; then both into place, so that nobody ever meets half a build. */
async function buildBoth(input: BuildInput, stamp: string): Promise<void> {
  const work = path.join(workDir, `build-${process.pid}`);
  const [site, fn] = [path.join(work, 'site'), path.join(work, 'function')];
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    await buildSite(input, site);
    await rm(path.join(site, 'README.md'), { force: true }); // of the folder `public`, for whoever works on it
    const built = await takeShells(site);
    await Promise.all([precompress(site), buildFunction(built, fn)]);
    // Wherever the folder is copied to, Node takes its files for modules.
    await writeFile(path.join(fn, 'package.json'), '{ "type": "module" }\n');
    await writeFile(path.join(fn, stampName), stamp);
    await moveInPlace(site, input.siteDir, work);
    await moveInPlace(fn, input.functionDir, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Two renames: the folder is whole before and after, and away for no longer than they take. */
async function moveInPlace(from: string, to: string, work: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  if (existsSync(to)) await move(to, path.join(work, `old-${path.basename(to)}`));
  await move(from, to);
}

/** A folder on another disk, such as a test's, cannot be renamed to: it is copied. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

/** `npm run build`: both outputs, for the settings of this folder. Answers an exit code. */
export async function run(): Promise<number> {
  try {
    const input = await deploymentInput();
    await buildAll({ ...input, ...outputs });
    const kind = input.demo ? 'a demo' : `a site with intake ${input.intake}`;
    console.log(`Built dist and dist-function: ${kind} at ${input.siteUrl}. Restart what runs from them.`);
    for (const line of sayLeftOutWith(input.drafts)) console.log(line);
    return 0;
  } catch (fault) {
    say(fault);
    return 1;
  }
}

if (import.meta.main) process.exitCode = await run();
