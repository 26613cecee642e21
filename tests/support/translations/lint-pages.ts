import type { Language } from '../../../functions/report/contract/model.ts';
import { isName } from '../known-names.ts';
import { textFaults } from './text-faults.ts';

/** Pages by file name, such as `now.md`. */
export type Pages = Readonly<Record<string, string>>;

interface Page {
  /** The head of the page, key by key. */
  readonly head: ReadonlyMap<string, string>;
  readonly body: string;
}

export function readPage(text: string): Page {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const lines = head.split('\n').map((line): [string, string] => {
    const [, key = line, value = ''] = /^(\w+): *(.*)$/.exec(line) ?? [];
    return [key, value];
  });
  return { head: new Map(lines), body };
}

const component = /<(?:Phone|Agency|Exit|Controller)\b[^>]*>/g;
/** English to be said, in a page written the other way round: the one piece of HTML that a translation may add. */
export const saidInEnglish = /<bdi lang="en" dir="ltr">([^<>]*)<\/bdi>/g;
const bareBody = (body: string): string => body.replace(component, ' ').replace(saidInEnglish, '$1');

const sorted = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).toSorted().join(' ');
/** Headings and list items in their order: `## - - ## 1.` */
const skeleton = (body: string): string =>
  [...body.matchAll(/^(?:(#+) |\s*(-|\*) |\s*\d+\. )/gm)]
    .map(([, heading, item]) => heading ?? (item && '-') ?? '1.')
    .join(' ');

interface OnePage {
  readonly page: Page;
  readonly source: Page;
}

/** What a translation of a page has in common with it, whatever the words. */
const rules: Readonly<Record<string, (one: OnePage) => boolean>> = {
  'has another head': ({ page, source }) => [...page.head.keys()].join() !== [...source.head.keys()].join(),
  'has another order or other sources': ({ page, source }) =>
    ['order', 'sources'].some((key) => page.head.get(key) !== source.head.get(key)),
  'has an empty title, heading or description': ({ page }) =>
    ['title', 'h1', 'description'].some((key) => page.head.has(key) && page.head.get(key)?.trim() === ''),
  'lacks a phone, an agency or another part, or has one too many': ({ page, source }) =>
    sorted(page.body, component) !== sorted(source.body, component),
  'has other headings or list items': ({ page, source }) => skeleton(page.body) !== skeleton(source.body),
  'leads elsewhere': ({ page, source }) => sorted(page.body, /\]\([^)]*\)/g) !== sorted(source.body, /\]\([^)]*\)/g),
  'holds a tag, a style or code': ({ page }) => /[<>{}]|style=/.test(bareBody(page.body)),
  'has a line of import or export': ({ page }) => /^(?:import|export) /m.test(page.body),
  'has a line that is still in English': ({ page, source }) => {
    const english = new Set([...source.head.values(), ...source.body.split('\n')]);
    const own = [...['title', 'h1', 'description'].map((key) => page.head.get(key) ?? ''), ...page.body.split('\n')];
    return own.some((line) => english.has(line) && !isName(bareBody(line)));
  },
};

/** Everything wrong with a language's pages, each as one line; empty when nothing is. */
export function lintPages(language: Language, english: Pages, translated: Pages): readonly string[] {
  const missing = Object.keys(english).filter((file) => !(file in translated));
  const extra = Object.keys(translated).filter((file) => !(file in english));
  const faults = Object.entries(english).flatMap(([file, text]) =>
    file in translated ? faultsOf(language, text, translated[file] ?? '').map((wrong) => `${file} ${wrong}`) : [],
  );
  return [
    ...missing.map((file) => `${file} is missing`),
    ...extra.map((file) => `${file} is not in English`),
    ...faults,
  ];
}

function faultsOf(language: Language, english: string, translated: string): readonly string[] {
  const [page, source] = [readPage(translated), readPage(english)];
  const wrong = Object.entries(rules).filter(([, isWrong]) => isWrong({ page, source }));
  const words = { text: wordsOf(page), english: wordsOf(source), language };
  return [...wrong.map(([name]) => name), ...textFaults(words)];
}

/** What a reader reads of a page. */
export const wordsOf = ({ head, body }: Page): string =>
  [...['title', 'h1', 'description'].map((key) => head.get(key) ?? ''), bareBody(body)].join('\n');
