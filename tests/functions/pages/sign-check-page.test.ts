import { describe, expect, test } from 'vitest';
import { signCheck } from '../../../functions/report/contract/sign-check.ts';
import { signCheckPage } from '../../../functions/report/pages/sign-check-page.ts';
import { english, raw } from './english.ts';
import { forms, submitted, textOf } from './read-html.ts';

const levels = ['call-999', 'tell-today', 'worth-telling', 'nothing-ticked'] as const;
const page = (level: (typeof levels)[number], signs: readonly string[] = []) =>
  signCheckPage(english, { level, answers: raw(signs.length > 0 ? { signs } : {}) });
const urgent = english.model.signs.find((sign) => sign.urgent === true)?.id ?? 'no urgent sign in the model';

describe('the sign check', () => {
  test.each<[string[], string]>([
    [[urgent], 'Call 999 now'],
    [['debt'], 'Tell someone today'],
    [[], 'You do not need to be sure. What worries you?'],
  ])('answers %s with "%s"', (signs, title) => {
    expect(textOf(page(signCheck(signs, english.model.signs), signs)).split('\n')[0]).toBe(title);
  });

  test.each(levels)('%s has a next step and a number, and never says no', (level) => {
    const html = page(level, level === 'nothing-ticked' ? [] : ['debt']);
    expect(html).toContain('tel:+448000121700');
    expect(html).toContain('name="step" value="place"');
    expect(textOf(html)).not.toMatch(/\b(low|unlikely|safe|not slavery|probably|score|points)\b/i);
  });

  test('has no number for how bad it is', () => {
    expect(textOf(page('worth-telling', ['debt'])).replaceAll(/999|[\d ]{4,}|101/g, '')).not.toMatch(/\d/);
  });

  test('takes what was ticked on to the form', () => {
    const html = page('tell-today', ['debt', 'watched']);
    expect(submitted(forms(html)[0] ?? '')).toEqual([
      ['signs', 'debt'],
      ['signs', 'watched'],
      ['locale', 'en'],
    ]);
  });

  test('opens the words box when nothing was ticked', () => {
    expect(page('nothing-ticked')).toContain('<textarea id="details" name="details"');
    expect(page('tell-today', ['debt'])).not.toContain('<textarea');
  });
});
