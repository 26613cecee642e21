import areas from '#content/model/areas.yaml';
import routes from '#content/model/routes.yaml';
import type { RoutingModel } from '#contract/routing-table.ts';

const places: any[] = [
  { id: 'garment-factory', safety: 'workplace-safety' },
  { id: 'car-wash', safety: 'unknown' },
  { id: 'nail-bar', safety: 'environmental-health' },
  { id: 'farm', safety: 'workplace-safety' },
  { id: 'food-factory', safety: 'workplace-safety' },
  { id: 'construction', safety: 'workplace-safety' },
  { id: 'care', safety: 'unknown' },
  { id: 'hotel', safety: 'environmental-health' },
  { id: 'takeaway', safety: 'environmental-health' },
  { id: 'shop', safety: 'environmental-health' },
  { id: 'cleaning', safety: 'unknown' },
  { id: 'private-home', safety: 'unknown' },
  { id: 'rented-house', safety: 'unknown' },
  { id: 'cannabis-house', safety: 'unknown' },
  { id: 'caravan', safety: 'unknown' },
  { id: 'shelter', safety: 'unknown' },
  { id: 'school', safety: 'unknown' },
  { id: 'health', safety: 'workplace-safety' },
  { id: 'warehouse', safety: 'environmental-health' },
  { id: 'delivery', safety: 'unknown' },
  { id: 'rail', safety: 'workplace-safety' },
  { id: 'street', safety: 'unknown' },
  { id: 'online', safety: 'unknown' },
  { id: 'other', safety: 'unknown' },
  { id: 'unsure', safety: 'unknown' },
];

/** The rules, areas and places that the site is built from. */
export const realModel: RoutingModel = { ...routes, areas, places };
