import { expect, test } from 'vitest';
import { languageShelf } from '../../functions/report/language-shelf.ts';

const chunk = async () => ({ shell: 'shell', resources: {} });

test('English comes first, and then what was built, in the order in which a reader is shown it', () => {
  const shelf = languageShelf({ pl: chunk, en: chunk, ur: chunk }, {}, ['ur', 'gu', 'en', 'pl']);
  expect(shelf.locales).toEqual(['en', 'ur', 'pl']);
});

test('a language that was not built is refused with what to do', async () => {
  const { language } = languageShelf({ en: chunk }, {}, []);
  await expect(language('gu')).rejects.toThrow('No language "gu" was built: add its folder in content/');
});
