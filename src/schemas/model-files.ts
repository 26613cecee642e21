import { z } from 'zod';
import { agencySchema } from './agency.ts';
import { areaSchema } from './area.ts';
import { concernSchema } from './concern.ts';
import { languageSchema } from './language.ts';
import { partnershipSchema } from './partnership.ts';
import { placeSchema } from './place.ts';
import { routesSchema } from './routes.ts';
import { signSchema } from './sign.ts';
import { statisticSchema } from './statistic.ts';
import { topicSchema } from './topic.ts';

const listOf = (entry: z.ZodType) => z.array(entry).min(1, 'write at least one entry');

/** Every file of content/model and its schema. A file without a schema fails the build. */
export const modelFiles: Readonly<Record<string, z.ZodType>> = {
  'agencies.yaml': listOf(agencySchema),
  'areas.yaml': listOf(areaSchema),
  'concerns.yaml': listOf(concernSchema),
  'languages.yaml': listOf(languageSchema),
  'partnership.yaml': partnershipSchema,
  'places.yaml': listOf(placeSchema),
  'routes.yaml': routesSchema,
  'signs.yaml': listOf(signSchema),
  'statistics.yaml': listOf(statisticSchema),
  'topics.yaml': listOf(topicSchema),
};
