import { z } from 'zod';
import { id, source } from './fields.ts';

/** One entry of places.yaml. */
export const placeSchema = z.strictObject({
  id: id.describe('The kind of place as reports and mails name it; it stays when the words change.'),
  pictogram: id.describe('The picture beside the words, as its file is called.'),
  safety: z
    .enum(['workplace-safety', 'environmental-health', 'unknown'])
    .describe('Who inspects work safety at such a place, where a source says so; unknown shows both.'),
  source,
});
