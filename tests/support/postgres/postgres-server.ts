import { afterAll, expect, onTestFinished } from 'vitest';
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
  if (!told) console.log(server.version);
  told = true;
  return server;
}
