import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { storeFiles } from '../../../functions/report/outbox/embedded/store-files.ts';
import { sendOnce } from '../../support/faults/answers.ts';
import { siteForFile } from '../../support/faults/fleet.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { liveEnvironment } from '../../support/live-site.ts';
import { mailServer } from '../../support/mail-servers.ts';
import { postgresServerLater } from '../../support/postgres/postgres-server.ts';
import { preparedDatabase } from '../../support/postgres/prepared-database.ts';
import { freePort, runNode } from '../../support/run-node.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Where the built site keeps its reports in a test, and how a test looks into it. */
interface Place {
  readonly settings: Readonly<Record<string, string>>;
  rows(sql: string): Promise<Rows>;
}

const server = postgresServerLater();

const site = await siteForFile();

async function embedded(): Promise<Place> {
  const dataDir = path.join(temporaryFolder(), 'data');
  const rows = async (sql: string) => {
    const database = new DatabaseSync(storeFiles(dataDir).database, { readOnly: true });
    const found = database.prepare(sql).all();
    database.close();
    return found;
  };
  return { settings: { DATA_DIR: dataDir }, rows };
}

async function postgres(): Promise<Place> {
  const { owner, intake, courier } = await preparedDatabase(server());
  const rows = async (sql: string) => {
    const client = new Client({ connectionString: owner });
    await client.connect();
    await client.query('SET search_path TO know_the_signs');
    const found = await client.query(sql);
    await client.end();
    return found.rows;
  };
  return { settings: { DATABASE_URL: intake, COURIER_DATABASE_URL: courier, DATA_DIR: temporaryFolder() }, rows };
}

test.each([
  { adapter: 'embedded', open: embedded },
  { adapter: 'postgres', open: postgres },
] as const)(
  'F25: asked to stop while busy, a site on its $adapter store ends what is under way, exit code 0',
  async ({ adapter, open }) => {
    const place = await open();
    const slow = await mailServer(site.tls, {
      onMailFrom: (_address, _session, callback) => void setTimeout(callback, 200),
    });
    const port = await freePort();
    const written = liveEnvironment({
      ...{ folder: temporaryFolder(), port, smtpPort: slow.port, tls: site.tls },
      agencies: ['police', 'labour-enforcement', 'helpline'],
    });
    const { child, ended, says } = runNode([path.join(site.built, 'start.js')], { ...written, ...place.settings });
    await says(/^Site: /);
    const kept: string[] = [];
    const { promise: busy, resolve: isBusy } = Promise.withResolvers<void>();
    const sender = async () => {
      for (;;) {
        const id = randomUUID();
        const answer = await sendOnce(`http://127.0.0.1:${port}`, id).catch(() => undefined);
        if (answer === undefined) return; // it takes nothing new
        expect(answer.status).toBe(202);
        if (kept.push(id.replaceAll('-', '')) > 20) isBusy();
      }
    };
    const senders = Promise.all(Array.from({ length: 8 }, sender));
    await busy;
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await senders;
    const stored = new Set((await place.rows('SELECT id FROM report')).map(({ id }) => String(id)));
    expect(kept.filter((id) => !stored.has(id))).toEqual([]);
    expect(await place.rows("SELECT id FROM outbox WHERE state = 'leased'")).toEqual([]);
    recordFault({
      ...{ row: 'F25', adapter, injected: 'SIGTERM while reports come and mails leave', times: 1 },
      result: 'exit code 0, nothing lost, nothing left half done',
    });
  },
);
