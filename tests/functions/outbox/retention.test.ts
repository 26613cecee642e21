import { expect, test } from 'vitest';
import {
  erasedAt,
  idKeptUntil,
  type KeepBody,
  retention,
  unopenedSince,
} from '../../../functions/report/outbox/retention.ts';
import { dayMs, hour, noon } from '../../support/a-sealed-report.ts';

test.each([
  ['what was not delivered is kept', {}, undefined],
  ['what was delivered goes at once', { deliveredAt: noon }, noon],
  ['nobody need open it', { deliveredAt: noon, openedAt: noon + hour }, noon],
])('kept until delivered: %s', (_about, life, expected) => expect(erasedAt('delivered', life)).toBe(expected));

const opened = noon + hour;

test.each([
  ['what was not delivered is kept', {}, undefined],
  ['what nobody opened goes seven days after it was delivered', { deliveredAt: noon }, noon + 7 * dayMs],
  ['what was opened goes then', { deliveredAt: noon, openedAt: opened }, opened],
  ['nobody keeps it longer by opening it late', { deliveredAt: noon, openedAt: noon + 9 * dayMs }, noon + 7 * dayMs],
])('kept until opened: %s', (_about, life, expected) => expect(erasedAt('opened', life)).toBe(expected));

test.each<KeepBody>(['delivered', 'opened'])('kept until %s: what is looked for is exactly what is over', (until) => {
  for (const deliveredAt of [0, 1, 6.999, 7, 7.001, 30].map((days) => noon - days * dayMs)) {
    const isOver = (erasedAt(until, { deliveredAt }) ?? Number.POSITIVE_INFINITY) <= noon;
    expect(deliveredAt <= unopenedSince(until, noon)).toBe(isOver);
  }
});

test('bodies are kept until they are delivered', () => expect(retention.until).toBe('delivered'));

test('a bare id is kept for 72 hours and at most one more, so that its time tells nothing', () => {
  expect(idKeptUntil(noon)).toBe(noon + 72 * hour);
  expect(idKeptUntil(noon + 1)).toBe(noon + 73 * hour);
});
