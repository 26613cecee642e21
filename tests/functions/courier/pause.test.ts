import { expect, test } from 'vitest';
import { createPause } from '../../../functions/report/courier/pause.ts';

const never = new Promise<never>(() => undefined);
const longer = 2 ** 30;

test('a wait ends with the first of the others, long before its time', async () => {
  await expect(createPause().wait(longer, [never, Promise.resolve()])).resolves.toBeUndefined();
});

test('a pause that is ended cuts its wait short, and every later one is over at once', async () => {
  const pause = createPause();
  const waiting = pause.wait(longer, [never]);
  pause.end();
  await expect(waiting).resolves.toBeUndefined();
  await expect(pause.wait(longer, [never])).resolves.toBeUndefined();
});
