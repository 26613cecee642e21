import { expect, test } from 'vitest';
import { mailerUntil } from '../../../functions/report/courier/mailer-until.ts';
import type { Delivery, DeliveryResult, Mailer } from '../../../functions/report/mail/mail.ts';
import { delivery } from '../../support/mailer-kit.ts';

/** A mailer that answers when it is told to, and says what was asked of it. */
function aMailer() {
  const asked: Delivery[] = [];
  const { promise, resolve: answer } = Promise.withResolvers<DeliveryResult>();
  let closed = 0;
  const deliver = async (one: Delivery) => {
    asked.push(one);
    return promise;
  };
  const close = async () => {
    closed += 1;
  };
  const mailer: Mailer = { deliver, close };
  return { mailer, asked, answer, closed: () => closed };
}

test('what is under way at the deadline ends there, and may have arrived', async () => {
  const { mailer, closed } = aMailer();
  const until = mailerUntil(mailer, 1);
  expect(await until.deliver(delivery)).toEqual({ outcome: 'retry', ambiguous: true, code: 'DEADLINE' });
  expect(closed()).toBe(1);
});

test('nothing is begun once it is over, such as a mail to a second mailbox', async () => {
  const { mailer, asked } = aMailer();
  const until = mailerUntil(mailer, 1);
  await until.deliver(delivery);
  expect(await until.deliver(delivery)).toEqual({ outcome: 'retry', ambiguous: false, code: 'DEADLINE' });
  expect(asked).toHaveLength(1);
});

test('what ends before the deadline is as the mailer says, and closing it twice closes once', async () => {
  const { mailer, answer, closed } = aMailer();
  const until = mailerUntil(mailer, 60_000);
  const delivering = until.deliver(delivery);
  answer({ outcome: 'delivered' });
  expect(await delivering).toEqual({ outcome: 'delivered' });
  await until.close();
  await until.close();
  expect(closed()).toBe(1);
});
