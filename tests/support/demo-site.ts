import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ParsedMail, simpleParser } from 'mailparser';
import { onTestFinished } from 'vitest';
import { built } from './built.ts';
import { freePort, type RunningNode, startProgram } from './run-node.ts';

export interface DemoSite {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** The built pages that it serves. */
  readonly siteDir: string;
  readonly running: RunningNode;
  /** Mailboxes that the demo's SMTP server has mail for, by agency id, as they are now. */
  mailboxes(): string[];
  /** Resolves with the mails of one agency once there is one. */
  mailsOf(agency: string): Promise<ParsedMail[]>;
  stop(): Promise<void>;
}

/** The built product as `npm start` runs it without any setting: supervisor, intake, courier, SMTP server, demo mailbox. */
export async function demoSite(settings: Readonly<Record<string, string>> = {}): Promise<DemoSite> {
  const site = await startDemoSite(settings);
  onTestFinished(site.stop);
  return site;
}

/** The same for all tests of a file: start it in `beforeAll`, and stop it when they are done. */
export async function startDemoSite(settings: Readonly<Record<string, string>> = {}): Promise<DemoSite> {
  const { functionDir, siteDir } = await built();
  const [port, dataDir] = [await freePort(), mkdtempSync(path.join(tmpdir(), 'kts-test-'))];
  const running = startProgram([process.execPath, path.join(functionDir, 'start.js')], {
    PORT: String(port),
    DATA_DIR: dataDir,
    KTS_SITE_DIR: siteDir,
    SITE_URL: `http://localhost:${port}`,
    ...settings,
  });
  await running.says(/^Site: /);
  const folder = path.join(dataDir, 'demo-mail');
  const mailboxes = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .map((name) => name.split('@')[0] ?? name)
          .sort()
      : [];
  return {
    url: `http://localhost:${port}`,
    port,
    dataDir,
    siteDir,
    running,
    mailboxes,
    async stop() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
    async mailsOf(agency) {
      while (mailsIn(folder, agency).length === 0) await pause(50);
      return Promise.all(mailsIn(folder, agency).map((file) => simpleParser(readFileSync(file))));
    },
  };
}

function mailsIn(folder: string, agency: string): string[] {
  const mailbox = path.join(folder, `${agency}@demo.invalid`);
  if (!existsSync(mailbox)) return [];
  return readdirSync(mailbox)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => path.join(mailbox, name));
}
