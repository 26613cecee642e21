import { describe, expect, test } from 'vitest';
import { tokenLifeSeconds } from '../../../functions/report/contract/token-life.ts';
import { checkPage } from '../../../functions/report/pages/check-page.ts';
import type { CheckState } from '../../../functions/report/pages/page-model.ts';
import { checkState, english, fullReport, type Given, words } from './english.ts';
import { forms, submitted, tags, textOf } from './read-html.ts';

const page = (given: Given, over: Partial<CheckState> = {}) => checkPage(english, checkState(given, over));
const garment: Given = {
  reporter: 'public',
  danger: 'no',
  place: 'garment-factory',
  signs: ['debt'],
  area: 'leicester',
  concern: 'labour',
};
const affected: Given = { reporter: 'affected', signs: ['debt'] };
const young: Given = { reporter: 'under-18', signs: ['debt'], area: 'leicester' };
const sent = (html: string) => submitted(forms(html)[0] ?? '', { name: 'step', value: 'send' });
const excludes = (html: string) => tags(html).filter(({ attributes }) => attributes.get('name') === 'exclude');
const excludable = (html: string) => excludes(html).map(({ attributes }) => attributes.get('value'));

describe('the check page', () => {
  test('shows a slip for everyone who gets it, in order, and who is next and when', () => {
    const html = page(garment);
    const heads = [...html.matchAll(/<p class="role">([^<]*)<\/p>\s*<h2 id="slip-([^"]+)"/g)].map(([, role, id]) => [
      id,
      role,
    ]);
    expect(heads).toEqual([
      ['police', 'Gets it first'],
      ['labour-enforcement', 'Gets a copy'],
      ['helpline', 'Next: gets it only if we cannot deliver it in 24 hours'],
    ]);
  });

  test('says of each why, when they read, what they can do and what they may have to tell others', () => {
    const text = textOf(page(garment));
    for (const { agency, role } of checkState(garment).cards) {
      expect(text).toContain(words(`agencies:${agency}.${role === 'copy' ? 'copy' : 'why'}`));
      expect(text).toContain(words(`agencies:${agency}.can`));
      expect(text).toContain(words(`agencies:${agency}.mayTell`));
    }
    expect(text).toContain('Monday to Friday, 09:00 to 17:00');
  });

  test.each<[string | undefined, string]>([
    ['24/7', 'Day and night'],
    [
      'Mon,Wed-Thu 09:00-12:30; Sat 10:00-12:00',
      'Monday, Wednesday to Thursday, 09:00 to 12:30; Saturday, 10:00 to 12:00',
    ],
    [undefined, 'We do not know when they read it.'],
  ])('says reading hours of %s as "%s"', (reads, said) => {
    const [card] = checkState(garment).cards;
    expect(textOf(page(garment, { cards: card ? [{ ...card, reads }] : [] }))).toContain(said);
  });

  test.each<[string, Given]>([
    ['public', { ...fullReport, exclude: [] }],
    ['affected', { ...fullReport, reporter: 'affected', exclude: [] }],
    ['under-18', { ...fullReport, reporter: 'under-18', exclude: [] }],
  ])('carries every answer and the token to Send, and shows each of them: %s', (_variant, given) => {
    const html = page(given);
    const expected = Object.entries(given).flatMap(([field, value]) => [value].flat().map((one) => `${field}=${one}`));
    const fields = sent(html).map(([field, value]) => `${field}=${value}`);
    expect(fields.sort()).toEqual([...expected, 'locale=en', 'step=send', 'token=a-token'].sort());
    for (const typed of ['behind the tyre shop', 'Mon-Sat 7-22', 'a white van & a "red" one', 'after 6, say "library"'])
      expect(textOf(html)).toContain(typed);
  });

  test('writes typed words as text, never as code', () => {
    const html = page({ ...garment, details: '</textarea><script>alert(1)</script>' });
    expect(html).not.toContain('<script');
    expect(textOf(html)).toContain('</textarea><script>alert(1)</script>');
  });

  test('offers to leave out whoever may be left out, and says what that means', () => {
    const html = page(garment);
    expect(excludable(html)).toEqual(['police', 'labour-enforcement', 'helpline']);
    expect(excludes(html).filter(({ attributes }) => attributes.has('checked'))).toEqual([]);
    expect(textOf(html)).toContain('If you leave out the police, they will not know about this from us.');
  });

  test('names the agency of each tick to whoever hears the page', () => {
    const named = excludes(page(garment)).map(({ attributes }) => attributes.get('aria-describedby'));
    expect(named).toEqual(['slip-police', 'slip-labour-enforcement', 'slip-helpline']);
  });

  test('keeps the tick of whoever was left out, where it can be taken away', () => {
    const html = page({ ...garment, exclude: ['police'] });
    expect(html).not.toContain('id="slip-police"');
    expect(
      excludes(html)
        .find(({ attributes }) => attributes.get('value') === 'police')
        ?.attributes.has('checked'),
    ).toBe(true);
    expect(sent(html)).toContainEqual(['exclude', 'police']);
  });

  test.each<[string, Given, string]>([
    ['a child', { ...garment, child: 'yes' }, 'Someone is under 18, so this one cannot be left out.'],
    ['a call to 999', { ...garment, danger: 'called' }, 'You have called for help, so this one cannot be left out.'],
    ['someone under 18', young, 'You are under 18, so this one cannot be left out.'],
  ])('does not offer to leave out the police because of %s, and says so on the slip', (_why, given, reason) => {
    const html = page(given);
    expect(excludable(html)).not.toContain('police');
    expect(textOf(html)).toContain(reason);
  });

  test('does not offer to leave out the police where they have a part in running the site', () => {
    const cards = checkState(garment).cards.map((card) => ({ ...card, mayLeaveOut: card.agency !== 'police' }));
    const html = page(garment, { cards });
    expect(excludable(html)).toEqual(['labour-enforcement', 'helpline']);
    expect(textOf(html)).toContain('The police have a part in running this site.');
    expect(textOf(html)).not.toContain('If you leave out the police');
  });

  test('says nothing of leaving out where nobody can be left out', () => {
    const cards = checkState(young).cards.map((card) => ({ ...card, mayLeaveOut: false }));
    expect(page(young, { cards })).not.toContain('value="check"');
  });

  test('says who may be told all the same when it is not sure that nobody is under 18', () => {
    const said = 'If those who get it think a child is in danger, they will tell the police or the council.';
    expect(textOf(page({ ...garment, child: 'unsure' }))).toContain(said);
    expect(textOf(page(garment))).not.toContain(said);
  });

  test('says above Send that nobody reads, with numbers', () => {
    const html = page(garment, { nobodyReadsUntil: 'Monday at 09:00' });
    const notice = html.indexOf('Nobody may read this before Monday at 09:00.');
    expect(notice).toBeGreaterThan(0);
    expect(html.indexOf('tel:+448000121700', notice)).toBeLessThan(html.indexOf('value="send"'));
    expect(page(garment)).not.toContain('Nobody may read this before');
  });

  test('says above Send how many hours there are, as the code keeps them, and that nothing is lost after', () => {
    const hours = tokenLifeSeconds / 3600;
    const html = page(garment);
    const said = html.indexOf(`You have ${hours} hours to press Send. After that you look at this page once more.`);
    expect(said).toBeGreaterThan(0);
    expect(said).toBeLessThan(html.indexOf('value="send"'));
    expect(hours).toBeGreaterThanOrEqual(2);
    expect(Number.isInteger(hours)).toBe(true);
  });

  test('presses Update, not Send, on the Enter key', () => {
    const steps = tags(page(garment)).filter(({ attributes }) => attributes.get('name') === 'step');
    expect(steps.map(({ attributes }) => attributes.get('value'))).toEqual(['check', 'send', 'place']);
  });

  test('says first why it is back although Send was pressed', () => {
    expect(textOf(page(garment, { changed: true }))).toMatch(
      /^Look at this page again\nWho gets this has changed since you saw it\. Nothing is sent yet\./,
    );
    expect(textOf(page(garment, { errors: [{ field: 'token', code: 'missing' }] }))).toContain(
      'This page was open for a long time. Nothing is sent yet.',
    );
    expect(textOf(page(young, { errors: [{ field: 'exclude', code: 'cannot-leave-out' }] }))).toContain(
      'You wanted to leave out someone who must get this.',
    );
    expect(page(garment)).not.toContain('class="errors"');
  });

  test('shows the whole 999 panel unless the answer was no', () => {
    expect(page(garment)).not.toContain('class="call"');
    for (const danger of ['', 'unsure', 'called']) expect(page({ ...garment, danger })).toContain('class="call"');
  });

  test('shows the council’s line before the slips when a child is at risk', () => {
    const html = page({ ...garment, child: 'yes' });
    expect(html.indexOf('tel:+441164541004')).toBeGreaterThan(0);
    expect(html.indexOf('tel:+441164541004')).toBeLessThan(html.indexOf('class="slip"'));
  });
});

describe('the check page of someone affected', () => {
  const html = page(affected);
  const slip = html.slice(html.indexOf('id="slip-police"'), html.indexOf('value="police"'));

  test('has on the police slip what the police may tell the Home Office, and a number that is not the state', () => {
    expect(textOf(slip)).toContain('The police may tell the Home Office about a person’s immigration status.');
    expect(slip).toContain('tel:+448000121700');
    expect(textOf(slip)).toContain('no one can put you into a support scheme unless you say yes');
    expect(textOf(page(garment))).not.toContain('no one can put you into a support scheme');
  });

  test('has the helpline before every other number', () => {
    const [first] = tags(html).filter(({ attributes }) => attributes.get('href')?.startsWith('tel:'));
    expect(first?.attributes.get('href')).toBe('tel:+448000121700');
  });

  test('asks above Send if it is safe to call, and says what an empty answer means', () => {
    const above = textOf(html.slice(0, html.indexOf('value="send"')));
    expect(above).toContain('Is it safe for someone to contact you?');
    expect(above).toContain('You left this empty. Nobody will call you.');
    expect(textOf(page({ ...affected, contact: 'a text at noon' }))).toContain('You told us how.');
  });

  test('lets the police be left out, and then writes to who is not the state', () => {
    expect(excludable(html)).toContain('police');
    expect(page({ ...affected, exclude: ['police'] })).toContain('id="slip-helpline"');
  });
});

describe('the check page of someone under 18', () => {
  test('says that nobody has to write what they were made to do, and shows a number that keeps most things private', () => {
    const html = page(young);
    const above = textOf(html.slice(0, html.indexOf('class="slip"')));
    expect(above).toContain('You do not have to write what you were made to do.');
    expect(above).toContain('What you send goes to the police. We cannot take it back.');
    expect(above).toContain('0800 1111');
  });
});
