import { z } from 'zod';
import { agencySchema } from './agency.ts';
import { areaSchema } from './area.ts';
import { languageSchema } from './language.ts';
import { partnershipSchema } from './partnership.ts';
import { routesSchema } from './routes.ts';
import { statisticSchema } from './statistic.ts';

const listOf = (entry: z.ZodType) => z.array(entry).min(1, 'write at least one entry');
const later = listOf(z.looseObject({ id: z.string() }));

/** Every file of content/model and its schema. A file without a schema fails the build. */
export const modelFiles: Readonly<Record<string, z.ZodType>> = {
  'agencies.yaml': listOf(agencySchema),
  'areas.yaml': listOf(areaSchema),
  'concerns.yaml': later,
  'languages.yaml': listOf(languageSchema),
  'partnership.yaml': partnershipSchema,
  'places.yaml': later,
  'routes.yaml': routesSchema,
  'signs.yaml': later,
  'statistics.yaml': listOf(statisticSchema),
  'topics.yaml': later,
};
