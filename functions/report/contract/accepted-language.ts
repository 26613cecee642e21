import { browserTags } from './browser-tags.ts';
import type { Language } from './model.ts';

/**
 * The language that a browser asks for first among those that are served, by its Accept-Language header; `undefined` when it
 * asks for none of them. Only for answers to requests that name no language themselves; it is read and forgotten.
 */
export function acceptedLanguage(
  header: string | null,
  languages: readonly Pick<Language, 'id' | 'tag'>[],
): string | undefined {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => part.split(';').map((piece) => piece.trim()))
    .map(([tag = '', ...values]) => ({ tag, quality: qualityOf(values) }))
    .sort((one, other) => other.quality - one.quality);
  const patterns = languages.map(({ id, tag }) => ({ id, pattern: new RegExp(browserTags({ id, tag }), 'i') }));
  const found = wanted.flatMap(({ tag }) => patterns.find(({ pattern }) => pattern.test(tag)) ?? []);
  return found[0]?.id;
}

/** `q=0.8`, or 1 where nothing is said. */
function qualityOf(values: readonly string[]): number {
  const quality = Number(values.find((value) => value.startsWith('q='))?.slice(2) ?? '1');
  return Number.isFinite(quality) ? quality : 0;
}
