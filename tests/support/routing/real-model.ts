import areas from '#content/model/areas.yaml';
import places from '#content/model/places.yaml';
import routes from '#content/model/routes.yaml';
import type { RoutingModel } from '#contract/routing-table.ts';

/** The rules, areas and places that the site is built from. */
export const realModel: RoutingModel = { ...routes, areas, places };
