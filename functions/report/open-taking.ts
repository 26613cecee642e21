import { readHealth, sendThroughHealth } from './health.ts';
import type { EpochPublicKeys } from './outbox/epoch-keys.ts';
import { openStore } from './outbox/open-store.ts';
import type { Acceptor } from './outbox/outbox.ts';
import type { Health } from './parts.ts';
import { domainOf } from './settings/mailbox.ts';
import type { Settings } from './settings.ts';

/** What intake hands sealed reports to, and what differs with it. */
export interface Taking {
  readonly acceptor: Acceptor;
  readonly keys: EpochPublicKeys;
  /** Somebody can still be written to later: there are second contacts, and mails may be delayed. */
  readonly keeps: boolean;
  health(): Promise<Health>;
  close(): Promise<void>;
}

/** Opens intake's side of whatever the settings name. Rejects with one sentence when it cannot be trusted or used. */
export async function openTaking(settings: Settings): Promise<Taking> {
  const { store: place, dataDir } = settings;
  if (place.kind === 'send-through') return sendingTaking(settings);
  const store = await openStore(place.kind === 'embedded' ? { ...place, dataDir } : place, 'intake');
  const { acceptor, failing } = watched(store.outbox);
  return {
    acceptor,
    keys: store.keys,
    keeps: true,
    health: () => readHealth({ ...store, failing }, Date.now()),
    close: () => store.close(),
  };
}

/** A disk that can be read and not written looks well to every question but this one. */
function watched(outbox: Acceptor): { acceptor: Acceptor; failing(): boolean } {
  let failing = false;
  const accept: Acceptor['accept'] = async (report) => {
    const accepted = await outbox.accept(report);
    failing = accepted === 'refused';
    return accepted;
  };
  return { acceptor: { accept }, failing: () => failing };
}

/** Mail is loaded by intake only here, where there is no courier. */
async function sendingTaking({ mail: { relays, from }, recipients }: Settings): Promise<Taking> {
  const [{ smtpMailer }, { sendThrough, sendThroughMs }] = await Promise.all([
    import('./mail/smtp-mailer.ts'),
    import('./courier/send-through.ts'),
  ]);
  const openMailer = () => smtpMailer({ relays, from, name: domainOf(from), times: { total: sendThroughMs } });
  void openMailer().close(); // a relay that is not written as it must be stops the start, not a report
  const { acceptor, keys, failing } = sendThrough({ openMailer, recipients, clock: Date.now });
  return {
    acceptor,
    keys,
    keeps: false,
    health: async () => sendThroughHealth(failing()),
    close: async () => undefined,
  };
}
