import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { embeddedDeadLetters } from '../../functions/report/outbox/embedded/dead-letters.ts';
import { openDatabase } from '../../functions/report/outbox/embedded/open-database.ts';
import { storeFiles } from '../../functions/report/outbox/embedded/store-files.ts';
import { aHandler } from '../support/a-handler.ts';
import { agencyAt, anyStory } from '../support/left-out/any-story.ts';
import { playStory, type Stage } from '../support/left-out/play-story.ts';
import { chosenSeed } from '../support/random.ts';

const runs = 2000;

async function aStage(): Promise<Stage> {
  const { parts, courierStore: store, dataDir } = await aHandler();
  const database = openDatabase(storeFiles(dataDir), 'intake');
  onTestFinished(() => database.close());
  return { parts, store, dead: embeddedDeadLetters(database) };
}

test('H2: whatever is told, whoever is left out and whatever mail servers, deadlines and operators do, nobody left out is ever written to, and nobody who was not on the card', async () => {
  const stage = await aStage();
  const seed = chosenSeed() | 0;
  const seen = { sent: 0, leavingOut: 0, addresses: 0 };
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const told = await playStory(stage, story);
      const { exclude } = story.answers;
      const writtenTo = [...told.envelopes, ...told.addresses.map(agencyAt)];
      expect(writtenTo.filter((agency) => exclude.includes(agency))).toEqual([]);
      expect(writtenTo.filter((agency) => !told.cards.includes(agency))).toEqual([]);
      expect([...new Set(told.envelopes)].sort()).toEqual(told.sent ? [...told.cards].sort() : []);
      expect(told.left).toBe(0);
      seen.sent += Number(told.sent);
      seen.leavingOut += Number(told.sent && exclude.length > 0);
      seen.addresses += told.addresses.length;
    }),
    { seed, numRuns: runs },
  );
  console.log(
    `left out: ${runs} stories, seed ${seed}, ${seen.sent} reports taken, ${seen.leavingOut} of them leaving somebody out, ${seen.addresses} mails, 0 faults`,
  );
  expect(seen.sent).toBeGreaterThan(runs / 4);
  expect(seen.leavingOut).toBeGreaterThan(runs / 10);
  expect(seen.addresses).toBeGreaterThan(runs / 4);
}, 600_000);
