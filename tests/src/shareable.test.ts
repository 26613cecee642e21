import { expect, test } from 'vitest';
import { concernPath, type PageName, pagePath, placePath, topicPath } from '../../functions/report/contract/paths.ts';
import { isShareable } from '../../src/shareable.ts';

const at = (page: PageName) => pagePath('en', page);

test.each([
  at('home'),
  at('signs'),
  at('work'),
  at('told'),
  at('phones'),
  placePath('en', 'farm'),
  concernPath('en', 'labour'),
  topicPath('en', 'cuckooing'),
])('%s may be passed on', (address) => expect(isShareable('en', address)).toBe(true));

/** Whoever is seen sending one of these has told on themselves. */
test.each([
  '/',
  '/api/answers',
  '/en/shell/',
  at('help'),
  at('young'),
  at('emergency'),
  at('form'),
  at('form-affected'),
  at('form-under-18'),
  at('who'),
  at('private'),
  at('professionals'),
])('%s offers no way to pass it on', (address) => expect(isShareable('en', address)).toBe(false));
