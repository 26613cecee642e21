import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type PostgresOptions, type PostgresServer, startPostgres } from './start-postgres.ts';

let told = false;

/**
 * A real PostgreSQL for a test file (called at its top, outside any test) or for one test (called inside it). It goes
 * with what it was made for, also when that fails. Says its version once. No server: the test fails.
 */
export async function postgresServer(options: PostgresOptions = {}): Promise<PostgresServer> {
  const insideTest = expect.getState().currentTestName !== undefined;
  const server = await startPostgres(options);
  if (insideTest) onTestFinished(() => server.remove());
  else afterAll(() => server.remove());
  tell(server);
  return server;
}

/**
 * The same for a file that cannot wait at its top: started before its first test, removed after its last. Vitest takes no
 * `afterAll` from inside a `beforeAll`, so `postgresServer` would leave it running there.
 */
export function postgresServerLater(): () => PostgresServer {
  let server: PostgresServer | undefined;
  beforeAll(async () => {
    const started = await startPostgres();
    server = started;
    tell(started);
    return () => started.remove();
  }, 120_000);
  return () => {
    if (server === undefined) throw new Error('The database server did not start.');
    return server;
  };
}

function tell({ version }: PostgresServer): void {
  if (!told) console.log(version);
  told = true;
}
