import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import partnership from '#content/model/partnership.yaml';
import { certificate } from './certificate.ts';

export interface ExitSite {
  /** What a browser must be told, so that the address of "Leave page" leads here. */
  readonly args: readonly string[];
  readonly ignoreHTTPSErrors: true;
}

/** Stands in for the site that "Leave page" opens: another origin, over TLS, on this machine. */
export async function exitSite(): Promise<ExitSite> {
  const { hostname } = new URL(partnership.exit);
  const server = createServer(await certificate({ name: hostname }), (_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Weather</title><h1>Weather</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { args: [`--host-resolver-rules=MAP ${hostname}:443 127.0.0.1:${port}`], ignoreHTTPSErrors: true };
}
