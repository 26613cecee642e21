import { expect, test } from 'vitest';
import { moveKeys } from '../../../functions/report/outbox/move-store.ts';
import { aSealedReport, epochDay, noon } from '../a-sealed-report.ts';
import { sourceAt, targetAt } from './move-ends.ts';
import { fill, key, lapsedWithoutWarnings, moved } from './moved-stores.ts';
import type { MakePlaces } from './place-under-move.ts';

/** What a move does with the keys of days: those of both stores, those alone, and one that was destroyed. */
export function testKeysUnderMove(makePlaces: MakePlaces): void {
  test('two stores with different keys for a day that a report needs are not moved, and stay as they are', async () => {
    const [from, to] = await makePlaces();
    await fill(from);
    const other = await to.open();
    await other.keys.publish(key(epochDay, 9));
    await other.close();
    const before = [await from.contents(), await to.contents()];
    await expect(moved(from, to)).rejects.toThrow(
      /different keys for 2027-03-14: start the site on the old store .+\.$/,
    );
    expect([await from.contents(), await to.contents()].map(lapsedWithoutWarnings)).toEqual(
      before.map(lapsedWithoutWarnings),
    );
  });

  test('different keys of a day that no report needs stop nothing, but do stop a move of the keys alone', async () => {
    const [from, to] = await makePlaces();
    for (const [place, mark] of [[from, 2] as const, [to, 9] as const]) {
      const store = await place.open();
      await store.keys.publish(key(epochDay, mark));
      await store.close();
    }
    const [source, target] = [await sourceAt(from.address, 'keys'), await targetAt(to.address)];
    await expect(moveKeys({ source, target })).rejects.toThrow('different keys');
    await Promise.all([source.close(), target.close()]);
    expect(await moved(from, to)).toBe(0);
  });

  test('the keys alone go while the site runs, and the new store then seals to the same', async () => {
    const [from, to] = await makePlaces();
    const running = await from.open();
    await running.keys.publish(key(epochDay, 2));
    const [source, target] = [await sourceAt(from.address, 'keys'), await targetAt(to.address)];
    await moveKeys({ source, target });
    await Promise.all([source.close(), target.close()]);
    expect(await running.outbox.accept(aSealedReport())).toBe('stored');
    await running.close();
    const next = await to.open();
    await next.keys.publish(key(epochDay, 9));
    expect((await next.keys.current(epochDay))?.publicKey).toEqual(new Uint8Array(32).fill(2));
    await next.close();
  });

  test('a key that the new store destroyed, since nothing there needed it, comes again with the reports that do', async () => {
    const [from, to] = await makePlaces();
    await fill(from);
    const [source, target] = [await sourceAt(from.address), await targetAt(to.address)];
    await moveKeys({ source, target });
    await Promise.all([source.close(), target.close()]);
    const next = await to.open();
    expect(await next.keys.shredBefore('2028-01-01', noon)).toBe(1);
    await moved(from, to);
    expect(await next.keys.wrapped(epochDay)).toEqual(new Uint8Array(64).fill(2));
    await next.close();
  });

  test('a batch sealed to another key of a day than the one that came here meanwhile is refused whole', async () => {
    const [from, to] = await makePlaces();
    await fill(from);
    const [source, target] = [await sourceAt(from.address), await targetAt(to.address)];
    const batch = (await source.batch('one', 100)) ?? expect.fail();
    const store = await to.open();
    await store.keys.publish(key(epochDay, 9));
    await store.close();
    await expect(target.take(batch)).rejects.toThrow('different keys for 2027-03-14');
    await Promise.all([source.close(), target.close()]);
    expect((await to.contents()).report).toEqual([]);
  });
}
