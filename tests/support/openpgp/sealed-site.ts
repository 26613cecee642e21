import { randomUUID } from 'node:crypto';
import type { Recipients } from '../../../functions/report/contract/recipient-setting.ts';
import { alerts as createAlerts } from '../../../functions/report/courier/alert.ts';
import { createCourier } from '../../../functions/report/courier/courier.ts';
import type { CourierEvent } from '../../../functions/report/courier/courier-log.ts';
import { epochPrivateKeys } from '../../../functions/report/courier/epoch-private-keys.ts';
import { openBox } from '../../../functions/report/courier/open-box.ts';
import type { Claim } from '../../../functions/report/outbox/outbox.ts';
import { aHandler, jsonPost, masterKey, mondayNoon } from '../a-handler.ts';
import { certificate } from '../certificate.ts';
import { mailerTo, operator } from '../courier-kit.ts';
import { wireTap } from '../mail/wire-tap.ts';
import { mailServer } from '../mail-servers.ts';

export const canary = 'CanaryOfTheAgencyKey';

/** The real function, store and courier, with somebody on the line to a real mail server. */
export async function sealedSite(recipients: Recipients) {
  const tls = await certificate();
  const refused = new Set<string>();
  const server = await mailServer(tls, {
    onRcptTo({ address }, _session, callback) {
      callback(refused.has(address) ? Object.assign(new Error('later'), { responseCode: 451 }) : undefined);
    },
  });
  const tap = await wireTap(server.port);
  const mailer = mailerTo(`smtp://127.0.0.1:${tap.port}`, tls);
  const handler = await aHandler({ recipients });
  const keys = epochPrivateKeys({ keys: handler.courierStore.keys, masterKey });
  const time = { now: mondayNoon };
  const events: CourierEvent[] = [];

  /** A courier as it starts with this list of mailboxes; each call is one look at the store. */
  const courierWith = (mailboxes: Recipients) => {
    const log = (event: CourierEvent) => void events.push(event);
    const alerts = createAlerts({ mailer, to: operator, mailDomain: 'signs.example', log });
    const parts = {
      outbox: handler.courierStore.outbox,
      mailer,
      keys,
      recipients: mailboxes,
      alerts,
      parallel: 4,
      log,
    };
    const courier = createCourier({ ...parts, clock: () => time.now, random: () => 0.5 });
    const look = async () => {
      await courier.poll();
      await Promise.all(courier.underway());
    };
    return { look, courier, alerts };
  };

  /** What the courier's own key opens of an envelope. */
  const openedBox = async ({ id, recipient, epoch, sealed }: Claim): Promise<string> => {
    const privateKey = await keys.privateKey(epoch);
    if (privateKey === undefined) throw new Error('The day has no key.');
    return Buffer.from(openBox({ id, recipient, sealed, privateKey }) ?? []).toString();
  };

  /** Someone tells, with the canary in every field of free text. */
  const tell = async (): Promise<number> => {
    const typed = Object.fromEntries(
      ['where', 'when', 'details', 'contact'].map((name) => [name, `${canary} ${name}`]),
    );
    const answers = { locale: 'en', place: 'garment-factory', signs: ['documents-or-money-held'], area: 'leicester' };
    return (await handler.handle(jsonPost({ ...answers, ...typed }, { 'idempotency-key': randomUUID() }))).status;
  };

  return { handler, server, tap, time, events, refused, courierWith, openedBox, tell };
}
