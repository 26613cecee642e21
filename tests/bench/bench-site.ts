import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { buildPartnership } from '../support/another-partnership.ts';
import { freePort } from '../support/free-port.ts';
import { liveEnvironment } from '../support/live-site.ts';
import { translations } from '../support/words-of.ts';
import { type ServerProcess, startServer } from './server-process.ts';

export interface BenchSite {
  readonly folder: string;
  readonly siteDir: string;
  readonly functionDir: string;
  readonly buildSeconds: number;
  /** A folder of its own with a store whose keys are published. */
  newFolder(name: string): string;
  removeFolder(folder: string): void;
  /** Settings of a site where only these agencies have a mailbox. */
  settings(agencies: readonly string[]): Readonly<Record<string, string>>;
}

/** Everyone who stands on the longest cards: first, next and a copy of each kind. */
export const everyKind = ['police', 'helpline', 'labour-enforcement', 'children-leicester', 'adults-leicester'];

/**
 * Builds the site of an invented partnership as it runs for real (a controller, mailboxes, no demo), times that, and lets
 * a courier publish the keys once. No courier runs while anything is measured, so nothing is ever mailed.
 */
export async function benchSite(folder: string): Promise<BenchSite> {
  const settings = await settingsOf(folder);
  const started = performance.now();
  const functionDir = buildPartnership({ folder: path.join(folder, 'project'), env: settings(everyKind) });
  const buildSeconds = (performance.now() - started) / 1000;
  const keys = path.join(folder, 'keys');
  mkdirSync(keys);
  await publishKeys({ functionDir, settings }, { folder: keys, env: {} });
  return {
    folder,
    siteDir: path.join(functionDir, '../dist'),
    functionDir,
    buildSeconds,
    settings,
    newFolder(name) {
      const made = path.join(folder, name);
      rmSync(made, { recursive: true, force: true });
      cpSync(keys, made, { recursive: true });
      return made;
    },
    removeFolder: (made) => rmSync(made, { recursive: true, force: true }),
  };
}

/** Lets a courier of the site start on a store, which publishes the keys, and stop. */
export async function publishKeys(
  { functionDir, settings }: Pick<BenchSite, 'functionDir' | 'settings'>,
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<void> {
  const all = { ...settings(everyKind), ...env, DATA_DIR: path.join(folder, 'data') };
  const courier = await startServer({ file: path.join(functionDir, 'courier.js'), env: all, folder });
  await courier.end();
}

async function settingsOf(folder: string): Promise<BenchSite['settings']> {
  const [port, smtpPort] = [await freePort(), await freePort()];
  const written = path.join(folder, 'settings');
  const env = liveEnvironment({ folder: written, port, smtpPort, tls: { key: '', cert: '' }, agencies: everyKind });
  const { NODE_EXTRA_CA_CERTS: _, RECIPIENTS_FILE: __, ...common } = env;
  const mailbox = (id: string) => ({
    [id]: { email: `${id}@agency.example`, reads: '24/7', agreed: '2026-01-01', tested: '2026-01-02' },
  });
  // Every language is measured, whoever has reviewed it.
  const DRAFT_LANGUAGES = translations.map(({ id }) => id).join(',');
  return (agencies) => ({
    ...common,
    DRAFT_LANGUAGES,
    RECIPIENTS: stringify(Object.assign({}, ...agencies.map(mailbox))),
  });
}

/** Starts intake alone, which stores and never mails, on its own store. */
export async function startIntake(
  site: BenchSite,
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<{ readonly server: ServerProcess; readonly url: string }> {
  const port = await freePort();
  const file = path.join(site.functionDir, 'intake.js');
  const DATA_DIR = path.join(folder, 'data');
  const server = await startServer({ file, env: { ...env, DATA_DIR, PORT: String(port) }, folder });
  return { server, url: `http://127.0.0.1:${port}` };
}
