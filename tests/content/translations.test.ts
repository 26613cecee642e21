import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import agencies from '#content/model/agencies.yaml';
import languages from '#content/model/languages.yaml';
import { readWritten } from '../../src/i18n/read-written.ts';
import { type LintInput, lintStrings, type Strings, scriptShare } from '../support/lint-language.ts';
import { tellingWords } from '../support/telling-words.ts';

const folders = readdirSync('content');
const translated = languages.filter(({ id }) => id !== 'en' && folders.includes(id));
const scriptFloor = 0.85;
const fewestTerms = 40;

function stringsOf(locale: string): Strings {
  const { mail: _english, ...namespaces } = readWritten(`content/${locale}`).namespaces;
  return new Map(Object.entries(namespaces).flatMap(([name, words]) => flat(words, `${name}:`)));
}

function flat(words: unknown, key: string): [string, string][] {
  if (typeof words === 'string') return [[key.replace(/\.$/, ''), words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([name, inner]) => flat(inner, `${key}${name}.`));
}

const english = stringsOf('en');
/** Names of agencies are English everywhere, but for the one that is a plain word; so are names of places. */
const names = new Set([
  ...agencies.filter(({ id }) => id !== 'emergency').map(({ id }) => english.get(`agencies:${id}.name`)),
  ...[...english]
    .filter(([key]) => key.startsWith('areas:'))
    .map(([, name]) => name)
    .filter(isProper),
]);
function isProper(text: string): boolean {
  return text.split(' ').every((word) => /^(?:and|[A-Z].*)$/.test(word));
}
const isName = (text: string): boolean =>
  names.has(text) || !/\p{L}{2}/u.test(text.replace(/<[^>]*>|\{\{\w+\}\}/g, ''));

const inputOf = (language: LintInput['language']): LintInput => ({
  language,
  english,
  translated: stringsOf(language.id),
  isName,
});

describe.each(translated)('$name', (language) => {
  const { id } = language;
  const input = inputOf(language);
  const { pages } = readWritten(`content/${id}`);
  const source = readWritten('content/en').pages;

  test('says everything that English says, with its own plural forms, the same marks and its own letters', () => {
    expect(lintStrings(input)).toEqual([]);
  });

  test('is written in its own script', () => {
    expect(scriptShare(input)).toBeGreaterThan(scriptFloor);
  });

  test('keeps every agency’s own name, so that a reader knows it again', () => {
    const changed = agencies.filter(
      ({ id: agency }) =>
        agency !== 'emergency' &&
        input.translated.get(`agencies:${agency}.name`) !== english.get(`agencies:${agency}.name`),
    );
    expect(changed.map((agency) => agency.id)).toEqual([]);
  });

  test('names each concern on its page as on the form', () => {
    const concerns = [...input.translated].filter(([key]) => key.startsWith('report:choice.concern.'));
    const differ = concerns.filter(
      ([key, name]) => input.translated.get(`concerns:${key.slice('report:choice.concern.'.length)}.name`) !== name,
    );
    expect(differ).toEqual([]);
    expect(concerns.length).toBeGreaterThan(5);
  });

  test('says on the danger page the very words to say on the phone', () => {
    const say = input.translated.get('report:emergency.say') ?? '';
    for (const words of ['police', 'help', `Help. ${language.name}.`]) expect(say).toContain(`<en:${words}>`);
  });

  test('has every page, with the same headings, lists, names and numbers, and the same facts behind it', () => {
    expect(Object.keys(pages).sort()).toEqual(Object.keys(source).sort());
    for (const [name, text] of Object.entries(source))
      expect({ name, shape: shapeOf(pages[name] ?? '') }).toEqual({ name, shape: shapeOf(text) });
  });

  test('tells nothing in the titles that a phone’s history keeps', () => {
    const telling = tellingWords(id);
    const quiet = ['help', 'help-more', 'me', 'now', 'phones', 'tell', 'told', 'young', 'youth', 'youth-phones'];
    const titles = quiet.map((name) => /^title: (.*)$/m.exec(pages[name] ?? '')?.[1] ?? '');
    const strings = ['report:title', 'ui:choose.title', 'ui:missing.title'].map(
      (key) => input.translated.get(key) ?? '',
    );
    expect([...titles, ...strings].filter((title) => title === '' || telling.test(title))).toEqual([]);
  });

  test('has a guide of terms for whoever translates next, which says that these are drafts', () => {
    const guide = readFileSync(`content/${id}/guide.md`, 'utf8');
    const terms = guide.split('\n').filter((line) => /^\|.*\|.*\|/.test(line) && !/^\|[\s|:-]+$/.test(line));
    expect(terms.length).toBeGreaterThan(fewestTerms);
    expect(guide).toMatch(/draft/i);
  });
});

/** What a translation of a page has in common with it, whatever the words. */
function shapeOf(page: string) {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(page) ?? [];
  return {
    keys: [...front.matchAll(/^(\w+):/gm)].map(([, key]) => key),
    facts: front.split('\n').filter((line) => /^(?:order|sources):/.test(line)),
    headings: [...body.matchAll(/^#+ /gm)].length,
    items: [...body.matchAll(/^\s*(?:-|\d+\.) /gm)].length,
    marks: [...body.matchAll(/<(?:Phone|Agency|Exit)[^>]*>/g)].map(([mark]) => mark).sort(),
    imports: /^import /m.test(body),
  };
}

describe('the lint', () => {
  const polish = { id: 'pl', tag: 'pl', name: 'Polish', plurals: ['one', 'few', 'many', 'other'] };
  const source: Strings = new Map([
    ['a:one', 'Call <phone:emergency> in {{time}}.'],
    ['a:hours_one', '{{count}} hour'],
    ['a:hours_other', '{{count}} hours'],
  ]);
  const right: Strings = new Map([
    ['a:one', 'Zadzwoń za {{time}}: <phone:emergency>.'],
    ...polish.plurals.map((form): [string, string] => [`a:hours_${form}`, `{{count}} ${form} godz.`]),
  ]);
  const faultsOf = (changes: Readonly<Record<string, string>>, language = polish) =>
    lintStrings({
      language,
      english: source,
      translated: new Map([...right, ...Object.entries(changes)]),
      isName: () => false,
    });

  test('finds nothing in what is right', () => expect(faultsOf({})).toEqual([]));

  test.each<[wrong: string, text: string]>([
    ['is empty', ' '],
    ['is not in composed form (NFC)', 'Zadzwon\u0301 za {{time}}: <phone:emergency>.'],
    ['holds a character that turns the direction', 'Zadzwoń \u202e za {{time}}: <phone:emergency>.'],
    ['holds a tag', 'Zadzwoń <b>za</b> {{time}}: <phone:emergency>.'],
    ['holds a number that is typed', 'Zadzwoń 112 za {{time}}: <phone:emergency>.'],
    ['holds digits that no phone has', 'Zadzwoń ૧ za {{time}}: <phone:emergency>.'],
    ['lacks a mark of the English, or has one too many', 'Zadzwoń za {{time}}.'],
    ['is the same as in English', 'Call <phone:emergency> in {{time}}.'],
  ])('finds a string that %s', (wrong, text) => expect(faultsOf({ 'a:one': text })).toContain(`a:one ${wrong}`));

  test('finds a plural form that is missing, and a key that English does not have', () => {
    const translated = new Map([...right].filter(([key]) => key !== 'a:hours_many'));
    const faults = lintStrings({
      language: polish,
      english: source,
      translated: new Map([...translated, ['a:two', 'dwa']]),
      isName: () => false,
    });
    expect(faults).toEqual(['a:hours_many is missing', 'a:two is not in English']);
  });

  test('finds letters of another language, and a file under the wrong name', () => {
    const urdu = { id: 'ur', tag: 'ur', name: 'Urdu', plurals: ['one', 'other'] };
    expect(faultsOf({ 'a:one': 'كيا {{time}} <phone:emergency>' }, urdu)).toContain(
      'a:one holds letters of another language',
    );
    expect(scriptShare({ language: urdu, english: source, translated: right, isName: () => false })).toBeLessThan(
      scriptFloor,
    );
  });

  test('a page that lost a list item or a number has another shape', () => {
    const page = '---\ntitle: T\norder: 1\n---\n\n## A\n\n- one <Phone id="police" />\n- two\n';
    expect(shapeOf(page.replace('- two\n', ''))).not.toEqual(shapeOf(page));
    expect(shapeOf(page.replace(' <Phone id="police" />', ''))).not.toEqual(shapeOf(page));
  });
});
