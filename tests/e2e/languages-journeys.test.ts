import { randomInt } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../functions/report/contract/model.ts';
import { startBrowser } from '../support/browser.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { tellAsChild, tellOfDanger, tellOfFactory, tellOfMyself } from '../support/journeys.ts';
import { setOut, type Traveller } from '../support/traveller.ts';
import { untranslated } from '../support/untranslated.ts';
import { words as english, languageOf, translations } from '../support/words-of.ts';

const source = languageOf('en');

let site: DemoSite;
let browser: Browser;
beforeAll(async () => {
  site = await startDemoSite();
  browser = await startBrowser();
  return async () => {
    await browser.close();
    await site.stop();
  };
});

/** In letters of four scripts and with a number of its own, so that it is found in no other mail. */
const newCanary = (): string => `ગલી ulica گلی green ${randomInt(1e9, 1e10)}`;

interface Mailed {
  readonly to: string;
  readonly not?: string;
  readonly urgent: boolean;
}

interface Journey {
  /** Who travels. */
  readonly about: string;
  readonly travel: (traveller: Traveller, canary: string) => Promise<void>;
  readonly mail: Mailed;
}

const journeys: readonly Journey[] = [
  { about: 'a neighbour', travel: tellOfFactory, mail: { to: 'police', not: 'labour-enforcement', urgent: false } },
  { about: 'someone it happens to', travel: tellOfMyself, mail: { to: 'helpline', not: 'police', urgent: true } },
  { about: 'someone under 18', travel: tellAsChild, mail: { to: 'police', urgent: true } },
  { about: 'someone who sees danger', travel: tellOfDanger, mail: { to: 'police', urgent: true } },
];

async function expectMail({ to, not, urgent }: Mailed, { name, id }: Language, canary: string): Promise<void> {
  const about = async (agency: string) => (await site.mailsOf(agency)).find(({ text }) => text?.includes(canary));
  await expect.poll(() => about(to), { timeout: 20_000 }).toBeDefined();
  const mail = await about(to);
  expect(mail?.text).toContain(`Form language: ${name} [${id}].`);
  expect(mail?.subject?.includes('URGENT')).toBe(urgent);
  expect(mail?.text).toContain(english('mail:answers.title'));
  if (not !== undefined && site.mailboxes().includes(not)) expect(await about(not)).toBeUndefined();
}

/** One whole journey; answers every page that was met, by name. */
async function make({ travel, mail }: Journey, language: Language, script: boolean) {
  const traveller = await setOut({ browser, site, language, script });
  try {
    const canary = newCanary();
    await travel(traveller, canary);
    await expectMail(mail, language, canary);
    expect(traveller.complaints.join()).toBe('');
    return traveller.seen;
  } finally {
    await traveller.page.context().close();
  }
}

/** Each once more with JavaScript, which changes the form under way. */
const ways = [
  { how: 'without JavaScript', script: false },
  { how: 'with JavaScript', script: true },
] as const;

describe.each(ways)('$how', ({ script }) => {
  /** English is what the others are compared with: made once, whoever asks first. */
  const made = new Map<Journey, ReturnType<typeof make>>();
  const inEnglish = (journey: Journey) => {
    const known = made.get(journey) ?? make(journey, source, script);
    made.set(journey, known);
    return known;
  };

  describe.each(journeys)('$about', (journey) => {
    test('tells in English, and the mail says what was told', async () => {
      expect((await inEnglish(journey)).size).toBeGreaterThan(3);
    });

    test.each(translations)(
      'tells in $name, meets no word of English, and the mail is in English',
      async (language) => {
        const [seen, known] = [await make(journey, language, script), await inEnglish(journey)];
        expect([...seen.keys()]).toEqual([...known.keys()]);
        for (const [page, html] of seen) {
          const left = untranslated({ html, english: known.get(page) ?? '', locale: language.id, typed: ['ulica'] });
          expect(left, page).toEqual([]);
        }
      },
    );
  });
});
