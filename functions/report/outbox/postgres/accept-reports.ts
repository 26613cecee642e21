import type { Pool } from 'pg';
import type { Accepted, SealedReport } from '../outbox.ts';
import { type Row, text } from '../row-values.ts';
import { insertJobs } from './jobs.ts';

/**
 * One statement is one transaction: reports, envelopes, counts and jobs are there together or not at all. `held` keeps
 * the keys from being shredded meanwhile. Reports and counts are taken in one order everywhere, so no two wait in a ring.
 */
const accept = `
  WITH held AS MATERIALIZED (SELECT hold_epochs($13::text[]) AS day),
  sent AS MATERIALIZED (
    SELECT * FROM unnest($5::text[], $6::text[], $7::text[], $8::int[], $9::bigint[], $10::text[], $11::bytea[], $12::bigint[])
      AS envelope (id, recipient, role, rank, due_at, epoch, sealed, accepted_at)),
  readable AS MATERIALIZED (
    SELECT * FROM unnest($1::text[], $2::bytea[], $3::text[], $4::text[]) AS report (id, receipt_hash, rule, day)
    WHERE NOT EXISTS (SELECT FROM sent WHERE sent.id = report.id AND sent.epoch NOT IN (SELECT day FROM held))),
  stored AS (
    INSERT INTO report (id, receipt_hash, rule, day, state)
    SELECT id, receipt_hash, rule, day, 'queued' FROM readable ORDER BY id
    ON CONFLICT DO NOTHING RETURNING id),
  envelopes AS (
    INSERT INTO outbox (id, recipient, role, rank, state, due_at, first_due_at, epoch, sealed, accepted_at)
    SELECT id, recipient, role, rank, 'due', due_at, due_at, epoch, sealed, accepted_at FROM sent JOIN stored USING (id)),
  jobs AS (${insertJobs('sent JOIN stored USING (id)')}),
  counted AS (
    INSERT INTO day_count AS counts (day, rule, n)
    SELECT day, rule, count(*) FROM readable JOIN stored USING (id) GROUP BY day, rule ORDER BY day, rule
    ON CONFLICT (day, rule) DO UPDATE SET n = counts.n + excluded.n)
  SELECT readable.id, CASE WHEN stored.id IS NULL THEN 'duplicate' ELSE 'stored' END AS answer
  FROM readable LEFT JOIN stored USING (id)`;

/**
 * Stores a group of reports with one transaction. One that is known already is `duplicate`; whatever goes wrong, all of
 * it is `refused`: also when the connection broke while it was being written, since then nobody knows. Never rejects.
 */
export function acceptReports(pool: Pool) {
  return async (reports: readonly SealedReport[]): Promise<readonly Accepted[]> => {
    const firsts = firstOfEachId(reports);
    try {
      const answers = await ask(pool, [...firsts.values()]);
      return reports.map((report, index) => {
        if (!isSound(report)) return 'refused';
        const answer = answers.get(report.id) ?? 'refused';
        return answer === 'stored' && !firsts.has(index) ? 'duplicate' : answer;
      });
    } catch {
      return reports.map(() => 'refused');
    }
  };
}

/** The first report of each id that can be taken, by its place in the group. */
function firstOfEachId(reports: readonly SealedReport[]): ReadonlyMap<number, SealedReport> {
  const seen = new Set<string>();
  return new Map(
    [...reports.entries()].filter(([, report]) => {
      const first = isSound(report) && !seen.has(report.id);
      if (first) seen.add(report.id);
      return first;
    }),
  );
}

/** A report for nobody, or twice for one, is a mistake of ours: it is not taken. */
function isSound({ envelopes }: SealedReport): boolean {
  return envelopes.length > 0 && new Set(envelopes.map(({ recipient }) => recipient)).size === envelopes.length;
}

async function ask(pool: Pool, reports: readonly SealedReport[]): Promise<ReadonlyMap<string, Accepted>> {
  if (reports.length === 0) return new Map();
  const sent = reports.flatMap(({ id, acceptedAt, envelopes }) =>
    envelopes.map((envelope) => ({ ...envelope, id, acceptedAt })),
  );
  const values = [
    reports.map(({ id }) => id),
    reports.map(({ receiptHash }) => receiptHash),
    reports.map(({ rule }) => rule),
    reports.map(({ acceptedAt }) => new Date(acceptedAt).toISOString().slice(0, 10)),
    sent.map(({ id }) => id),
    sent.map(({ recipient }) => recipient),
    sent.map(({ role }) => role),
    sent.map(({ rank }) => rank),
    sent.map(({ dueAt }) => dueAt),
    sent.map(({ epoch }) => epoch),
    sent.map(({ sealed }) => sealed),
    sent.map(({ acceptedAt }) => acceptedAt),
    [...new Set(sent.map(({ epoch }) => epoch))],
  ];
  // With a name the server plans it once for each connection.
  const { rows } = await pool.query<Row>({ name: 'accept-reports', text: accept, values });
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'answer') === 'stored' ? 'stored' : 'duplicate']));
}
