import { expect, test } from 'vitest';
import { certificate } from '../../support/certificate.ts';
import { closedPort, mailServer, scriptedServer } from '../../support/mail-servers.ts';
import { delivery, mailerFor } from '../../support/mailer-kit.ts';

const tls = await certificate();
const mailer = mailerFor(tls);

test('when the first relay cannot be reached the second takes the mail', async () => {
  const server = await mailServer(tls);
  const relays = [`smtp://127.0.0.1:${await closedPort()}`, `smtp://127.0.0.1:${server.port}`];
  expect(await mailer(relays).deliver(delivery)).toEqual({ outcome: 'delivered' });
});

test('when the first relay has judged the mail the second is not asked', async () => {
  const first = await scriptedServer({ RCPT: '550 5.1.1 no' }, tls);
  const second = await mailServer(tls);
  const relays = [`smtps://127.0.0.1:${first.port}`, `smtp://127.0.0.1:${second.port}`];
  expect(await mailer(relays).deliver(delivery)).toMatchObject({ outcome: 'dead' });
  expect(second.mails).toEqual([]);
});

test('after an end without a word the second relay is not tried in the same breath, but goes first the next time', async () => {
  const first = await scriptedServer({ dot: (socket) => socket.destroy() }, tls);
  const second = await mailServer(tls);
  const sender = mailer([`smtps://127.0.0.1:${first.port}`, `smtp://127.0.0.1:${second.port}`]);
  expect(await sender.deliver(delivery)).toMatchObject({ outcome: 'retry', ambiguous: true });
  expect(second.mails).toEqual([]);
  expect(await sender.deliver({ ...delivery, possibleDuplicate: 2 })).toEqual({ outcome: 'delivered' });
  expect(second.mails).toHaveLength(1);
});
