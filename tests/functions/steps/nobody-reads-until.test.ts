import { describe, expect, test } from 'vitest';
import languages from '#content/model/languages.yaml';
import type { Routed } from '../../../functions/report/asked.ts';
import { nobodyReadsUntil } from '../../../functions/report/steps/nobody-reads-until.ts';
import { aHandler, aMailbox } from '../../support/a-handler.ts';

const sundayNoon = Date.UTC(2027, 2, 14, 12);
const toPolice = { decision: { recipients: [{ id: 'police', role: 'primary' }] } } as unknown as Routed;
const officeHours = new Map([['police', aMailbox({ reads: 'Mon-Fri 09:00-17:00' })]]);

describe('when nobody reads now', () => {
  test.each(languages)('$name says the next time in its own words, our calendar and plain digits', async ({ id }) => {
    const { parts } = await aHandler({ recipients: officeHours, now: () => sundayNoon });
    const said = nobodyReadsUntil(parts, toPolice, id) ?? '';
    expect(said).toMatch(/\b15\b/);
    expect(said).toMatch(/09[:.]00/);
    expect(said.match(/\p{Nd}/gu)?.filter((digit) => !/[0-9]/.test(digit))).toEqual([]);
  });

  test('the day is named as the language names it', async () => {
    const { parts } = await aHandler({ recipients: officeHours, now: () => sundayNoon });
    const said = ['en', 'pl', 'ur'].map((id) => nobodyReadsUntil(parts, toPolice, id));
    expect(said).toEqual([
      expect.stringContaining('Monday'),
      expect.stringContaining('poniedziałek'),
      expect.stringContaining('پیر'),
    ]);
  });

  test('a language that the model does not know says the time as its id says', async () => {
    const { parts } = await aHandler({ recipients: officeHours, now: () => sundayNoon });
    expect(nobodyReadsUntil(parts, toPolice, 'de')).toContain('Montag');
  });

  test('where nobody acts on it, nobody is waited for', async () => {
    const { parts } = await aHandler({ recipients: officeHours, now: () => sundayNoon });
    const toNobody = { decision: { recipients: [] } } as unknown as Routed;
    expect(nobodyReadsUntil(parts, toNobody, 'en')).toBeUndefined();
  });

  test('a mailbox that somebody always reads says nothing', async () => {
    const { parts } = await aHandler({ now: () => sundayNoon });
    expect(nobodyReadsUntil(parts, toPolice, 'en')).toBeUndefined();
  });
});
