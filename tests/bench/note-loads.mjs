// Loaded before a program with `--import`: writes the path of every file of ours that it loads, as it does, to KTS_LOADS.
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) appendFileSync(process.env.KTS_LOADS, `${fileURLToPath(url)}\n`);
    return next(url, context);
  },
});
