import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import partnership from '#content/model/partnership.yaml';
import places from '#content/model/places.yaml';
import routes from '#content/model/routes.yaml';
import signs from '#content/model/signs.yaml';
import type { Parts } from './parts.ts';

/** The content model that the function needs at run time: plain data, checked when it was built. */
export const model: Parts['model'] = { agencies, areas, places, signs, partnership, routes };
