import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.ts';
import { type DemoSite, startDemoSite } from '../support/demo-site.ts';
import { answersIn } from '../support/every-answer.ts';
import { staticPages } from '../support/static-pages.ts';
import { untranslated } from '../support/untranslated.ts';
import { translations } from '../support/words-of.ts';

const { siteDir } = await built();
const pages = staticPages(siteDir);
const read = (file: string): string => readFileSync(path.join(siteDir, file), 'utf8');
/** What the form of `everyAnswer` was filled in with, and what was wrong in it. */
const typed = ['behind the tyre shop', 'an-address', 'Mon-Sat', 'a white van', 'after 6', 'moon', 'foo', 'bar', 'yes'];
const englishAnswers = answersIn('en');

let site: DemoSite;
beforeAll(async () => {
  site = await startDemoSite();
  return site.stop;
});

describe.each(translations)('nothing is left in English in $name', ({ id: locale }) => {
  test.each(pages.filter((page) => page.locale === locale))('on $file', ({ file }) => {
    const english = read(file.replace(`${locale}/`, 'en/'));
    expect(untranslated({ html: read(file), english, locale })).toEqual([]);
  });

  test.each(answersIn(locale))('on $name', async ({ name, ask }) => {
    const same = englishAnswers.find((one) => name === `${locale}: ${one.name}`);
    const [html, english = ''] = await Promise.all(
      [ask, same?.ask].map(async (asked) => (await asked?.(site.url))?.text() ?? ''),
    );
    expect(untranslated({ html: html ?? '', english, locale, typed })).toEqual([]);
  });
});

test('a sentence in English among others, a name of a place, and what is said on the phone are told apart', () => {
  const [page = pages[0]] = pages.filter(({ locale, template }) => locale === 'gu' && template === 'tell/');
  const html = read(page?.file ?? '');
  const english = read('en/tell/index.html');
  const mixed = html.replace(
    '</main>',
    '<p>Is someone in danger now?</p><p>Loughborough</p><p>“Help. Polish.”</p></main>',
  );
  expect(untranslated({ html: mixed, english, locale: 'gu' })).toEqual(['Is someone in danger now?']);
  expect(untranslated({ html: english, english, locale: 'pl' }).length).toBeGreaterThan(50);
});
