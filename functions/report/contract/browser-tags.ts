import type { Language } from './model.ts';

/**
 * What a browser may call a language that we name otherwise (languages.md 3.6), as the start of a pattern; every other language
 * begins as our id does. Who asks for Punjabi as it is written in Pakistan reads Urdu, not Gurmukhi; Sorani is the Kurdish in
 * Arabic letters; Chinese of Taiwan, Hong Kong and Macau is written in other signs, and so is Cantonese.
 */
const starts: Readonly<Record<string, string>> = {
  bn: 'bn|syl|ctg',
  ckb: 'ckb|ku-arab',
  fa: 'fa|prs|pes',
  pa: 'pa(?!-pk)',
  ro: 'ro|mo',
  ur: 'ur|pnb|pa-arab|pa-pk',
  'zh-hans': '(?:zh|cmn)(?!-(?:tw|hk|mo))',
};

/**
 * A pattern, whatever the case of letters, for the tags by which a browser asks for this language. A tag that names another
 * script than ours is not ours: who wants Gujarati in Latin letters may not read it in its own.
 */
export function browserTags({ id, tag }: Pick<Language, 'id' | 'tag'>): string {
  const script = new Intl.Locale(tag).maximize().script?.toLowerCase();
  return `^(?:${starts[id] ?? id})(?:-${script})?(?!-[a-z]{4}(?:-|$))(?:-|$)`;
}
