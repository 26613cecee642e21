import type { Concern, Place, Sign, Topic } from '#contract/model.ts';
import { concernNeeds, placeNeeds } from './phone-needs.ts';

/** What pages of signs are composed from. */
export interface SignModel {
  readonly signs: readonly Sign[];
  readonly concerns: readonly Concern[];
  readonly places: readonly Place[];
  readonly topics: readonly Topic[];
}

/** Signs under one heading, `ui:signs.<heading>`. */
export interface SignGroup {
  readonly heading: 'own' | 'inControl' | 'first' | 'see' | 'beyond';
  readonly signs: readonly Sign[];
}

/** One page of signs: what stands on it, whom to tell, and where to read on. */
export interface SignPage {
  readonly groups: readonly SignGroup[];
  /** False where it is a matter for advice or inspectors alone: there the form is not offered. */
  readonly tells: boolean;
  /** Headings of the page of phones that stand here too. */
  readonly needs: readonly string[];
  /** Someone under 18 is spoken of in passing: a link to the councils' numbers instead of the numbers. */
  readonly childLink: boolean;
  /** Some of it may be only about pay, and the page of rights at work says who helps. */
  readonly workLink: boolean;
  readonly concerns: readonly string[];
  readonly places: readonly string[];
  readonly topics: readonly string[];
}

/** Answers of the form that are no kind of place. */
const placeless = ['other', 'unsure'];
const childNeeds = ['child', 'young'];
const nearest = 4;

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

/** The places that have a page. */
export const placesToRead = (places: readonly Place[]): readonly Place[] =>
  places.filter(({ id }) => !placeless.includes(id));

/** The page of what someone is made to do. */
export function concernPage(model: SignModel, id: Concern['id']): SignPage {
  const signs = id === 'unsure' ? signsAnywhere(model) : model.signs.filter(({ concerns }) => concerns.includes(id));
  const { needs = [], alone = false } = concernNeeds[id] ?? {};
  const control = model.signs.filter(({ kind }) => kind === 'control');
  return {
    ...readersOf(signs, needs),
    groups: alone ? filled([group('first', signs), group('beyond', control)]) : byKind(signs),
    tells: !alone,
    concerns: [],
    places: idsOf(placesToRead(model.places)).filter((place) => ownSigns(signs, place).length > 0),
    topics: idsOf(model.topics.filter((topic) => topic.concerns.includes(id))),
  };
}

/** The page of a kind of place: its own signs, then those that are typical there. */
export function placePage(model: SignModel, id: string): SignPage {
  const own = ownSigns(model.signs, id);
  const typical = model.signs.filter(({ kind, places }) => kind !== 'place' && places.includes(id));
  return {
    ...readersOf(own, placeNeeds[id] ?? []),
    groups: [group('own', own), ...byKind(typical)],
    tells: true,
    concerns: usedFor(model).filter((concern) => own.some(({ concerns }) => concerns.includes(concern))),
    places: nearPlaces(model, id),
    topics: idsOf(model.topics.filter(({ places }) => places.includes(id))),
  };
}

/** The page of what people look for by name. */
export function topicPage(model: SignModel, topic: Topic): SignPage {
  const signs = topic.signs.flatMap((id) => model.signs.filter((sign) => sign.id === id));
  const readable = idsOf(placesToRead(model.places));
  return {
    ...readersOf(signs, []),
    groups: byKind(signs),
    tells: true,
    concerns: topic.concerns.filter((concern) => usedFor(model).includes(concern)),
    places: topic.places.filter((id) => readable.includes(id)),
    topics: [],
  };
}

/** What someone is made to do; what is only about pay or safety is nothing that one is made to do. */
const usedFor = ({ concerns }: SignModel): readonly string[] =>
  idsOf(concerns.filter(({ id }) => !concernNeeds[id]?.alone));

/** Signs that need no kind of place to be seen at. */
const signsAnywhere = ({ signs }: SignModel): readonly Sign[] =>
  signs.filter(({ kind, places }) => kind !== 'place' || places.includes('unsure'));

const ownSigns = (signs: readonly Sign[], place: string): readonly Sign[] =>
  signs.filter(({ kind, places }) => kind === 'place' && places.includes(place));

const group = (heading: SignGroup['heading'], signs: readonly Sign[]): SignGroup => ({ heading, signs });
const filled = (groups: readonly SignGroup[]): readonly SignGroup[] => groups.filter(({ signs }) => signs.length > 0);

function byKind(signs: readonly Sign[]): readonly SignGroup[] {
  const control = signs.filter(({ kind }) => kind === 'control');
  const others = signs.filter(({ kind }) => kind !== 'control');
  return filled([group('inControl', control), group(control.length > 0 ? 'see' : 'first', others)]);
}

/** Where most of the signs speak of a child, the numbers for children stand on the page. */
function readersOf(
  signs: readonly Sign[],
  needs: readonly string[],
): Pick<SignPage, 'needs' | 'childLink' | 'workLink'> {
  const children = signs.filter(({ child }) => child === true).length;
  const mostly = children * 2 > signs.length;
  return {
    needs: [...(mostly ? childNeeds : []), ...needs],
    childLink: children > 0 && !mostly,
    workLink: signs.some(({ concerns }) => concerns.includes('pay-only')),
  };
}

/** The places that share most signs with this one, at least two. */
function nearPlaces({ signs, places }: SignModel, id: string): readonly string[] {
  const shared = (other: string) => ownSigns(ownSigns(signs, id), other).length;
  return idsOf(placesToRead(places))
    .filter((other) => other !== id && shared(other) > 1)
    .toSorted((one, other) => shared(other) - shared(one))
    .slice(0, nearest);
}
