import { describe, expect, test } from 'vitest';
import { rich } from '../../../functions/report/pages/rich.ts';
import { english } from './english.ts';

const made = (text: string, phones?: 'link' | 'plain') => rich(english, text, phones).toString();

describe('marks in words', () => {
  test('become a number that can be pressed, left to right', () => {
    expect(made('Call <phone:helpline>.')).toBe(
      'Call <a class="phone" href="tel:+448000121700" dir="ltr">0800 0121 700</a>.',
    );
  });

  test('become a number only written, inside a label or a button', () => {
    expect(made('I called <phone:emergency>', 'plain')).toBe('I called <bdi dir="ltr">999</bdi>');
  });

  test('become the name of an agency, escaped', () => {
    expect(made('Ask <agency:helpline>')).toBe('Ask Modern Slavery &amp; Exploitation Helpline');
  });

  test('name an agency whose number may not be shown', () => {
    expect(made('<phone:missing-people>')).toBe('Missing People');
  });

  test('are found more than once, and everything between them is escaped', () => {
    expect(made('<b> & <agency:police> <agency:police> "x"')).toBe(
      '&lt;b&gt; &amp; Leicestershire Police Leicestershire Police &quot;x&quot;',
    );
  });

  test('keep names and English words English on a page of another language, in their own direction', () => {
    const urdu = { ...english, locale: 'ur' };
    expect(rich(urdu, '<agency:police>: “<en:Help. Urdu.>” <agency:emergency>').toString()).toBe(
      '<bdi lang="en" dir="ltr">Leicestershire Police</bdi>: “<bdi lang="en" dir="ltr">Help. Urdu.</bdi>” Emergency services',
    );
    expect(made('“<en:help>”')).toBe('“help”');
  });

  test('stop the build when no such agency exists, with what to do', () => {
    expect(() => made('<phone:nobody>')).toThrow('No agency "nobody": add it to agencies.yaml');
  });
});
