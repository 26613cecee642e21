import type { Sign } from '../../contract/model.ts';
import type { FormState } from '../page-model.ts';
import { choiceOf, codesOf } from './raw-answers.ts';

/** With the five of control and the five core ones a form shows twenty signs at most (service.md, M14). */
const mostOfPlace = 10;

/** What of a sign decides where it stands; the form in the browser has no more of it. */
type OfferedSign = Pick<Sign, 'id' | 'kind' | 'places' | 'young'>;

/**
 * The signs that a form shows: control, core, then those of the chosen place; six of their own for someone under 18; ten
 * about themselves for someone affected. Whatever else was ticked before, on another form or for another place, follows.
 */
export function signsOnForm<S extends OfferedSign>(
  { model }: { readonly model: { readonly signs: readonly S[] } },
  { variant, answers }: Pick<FormState, 'variant' | 'answers'>,
): readonly S[] {
  const place = choiceOf(answers, 'place');
  const ticked = codesOf(answers, 'signs');
  const shown = offeredSigns(model.signs, variant, place);
  const others = model.signs.filter((sign) => ticked.includes(sign.id) && !shown.includes(sign));
  return [...shown, ...others];
}

function offeredSigns<S extends OfferedSign>(
  signs: readonly S[],
  variant: FormState['variant'],
  place: string | undefined,
): readonly S[] {
  if (variant === 'under-18') return signs.filter(({ young }) => young === true);
  const general = [...signs.filter(({ kind }) => kind === 'control'), ...signs.filter(({ kind }) => kind === 'core')];
  if (variant === 'affected' || place === undefined) return general;
  const ofPlace = signs.filter(({ kind, places }) => kind === 'place' && places.includes(place));
  return [...general, ...ofPlace.slice(0, mostOfPlace)];
}
