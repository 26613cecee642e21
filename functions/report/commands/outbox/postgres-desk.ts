import { checkLogin } from '../../outbox/postgres/check-login.ts';
import { connect } from '../../outbox/postgres/connect.ts';
import { countEnvelopes } from '../../outbox/postgres/count-envelopes.ts';
import { postgresDeadLetters } from '../../outbox/postgres/dead-letters.ts';
import { postgresPulse } from '../../outbox/postgres/postgres-keys.ts';
import type { Desk } from './desk.ts';

/** One connection with the courier's rights: intake's may not see what is dead. Rejects when the login has too few. */
export async function postgresDesk(url: string): Promise<Desk> {
  const pool = connect(url, 1);
  try {
    await checkLogin(pool, 'courier');
  } catch (fault) {
    await pool.end();
    throw fault;
  }
  return {
    stats: countEnvelopes(pool, 'courier'),
    lastBeat: () => postgresPulse(pool, 'operator').last(),
    dead: postgresDeadLetters(pool),
    // What was erased is overwritten when the database sweeps; the shredding of its day's key makes it unreadable.
    tidy: async () => undefined,
    close: () => pool.end(),
  };
}
