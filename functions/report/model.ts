import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import languages from '#content/model/languages.yaml';
import partnership from '#content/model/partnership.yaml';
import places from '#content/model/places.yaml';
import routes from '#content/model/routes.yaml';
import signs from '#content/model/signs.yaml';
import { readPictograms } from './pages/parts/pictogram.ts';
import type { Parts } from './parts.ts';

/** The content model that the function needs at run time: plain data, checked when it was built. */
export const model: Parts['model'] = {
  agencies,
  areas,
  languages,
  places,
  signs,
  partnership,
  routes,
  pictograms: readPictograms(
    import.meta.glob<string>('#content/pictograms/*/*.svg', { eager: true, query: '?raw', import: 'default' }),
  ),
};
