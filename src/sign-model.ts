import concerns from '#content/model/concerns.yaml';
import topics from '#content/model/topics.yaml';
import { model } from './model.ts';
import { placesToRead, type SignModel } from './sign-pages.ts';

/** What the pages of signs are composed from, as the content has it. */
export const signModel: SignModel = { signs: model.signs, places: model.places, concerns, topics };

/** The places that have a page of their own. */
export const signPlaces = placesToRead(model.places);
