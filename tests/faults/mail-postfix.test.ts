import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { startCourier } from '../../functions/report/courier/start-courier.ts';
import { aHandler, aMailbox, everyMailbox, jsonPost, masterKey } from '../support/a-handler.ts';
import { certificate } from '../support/certificate.ts';
import { mailerTo } from '../support/courier-kit.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { postfixServer, whyNoPostfix } from '../support/mail/postfix-server.ts';
import { disguises, holds } from '../support/plaintext-scan.ts';
import { mailsOf } from '../support/sample-mail.ts';

/** `npm run faults` asks for the long run. */
const reports = process.env['KTS_LONG'] === '1' ? 1000 : 50;
const missing = whyNoPostfix();
if (missing !== undefined) {
  const why = `F24 and the bounce of F30 did NOT run. ${missing}`;
  console.error(why);
  recordFault({ row: 'F24', adapter: 'smtp', injected: 'nothing', times: 0, result: why });
}

const tls = await certificate();
const sender = 'reports@signs.example';
const addressOf = (agency: string) => `${agency}@agency.example`;
const agencies = [...everyMailbox.keys()];

/** Answers that go to other agencies each time, and the same again. */
const kinds = [
  { area: 'leicester', signs: ['debt'], concern: 'labour' },
  { area: 'rutland', signs: ['on-call-all-hours'], concern: 'domestic', care: true },
  { area: 'charnwood', signs: ['child-carries-things'], child: 'yes' },
  { area: 'melton', signs: ['long-hours', 'debt'], know: 'told-by-them' },
];

test.skipIf(missing !== undefined)(
  `F24: a real Postfix gets ${reports} reports, and each is in the Maildir of its agencies once and whole`,
  async () => {
    const server = await postfixServer({ tls, mailboxes: agencies.map(addressOf), bouncing: [] });
    const recipients = new Map(agencies.map((id) => [id, aMailbox({ email: addressOf(id) })]));
    const { handle, courierStore, parts } = await aHandler({ recipients });
    const courier = await startCourier({
      ...{ store: courierStore, mailer: mailerTo(`smtp://127.0.0.1:${server.port}`, tls), masterKey, recipients },
      ...{ mailDomain: 'signs.example', log: () => undefined, clock: parts.now, random: () => 0.5, pollMs: 5 },
    });
    const expected: string[] = [];
    for (let each = 0; each < reports; each += 1) {
      const id = randomUUID();
      const answers = { ...kinds[each % kinds.length], details: `canary ${id} ઝેબ્રા` };
      const answer = await handle(jsonPost(answers, { 'idempotency-key': id }));
      expect(answer.status).toBe(202);
      const to: readonly { readonly id: string }[] = (await answer.json()).recipients;
      expected.push(...to.map((agency) => `${id.replaceAll('-', '')}.${agency.id}`));
    }
    const arrived = () => agencies.flatMap((id) => server.mailsOf(addressOf(id)).map((mail) => ({ id, mail })));
    while (arrived().length < expected.length || !server.isIdle()) await pause(50); // the test's own limit ends it
    await courier.stop();
    while (!server.isIdle()) await pause(50);
    const names = arrived().map(({ mail }) => /^Message-ID:\s+<([^@]+)@signs\.example>/m.exec(mail)?.[1]);
    expect(names.sort()).toEqual(expected.sort());
    for (const { id, mail } of arrived()) {
      const report = /^Message-ID:\s+<([0-9a-f]{32})\./m.exec(mail)?.[1] ?? 'none';
      const { text, to } = await simpleParser(Buffer.from(mail, 'latin1'));
      expect(text?.replaceAll('-', '')).toContain(`canary ${report} ઝેબ્રા`);
      expect([to].flat()[0]?.text).toBe(addressOf(id));
    }
    console.log(`Postfix ${server.version}: ${reports} reports, ${expected.length} mails, each once in its Maildir`);
    recordFault({
      row: 'F24',
      adapter: 'smtp',
      injected: 'reports to a real Postfix',
      times: expected.length,
      result: `each once in its Maildir (Postfix ${server.version})`,
    });
  },
  600_000,
);

test.skipIf(missing !== undefined)(
  'F24: a mailbox that a real Postfix does not know makes a dead letter',
  async () => {
    const server = await postfixServer({ tls, mailboxes: [addressOf('police')], bouncing: [] });
    const [message] = mailsOf({ answers: { signs: ['watched'], area: 'leicester' } });
    if (message === undefined) throw new Error('These answers reach nobody: choose others.');
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}`, tls);
    expect(await mailer.deliver({ to: addressOf('nobody'), message })).toEqual({
      outcome: 'dead',
      code: 'EENVELOPE-550',
    });
    recordFault({
      row: 'F24',
      adapter: 'smtp',
      injected: 'a mailbox Postfix does not know',
      times: 1,
      result: 'dead letter',
    });
  },
  120_000,
);

test.skipIf(missing !== undefined)(
  'F30: what comes back from a real Postfix says which mail it was and holds none of its words',
  async () => {
    const canary = 'zebraBounceઝેબ્રા';
    const bouncing = 'desk@gone.example';
    const server = await postfixServer({ tls, mailboxes: [sender, addressOf('police')], bouncing: [bouncing] });
    const words = { where: canary, when: canary, details: canary, contact: canary };
    const [message] = mailsOf({ answers: { signs: ['watched'], area: 'leicester', ...words } });
    if (message === undefined) throw new Error('These answers reach nobody: choose others.');
    const mailer = mailerTo(`smtp://127.0.0.1:${server.port}`, tls);
    for (const to of [bouncing, addressOf('police')])
      expect(await mailer.deliver({ to, message })).toEqual({ outcome: 'delivered' });
    while (server.mailsOf(sender).length === 0 || server.mailsOf(addressOf('police')).length === 0) await pause(50);
    const [bounce = ''] = server.mailsOf(sender);
    expect(bounce).toContain(`Message-ID: ${message.messageId}`);
    expect(holds(Buffer.from(bounce, 'latin1'), disguises(canary))).toBe(false);
    const [taken = ''] = server.mailsOf(addressOf('police'));
    expect((await simpleParser(Buffer.from(taken, 'latin1'))).text).toContain(canary);
    recordFault({
      row: 'F30',
      adapter: 'smtp',
      injected: 'a bounce by a real Postfix',
      times: 1,
      result: 'headers only',
    });
  },
  120_000,
);
