import type { Intake } from './create-intake.ts';
import { lastResort } from './last-resort.ts';

let started: Promise<Intake> | undefined;

/** Everything is loaded here and not above, so that whatever cannot be loaded still leaves a page of phones. */
async function startIntake(): Promise<Intake> {
  const { createIntake } = await import('./create-intake.ts');
  return createIntake({ env: process.env, log: () => undefined });
}

/**
 * For hosts that ask a module for its `fetch`: the parts are built at the first request and kept, and the store is what
 * the settings name. Never throws, and never answers with an empty page.
 */
export default {
  async fetch(request: Request): Promise<Response> {
    try {
      started ??= startIntake();
      const { handle, bucketOf } = await started.catch(startAgainLater);
      return await handle(request, bucketOf(forwardedOf(request)));
    } catch {
      return lastResort(new URL(request.url).protocol === 'https:');
    }
  },
};

/** The next request tries again. An operator finds the reason in the host's log: it is of settings and files only. */
function startAgainLater(fault: unknown): never {
  started = undefined;
  console.error(fault instanceof Error ? fault.message.replaceAll(/\s*\n\s*/g, ' ') : 'It could not start.');
  throw fault;
}

/** A function has no connection of its own: only what a trusted proxy wrote can count. */
const forwardedOf = ({ headers }: Request) => ({
  peer: undefined,
  forwardedFor: headers.get('x-forwarded-for') ?? undefined,
  proxied: true,
});
