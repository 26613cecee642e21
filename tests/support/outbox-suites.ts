import { expect, test } from 'vitest';
import type { Acceptor, SealedReport } from '../../functions/report/outbox/outbox.ts';
import { anEnvelope, aSealedReport } from './a-sealed-report.ts';
import { testClaims } from './outbox/claims-suite.ts';
import { testEnds } from './outbox/ends-suite.ts';
import { testKeptUntilOpened } from './outbox/kept-until-opened-suite.ts';
import { testKeysAndRetention } from './outbox/keys-and-retention-suite.ts';
import { type MakeStore, opened } from './outbox/outbox-under-test.ts';
import { testSecondContacts } from './outbox/second-contacts-suite.ts';

/** Made anew for each test. The key of `epochDay` is published where the engine has keys. */
export interface AcceptorUnderTest {
  readonly acceptor: Acceptor;
  /** Where bodies are looked into: the same report with mails in them. */
  readonly sealed?: ((report: SealedReport) => SealedReport) | undefined;
  close(): Promise<void>;
}

/** What everything that takes reports must do. Every engine runs it. */
export function testAcceptor(makeStore: () => Promise<AcceptorUnderTest>): void {
  const made = async () => {
    const { acceptor, sealed = (report: SealedReport) => report } = await opened(makeStore);
    return { acceptor, aReport: (over: Partial<SealedReport> = {}) => sealed(aSealedReport(over)) };
  };

  test('a report is stored, and the same id again is a duplicate', async () => {
    const { acceptor, aReport } = await made();
    const report = aReport();
    expect(await acceptor.accept(report)).toBe('stored');
    expect(await acceptor.accept(report)).toBe('duplicate');
  });

  test('the same id sixteen times at once is stored once', async () => {
    const { acceptor, aReport } = await made();
    const report = aReport();
    const answers = await Promise.all(Array.from({ length: 16 }, () => acceptor.accept(report)));
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'duplicate')).toHaveLength(15);
  });

  test('many reports at once are each stored', async () => {
    const { acceptor, aReport } = await made();
    const answers = await Promise.all(Array.from({ length: 100 }, () => acceptor.accept(aReport())));
    expect(new Set(answers)).toEqual(new Set(['stored']));
  });

  test('a report for nobody is refused, and so is one with two envelopes for one agency', async () => {
    const { acceptor, aReport } = await made();
    expect(await acceptor.accept(aReport({ envelopes: [] }))).toBe('refused');
    expect(await acceptor.accept(aReport({ envelopes: [anEnvelope(), anEnvelope()] }))).toBe('refused');
  });

  test('a refused report may be sent again under the same id', async () => {
    const { acceptor, aReport } = await made();
    const report = aReport();
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
  testKeptUntilOpened(makeStore);
}
