import { moveFromEmbedded } from '../../../functions/report/outbox/embedded/move-from-embedded.ts';
import { moveToEmbedded } from '../../../functions/report/outbox/embedded/move-to-embedded.ts';
import { moveFromPostgres } from '../../../functions/report/outbox/postgres/move-from-postgres.ts';
import { moveToPostgres } from '../../../functions/report/outbox/postgres/move-to-postgres.ts';
import type { MoveSource, MoveTarget } from '../../../functions/report/outbox/transfer.ts';
import { noon } from '../a-sealed-report.ts';

/** A store by its address: the URL of a database, or the data folder of an embedded one. */
const isDatabase = (address: string): boolean => address.startsWith('postgres');

export const sourceAt = async (address: string, leaving: 'all' | 'keys' = 'all'): Promise<MoveSource> =>
  isDatabase(address) ? moveFromPostgres({ url: address, leaving, now: noon }) : moveFromEmbedded(address, leaving);

export const targetAt = async (address: string): Promise<MoveTarget> =>
  isDatabase(address) ? moveToPostgres(address) : moveToEmbedded(address);
