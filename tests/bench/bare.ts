/** The least that keeps reports as safely: parse, seal the same boxes, one durable write a turn, answer. BOXES empty: no seal. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { rawPublicKey } from '../../functions/report/steps/box-key.ts';
import { sealMessages } from '../../functions/report/steps/seal.ts';

const { DATABASE = '', PORT, BOXES = '' } = process.env;
const mails = BOXES.split(',').map((length, index) => ({ recipient: `${index}`, bytes: Buffer.alloc(+length, 'a') }));
const epochPublicKey = rawPublicKey(generateKeyPairSync('x25519').publicKey);
const database = new DatabaseSync(DATABASE);
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;
  CREATE TABLE report (id TEXT PRIMARY KEY, day TEXT, state TEXT) STRICT, WITHOUT ROWID;
  CREATE TABLE outbox (id TEXT REFERENCES report, recipient TEXT, state TEXT, due_at INTEGER, sealed BLOB,
    PRIMARY KEY (id, recipient)) STRICT`);
const report = database.prepare(`INSERT INTO report VALUES (?, ?, 'queued')`);
const envelope = database.prepare(`INSERT INTO outbox VALUES (?, ?, 'due', ?, ?)`);
let waiting: { id: string; boxes: readonly Uint8Array[]; response: ServerResponse }[] = [];
const flush = () => {
  const [group, now] = [waiting, new Date()];
  waiting = [];
  database.exec('BEGIN IMMEDIATE');
  for (const { id, boxes } of group) {
    report.run(id, now.toISOString().slice(0, 10));
    for (const [index, sealed] of boxes.entries()) envelope.run(id, `${index}`, now.getTime(), sealed);
  }
  database.exec('COMMIT');
  for (const { response } of group) response.writeHead(202).end('{"state":"queued"}');
};
createServer((request, response) => {
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk) => chunks.push(chunk))
    .on('end', () => {
      const [id, body] = [String(request.headers['idempotency-key']), Buffer.concat(chunks)];
      JSON.parse(body.toString());
      const boxes = BOXES === '' ? [body] : sealMessages({ id, epochPublicKey, messages: mails });
      if (waiting.push({ id, boxes, response }) === 1) setImmediate(flush);
    });
}).listen(Number(PORT), '127.0.0.1', () => process.send?.('ready'));
