import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9-]+$/, 'write it in lower case, words joined by -');

const weakSignSchema = z.strictObject({
  id: id.describe('Its words are topics:<topic>.weak.<id>.'),
  serves: z.array(z.string()).min(1).describe('Rows of the research that it serves.'),
  source: z.array(z.string()).min(1).describe('Keys of the sources that name it.'),
});

/** One entry of topics.yaml. */
export const topicSchema = z.strictObject({
  id: id.describe('What people look for by name.'),
  concerns: z.array(id).min(1).describe('What it belongs to.'),
  signs: z.array(id).describe('Signs shown with it.'),
  places: z.array(id).min(1).describe('Places where it happens.'),
  weak: z.array(weakSignSchema).describe('Signs with too many other reasons: read, never ticked.'),
  source: z.array(z.string()).min(1).describe('Keys of the sources that name it.'),
});
