import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import languages from '#content/model/languages.yaml';
import partnership from '#content/model/partnership.yaml';
import places from '#content/model/places.yaml';
import routes from '#content/model/routes.yaml';
import signs from '#content/model/signs.yaml';
import type { RoutingTable } from '#contract/routing-table.ts';
import type { PageModel } from '#pages/page-model.ts';
import { readPictograms } from '#pages/parts/pictogram.ts';

/** The content model that pages are built from; the function hands the same to the pages it answers with. */
export const model: PageModel & { readonly routes: RoutingTable } = {
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
