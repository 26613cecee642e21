import { expect, test } from 'vitest';
import { pageTitle } from '../../src/page-title.ts';

test.each<[about: string, title: string, whole: string]>([
  ['has the site’s name behind it', 'Information', 'Information – Know the Signs'],
  ['is the site’s name alone on the first page', 'Know the Signs', 'Know the Signs'],
  ['keeps the name up to seventy characters', 'x'.repeat(53), `${'x'.repeat(53)} – Know the Signs`],
  ['stands alone where both would be cut off', 'x'.repeat(54), 'x'.repeat(54)],
])('a title %s', (_about, title, whole) => {
  expect(pageTitle(title, 'Know the Signs')).toBe(whole);
});
