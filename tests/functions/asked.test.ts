import { expect, test } from 'vitest';
import { localeOf, variantOf } from '../../functions/report/asked.ts';

const raw = (field: string, value: string) => new Map([[field, [value]]]);

test.each<[wanted: string, served: readonly string[], answered: string]>([
  ['gu', ['en', 'gu'], 'gu'],
  ['xx', ['en', 'gu'], 'en'],
  ['gu', [], 'en'],
])('who asks for %s where %s are served gets %s', (wanted, served, answered) => {
  expect(localeOf(raw('locale', wanted), served)).toBe(answered);
});

test('anyone but a person it happens to and a person under 18 filled in the public form', () => {
  const variants = ['affected', 'under-18', 'public', 'nonsense'].map((reporter) =>
    variantOf(raw('reporter', reporter)),
  );
  expect(variants).toEqual(['affected', 'under-18', 'public', 'public']);
});
