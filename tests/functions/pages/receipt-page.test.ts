import { describe, expect, test } from 'vitest';
import type { ReceiptState } from '../../../functions/report/pages/page-model.ts';
import { receiptPage } from '../../../functions/report/pages/receipt-page.ts';
import { english, fullReport, type Given, receiptState } from './english.ts';
import { shortReport, variants } from './every-page.ts';
import { tags, textOf } from './read-html.ts';

const page = (given: Given, over: Partial<ReceiptState> = {}) => receiptPage(english, receiptState(given, over));

describe('the receipt', () => {
  test.each(variants)('of %s begins with the truth: nobody is on the way yet', (variant) => {
    expect(textOf(page(shortReport(variant)))).toMatch(/^We have it and are sending it\. Nobody is on the way yet\./);
  });

  test.each(variants)('of %s says when to call, that one may hear nothing, and about the call list', (variant) => {
    const text = textOf(page(shortReport(variant)));
    expect(text).toContain('If it gets worse, call 999.');
    expect(text).toContain('You may never hear what came of it.');
    expect(text).toContain('Your phone keeps the number you call. Delete it from the call list.');
  });

  test('tells who is not there to stay away, and who may be there to let nobody know', () => {
    const [stayAway, letNobodyKnow] = ['Do not go back to look.', 'Do not let anyone there know that you wrote to us.'];
    for (const variant of variants) {
      const text = textOf(page(shortReport(variant)));
      expect(text.includes(stayAway)).toBe(variant === 'public');
      expect(text.includes(letNobodyKnow)).toBe(variant !== 'public');
    }
  });

  test('has nothing on it that was typed or ticked', () => {
    const html = page(fullReport);
    for (const value of Object.values(fullReport)
      .flat()
      .filter((text) => text.includes(' ')))
      expect(textOf(html)).not.toContain(value);
    expect(tags(html).filter(({ name }) => ['form', 'input', 'textarea', 'button'].includes(name))).toEqual([]);
    expect(textOf(html)).not.toContain('garment');
  });

  test('shows who gets it, who is next, and whoever was left out nowhere', () => {
    const slips = [...page({ ...shortReport('public'), exclude: ['police'] }).matchAll(/id="slip-([^"]+)"/g)].map(
      ([, id]) => id,
    );
    expect(slips).toEqual(['helpline']);
  });

  test('folds its number away and says that it can be found', () => {
    const html = page(shortReport('public'));
    const fold =
      /<details class="fold"><summary>Do you want a number to check later\?<\/summary>([\s\S]*?)<\/details>/.exec(
        html,
      )?.[1] ?? '';
    expect(textOf(fold)).toBe(
      'You do not need one. If someone finds it, they can see that you told someone.\n4815 2093 7716 0254 8831',
    );
    expect(html.split('4815').length).toBe(2);
    expect(html).not.toContain('<details open');
  });

  test('says that a message sent twice is one', () => {
    expect(textOf(page(shortReport('public'), { again: true }))).toContain('It is one message, not two.');
    expect(textOf(page(shortReport('public')))).not.toContain('It is one message, not two.');
  });

  test('says when nobody reads, with numbers', () => {
    const text = textOf(page(shortReport('public'), { nobodyReadsUntil: 'Monday at 09:00' }));
    expect(text).toContain('Nobody may read this before Monday at 09:00.');
    expect(text.indexOf('0800 0121 700')).toBeLessThan(text.indexOf('Gets it first'));
  });

  test.each<[string, Given, string]>([
    ['someone affected', shortReport('affected'), 'tel:+448000121700'],
    ['someone under 18', shortReport('under-18'), 'tel:+448001111'],
  ])('gives %s the numbers again, who is not the state first', (_who, given, number) => {
    const numbers = tags(page(given))
      .flatMap(({ attributes }) => attributes.get('href') ?? [])
      .filter((href) => href !== 'tel:999');
    expect(numbers[0]).toBe(number);
  });

  test('has no tick, badge or thanks that could read as "help is coming"', () => {
    expect(page(shortReport('public'))).not.toMatch(/[✓✔☑]|<svg|success|thank/i);
  });
});
