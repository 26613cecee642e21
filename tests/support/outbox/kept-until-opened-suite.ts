import { expect, test } from 'vitest';
import { retention } from '../../../functions/report/outbox/retention.ts';
import { anEnvelope, aSealedReport, aThen, dayMs, epochDay, hour, minute, noon } from '../a-sealed-report.ts';
import { claimed, dueAt, type MakeStore, one, withReports } from './outbox-under-test.ts';

const chain = [anEnvelope(), aThen('helpline', 1), aThen('victim-support', 2)];
const afterThat = '2028-01-01';
const lapsed = noon + retention.unopenedDays * dayMs;

/** Bodies that stay until a person at the agency opened them. */
export function testKeptUntilOpened(makeStore: MakeStore): void {
  const delivered = async (envelopes = chain) => {
    const report = aSealedReport({ envelopes });
    const store = await withReports(() => makeStore('opened'), report);
    expect(await store.outbox.done(one(await claimed(store.outbox), 'police'), noon)).toBe(true);
    return { ...store, report };
  };

  test('kept until opened: a delivered body stays, and with it the key of its day', async () => {
    const { keys } = await delivered([anEnvelope()]);
    expect(await keys.shredBefore(afterThat, noon)).toBe(0);
    expect(await keys.wrapped(epochDay)).toBeDefined();
  });

  test('kept until opened: what was delivered is not given out again', async () => {
    const { outbox } = await delivered([anEnvelope()]);
    expect(await outbox.claim(lapsed, 10)).toEqual([]);
    expect(await outbox.stats(noon)).toEqual({ due: 0, leased: 0, dead: 0, deliveredToday: 1, oldestDueMs: 0 });
  });

  test('kept until opened: a report nobody opened reaches the second contacts, each at its time', async () => {
    const { outbox } = await delivered();
    expect(await dueAt(outbox, noon + 29 * minute)).toEqual([]);
    expect(await dueAt(outbox, noon + 30 * minute)).toEqual(['helpline']);
    expect(await dueAt(outbox, noon + 60 * minute)).toContain('victim-support');
  });

  test('kept until opened: once it was opened no second contact gets it, and its key is no longer needed', async () => {
    const { outbox, keys, report } = await delivered();
    expect(await outbox.opened(report.id, 'police', noon + minute)).toBe(true);
    expect(await outbox.stats(noon)).toMatchObject({ due: 0 });
    expect(await dueAt(outbox, lapsed)).toEqual([]);
    expect(await keys.shredBefore(afterThat, noon)).toBe(1);
  });

  test('kept until opened: a second contact that opened it stops those after it, and the first agency may still open', async () => {
    const { outbox, keys, report } = await delivered();
    await outbox.done(one(await claimed(outbox, noon + 30 * minute), 'helpline'), noon + 30 * minute);
    expect(await outbox.opened(report.id, 'helpline', noon + 31 * minute)).toBe(true);
    expect(await dueAt(outbox, lapsed - 1)).toEqual([]);
    expect(await keys.shredBefore(afterThat, noon)).toBe(0);
    expect(await outbox.opened(report.id, 'police', noon + 32 * minute)).toBe(true);
    expect(await keys.shredBefore(afterThat, noon)).toBe(1);
  });

  test('kept until opened: nothing is opened that was not delivered, and twice is the same as once', async () => {
    const { outbox, report } = await delivered();
    expect(await outbox.opened(report.id, 'helpline', noon)).toBe(false);
    expect(await outbox.opened(report.id, 'nobody', noon)).toBe(false);
    expect(await outbox.opened('another', 'police', noon)).toBe(false);
    expect(await outbox.stats(noon)).toMatchObject({ due: 2 });
    expect(await outbox.opened(report.id, 'police', noon)).toBe(true);
    expect(await outbox.opened(report.id, 'police', noon + hour)).toBe(true);
  });

  test('kept until opened: a body nobody opened goes seven days after its delivery, and not before', async () => {
    const { outbox, keys } = await delivered([anEnvelope()]);
    await outbox.tidy(lapsed - 1);
    expect(await keys.shredBefore(afterThat, noon)).toBe(0);
    await outbox.tidy(lapsed);
    expect(await keys.shredBefore(afterThat, noon)).toBe(1);
  });

  test('kept until opened: second contacts that wait outlast a body nobody opened', async () => {
    const { outbox, keys, report } = await delivered();
    await outbox.tidy(lapsed);
    expect(await outbox.stats(noon)).toMatchObject({ due: 2 });
    expect(await keys.shredBefore(afterThat, noon)).toBe(0);
    expect(await outbox.opened(report.id, 'police', lapsed + minute)).toBe(true);
    expect(await outbox.stats(noon)).toMatchObject({ due: 0 });
    expect(await keys.shredBefore(afterThat, noon)).toBe(1);
  });

  test('kept until opened: a dead letter is kept, however old a body is that nobody opened', async () => {
    const { outbox, keys } = await delivered();
    await outbox.dead(one(await claimed(outbox, noon + 30 * minute), 'helpline'), noon + 30 * minute);
    await outbox.tidy(lapsed + 365 * dayMs);
    expect(await outbox.stats(noon)).toMatchObject({ dead: 1 });
    expect(await keys.shredBefore('2029-01-01', noon)).toBe(0);
  });

  test('kept until opened: an id is known for three days after it was opened, and then forgotten', async () => {
    const { outbox, report } = await delivered();
    await outbox.tidy(noon + 6 * dayMs);
    expect(await outbox.accept(report)).toBe('duplicate');
    await outbox.opened(report.id, 'police', noon + 6 * dayMs);
    await outbox.tidy(noon + 6 * dayMs + 71 * hour);
    expect(await outbox.accept(report)).toBe('duplicate');
    await outbox.tidy(noon + 6 * dayMs + 74 * hour);
    expect(await outbox.accept(report)).toBe('stored');
  });
}
