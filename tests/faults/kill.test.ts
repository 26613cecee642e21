import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildPartnership } from '../support/another-partnership.ts';
import { type Certificate, certificate } from '../support/certificate.ts';
import { liveEnvironment, Part } from '../support/live-site.ts';
import { closedPort, mailServer } from '../support/mail-servers.ts';
import { disguises, environmentOf, filesHolding, holds } from '../support/plaintext-scan.ts';
import { chosenSeed, seededRandom } from '../support/random.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `npm run faults` asks for the long run. */
const kills = process.env['KTS_LONG'] === '1' ? 200 : 60;
const identitySeal = `
export function sealMessages({ messages }) {
  return messages.map(({ bytes }) => Buffer.from(bytes));
}
`;

interface Site {
  readonly intake: Part;
  readonly courier: Part;
  readonly url: string;
  readonly dataDir: string;
}

interface Sent {
  readonly id: string;
  readonly canary: string;
}

/** Sends one report as a program does and reads the answer to its last byte. */
async function sendReport({ url }: Site, canary: string): Promise<Sent> {
  const id = randomUUID();
  const answer = await fetch(`${url}/api/report`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify({ signs: ['debt'], area: 'leicester', details: `They told me ${canary}.`, where: canary }),
  });
  const { receipt } = JSON.parse(await answer.text());
  expect(answer.status).toBe(202);
  expect(receipt).toMatch(/^(\d{4} ){4}\d{4}$/);
  return { id: id.replaceAll('-', ''), canary };
}

describe('a report that was answered with a receipt', () => {
  let tls: Certificate;
  beforeAll(async () => {
    tls = await certificate();
  });

  async function aSite(smtpPort: number, instead: Record<string, string> = {}): Promise<Site> {
    const folder = temporaryFolder();
    const port = await closedPort();
    const env = liveEnvironment({
      folder: path.join(folder, 'operator'),
      port,
      smtpPort,
      tls,
      agencies: ['police', 'helpline'],
    });
    const built = buildPartnership({ folder: path.join(folder, 'project'), env, instead });
    const intake = new Part(path.join(built, 'intake.js'), without(env, 'MASTER_KEY_FILE'));
    const courier = new Part(path.join(built, 'courier.js'), without(env, 'INTAKE_SECRET_FILE'));
    onTestFinished(async () => {
      await Promise.all([intake.kill(), courier.kill()]);
    });
    return { intake, courier, url: `http://127.0.0.1:${port}`, dataDir: env['DATA_DIR'] ?? '' };
  }

  test(`reaches its mailbox however often intake, courier or both are killed (${kills} kills), and is never readable at rest`, async () => {
    const seed = chosenSeed();
    const random = seededRandom(seed);
    const server = await mailServer(tls);
    const site = await aSite(server.port);
    await site.courier.start();
    await site.intake.start();
    const sent: Sent[] = [];
    const readable = new Set<string>();
    const victims: readonly (readonly Part[])[] = [[site.intake], [site.courier], [site.intake, site.courier]];
    for (let kill = 0; kill < kills; kill += 1) {
      sent.push(await sendReport(site, `zebra${kill}ઝેબ્રા${Math.floor(random() * 1e9)}`));
      const struck = victims[Math.floor(random() * victims.length)] ?? [];
      await pause(random() * 300); // the moment of the kill is what is drawn here; nothing is waited for
      await Promise.all(struck.map((part) => part.kill()));
      for (const name of readableNow(site, sent.at(-1)?.canary ?? '')) readable.add(name);
      for (const part of [...struck].reverse()) await part.start();
    }
    const arrived = await arrivals(server.mails, sent);
    const duplicates = arrived.flatMap((mails) => mails.slice(1));
    console.log(
      `kill test: seed ${seed}, ${kills} kills, ${sent.length} receipts, ${arrived.filter((mails) => mails.length > 0).length} with their mail, ${duplicates.length} duplicates`,
    );
    expect(arrived.every((mails) => mails.length > 0)).toBe(true);
    expect(duplicates.length).toBeLessThanOrEqual(kills);
    expect(duplicates.every((mail) => /^X-Possible-Duplicate: attempt \d+/m.test(mail))).toBe(true);
    expect([...readable]).toEqual([]);
    for (const { canary } of sent) expect(readableNow(site, canary)).toEqual([]);
  }, 900_000);

  test('would be found readable by the same scan if it were not sealed', async () => {
    const site = await aSite(await closedPort(), { 'functions/report/steps/seal.ts': identitySeal });
    await site.courier.start();
    await site.intake.start();
    await site.courier.kill();
    const { canary } = await sendReport(site, 'zebraઝેબ્રા12345');
    expect(readableNow(site, canary).length).toBeGreaterThan(0);
  }, 300_000);
});

/** Where a canary lies about readable: files of the store, what the processes said, their environment. */
function readableNow({ intake, courier, dataDir }: Site, canary: string): string[] {
  const needles = disguises(canary);
  const said: readonly (readonly [name: string, bytes: Buffer])[] = [intake, courier].flatMap((part) => [
    ['output', Buffer.from(part.output)] as const,
    ['environment', environmentOf(part.pid)] as const,
  ]);
  return [...filesHolding(dataDir, canary), ...said.filter(([, bytes]) => holds(bytes, needles)).map(([name]) => name)];
}

/** Waits until every report has its mail, and answers what came for each, in the order sent; the test's own limit ends it. */
async function arrivals(mails: readonly { readonly raw: string }[], sent: readonly Sent[]): Promise<string[][]> {
  const mailsOf = ({ id }: Sent) =>
    mails.filter(({ raw }) => raw.includes(`Message-ID: <${id}.`)).map(({ raw }) => raw);
  while (sent.some((one) => mailsOf(one).length === 0)) await pause(50);
  for (const { id, canary } of sent) {
    const [first] = mailsOf({ id, canary });
    const { text } = await simpleParser(Buffer.from(first ?? '', 'latin1'));
    expect(text).toContain(canary);
  }
  return sent.map(mailsOf);
}

function without(env: Readonly<Record<string, string>>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([one]) => one !== name));
}
