import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.ts';

export interface DevFunction {
  stop(): Promise<void>;
}

export interface DevInput {
  readonly functionDir: string;
  readonly port: number;
  readonly siteUrl: string;
}

/** Settings of a real site, which a development server must never use: it always is a demo. */
const realSettings =
  /^(SMTP_URL|SMTP_URL_2|MAIL_FROM|ALERT_TO|STORE|(COURIER_)?DATABASE_URL|(RECIPIENTS|MASTER_KEY|INTAKE_SECRET)(_FILE)?)$/;

/** Starts the built function as a demo with its data in `var/dev`; resolves when it answers. */
export async function startDevFunction({ functionDir, port, siteUrl }: DevInput): Promise<DevFunction> {
  const emptySite = path.join(root, '.build/dev/site');
  await mkdir(emptySite, { recursive: true });
  const outer = Object.fromEntries(Object.entries(process.env).filter(([name]) => !realSettings.test(name)));
  const env = {
    ...outer,
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: siteUrl,
    DATA_DIR: path.join(root, 'var/dev'),
    KTS_SITE_DIR: emptySite,
    KTS_SUPERVISED: '1',
  };
  const child = spawn(process.execPath, [path.join(functionDir, 'start.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([new Promise<void>((resolve) => child.once('message', () => resolve())), gone]);
  return {
    async stop() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
