import { expect, test } from 'vitest';
import { smtpTimes } from '../../../functions/report/mail/smtp-mailer.ts';
import { leaseMs, retryDelay } from '../../../functions/report/outbox/schedule.ts';

const minutes = (attempt: number) => retryDelay(attempt, 0.5) / 60_000;

test('a report is tried again after 1, 2, 5, 15, 30 and 60 minutes, then every hour for ever', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100, 10_000].map(minutes)).toEqual([1, 2, 5, 15, 30, 60, 60, 60, 60]);
});

test('chance moves a retry by a tenth at most', () => {
  expect([retryDelay(1, 0), retryDelay(1, 0.999999)]).toEqual([54_000, 66_000]);
  expect([retryDelay(9, 0), retryDelay(9, 0.999999)]).toEqual([3_240_000, 3_959_999]);
});

test('a lease outlasts the longest delivery', () => expect(leaseMs).toBeGreaterThan(smtpTimes.total));
