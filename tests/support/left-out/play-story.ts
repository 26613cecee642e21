import { randomUUID } from 'node:crypto';
import type { Recipients } from '../../../functions/report/contract/recipient-setting.ts';
import { alerts as createAlerts } from '../../../functions/report/courier/alert.ts';
import { createCourier } from '../../../functions/report/courier/courier.ts';
import { epochPrivateKeys } from '../../../functions/report/courier/epoch-private-keys.ts';
import { createHandler } from '../../../functions/report/handler.ts';
import type { DeliveryResult, Mailer } from '../../../functions/report/mail/mail.ts';
import type { DeadLetters } from '../../../functions/report/outbox/dead-letters.ts';
import type { Envelope } from '../../../functions/report/outbox/outbox.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import type { Parts } from '../../../functions/report/parts.ts';
import { jsonPost, masterKey, mondayNoon } from '../a-handler.ts';
import { dayMs, minute } from '../a-sealed-report.ts';
import type { End, Story } from './any-story.ts';

/** Real parts that many stories share, one after the other; each story leaves the store empty. */
export interface Stage {
  readonly parts: Parts;
  readonly store: Store;
  readonly dead: DeadLetters;
}

/** What one story came to. */
export interface Told {
  /** Agencies on the cards of the check page. */
  readonly cards: readonly string[];
  /** Agency ids of everything that was stored. */
  readonly envelopes: readonly string[];
  /** Every address that a mail was handed over for, whatever came of it. */
  readonly addresses: readonly string[];
  /** Whether the report was taken. */
  readonly sent: boolean;
  /** Envelopes that no operator and no mail server ended, after everything. */
  readonly left: number;
}

const results: Readonly<Record<End, DeliveryResult>> = {
  taken: { outcome: 'delivered' },
  later: { outcome: 'retry', ambiguous: false, code: 'EENVELOPE-451' },
  never: { outcome: 'dead', code: 'EENVELOPE-550' },
  silence: { outcome: 'retry', ambiguous: true, code: 'ETIMEDOUT' },
};

/** Sends the report through the function, then plays every turn of the story on the real store with the real courier. */
export async function playStory({ parts: common, store, dead }: Stage, story: Story): Promise<Told> {
  const envelopes: Envelope[] = [];
  const addresses: string[] = [];
  const time = { now: mondayNoon };
  const parts: Parts = {
    ...common,
    recipients: story.mailboxes,
    now: () => time.now,
    store: {
      async accept(report) {
        envelopes.push(...report.envelopes);
        return common.store.accept(report);
      },
    },
  };
  const handle = createHandler(parts);
  const checked = await handle(jsonPost({ ...story.answers, step: 'check' }));
  const cards = checked.status === 200 ? cardsOf(await checked.json()) : [];
  const sent = await handle(jsonPost(story.answers, { 'idempotency-key': randomUUID() }));

  const ends: End[] = [];
  const mailer: Mailer = {
    async deliver({ to }) {
      addresses.push(to);
      return results[ends.shift() ?? 'later'];
    },
    close: async () => undefined,
  };
  let courier = courierWith(story.mailboxes);
  for (const turn of story.turns) {
    if (turn.kind === 'restart') courier = courierWith(turn.mailboxes);
    if (turn.kind === 'wait') time.now += turn.minutes * minute;
    if (turn.kind === 'attempts') {
      ends.push(...turn.ends);
      await courier();
    }
    if (turn.kind === 'again' || turn.kind === 'give-up') await operate(turn.kind, turn.pick);
  }
  await end();
  const { due, leased, dead: buried } = await store.outbox.stats(time.now);
  return {
    cards,
    envelopes: envelopes.map(({ recipient }) => recipient),
    addresses,
    sent: sent.status === 202,
    left: due + leased + buried,
  };

  /** A courier as it starts with these mailboxes; each call is one look. */
  function courierWith(recipients: Recipients): () => Promise<number> {
    const log = () => undefined;
    const alerts = createAlerts({ mailer, mailDomain: 'signs.example', log });
    const keys = epochPrivateKeys({ keys: store.keys, masterKey });
    const clock = () => time.now;
    const all = { outbox: store.outbox, mailer, keys, recipients, alerts, parallel: 4, log, clock, random: () => 0.5 };
    const one = createCourier(all);
    return async () => {
      const taken = await one.poll();
      await Promise.all(one.underway());
      return taken;
    };
  }

  async function operate(kind: 'again' | 'give-up', pick: number): Promise<void> {
    const letters = await dead.list();
    const letter = letters[pick % Math.max(1, letters.length)];
    if (letter === undefined) return;
    await (kind === 'again' ? dead.again(letter, time.now) : dead.giveUp(letter, time.now));
  }

  /** Weeks later everyone can be reached, and the operator sends every dead letter once more. */
  async function end(): Promise<void> {
    const everyone = new Map([...story.mailboxes].map(([id, mailbox]) => [id, { ...mailbox, openpgp: undefined }]));
    courier = courierWith(everyone);
    for (let round = 0; round < 4; round += 1) {
      time.now += 15 * dayMs;
      for (const letter of await dead.list()) await dead.again(letter, time.now);
      ends.splice(0, ends.length, ...Array<End>(40).fill('taken'));
      while ((await courier()) > 0);
    }
    // What was held for a key stays held; the operator gives it up.
    await buryRest();
  }

  async function buryRest(): Promise<void> {
    time.now += 15 * dayMs;
    for (const claim of await store.outbox.claim(time.now, 100)) await store.outbox.dead(claim, time.now);
    for (const letter of await dead.list()) await dead.giveUp(letter, time.now);
  }
}

/** What a program is shown in place of the check page's cards. */
function cardsOf({ recipients, then }: { recipients: readonly { id: string }[]; then: readonly string[] }): string[] {
  return [...recipients.map(({ id }) => id), ...then];
}
