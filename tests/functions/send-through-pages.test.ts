import { beforeAll, expect, test } from 'vitest';
import { withoutSecondContacts } from '../../functions/report/contract/without-second-contacts.ts';
import { sendThrough } from '../../functions/report/courier/send-through.ts';
import { model } from '../../functions/report/model.ts';
import { aHandler, aMailbox, type Fields, formPost, hiddenValue, jsonPost } from '../support/a-handler.ts';
import { type Certificate, certificate } from '../support/certificate.ts';
import { recordFault } from '../support/faults/record-fault.ts';
import { mailServer } from '../support/mail-servers.ts';
import { mailerFor } from '../support/mailer-kit.ts';

/** The police get it and the inspectors a copy; the helpline would be next. */
const garment: Fields = {
  ...{ locale: 'en', place: 'garment-factory', signs: ['documents-or-money-held'], area: 'leicester' },
  ...{ concern: 'labour', details: 'They sleep behind the tyre shop' },
};
const recipients = new Map(
  ['police', 'labour-enforcement', 'helpline'].map((id) => [id, aMailbox({ email: `desk@${id}.example` })]),
);

let tls: Certificate;
beforeAll(async () => {
  tls = await certificate();
});

/** A host that keeps nothing, as it is each time it wakes: the same settings, and nothing remembered. */
async function aHost(port: number) {
  const openMailer = () => mailerFor(tls)([`smtp://127.0.0.1:${port}`]);
  const { acceptor, keys } = sendThrough({ openMailer, recipients, clock: Date.now });
  const routes = withoutSecondContacts(model.routes);
  const over = { model: { ...model, routes }, recipients, store: acceptor, keys, secondContacts: false };
  return aHandler(over);
}

/** A mail server that refuses the mailboxes which are named just now. */
async function refusing(...names: string[]) {
  const refused = new Set(names);
  const server = await mailServer(tls, {
    onRcptTo({ address }, _session, callback) {
      callback([...refused].some((name) => address.includes(name)) ? new Error('no') : null);
    },
  });
  return { server, refused, to: () => server.mails.flatMap(({ to }) => to).sort() };
}

const headers = (mail: string) =>
  ['Message-ID', 'Date'].map((name) => new RegExp(`^${name}: (.*)$`, 'm').exec(mail)?.[1]);

test('where nothing is kept, no page and no mail promises a second contact', async () => {
  const { server } = await refusing();
  const host = await aHost(server.port);
  const checked = await (await host.handle(jsonPost({ ...garment, step: 'check' }))).json();
  expect(checked).toMatchObject({ recipients: [{ id: 'police' }, { id: 'labour-enforcement' }], then: [] });
  const page = await (await host.handle(formPost({ ...garment, step: 'check' }))).text();
  expect(page).not.toMatch(/name="?exclude"?[^>]*value="?helpline/);
  const sent = await host.handle(jsonPost(garment, { 'idempotency-key': crypto.randomUUID() }));
  expect(await sent.json()).toMatchObject({ then: [] });
  const texts = server.mails.map(({ raw }) => Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString());
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).not.toMatch(/desk@helpline|next contact/i);
});

test.each([
  ['nobody', ['police', 'labour-enforcement']],
  ['one of two', ['labour-enforcement']],
])(
  'F35: a report that reached %s is answered 503, with every word and the phones, and Send again mends it',
  async (...[about, names]) => {
    const { server, refused, to } = await refusing(...names);
    const host = await aHost(server.port);
    const check = await (await host.handle(formPost({ ...garment, step: 'check' }))).text();
    const failed = await host.handle(formPost({ ...garment, step: 'send', token: hiddenValue(check, 'token') ?? '' }));
    const page = await failed.text();
    expect(failed.status).toBe(503);
    expect(page).toContain('They sleep behind the tyre shop');
    expect(page).not.toContain('Nothing was sent');
    expect(page).toContain('href="tel:999"');
    expect(page).not.toMatch(/(\d{4} ){4}\d{4}/);
    refused.clear();
    host.later(60_000);
    const again = formPost({ ...garment, step: 'send', token: hiddenValue(page, 'token') ?? '' });
    expect((await host.handle(again)).status).toBe(202);
    expect(to()).toEqual(['desk@labour-enforcement.example', 'desk@police.example']);
    recordFault({
      ...{ row: 'F35', adapter: 'send-through', injected: `relay refuses, ${about} reached`, times: 1 },
      result: '503 with every word and phones; sent again, each agency has it once',
    });
  },
);

test('F35: sent again through another process, each mail has the Message-ID and Date of the first', async () => {
  const { server, refused } = await refusing('labour-enforcement');
  const first = await aHost(server.port);
  const check = await (await first.handle(formPost({ ...garment, step: 'check' }))).text();
  const token = hiddenValue(check, 'token') ?? '';
  first.later(10_000);
  expect((await first.handle(formPost({ ...garment, step: 'send', token }))).status).toBe(503);
  refused.clear();
  const other = await aHost(server.port);
  other.later(90_000);
  expect((await other.handle(formPost({ ...garment, step: 'send', token }))).status).toBe(202);
  const [one, two] = server.mails.filter(({ to }) => to.includes('desk@police.example'));
  expect(headers(two?.raw ?? '')).toEqual(headers(one?.raw ?? ''));
  expect(headers(one?.raw ?? '')[0]).toMatch(/^<.+@signs\.example>$/);
  recordFault({
    ...{ row: 'F35', adapter: 'send-through', injected: 'half reached, sent again through another process', times: 1 },
    result: 'the second copy has the same Message-ID and Date',
  });
});
