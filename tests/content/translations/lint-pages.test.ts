import { describe, expect, test } from 'vitest';
import { languageOf } from '../../support/translations/language-of.ts';
import { lintPages } from '../../support/translations/lint-pages.ts';

const polish = languageOf('pl');

describe('the lint of pages', () => {
  const source = `---
title: Call
h1: Who to call
description: Numbers.
order: 3
sources: [SA, UNSEEN]
---

## Now

- Call <Phone id="police" /> today.
- Wait for them.
`;
  const page = source
    .replace('title: Call', 'title: Telefon')
    .replace('Who to call', 'Do kogo dzwonić')
    .replace('Numbers.', 'Numery.')
    .replace('## Now', '## Teraz')
    .replace(
      'Call <Phone id="police" /> today.',
      'Zadzwoń dziś: <Phone id="police" />. „<bdi lang="en" dir="ltr">Help</bdi>”',
    )
    .replace('Wait for them.', 'Poczekaj na nich.');
  const lint = (text: string) => lintPages(polish, { 'a.md': source }, { 'a.md': text });

  test('finds nothing in what is right', () => expect(lint(page)).toEqual([]));

  test.each<[wrong: string, from: string, to: string]>([
    ['has another head', 'h1: Do kogo dzwonić\n', ''],
    ['has another order or other sources', 'order: 3', 'order: 4'],
    ['has another order or other sources', ', UNSEEN', ''],
    ['has an empty title, heading or description', 'h1: Do kogo dzwonić', 'h1:'],
    ['lacks a phone, an agency or another part, or has one too many', '<Phone id="police" />', ''],
    ['lacks a phone, an agency or another part, or has one too many', 'id="police"', 'id="helpline"'],
    ['has other headings or list items', '## Teraz', '### Teraz'],
    ['has other headings or list items', '- Poczekaj', 'Poczekaj'],
    ['leads elsewhere', 'Poczekaj', '[Poczekaj](https://example.org)'],
    ['holds a tag, a style or code', 'Poczekaj', '<b>Poczekaj</b>'],
    ['holds a tag, a style or code', 'Poczekaj', '{1 + 1}'],
    ['holds a tag, a style or code', 'lang="en" dir="ltr"', 'lang="en"'],
    ['has a line of import or export', '## Teraz', "import X from 'x'\n\n## Teraz"],
    ['has a line that is still in English', 'Poczekaj na nich.', 'Wait for them.'],
    ['has a line that is still in English', 'Do kogo dzwonić', 'Who to call'],
    ['holds a number that is typed', 'Poczekaj', 'Poczekaj 0116 496 0000'],
    ['holds a character that nobody sees', 'Poczekaj', 'Pocze\u00adkaj'],
    ['holds a letter of another script', 'Poczekaj', 'Pоczekaj'],
  ])('finds a page that %s: %s → %s', (wrong, from, to) => {
    expect(page).toContain(from);
    expect(lint(page.replace(from, to))).toContain(`a.md ${wrong}`);
  });

  test('finds a page that is missing, that nobody asked for, or that cannot show its numbers', () => {
    expect(lintPages(polish, { 'a.mdx': source }, { 'a.md': page })).toEqual([
      'a.mdx is missing',
      'a.md is not in English',
    ]);
  });
});
