import { expect, onTestFinished, test } from 'vitest';
import { giveUp, sendAgain } from '../../../functions/report/commands/outbox/dead-letters.ts';
import type { Desk } from '../../../functions/report/commands/outbox/desk.ts';
import { embeddedDesk } from '../../../functions/report/commands/outbox/embedded-desk.ts';
import { shortReference } from '../../../functions/report/commands/outbox/short-reference.ts';
import { outbox } from '../../../functions/report/commands/outbox.ts';
import { openEmbeddedStore } from '../../../functions/report/outbox/embedded/open-embedded-store.ts';
import type { Store } from '../../../functions/report/outbox/store.ts';
import { anEnvelope, aSealedReport, aThen, epochDay, hour, minute, noon } from '../../support/a-sealed-report.ts';
import { aKeyPair } from '../../support/openpgp/agency-keys.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A store that the courier holds, and the operator's command beside it. */
async function site(recipients?: string) {
  const dataDir = temporaryFolder();
  const store = await openEmbeddedStore({ dataDir, role: 'courier' });
  await store.keys.publish({ day: epochDay, publicKey: Buffer.alloc(32, 1), wrapped: Buffer.alloc(64, 1) });
  const live = { SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'signs@example.org' };
  const env = { DATA_DIR: dataDir, ...(recipients === undefined ? {} : { ...live, RECIPIENTS: recipients }) };
  const run = async (args: readonly string[] = [], now = noon) => {
    const lines: string[] = [];
    const code = await outbox({ args, env, folder: dataDir, now: new Date(now), print: (line) => lines.push(line) });
    return { code, lines, text: lines.join('\n') };
  };
  const desk = (): Desk => {
    const opened = embeddedDesk(dataDir, 'change');
    if (opened === undefined) throw new Error('There is no store.');
    onTestFinished(() => opened.close());
    return opened;
  };
  return { store, run, desk };
}

async function withDead(store: Store) {
  const report = aSealedReport({ envelopes: [anEnvelope(), aThen('helpline', 1)] });
  await store.outbox.accept(report);
  for (const claim of await store.outbox.claim(noon, 1)) await store.outbox.dead(claim, noon);
  return report;
}

const numbers = 5;

test('where reports are handed on at once it says that nothing waits, and its exit code is 0', async () => {
  const lines: string[] = [];
  const env = { STORE: 'send-through', SMTP_URL: 'smtps://mail.example', MAIL_FROM: 'signs@example.org' };
  const code = await outbox({ args: [], env, folder: '.', now: new Date(noon), print: (line) => lines.push(line) });
  expect({ code, lines }).toEqual({ code: 0, lines: [expect.stringContaining('Nothing waits here')] });
});

test.each([
  ['send it again', sendAgain],
  ['give it up', giveUp],
])('of two people who %s at once, one is told that it is no dead letter any more', async (_about, command) => {
  const { store, desk } = await site();
  await withDead(store);
  const [reference = ''] = (await desk().dead.list()).map(shortReference);
  const act = () => command({ desk: desk(), args: [reference, reference], now: noon, print: () => undefined });
  const ends = await Promise.allSettled([act(), act()]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const why = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
  expect(why).toEqual([expect.stringContaining(`${reference} is no dead letter now`)]);
  await store.close();
});

test('while all is well it says numbers and nothing else, and its exit code is 0', async () => {
  const { store, run } = await site();
  await store.pulse.beat(noon - minute);
  await store.outbox.accept(aSealedReport());
  expect(await run()).toMatchObject({
    code: 0,
    lines: [
      'waiting         1',
      'being sent      0',
      'not delivered   0',
      'delivered today 0',
      'oldest late by  0 min',
    ],
  });
  await store.close();
});

test.each<[about: string, prepare: (store: Store) => Promise<unknown>, line: string]>([
  ['no courier ever ran', async () => undefined, 'No courier runs, so nothing leaves: run `npm start`.'],
  ['the courier is silent for over two minutes', (store) => store.pulse.beat(noon - 2 * minute - 1), 'No courier runs'],
  [
    'something waits for an hour',
    async (store) => {
      await store.pulse.beat(noon);
      await store.outbox.accept(aSealedReport({ envelopes: [anEnvelope({ dueAt: noon - hour })] }));
    },
    'Something has waited for over an hour: check the mail server in SMTP_URL',
  ],
  [
    'something could not be delivered',
    async (store) => {
      await store.pulse.beat(noon);
      await withDead(store);
    },
    '1 could not be delivered and are not tried again: run `npm run outbox -- dead`.',
  ],
])('when %s, its exit code is 1 and one line says what to do', async (_about, prepare, line) => {
  const { store, run } = await site();
  await prepare(store);
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines.slice(numbers)).toEqual([expect.stringContaining(line)]);
  await store.close();
});

test('an agency whose key cannot be used is named, with what is wrong and what to do', async () => {
  const short = (await aKeyPair({ days: 10 })).publicKey.replaceAll(/^(?=.)/gm, '    ');
  const { store, run } = await site(
    `police:\n  email: a@b.example\n  reads: 24/7\n  agreed: 2027-01-31\n  openpgp: |\n${short}`,
  );
  await store.pulse.beat(noon);
  const { code, lines } = await run();
  expect(code).toBe(1);
  expect(lines.slice(numbers)).toEqual([
    expect.stringMatching(/^The OpenPGP key of police has run out, .*put their new public key in RECIPIENTS_FILE/),
  ]);
  await store.close();
});

test('what could not be delivered is listed by a reference, its day and its agency, and by nothing of the report', async () => {
  const { store, run } = await site();
  expect(await run(['dead'])).toMatchObject({ code: 0, lines: ['Nothing is undeliverable.'] });
  const { id } = await withDead(store);
  const { code, lines, text } = await run(['dead']);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^[A-HJ-NP-Z2-9]{8} {2}2027-03-14 {2}police \(primary\)$/);
  for (const word of [id, 'labour', 'sealed']) expect(text).not.toContain(word);
  await store.close();
});

const referenceIn = (text: string): string => /^[A-Z2-9]{8}/.exec(text)?.[0] ?? '';

test('again makes it due for the same agency, while the courier holds the store', async () => {
  const { store, run } = await site();
  const { id } = await withDead(store);
  const reference = referenceIn((await run(['dead'])).text);
  expect(await run(['again', reference], noon + hour)).toMatchObject({
    code: 0,
    text: expect.stringContaining('for police and nobody else'),
  });
  const claims = await store.outbox.claim(noon + hour, 10);
  expect(claims.filter(({ recipient }) => recipient === 'police')).toMatchObject([{ id, attempt: 2 }]);
  await expect(run(['again', reference])).rejects.toThrow(`${reference} is no dead letter now`);
  await store.close();
});

test('give-up says first what duty it brings and erases nothing; with the reference twice it erases it', async () => {
  const { store, run } = await site();
  await withDead(store);
  const reference = referenceIn((await run(['dead'])).text);
  for (const args of [[reference], [reference, 'OTHERREF']]) {
    const { code, text } = await run(['give-up', ...args]);
    expect(code).toBe(1);
    expect(text).toContain('duty to act');
    expect(text).toContain(`Nothing was erased. To erase it: npm run outbox -- give-up ${reference} ${reference}`);
  }
  expect((await store.outbox.stats(noon)).dead).toBe(1);
  expect(await run(['give-up', reference, reference])).toMatchObject({ code: 0 });
  expect((await store.outbox.stats(noon)).dead).toBe(0);
  expect((await run(['dead'])).code).toBe(0);
  await store.close();
});

test.each([
  ['an unknown word', ['open'], 'Use `npm run outbox` alone or with one of'],
  ['no reference', ['again'], 'Name one by its reference'],
  ['something that is no reference', ['give-up', '<script>', '<script>'], 'Name one by its reference'],
  ['a reference of nothing', ['again', 'ABCDEFGH'], 'ABCDEFGH is no dead letter now'],
])(
  '%s is answered with one sentence that says what to do, and never with what was typed beside it',
  async (...[, args, hint]) => {
    const { store, run } = await site();
    await withDead(store);
    const said = await run(args).catch((fault: Error) => fault.message);
    expect(said).toContain(hint);
    expect(said).toMatch(/^[^\n]+\.$/);
    expect(said).not.toContain('script');
    await store.close();
  },
);
