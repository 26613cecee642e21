import { describe, expect, test } from 'vitest';
import { type ProblemCode, problems } from '../../../functions/report/contract/problem.ts';
import type { ProblemState } from '../../../functions/report/pages/page-model.ts';
import { problemPage } from '../../../functions/report/pages/problem-page.ts';
import { english, fullReport, type Given, raw, routed } from './english.ts';
import { signposts } from './every-page.ts';
import { forms, submitted, tags, textOf } from './read-html.ts';

const contacts = ['emergency', 'helpline', 'missing-people', 'crimestoppers'];
const page = (code: ProblemCode, given: Given, over: Partial<ProblemState> = {}) =>
  problemPage(english, { code, variant: 'public', answers: raw(given), contacts, ...over });
const signposted = (given: Given) => {
  const { decision, variant } = routed(given);
  return page('signposted', given, { decision, variant, contacts: decision.contacts });
};
const codes = Object.keys(problems) as ProblemCode[];
const pairs = (given: Given) =>
  Object.entries(given)
    .flatMap(([field, value]) => [value].flat().map((one) => `${field}=${one}`))
    .sort();
const carried = (form: string) =>
  submitted(form)
    .map(([field, value]) => `${field}=${value}`)
    .filter((pair) => !/^(locale|token|step|website)=/.test(pair))
    .sort();
const steps = (html: string) =>
  tags(html).flatMap(({ name, attributes }) =>
    name === 'button' ? [`${attributes.get('name')}=${attributes.get('value')}`] : [],
  );

describe('every problem', () => {
  test.each(codes)('%s keeps every answer, and has a number and a way on', (code) => {
    const html = page(code, fullReport);
    expect(forms(html).length).toBeGreaterThan(0);
    for (const form of forms(html)) expect(carried(form)).toEqual(pairs(fullReport));
    expect(html).toContain('tel:+448000121700');
    expect(textOf(html)).toContain('a white van & a "red" one');
    // Where nothing is kept, one of several may have it already.
    expect(textOf(html).includes('Nothing was sent.')).toBe(code !== 'not-everyone');
  });

  test.each(codes)('%s has a number and a link when nothing could be read', (code) => {
    const html = page(code, {});
    expect(html).toContain('tel:+448000121700');
    expect(forms(html)).toEqual([]);
    expect(html).toContain(`href="/en/${code === 'closed' ? 'phones' : 'tell'}/"`);
  });

  test('leaves out a contact that has no number to show', () => {
    expect(textOf(page('cannot-keep', fullReport))).not.toContain('Missing People');
  });

  test('writes typed words as text, never as code', () => {
    expect(page('cannot-keep', { details: '"><script>alert(1)</script>' })).not.toContain('<script');
  });
});

describe('nothing sent, and whom to call', () => {
  test.each(Object.entries(signposts))(
    '%s keeps every answer, has a number and lets an answer be changed',
    (reason, given) => {
      const html = signposted(given);
      const [form = ''] = forms(html).slice(-1);
      expect(carried(form).length).toBeGreaterThan(0);
      if (reason !== 'professional') expect(carried(form)).toEqual(pairs(given));
      expect(html).toMatch(/href="(tel|sms):/);
      expect(steps(html).length).toBeGreaterThan(0);
    },
  );

  test('for danger has the call, and takes it once the call was made', () => {
    const html = signposted({ danger: 'yes', signs: ['debt'], details: 'a van' });
    const [called = '', change = ''] = forms(html);
    expect(textOf(html)).toMatch(/^Call 999 now/);
    expect(html.indexOf('class="call"')).toBeLessThan(html.indexOf('<form'));
    expect(steps(html)).toEqual(['step=check', 'step=place']);
    expect(textOf(called)).toBe('I have called 999. Send this too');
    expect(carried(called)).toEqual(['danger=called', 'details=a van', 'signs=debt']);
    expect(textOf(change)).toBe('Change an answer');
    expect(carried(change)).toEqual(['danger=yes', 'details=a van', 'signs=debt']);
  });

  test('for a formal referral goes on as information', () => {
    const html = signposted({ reporter: 'professional', signs: ['debt'] });
    expect(carried(forms(html)[0] ?? '')).toEqual(['reporter=public', 'signs=debt']);
    expect(html).toContain('href="/en/professionals/"');
  });

  test.each<[string, Given, string]>([
    ['outside our area', signposts['outside'] ?? {}, 'It is not in our area.'],
    ['only pay', signposts['payOnly'] ?? {}, 'only about pay, hours or holiday'],
    ['only safety', signposts['safetyOnly'] ?? {}, 'only about a building or a machine'],
    ['only work, by whom it happens to', signposts['work'] ?? {}, 'only about your work'],
    [
      'nobody left',
      { area: 'leicester', signs: ['debt'], exclude: ['police', 'helpline'] },
      'You left out everyone who could get it.',
    ],
  ])('says why: %s', (_why, given, reason) => {
    expect(textOf(signposted(given))).toContain(reason);
  });
});

describe('what could not be taken', () => {
  test('goes again under the same token, so that it is one report', () => {
    const html = page('cannot-keep', { ...fullReport, token: 'the-token' });
    expect(submitted(forms(html)[0] ?? '')).toContainEqual(['token', 'the-token']);
    expect(steps(html)).toEqual(['step=send', 'step=place']);
  });

  test('goes to the check page when there was no token yet', () => {
    expect(steps(page('cannot-keep', fullReport))).toEqual(['step=check', 'step=place']);
  });

  test('is too large: the form itself is there to make it shorter', () => {
    const html = page('too-large', fullReport);
    expect(tags(html).filter(({ name }) => name === 'textarea')).toHaveLength(4);
    expect(textOf(html)).toContain('Make your words shorter.');
  });

  test('while nothing is taken has no form to change an answer on', () => {
    expect(steps(page('closed', fullReport))).toEqual(['step=check']);
  });
});
