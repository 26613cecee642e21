import { z } from 'zod';
import { id, source } from './fields.ts';

const weakSignSchema = z.strictObject({
  id: id.describe('Its words are topics:<topic>.weak.<id>.'),
  serves: z
    .array(z.string().min(1))
    .min(1, 'name the row of the research')
    .describe('Rows of the research that it puts into words, such as "A3/Fear".'),
  source,
});

/** One entry of topics.yaml. */
export const topicSchema = z.strictObject({
  id: id.describe('What people look for by name; it stands in the address of its page.'),
  concerns: z
    .array(id)
    .min(1, 'name at least one concern, such as "unsure"')
    .describe('What a reader of this would tick as "made to do".'),
  signs: z.array(id).describe('Fair signs that are shown on its page.'),
  places: z.array(id).min(1, 'name at least one place, such as "other"').describe('Kinds of place where it happens.'),
  weak: z
    .array(weakSignSchema)
    .describe('Signs with too many other reasons to be a box: read, never ticked, and they decide nothing.'),
  source,
});
