import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import type { Certificate } from './certificate.ts';

export interface LiveSettings {
  /** An empty folder for secrets, recipients and the store. */
  readonly folder: string;
  readonly port: number;
  readonly smtpPort: number;
  readonly tls: Certificate;
  /** Agency ids that have a mailbox, `<id>@agency.example`. */
  readonly agencies: readonly string[];
}

/** Writes what an operator would write and answers the settings of a site that mails for real, over TLS. */
export function liveEnvironment({ folder, port, smtpPort, tls, agencies }: LiveSettings): Record<string, string> {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 });
    return path.join(folder, name);
  };
  const mailbox = (id: string) => [
    id,
    { email: `${id}@agency.example`, reads: '24/7', agreed: '2026-01-01', tested: '2026-01-02' },
  ];
  return {
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    DATA_DIR: path.join(folder, 'data'),
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    MAIL_FROM: 'reports@signs.example',
    ALERT_TO: 'operator@signs.example',
    RELEASE_DELAY: '0',
    RECIPIENTS_FILE: file('recipients.yaml', stringify(Object.fromEntries(agencies.map(mailbox)))),
    MASTER_KEY_FILE: file('master.key', randomBytes(32).toString('base64')),
    INTAKE_SECRET_FILE: file('intake.secret', randomBytes(32).toString('base64')),
    NODE_EXTRA_CA_CERTS: file('ca.pem', tls.cert),
  };
}

/** One process of the built product, which can be killed and started again. */
export class Part {
  output = '';
  private child: ChildProcess | undefined;
  private readonly file: string;
  private readonly env: Readonly<Record<string, string>>;

  constructor(file: string, env: Readonly<Record<string, string>>) {
    this.file = file;
    this.env = env;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Resolves when the process says that it is ready; rejects with its output when it ends before. */
  async start(): Promise<void> {
    const env = { PATH: process.env['PATH'] ?? '', ...this.env };
    const child = spawn(process.execPath, [this.file], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk));
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${path.basename(this.file)} could not start: ${this.output}`);
    });
    ended.catch(() => undefined);
    await Promise.race([once(child, 'message'), ended]);
  }

  /** Stops it where it is: it does and says not one thing more, until it is killed. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  /** As a power switch does it: no warning, no tidying. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
