import { randomBytes, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { RecipientSetting } from '../../functions/report/contract/recipient-setting.ts';
import { alerts as createAlerts } from '../../functions/report/courier/alert.ts';
import { createCourier } from '../../functions/report/courier/courier.ts';
import type { CourierEvent } from '../../functions/report/courier/courier-log.ts';
import { epochPrivateKeys } from '../../functions/report/courier/epoch-private-keys.ts';
import type { Mailer, Message } from '../../functions/report/mail/mail.ts';
import { smtpMailer } from '../../functions/report/mail/smtp-mailer.ts';
import { openEmbeddedStore } from '../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Envelope } from '../../functions/report/outbox/outbox.ts';
import type { Store } from '../../functions/report/outbox/store.ts';
import { sealMessages } from '../../functions/report/steps/seal.ts';
import { anEnvelope, aSealedReport, epochDay, noon } from './a-sealed-report.ts';
import { type Certificate, certificate } from './certificate.ts';
import { mailServer } from './mail-servers.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const canary = 'CanaryOfTheCourier';
export const operator = 'operator@signs.example';

export const mailbox = (email: string, over: Partial<RecipientSetting> = {}): RecipientSetting => ({
  ...{ email, reads: '24/7', agreed: '2027-01-04', acknowledges: false, json: false },
  ...over,
});

export const mailboxes: readonly (readonly [string, RecipientSetting])[] = [
  ['police', mailbox('desk@police.example')],
  ['helpline', mailbox('desk@helpline.example')],
  ['victim-support', mailbox('desk@support.example')],
];

/** The mail an agency gets of a report, with an invented word to look for. */
export const mailFor = (id: string, recipient: string, more = ''): Message => ({
  subject: `Signs seen ${canary}`,
  text: `${canary} for ${recipient}\n${more}`,
  messageId: `<${id}.${recipient}@signs.example>`,
  date: '2027-03-14T12:00:00Z',
});

export const masterKey = randomBytes(32);

export const openedStore = async (dataDir = temporaryFolder()): Promise<Store> =>
  withKeys(await openEmbeddedStore({ dataDir, role: 'courier' }));

/** A store with its keys published; closed again when the test ends. */
export async function withKeys(store: Store): Promise<Store> {
  onTestFinished(() => store.close());
  await epochPrivateKeys({ keys: store.keys, masterKey }).publish(noon);
  return store;
}

/** Seals a report as intake does and stores it, with more words where they matter; answers its id. */
export async function take(store: Store, envelopes: readonly Partial<Envelope>[] = [{}], more = ''): Promise<string> {
  const id = randomUUID();
  const whole = envelopes.map((over) => anEnvelope(over));
  const key = await store.keys.current(epochDay);
  const messages = whole.map(({ recipient }) => ({
    recipient,
    bytes: Buffer.from(JSON.stringify(mailFor(id, recipient, more))),
  }));
  const boxes = sealMessages({ id, epochPublicKey: key?.publicKey ?? Buffer.of(), messages });
  const sealed = whole.map((envelope, index) => ({ ...envelope, sealed: boxes[index] ?? Buffer.of() }));
  const answer = await store.outbox.accept(aSealedReport({ id, envelopes: sealed }));
  if (answer !== 'stored') throw new Error(`The report was ${answer}.`);
  return id;
}

export const mailerTo = (url: string, tls: Certificate, times = {}): Mailer => mailersTo([url], tls, times);

/** The same with several relays, the first one first. */
export function mailersTo(relays: readonly string[], tls: Certificate, times = {}): Mailer {
  const mailer = smtpMailer({ relays, from: 'reports@signs.example', name: 'signs.example', ca: tls.cert, times });
  onTestFinished(() => mailer.close());
  return mailer;
}

/** What can be changed about the courier under test. */
export interface KitOptions {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly recipients?: ReadonlyMap<string, RecipientSetting>;
  readonly parallel?: number;
}

/** A courier with a clock of its own, that is told when to look. */
export function courierKit({ store, mailer, recipients = new Map(mailboxes), parallel = 4 }: KitOptions) {
  const time = { now: noon };
  const events: CourierEvent[] = [];
  const log = (event: CourierEvent) => void events.push(event);
  const alerts = createAlerts({ mailer, to: operator, mailDomain: 'signs.example', log });
  const keys = epochPrivateKeys({ keys: store.keys, masterKey });
  const clock = () => time.now;
  const random = () => 0.5;
  const courier = createCourier({
    outbox: store.outbox,
    mailer,
    keys,
    recipients,
    alerts,
    parallel,
    log,
    clock,
    random,
  });
  /** One look, and the end of everything it took. */
  const round = async () => {
    const taken = await courier.poll();
    await Promise.all(courier.underway());
    return taken;
  };
  return { time, events, alerts, keys, courier, recipients, round, log };
}

/** A courier and a whole mail server, where some mailboxes answer as they are told: address → `550 never`. */
export async function kitOn(
  options: { readonly refused?: Readonly<Record<string, string>>; readonly store?: Store } = {},
) {
  const refused: Record<string, string> = { ...options.refused };
  const tls = await certificate();
  const server = await mailServer(tls, {
    onRcptTo({ address }, _session, callback) {
      const [code = '', ...text] = (refused[address] ?? '').split(' ');
      callback(code === '' ? undefined : Object.assign(new Error(text.join(' ')), { responseCode: Number(code) }));
    },
  });
  const store = options.store ?? (await openedStore());
  const mailer = mailerTo(`smtp://127.0.0.1:${server.port}`, tls);
  return { ...courierKit({ store, mailer }), server, store, mailer, refused };
}

/** Every mailbox that got a mail. */
export const toWhom = (mails: readonly { readonly to: readonly string[] }[]) => mails.flatMap(({ to }) => to).sort();
