import { buildIfStale } from '../../src/build/build.ts';
import { outputs } from '../../src/build/outputs.ts';

/** The built product as a demo, where `npm test` has put it; built now when it is missing or stale. */
export async function built(): Promise<typeof outputs> {
  await buildIfStale({ siteUrl: 'http://localhost:4321', intake: 'open', demo: true, drafts: 'all', ...outputs });
  return outputs;
}
