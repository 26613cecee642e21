import { locales, scriptHash, styleHash } from 'virtual:site';
import { securityHeaders } from '../../headers.ts';
import { close, listen } from '../listen.ts';
import { noteDemoPort } from './demo-port.ts';
import { createDemoServer } from './demo-server.ts';
import { mailFolder } from './mail-folder.ts';
import { startSmtpSink } from './smtp-sink.ts';

export interface Demo {
  readonly smtpPort: number;
  stop(): Promise<void>;
}

/** The demo's mail server and the pages that show its mail, both on this machine only. */
export async function startDemo(dataDir: string, siteUrl: URL): Promise<Demo> {
  const folder = mailFolder(dataDir);
  const sink = await startSmtpSink(folder);
  const { en = noShell } = locales;
  const { shell } = await en();
  const https = siteUrl.protocol === 'https:';
  const headers = securityHeaders({ styleHash, scriptHash, https, kind: 'private' });
  const server = createDemoServer({ folder, shell, headers });
  noteDemoPort(dataDir, await listen(server, 0, '127.0.0.1'));
  return {
    smtpPort: sink.port,
    async stop() {
      await close(server, 0);
      await sink.close();
    },
  };
}

const noShell = (): never => {
  throw new Error('The site was built without English: build it again.');
};
