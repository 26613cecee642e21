import { expect, onTestFinished, test } from 'vitest';
import { anEnvelope, aSealedReport, aThen, dayMs, noon } from '../../support/a-sealed-report.ts';
import { postgresServer } from '../../support/postgres/postgres-server.ts';
import { postgresStores } from '../../support/postgres/postgres-stores.ts';
import { asked } from '../../support/postgres/prepared-database.ts';

const server = await postgresServer();

async function stores() {
  const made = await postgresStores(server);
  onTestFinished(made.close);
  const jobs = async () =>
    (await asked(made.owner, `SELECT data FROM know_the_signs_jobs.job ORDER BY data->>'recipient'`)).map(
      ({ data }) => data,
    );
  return { ...made, jobs, accept: made.intakeStore.outbox.accept, courier: made.courierStore.outbox };
}

const withThen = () => aSealedReport({ envelopes: [anEnvelope(), aThen('helpline', 1)] });

test('a report and its jobs are stored together: where the job cannot be, nothing is, and the report is refused', async () => {
  const { owner, accept, jobs } = await stores();
  await asked(owner, 'ALTER TABLE know_the_signs_jobs.job ADD CONSTRAINT full_up CHECK (false) NOT VALID');
  const report = withThen();
  expect(await accept(report)).toBe('refused');
  for (const table of ['report', 'outbox', 'day_count']) {
    expect(await asked(owner, `SELECT FROM know_the_signs.${table}`)).toHaveLength(0);
  }
  await asked(owner, 'ALTER TABLE know_the_signs_jobs.job DROP CONSTRAINT full_up');
  expect(await accept(report)).toBe('stored');
  expect(await jobs()).toHaveLength(2);
});

test('where the queue was taken away a report is refused, and nothing of it is stored', async () => {
  const { owner, accept } = await stores();
  await asked(owner, `SELECT know_the_signs_jobs.delete_queue('deliver')`);
  expect(await accept(aSealedReport())).toBe('refused');
  expect(await asked(owner, 'SELECT FROM know_the_signs.report')).toHaveLength(0);
});

test('a job names one envelope and says nothing else about it', async () => {
  const { accept, jobs } = await stores();
  const report = withThen();
  await accept(report);
  await accept(report);
  expect(await jobs()).toEqual([
    { id: report.id, recipient: 'helpline' },
    { id: report.id, recipient: 'police' },
  ]);
});

test('a job goes with the end of its envelope, and with it those that are no longer needed', async () => {
  const { accept, courier, jobs } = await stores();
  await accept(withThen());
  for (const claim of await courier.claim(noon, 1)) await courier.done(claim, noon);
  expect(await jobs()).toEqual([]);
});

test('a job stays while its envelope is tried again, and a dead letter has none', async () => {
  const { accept, courier, jobs } = await stores();
  await accept(aSealedReport());
  for (const claim of await courier.claim(noon, 1)) await courier.retry(claim, noon, true);
  expect(await jobs()).toHaveLength(1);
  for (const claim of await courier.claim(noon, 1)) await courier.dead(claim, noon);
  expect(await jobs()).toEqual([]);
});

test('an envelope whose job was lost is delivered all the same, and gets its job back', async () => {
  const { owner, accept, courier, jobs } = await stores();
  const reports = [withThen(), aSealedReport(), aSealedReport()];
  for (const report of reports) await accept(report);
  const [first] = await courier.claim(noon, 1);
  await courier.done(first ?? expect.fail(), noon);
  await asked(owner, 'DELETE FROM know_the_signs_jobs.job');
  await courier.tidy(noon);
  await courier.tidy(noon);
  const waiting = await asked(owner, `SELECT FROM know_the_signs.outbox WHERE state = 'due'`);
  expect(await jobs()).toHaveLength(waiting.length);
  await asked(owner, 'DELETE FROM know_the_signs_jobs.job');
  expect(await courier.claim(noon, 10)).toHaveLength(2);
});

test('a year of waiting ends no job, and no job ever runs out of attempts', async () => {
  const { owner, accept } = await stores();
  await accept(aSealedReport());
  const [job] = await asked(
    owner,
    `SELECT extract(epoch FROM keep_until - created_on) * 1000 AS kept, retry_limit, state FROM know_the_signs_jobs.job`,
  );
  expect(Number(job?.['kept'])).toBeGreaterThanOrEqual(365 * dayMs);
  expect(job).toMatchObject({ retry_limit: 2_147_483_647, state: 'created' });
});
