import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { buildPartnership } from '../another-partnership.ts';
import { type Certificate, certificate } from '../certificate.ts';
import { liveEnvironment, Part } from '../live-site.ts';
import { closedPort } from '../mail-servers.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { quickRetries } from './quick-retries.ts';

export interface BuiltSite {
  /** Where the built function stands. */
  readonly built: string;
  readonly tls: Certificate;
}

export interface BuildInput {
  /** An empty folder. */
  readonly folder: string;
  readonly tls: Certificate;
  /** Files to write over the copy: path → text. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** Those that have a mailbox in an invented partnership. */
export const agencies = ['police', 'labour-enforcement', 'helpline'] as const;

/** The product of an invented partnership, built as it stands but for the time between two attempts. */
export function buildSite({ folder, tls, instead = {} }: BuildInput): BuiltSite {
  const env = liveEnvironment({ folder: path.join(folder, 'operator'), port: 1, smtpPort: 1, tls, agencies });
  const built = buildPartnership({
    folder: path.join(folder, 'project'),
    env,
    instead: { ...quickRetries(), ...instead },
  });
  return { built, tls };
}

/** The same once for a whole test file, called at its top; it goes with the file. */
export async function siteForFile(): Promise<BuiltSite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-built-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return buildSite({ folder, tls: await certificate() });
}

export interface Site {
  readonly intake: Part;
  readonly courier: Part;
  readonly url: string;
  readonly dataDir: string;
}

/** Its two processes on a store of their own, not started yet; they end with the test. */
export async function siteOf({ built, tls }: BuiltSite, over: { smtpPort: number; dataDir?: string }): Promise<Site> {
  const port = await closedPort();
  const written = liveEnvironment({
    ...{ folder: path.join(temporaryFolder(), 'operator'), port, tls, agencies },
    smtpPort: over.smtpPort,
  });
  const dataDir = over.dataDir ?? written['DATA_DIR'] ?? '';
  const env = { ...written, SMTP_URL: `smtps://127.0.0.1:${over.smtpPort}`, DATA_DIR: dataDir };
  const [intake, courier] = [intakeOf(built, env), courierOf(built, env)];
  onTestFinished(async () => {
    await Promise.all([intake.kill(), courier.kill()]);
  });
  return { intake, courier, url: `http://127.0.0.1:${port}`, dataDir };
}

/** One intake of the built product, not started yet, without what opens reports. */
export const intakeOf = (built: string, env: Readonly<Record<string, string>>): Part =>
  new Part(path.join(built, 'intake.js'), without(env, 'MASTER_KEY_FILE'));

/** One courier, without what signs tokens. */
export const courierOf = (built: string, env: Readonly<Record<string, string>>): Part =>
  new Part(path.join(built, 'courier.js'), without(env, 'INTAKE_SECRET_FILE'));

function without(env: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([one]) => one !== name));
}
