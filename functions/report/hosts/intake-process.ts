import { scriptHash, styleHash } from 'virtual:site';
import { securityHeaders } from '../headers.ts';
import { createIntake } from '../index.ts';
import { secretEnvironment } from '../settings/secret-environment.ts';
import { readDemoPort } from './demo/demo-port.ts';
import { readDeployment } from './deployment.ts';
import { close, listen } from './listen.ts';
import { createNodeHost } from './node.ts';
import type { Running } from './run-process.ts';
import { writeLog } from './write-log.ts';

/** The first process: the site and the function on one port. It holds no key that opens anything. */
export async function startIntake(siteDir: string): Promise<Running> {
  for (const name of ['MASTER_KEY', 'MASTER_KEY_FILE']) delete process.env[name];
  const { settings } = await readDeployment(process.env);
  const env = secretEnvironment('INTAKE_SECRET', settings, process.env);
  const intake = await createIntake({ env, settings, log: writeLog });
  const { demo, dataDir, siteUrl, port, host } = settings;
  const https = siteUrl.protocol === 'https:';
  const server = createNodeHost({
    fetch: intake.handle,
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
