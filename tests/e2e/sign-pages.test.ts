import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import concerns from '#content/model/concerns.yaml';
import places from '#content/model/places.yaml';
import signs from '#content/model/signs.yaml';
import topics from '#content/model/topics.yaml';
import { concernPath, pagePath, placePath, topicPath } from '../../functions/report/contract/paths.ts';
import { decode } from '../functions/pages/read-html.ts';
import { built } from '../support/built.ts';
import { insideOf, tagsOf } from '../support/html-tags.ts';
import { languages, wordsOf } from '../support/words-of.ts';

const { siteDir } = await built();
const read = (address: string): string => readFileSync(path.join(siteDir, address, 'index.html'), 'utf8');
const mainOf = (html: string): string => insideOf(html, 'main')[0] ?? '';

const placeless = ['other', 'unsure'];
const addresses = (locale: string): readonly string[] => [
  ...concerns.map(({ id }) => concernPath(locale, id)),
  ...places.filter(({ id }) => !placeless.includes(id)).map(({ id }) => placePath(locale, id)),
  ...topics.map(({ id }) => topicPath(locale, id)),
];
const pages = languages.flatMap(({ id }) =>
  [pagePath(id, 'signs'), ...addresses(id)].map((address) => ({ locale: id, address, main: mainOf(read(address)) })),
);
const alone = concerns.filter(({ id }) => ['pay-only', 'safety-only'].includes(id));

/** Every sign row: what is seen, and the softer line under it. */
const rowsOf = (main: string): readonly { text: string; also: string }[] =>
  [...main.matchAll(/<b>([^<]*)<\/b>\s*<span class="hint">([^<]*)<\/span>\s*<\/div>\s*<\/li>/g)].map(
    ([, text = '', also = '']) => ({ text: decode(text), also: decode(also) }),
  );
const links = (main: string): readonly string[] =>
  tagsOf(main).flatMap(({ attributes }) => attributes.get('href') ?? []);

describe('a page of signs', () => {
  test.each(pages)('$address says under every sign what else it might be, and has nothing to tick', (page) => {
    const { main, locale } = page;
    const words = wordsOf(locale);
    const rows = rowsOf(main);
    const known = new Map(
      signs.map(({ id }) => [words(`signs:${id}.text`), words('ui:signs.also', { other: words(`signs:${id}.also`) })]),
    );
    expect(rows).toHaveLength(
      main
        .match(/<ul class="rows">[\s\S]*?<\/ul>/g)
        ?.join('')
        .match(/<li>/g)?.length ?? 0,
    );
    expect(rows.filter(({ text, also }) => known.get(text) !== also)).toEqual([]);
    const controls = ['input', 'select', 'textarea', 'form', 'button'];
    expect(tagsOf(main).filter(({ name }) => controls.includes(name))).toEqual([]);
  });

  test.each(pages)('$address says what to do and not to do, and how to tell, 999 first', ({ main, locale }) => {
    const telling = main.slice(main.indexOf(`<h2>${wordsOf(locale)('ui:signs.tellTitle')}</h2>`));
    const advice = insideOf(main, 'h2').length;
    expect(advice).toBeGreaterThanOrEqual(3);
    const ways = links(telling).filter((href) => /^tel:|\/tell\/$|\/work\/$/.test(href));
    expect(ways[0]).toBe('tel:999');
    expect(ways.length).toBeGreaterThan(1);
  });

  test.each(pages)('$address carries no answer in a link to the form', ({ main }) => {
    expect(links(main).filter((href) => /\/tell\/.+|\?/.test(href))).toEqual([]);
  });

  test.each(languages)(
    'in $name offers no form where it is only about pay or safety, but the rights at work',
    ({ id }) => {
      for (const concern of alone) {
        const found = links(mainOf(read(concernPath(id, concern.id))));
        expect(found).not.toContain(pagePath(id, 'form'));
        expect(found).toContain(pagePath(id, 'work'));
      }
    },
  );
});

describe('a sign that says little on its own', () => {
  test.each(languages)('is read in $name on the page of its topic, with no drawing beside it', ({ id: locale }) => {
    const words = wordsOf(locale);
    for (const topic of topics.filter(({ weak }) => weak.length > 0)) {
      const main = decode(mainOf(read(topicPath(locale, topic.id))));
      for (const { id } of topic.weak) {
        const item = main
          .slice(0, main.indexOf(words(`topics:${topic.id}.weak.${id}.text`)))
          .split('<li>')
          .at(-1);
        expect(item?.trim(), id).toBe('');
        expect(main).toContain(words(`topics:${topic.id}.weak.${id}.also`));
      }
    }
  });

  test.each(['form', 'form-affected', 'form-under-18'] as const)('is no answer of %s', (form) => {
    const inputs = tagsOf(read(pagePath('en', form))).filter(({ name }) => name === 'input');
    const values = inputs.flatMap(({ attributes }) => attributes.get('value') ?? []);
    expect(values.length).toBeGreaterThan(9);
    expect(topics.flatMap(({ weak }) => weak).filter(({ id }) => values.includes(id))).toEqual([]);
  });
});

test.each(languages)('from the index in $name every page of signs is one press away', ({ id }) => {
  expect(links(mainOf(read(pagePath(id, 'signs'))))).toEqual(expect.arrayContaining([...addresses(id)]));
});
