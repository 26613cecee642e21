import { scriptHash, styleHash } from 'virtual:site';
import { createIntake } from '../create-intake.ts';
import { securityHeaders } from '../headers.ts';
import { secretEnvironment } from '../settings/secret-environment.ts';
import { readDemoPort } from './demo/demo-port.ts';
import { readDeployment } from './deployment.ts';
import { close, listen } from './listen.ts';
import { createNodeHost } from './node.ts';
import { courierOnly } from './process-environments.ts';
import type { Running } from './run-process.ts';
import { writeLog } from './write-log.ts';

/** The first process: the site and the function on one port. It holds no key that opens anything. */
export async function startIntake(siteDir: string): Promise<Running> {
  const { settings } = await readDeployment(process.env);
  for (const name of courierOnly) delete process.env[name];
  const env = secretEnvironment('INTAKE_SECRET', settings, process.env);
  const intake = await createIntake({ env, settings, log: writeLog });
  const { demo, dataDir, siteUrl, port, host } = settings;
  const https = siteUrl.protocol === 'https:';
  const server = createNodeHost({
    fetch: intake.handle,
    bucketOf: intake.bucketOf,
    siteDir,
    locales: intake.locales,
    intakeOpen: intake.open,
    headers: (kind) => securityHeaders({ styleHash, scriptHash, https, kind }),
    demoPort: demo ? () => readDemoPort(dataDir) : undefined,
  });
  await listen(server, port, host);
  return {
    async stop() {
      await close(server);
      await intake.close();
    },
  };
}
