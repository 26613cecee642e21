import { randomUUID } from 'node:crypto';
import type { Envelope, SealedReport } from '../../functions/report/outbox/outbox.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const dayMs = 24 * hour;

/** An invented noon, and the day whose key the reports below are sealed to. */
export const noon = Date.UTC(2027, 2, 14, 12);
export const epochDay = '2027-03-14';

/** An envelope for the police, due now; its body is only bytes here. */
export const anEnvelope = (over: Partial<Envelope> = {}): Envelope => ({
  recipient: 'police',
  role: 'primary',
  rank: 0,
  dueAt: noon,
  epoch: epochDay,
  sealed: Buffer.from('sealed'),
  ...over,
});

/** A second contact that waits half an hour for each place in the row. */
export const aThen = (recipient: string, rank: number): Envelope =>
  anEnvelope({ recipient, role: 'then', rank, dueAt: noon + rank * 30 * minute });

export const aSealedReport = (over: Partial<SealedReport> = {}): SealedReport => ({
  id: randomUUID(),
  receiptHash: Buffer.alloc(32, 7),
  rule: 'labour',
  acceptedAt: noon,
  envelopes: [anEnvelope()],
  ...over,
});
