import type { Sign } from '../../contract/model.ts';
import type { PageContext, Variant } from '../page-model.ts';
import { rich } from '../rich.ts';
import type { Markup } from './markup.ts';

/** What of a question a form says in words of its own; everything else reads the same on all three. */
const ownWords: Readonly<Record<Variant, readonly string[]>> = {
  public: [],
  affected: ['signs.label', 'where.hint', 'traceable.label', 'contact.label', 'contact.hint'],
  'under-18': ['danger.hint', 'signs.label', 'details.label', 'details.hint', 'contact.label', 'contact.hint'],
};

const unhinted = ['place', 'area', 'concern', 'care', 'people', 'lately', 'when', 'know'];

/** Questions with no hint under them. */
const withoutHint: Readonly<Record<Variant, readonly string[]>> = {
  public: unhinted,
  affected: [...unhinted, 'traceable'],
  'under-18': unhinted,
};

const wordKey = (variant: Variant, key: string): string =>
  ownWords[variant].includes(key) ? `report:question.${key}-${variant}` : `report:question.${key}`;

/** The question itself; the same words stand on the check page beside the answer. */
export const questionLabel = (context: PageContext, variant: Variant, field: string): Markup =>
  rich(context, context.words(wordKey(variant, `${field}.label`)), 'plain');

/** The line under a question, or nothing. */
export function questionHint(context: PageContext, variant: Variant, field: string): Markup | undefined {
  if (withoutHint[variant].includes(field)) return undefined;
  return rich(context, context.words(wordKey(variant, `${field}.hint`)));
}

/** The words of one coded answer. */
export const choiceLabel = (context: PageContext, field: string, value: string): Markup =>
  rich(context, context.words(`report:choice.${field}.${value}`), 'plain');

/** A sign as this reader would say it: about others, about themselves, about themselves or a friend. */
export function signLabel({ words }: Pick<PageContext, 'words'>, variant: Variant, { id, kind, young }: Sign): string {
  if (variant === 'public' || (kind === 'place' && !(variant === 'under-18' && young === true))) {
    return words(`signs:${id}.text`);
  }
  return words(`signs:${id}.${variant === 'under-18' && young === true ? 'young' : 'me'}`);
}
