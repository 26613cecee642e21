import { beforeAll, describe, expect, test } from 'vitest';
import { sendThrough } from '../../../functions/report/courier/send-through.ts';
import type { SmtpMailerOptions } from '../../../functions/report/mail/smtp-mailer.ts';
import type { SealedReport } from '../../../functions/report/outbox/outbox.ts';
import { sealMessages } from '../../../functions/report/steps/seal.ts';
import { anEnvelope, aSealedReport, aThen, epochDay, noon } from '../../support/a-sealed-report.ts';
import { type Certificate, certificate } from '../../support/certificate.ts';
import { mailboxes, mailFor } from '../../support/courier-kit.ts';
import { recordFault } from '../../support/faults/record-fault.ts';
import { closedPort, type MailServer, mailServer, scriptedServer } from '../../support/mail-servers.ts';
import { mailerFor } from '../../support/mailer-kit.ts';
import { testAcceptor } from '../../support/outbox-suites.ts';

let tls: Certificate;
beforeAll(async () => {
  tls = await certificate();
});

interface Options {
  readonly deadlineMs?: number;
  readonly mailer?: Partial<SmtpMailerOptions>;
}

async function through(port: number, options: Options = {}) {
  const openMailer = () => mailerFor(tls)([`smtp://127.0.0.1:${port}`], options.mailer);
  const recipients = new Map(mailboxes);
  const { deadlineMs } = options;
  const { acceptor, keys, failing } = sendThrough({ openMailer, recipients, clock: () => noon, deadlineMs });
  const key = await keys.current(epochDay);
  const sealed = (report: SealedReport): SealedReport => {
    const messages = report.envelopes.map(({ recipient }) => ({
      recipient,
      bytes: Buffer.from(JSON.stringify(mailFor(report.id, recipient))),
    }));
    const boxes = sealMessages({ id: report.id, epochPublicKey: key?.publicKey ?? new Uint8Array(), messages });
    const envelopes = report.envelopes.map((envelope, index) => ({
      ...envelope,
      sealed: boxes[index] ?? envelope.sealed,
    }));
    return { ...report, envelopes };
  };
  return { acceptor, sealed, failing };
}

const forBoth = () => aSealedReport({ envelopes: [anEnvelope(), anEnvelope({ recipient: 'helpline', role: 'copy' })] });

const addressees = ({ mails }: MailServer) => mails.flatMap(({ to }) => to).sort();

describe('handing on at once', () => {
  testAcceptor(async () => ({ ...(await through((await mailServer(tls)).port)), close: async () => undefined }));

  test('takes a report only when everyone has their mail, and never writes to a second contact', async () => {
    const server = await mailServer(tls);
    const { acceptor, sealed } = await through(server.port);
    const report = sealed(aSealedReport({ envelopes: [anEnvelope(), aThen('helpline', 1)] }));
    expect(await acceptor.accept(report)).toBe('stored');
    expect(addressees(server)).toEqual(['desk@police.example']);
  });

  test('a report that is sent twice at once and cannot be handed on is refused twice', async () => {
    const { acceptor, sealed } = await through(await closedPort());
    const report = sealed(forBoth());
    expect(await Promise.all([acceptor.accept(report), acceptor.accept(report)])).toEqual(['refused', 'refused']);
  });

  test('F35: a report that reached one of two agencies is refused, and sent again goes to the other alone', async () => {
    const refusing = { now: true };
    const server = await mailServer(tls, {
      onRcptTo({ address }, _session, callback) {
        callback(refusing.now && address.includes('helpline') ? new Error('no') : null);
      },
    });
    const { acceptor, sealed } = await through(server.port);
    const report = sealed(forBoth());
    expect(await acceptor.accept(report)).toBe('refused');
    refusing.now = false;
    expect(await acceptor.accept(report)).toBe('stored');
    expect(addressees(server)).toEqual(['desk@helpline.example', 'desk@police.example']);
    expect(await acceptor.accept(report)).toBe('duplicate');
    expect(server.mails).toHaveLength(2);
    recordFault({
      ...{ row: 'F35', adapter: 'send-through', injected: 'one of two agencies refused', times: 1 },
      result: 'refused, then completed without a second copy',
    });
  });

  test('F35: a report that the mail server does not take, or is not there to take, is refused', async () => {
    const server = await mailServer(tls, {
      onData(stream, _session, callback) {
        stream.resume();
        stream.on('end', () => callback(Object.assign(new Error('full'), { responseCode: 452 })));
      },
    });
    for (const port of [server.port, await closedPort()]) {
      const { acceptor, sealed } = await through(port);
      expect(await acceptor.accept(sealed(forBoth()))).toBe('refused');
    }
    recordFault({
      ...{ row: 'F35', adapter: 'send-through', injected: 'relay refuses; relay is away', times: 2 },
      result: 'refused, never taken',
    });
  });

  test('F35: a mail server that takes longer than a person waits makes it refused, and a second copy says so', async () => {
    const held: (() => void)[] = [];
    const mails: string[] = [];
    const server = await mailServer(tls, {
      onData(stream, _session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks).toString());
          if (mails.length === 1) held.push(callback);
          else callback();
        });
      },
    });
    const { acceptor, sealed, failing } = await through(server.port, { deadlineMs: 4000 });
    const report = sealed(aSealedReport());
    expect(await acceptor.accept(report)).toBe('refused');
    expect(failing()).toBe(true);
    expect(held).toHaveLength(1);
    expect(await acceptor.accept(report)).toBe('stored');
    expect(failing()).toBe(false);
    const [first = '', second = ''] = mails;
    expect(headerOf(second, 'Message-ID')).toBe(headerOf(first, 'Message-ID'));
    expect(headerOf(second, 'Date')).toBe(headerOf(first, 'Date'));
    expect(headerOf(first, 'X-Possible-Duplicate')).toBeUndefined();
    expect(headerOf(second, 'X-Possible-Duplicate')).toContain('2');
    recordFault({
      ...{ row: 'F35', adapter: 'send-through', injected: 'relay slower than the deadline', times: 1 },
      result: 'refused in time; the second copy has the same Message-ID and Date and says so',
    });
  });

  test('F35: a mail server that never answers makes it refused, and no connection outlives the answer', async () => {
    const server = await scriptedServer({ RCPT: () => undefined, EHLO: '250-test\r\n250 8BITMIME' }, tls);
    const { acceptor, sealed } = await through(server.port, {
      deadlineMs: 2000,
      mailer: { relays: [`smtps://127.0.0.1:${server.port}`] },
    });
    expect(await acceptor.accept(sealed(aSealedReport()))).toBe('refused');
    await expect.poll(() => server.open()).toBe(0);
    expect(server.received()).toContain('desk@police.example');
    recordFault({
      ...{ row: 'F35', adapter: 'send-through', injected: 'relay silent until the deadline', times: 1 },
      result: 'refused, and every connection closed',
    });
  });

  test('after a report that was taken no connection stays open', async () => {
    const server = await mailServer(tls);
    const { acceptor, sealed } = await through(server.port);
    expect(await acceptor.accept(sealed(forBoth()))).toBe('stored');
    await expect.poll(() => server.open()).toBe(0);
  });

  test('an agency that refused without doubt is written to again without the mark of a second copy', async () => {
    const refusing = { now: true };
    const server = await mailServer(tls, {
      onRcptTo: (_address, _session, callback) => callback(refusing.now ? new Error('later') : null),
    });
    const { acceptor, sealed } = await through(server.port);
    const report = sealed(aSealedReport());
    expect(await acceptor.accept(report)).toBe('refused');
    refusing.now = false;
    expect(await acceptor.accept(report)).toBe('stored');
    expect(headerOf(server.mails[0]?.raw ?? '', 'X-Possible-Duplicate')).toBeUndefined();
  });
});

const headerOf = (mail: string, name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1];
