import { jobSchema, queue } from './names.ts';

/*
 * A job `{ id, recipient }` stands in pg-boss for every envelope that waits: written in the transaction that stores the
 * envelope and taken away in the one that ends it. Couriers claim envelopes and nothing rests on a job, so one that is
 * lost loses nothing: a sweep puts it back.
 */

const year = 31_536_000;

/** Set so that pg-boss never gives a job up by itself; its own defaults would, after days. */
export const queueOptions = {
  policy: 'standard',
  partition: true,
  retryLimit: 2_147_483_647,
  retryDelay: 60,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  retentionSeconds: year,
  deleteAfterSeconds: 3600,
} as const;

/** An envelope's job is found again without looking it up, and is never there twice. */
const jobId = "md5(id || ' ' || recipient)::uuid";

/** Adds the jobs of the envelopes in `source`, a table or query with `id` and `recipient`. */
export const insertJobs = (source: string): string => `
  INSERT INTO ${jobSchema}.job (
    id, name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds,
    keep_until)
  SELECT ${jobId}, '${queue}', jsonb_build_object('id', id, 'recipient', recipient), '${queueOptions.policy}',
    ${queueOptions.retryLimit}, ${queueOptions.retryDelay}, ${queueOptions.retryBackoff}, ${queueOptions.retryDelayMax},
    ${queueOptions.expireInSeconds}, ${queueOptions.deleteAfterSeconds}, now() + interval '${year} seconds'
  FROM ${source}
  ON CONFLICT DO NOTHING`;

/** Takes away the jobs of the envelopes in `source`. */
export const deleteJobs = (source: string): string =>
  `DELETE FROM ${jobSchema}.job WHERE name = '${queue}' AND id = ANY (ARRAY(SELECT ${jobId} FROM ${source}))`;

/** Whether the envelope `o` has a job. */
export const hasJob = `EXISTS (SELECT FROM ${jobSchema}.job j
  WHERE j.name = '${queue}' AND j.id = md5(o.id || ' ' || o.recipient)::uuid)`;
