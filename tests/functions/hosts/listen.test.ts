import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { close, listen } from '../../../functions/report/hosts/listen.ts';

test('a port that another program has is said in one sentence', async () => {
  const [first, second] = [createServer(), createServer()];
  const port = await listen(first, 0, '127.0.0.1');
  onTestFinished(() => close(first, 0));
  await expect(listen(second, port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken on 127.0.0.1`);
});

test('an address that is not of this machine is said in one sentence', async () => {
  // 192.0.2.0/24 is kept for examples (RFC 5737), so no machine has it.
  await expect(listen(createServer(), 0, '192.0.2.1')).rejects.toThrow(
    /^Cannot listen on 192\.0\.2\.1, port 0 \(\w+\): set HOST to an address of this machine\.$/,
  );
});
