import { expect, test } from 'vitest';
import type { Acceptor } from '../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport } from './a-sealed-report.ts';
import { testClaims } from './outbox/claims-suite.ts';
import { testEnds } from './outbox/ends-suite.ts';
import { testKeysAndRetention } from './outbox/keys-and-retention-suite.ts';
import { type MakeStore, opened } from './outbox/outbox-under-test.ts';
import { testSecondContacts } from './outbox/second-contacts-suite.ts';

/** Made anew for each test. The key of `epochDay` is published where the engine has keys. */
export interface AcceptorUnderTest {
  readonly acceptor: Acceptor;
  close(): Promise<void>;
}

/** What everything that takes reports must do. Every engine runs it. */
export function testAcceptor(makeStore: () => Promise<AcceptorUnderTest>): void {
  test('a report is stored, and the same id again is a duplicate', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    expect(await acceptor.accept(report)).toBe('stored');
    expect(await acceptor.accept(report)).toBe('duplicate');
  });

  test('the same id sixteen times at once is stored once', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    const answers = await Promise.all(Array.from({ length: 16 }, () => acceptor.accept(report)));
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(15);
  });

  test('many reports at once are each stored', async () => {
    const { acceptor } = await opened(makeStore);
    const answers = await Promise.all(Array.from({ length: 100 }, () => acceptor.accept(aSealedReport())));
    expect(new Set(answers)).toEqual(new Set(['stored']));
  });

  test('a report for nobody is refused, and so is one with two envelopes for one agency', async () => {
    const { acceptor } = await opened(makeStore);
    expect(await acceptor.accept(aSealedReport({ envelopes: [] }))).toBe('refused');
    expect(await acceptor.accept(aSealedReport({ envelopes: [anEnvelope(), anEnvelope()] }))).toBe('refused');
  });

  test('a refused report may be sent again under the same id', async () => {
    const { acceptor } = await opened(makeStore);
    const report = aSealedReport();
    expect(await acceptor.accept({ ...report, envelopes: [] })).toBe('refused');
    expect(await acceptor.accept(report)).toBe('stored');
  });
}

/** What every store that reports wait in must do. Embedded and PostgreSQL run it. */
export function testOutbox(makeStore: MakeStore): void {
  testClaims(makeStore);
  testEnds(makeStore);
  testSecondContacts(makeStore);
  testKeysAndRetention(makeStore);
}
