/** The same on PostgreSQL: the rows, and a job for each envelope, of all that waits in one statement. BOXES empty: no seal. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { insertJobs } from '../../functions/report/outbox/postgres/jobs.ts';
import { rawPublicKey } from '../../functions/report/steps/box-key.ts';
import { sealMessages } from '../../functions/report/steps/seal.ts';

const { DATABASE_URL, PORT, BOXES = '' } = process.env;
const mails = BOXES.split(',').map((length, index) => ({ recipient: `${index}`, bytes: Buffer.alloc(+length, 'a') }));
const epochPublicKey = rawPublicKey(generateKeyPairSync('x25519').publicKey);
const pool = new Pool({ connectionString: DATABASE_URL, max: 2 });
await pool.query(`CREATE TABLE report (id text PRIMARY KEY, day text, state text);
  CREATE TABLE outbox (id text REFERENCES report, recipient text, state text, due_at bigint, sealed bytea,
    PRIMARY KEY (id, recipient)); ALTER TABLE outbox ALTER COLUMN sealed SET STORAGE EXTERNAL`);
const text = `WITH sent AS (SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[]) AS s (id, recipient, sealed)),
  reports AS (INSERT INTO report SELECT DISTINCT id, $4, 'queued' FROM sent), jobs AS (${insertJobs('sent')})
  INSERT INTO outbox SELECT id, recipient, 'due', $5::bigint, sealed FROM sent`;
let [waiting, busy]: [{ id: string; boxes: readonly Uint8Array[]; response: ServerResponse }[], number] = [[], 0];
const flush = async () => {
  busy += 1;
  while (waiting.length > 0) {
    const [group, now] = [waiting.splice(0), new Date()];
    const sent = group.flatMap(({ id, boxes }) => boxes.map((sealed, index) => [id, `${index}`, sealed]));
    const columns = [0, 1, 2].map((column) => sent.map((row) => row[column]));
    await pool.query({ name: 'bare', text, values: [...columns, now.toISOString().slice(0, 10), now.getTime()] });
    for (const { response } of group) response.writeHead(202).end('{"state":"queued"}');
  }
  busy -= 1;
};
const take = (body: Buffer, id: string, response: ServerResponse) => {
  JSON.parse(body.toString());
  waiting.push({ id, boxes: BOXES === '' ? [body] : sealMessages({ id, epochPublicKey, messages: mails }), response });
  if (busy < 2) setImmediate(flush); // with one group at once, the database waits while the next comes together
};
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => take(Buffer.concat(chunks), String(request.headers['idempotency-key']), response));
}).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
