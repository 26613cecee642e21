import { describe, expect, test } from 'vitest';
import { languageOf } from '../../support/translations/language-of.ts';
import { lintGuide } from '../../support/translations/lint-guide.ts';
import { renamedAgencies, renamedConcerns, unsaidWords } from '../../support/translations/lint-names.ts';
import { tellingTitles } from '../../support/translations/lint-titles.ts';
import { strayFiles } from '../../support/translations/read-language.ts';
import { stringsOf } from '../../support/translations/strings.ts';

const polish = languageOf('pl');

describe('the lint of names and titles', () => {
  const strings = {
    agencies: { police: { name: 'Leicestershire Police' }, emergency: { name: 'Emergency services' } },
    report: { choice: { concern: { labour: 'Work' } }, title: 'Information' },
    concerns: { labour: { name: 'Work' } },
    ui: { choose: { title: 'Information' }, missing: { title: 'Information' } },
  };
  const input = (own: Readonly<Record<string, unknown>>) => ({
    language: polish,
    english: stringsOf(strings),
    translated: stringsOf({ ...strings, ...own }),
  });

  test('finds an agency with another name, but for the one that is a plain word', () => {
    const agencies = { police: { name: 'Policja' }, emergency: { name: 'Służby ratunkowe' } };
    expect(renamedAgencies(input({ agencies }))).toEqual(['police']);
    expect(renamedAgencies(input({}))).toEqual([]);
  });

  test('finds a concern that its page calls by another name', () => {
    expect(renamedConcerns(input({ concerns: { labour: { name: 'Praca' } } }))).toEqual(['labour']);
    expect(renamedConcerns(input({}))).toEqual([]);
  });

  test('finds words that have to be said in English and are not shown so', () => {
    const said = (say: string, help: string) =>
      unsaidWords({ strings: stringsOf({ report: { emergency: { say } } }), pages: { 'help.mdx': help } }, polish);
    const say = '<en:police> <en:help> <en:Help. Polish.>';
    const sentence = 'I speak Polish. Please call an interpreter.';
    const help = `„<bdi lang="en" dir="ltr">${sentence}</bdi>”`;
    expect(said(say, help)).toEqual([]);
    expect(said(say.replace('Polish', 'Urdu'), help)).toEqual(['Help. Polish.']);
    expect(said('policja', help)).toEqual(['police', 'help', 'Help. Polish.']);
    expect(said(say, help.replace('Polish', 'Urdu'))).toEqual([sentence]);
    expect(said(say, sentence)).toEqual([sentence]);
  });

  test.each<[id: string, title: string]>([
    ['en', 'Modern slavery'],
    ['pl', 'Handel ludźmi'],
    ['gu', 'પોલીસને જણાવો'],
    ['ur', 'پولیس کو بتائیں'],
  ])('in %s finds a telling title, and an empty one: %s', (id, title) => {
    const page = (text: string) => ({
      'help.mdx': `---\ntitle: ${text}\n---\n`,
      'work.mdx': `---\ntitle: ${title}\n---\n`,
    });
    const own = stringsOf(strings);
    expect(tellingTitles(id, own, page('Information'))).toEqual([]);
    expect(tellingTitles(id, own, page(title))).toEqual([`help.mdx: ${title}`]);
    expect(tellingTitles(id, own, page(''))).toEqual(['help.mdx: ']);
    expect(tellingTitles(id, stringsOf({ ...strings, report: { title } }), page('Information'))).toEqual([
      `report:title: ${title}`,
    ]);
  });

  test('a language whose telling words nobody wrote down stops the tests', () => {
    expect(() => tellingTitles('xx', new Map(), {})).toThrow('No telling words for "xx"');
  });
});

describe('the lint of the other files', () => {
  test('finds one that is missing, and one that does not belong; the mail is English only', () => {
    const files = ['guide.md', 'mail.json', 'signs.json'];
    expect(strayFiles(files, ['guide.md', 'review.yaml', 'signs.json'])).toEqual([]);
    expect(strayFiles(files, ['guide.md', 'mail.json'])).toEqual([
      'signs.json is missing',
      'mail.json does not belong',
    ]);
  });

  test('finds a guide with too few terms, or that does not say what the words are', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => `| term ${at} | słowo | nie |`).join('\n');
    const guide = (count: number, says: string) =>
      `# Guide\n\n${says}\n\n| English | Polish | Not |\n|---|---|---|\n${rows(count)}\n`;
    const draft = 'All of it is a machine draft. No person has reviewed it.';
    expect(lintGuide(guide(40, draft))).toEqual([]);
    expect(lintGuide(guide(39, draft))).toEqual(['guide.md has 39 terms, and 40 are the fewest']);
    expect(lintGuide(guide(40, 'Reviewed.'))).toHaveLength(1);
  });
});
